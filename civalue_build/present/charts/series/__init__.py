"""Control charts and run charts: one measure over time, drawn small and large."""
