"""How long the program takes, on libraries of any size. Nothing here is installed."""
