"""Checks of what one case alone cannot show: programmes, their members, earlier names."""
