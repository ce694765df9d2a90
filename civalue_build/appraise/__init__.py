"""Arithmetic: a case and the framework become an appraisal."""
