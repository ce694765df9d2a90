"""The files of one case's folder."""
