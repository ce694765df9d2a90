"""The workbook of a case: its whole arithmetic as a spreadsheet with live formulas."""
