"""Two judges of the same facts: durable-rules, and plain Python beside it."""
