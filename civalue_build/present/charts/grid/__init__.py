"""A chart in cells: who is counted across, and by when down."""
