"""A case written from answers: the same text as the form in the browser makes of them."""
