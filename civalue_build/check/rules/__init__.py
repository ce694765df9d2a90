"""One file a rule, named for the fault that it finds."""
