"""One page for a board, drawn as a sheet of the site, as a PDF and for Word: the same words."""
