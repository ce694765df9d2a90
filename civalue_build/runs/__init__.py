"""What a command does with a whole library: check it, build its site, serve it to its writers."""
