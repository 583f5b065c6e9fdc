"""The report for the comment of a merge request or a page of a wiki."""

from checker.render.as_markdown.renderer import Renderer

__all__ = ["Renderer"]
