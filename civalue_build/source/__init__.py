"""Read: text becomes model, and every author's mistake becomes a finding."""
