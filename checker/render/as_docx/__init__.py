"""The auditor's report as a Word document, to be answered by the department and followed up."""

from checker.render.as_docx.renderer import Renderer

__all__ = ["Renderer"]
