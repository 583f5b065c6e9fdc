"""The report as one HTML file: no network, no script, printed well on A4."""

from checker.render.as_html.renderer import Renderer

__all__ = ["Renderer"]
