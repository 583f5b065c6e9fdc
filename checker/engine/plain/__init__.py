"""The judge in plain Python, independent of the other down to its sums."""
