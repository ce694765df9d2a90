"""A chart in levels: what stands on each, the base at the foot."""
