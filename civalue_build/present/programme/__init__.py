"""The page of a programme: its people, its capacity, its money, and what it rests on."""
