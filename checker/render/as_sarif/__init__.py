"""The reports of a run as one SARIF 2.1.0 log, for code hosts and viewers of findings."""

from checker.render.as_sarif.renderer import Renderer

__all__ = ["Renderer"]
