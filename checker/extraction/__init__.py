"""Extraction: from a document as it was read to the case that it states."""
