"""Checks the deliberations by which French local authorities grant money."""

__version__ = "0.1.0"
