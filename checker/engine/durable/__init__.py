"""The judge by durable-rules, held to the subset that was measured sound."""
