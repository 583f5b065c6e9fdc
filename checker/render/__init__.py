"""Renderings of a report: the same content, one module per format."""
