"""Faults that only values together show."""
