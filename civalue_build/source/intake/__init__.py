"""A spreadsheet that somebody filled in becomes answers, each with the cell it stands in."""
