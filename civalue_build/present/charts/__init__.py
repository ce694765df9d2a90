"""Charts: one small value each, from which drawing, live figure, table and file are derived."""
