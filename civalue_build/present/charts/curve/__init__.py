"""A chart of lines over the years of a case."""
