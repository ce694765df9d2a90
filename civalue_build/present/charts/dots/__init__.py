"""A chart of counts: one dot a case, in rows from worst to best, beside what is corrected."""
