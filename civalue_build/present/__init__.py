"""Pages: model becomes HTML, charts, tables and words."""
