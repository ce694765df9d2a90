"""From nodes to the model: keys, short spellings, types."""
