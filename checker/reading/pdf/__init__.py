"""Portable Document Format, through PDFium in a process of its own."""

from checker.reading.pdf.reading import read_pdf

__all__ = ["read_pdf"]
