"""How each figure was worked out, in words: for the page, for a terminal, and as data."""
