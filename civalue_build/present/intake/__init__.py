"""What a newcomer fills in: the form in the browser, and the spreadsheet."""
