"""civalue: a value framework for continuous improvement in health and care, as docs-as-code."""

__version__ = "0.1.0"
