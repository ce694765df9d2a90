"""Every structural fault, with its code and its words."""
