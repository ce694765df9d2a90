"""Strict YAML: bytes become nodes with marks."""
