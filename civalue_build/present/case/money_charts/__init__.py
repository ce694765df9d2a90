"""The charts of a case's money, one module each."""
