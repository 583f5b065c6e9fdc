"""`explain RULE CASE`: why a verdict is what it is, condition by condition, and by how much."""
