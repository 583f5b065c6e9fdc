"""What a page draws besides letters: lines, fills and pictures; and which letters have no ink."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from checker.reading.pdf.limits import MOST_EDGES

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_MOVE, _LINE = 2, 0
_WHITE = 250
_THIN = 3.0
"""Points: a filled shape thinner than this is a line."""
_STRAIGHT = 0.5
"""Points a line may be off the level or the upright."""
_DEEPEST = 6
_MOST_POINTS = 4 * MOST_EDGES

_Matrix = tuple[float, float, float, float, float, float]
_LEVEL: _Matrix = (1, 0, 0, 1, 0, 0)
_Box = tuple[float, float, float, float]


class Drawing:
    """The drawing of one page.

    Attributes:
        edges: Left, top, right, bottom of each straight line, in the viewer's coordinates.
        areas: Left, top, right, bottom of each coloured rectangle without an outline.
        picture: Share of the page that its largest picture covers.
        unseen: Addresses of the text objects that leave no trace on the page.
        is_turned: Whether any text stands in another angle than level.
    """

    def __init__(
        self, raw: Any, page: Any, seen: Callable[[float, float], tuple[float, float]]
    ) -> None:
        self._raw = raw
        self._seen = seen
        self._fills: list[_Box] = []
        self._points = 0
        # Pages have ten thousand objects: what the library writes its answers into is made once.
        self._found = raw.FS_MATRIX()
        self._at_found = ctypes.byref(self._found)
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._at_colour = [ctypes.byref(part) for part in self._colour]
        self.edges = array("f")
        self.areas = array("f")
        self.picture = 0.0
        self.unseen: set[int] = set()
        self.is_turned = False
        self._size = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
        for thing, kind, matrix in self._things(page, _LEVEL, 0):
            if kind == _TEXT:
                self._letters(thing, matrix)
            elif kind == _PATH and len(self.edges) <= 4 * MOST_EDGES:
                self._path(thing, matrix)
            elif kind in (_IMAGE, _SHADING):
                box = self._bounds(thing, matrix)
                self._fills.append(box)
                if kind == _IMAGE and self._size:
                    share = (box[2] - box[0]) * (box[3] - box[1]) / self._size
                    self.picture = max(self.picture, min(share, 1.0))

    def _things(
        self, holder: Any, matrix: _Matrix, depth: int
    ) -> Iterator[tuple[Any, int, _Matrix]]:
        raw = self._raw
        if depth:
            count, get = raw.FPDFFormObj_CountObjects(holder), raw.FPDFFormObj_GetObject
        else:
            count, get = raw.FPDFPage_CountObjects(holder), raw.FPDFPage_GetObject
        for index in range(count):
            thing = get(holder, index)
            kind = raw.FPDFPageObj_GetType(thing)
            if kind != _FORM:
                yield thing, kind, matrix
            elif depth < _DEEPEST:
                yield from self._things(thing, _times(self._matrix(thing), matrix), depth + 1)

    def _letters(self, thing: Any, matrix: _Matrix) -> None:
        """Text without ink: render mode 3 or 7, no opacity, or white where nothing is behind."""
        if not self.is_turned:
            own = self._matrix(thing)
            a, b, *_ = own if matrix == _LEVEL else _times(own, matrix)
            self.is_turned = a <= 0 or abs(b) > 0.01 * a
        mode = self._raw.FPDFTextObj_GetTextRenderMode(thing)
        if mode in (3, 7) or (mode == 0 and self._is_blank(thing, matrix)):
            self.unseen.add(ctypes.cast(thing, ctypes.c_void_p).value or 0)

    def _is_blank(self, thing: Any, matrix: _Matrix) -> bool:
        self._colour[0].value, self._colour[3].value = 0, 255
        self._raw.FPDFPageObj_GetFillColor(thing, *self._at_colour)
        red, _, _, opacity = self._colour
        # Nearly all letters are black: no more is asked of them.
        if red.value < _WHITE and opacity.value:
            return False
        colour = self._fill(thing)
        if colour is None or (min(colour[:3]) < _WHITE and colour[3]):
            return False
        if not colour[3]:
            return True
        left, top, right, bottom = self._bounds(thing, matrix)
        x, y = (left + right) / 2, (top + bottom) / 2
        return not any(f[0] <= x <= f[2] and f[1] <= y <= f[3] for f in self._fills)

    def _path(self, thing: Any, matrix: _Matrix) -> None:
        raw = self._raw
        filling, stroking = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(thing, ctypes.byref(filling), ctypes.byref(stroking))
        colour = self._fill(thing) if filling.value else None
        is_filled = colour is not None and colour[3] > 0 and min(colour[:3]) < _WHITE
        if is_filled:
            self._fills.append(self._bounds(thing, matrix))
        if not (is_filled or stroking.value):
            return
        for corners in self._outlines(thing, _times(self._matrix(thing), matrix)):
            if not stroking.value:
                xs, ys = [x for x, _ in corners], [y for _, y in corners]
                left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
                if bottom - top <= _THIN or right - left <= _THIN:
                    self._line((left, top, right, bottom))
                elif len(self.areas) <= 4 * MOST_EDGES:
                    self.areas.extend((left, top, right, bottom))
                continue
            for (x0, y0), (x1, y1) in pairwise(corners):
                if abs(x1 - x0) <= _STRAIGHT or abs(y1 - y0) <= _STRAIGHT:
                    self._line((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _line(self, box: _Box) -> None:
        """Keeps a line, as its middle."""
        left, top, right, bottom = box
        if bottom - top <= right - left:
            top = bottom = (top + bottom) / 2
        else:
            left = right = (left + right) / 2
        self.edges.extend((left, top, right, bottom))

    def _outlines(self, thing: Any, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
        raw = self._raw
        a, b, c, d, e, f = matrix
        x, y = ctypes.c_float(), ctypes.c_float()
        corners: list[tuple[float, float]] = []
        is_straight = True
        for index in range(raw.FPDFPath_CountSegments(thing)):
            self._points += 1
            if self._points > _MOST_POINTS:
                return
            segment = raw.FPDFPath_GetPathSegment(thing, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            if kind == _MOVE:
                if is_straight and len(corners) > 1:
                    yield corners
                corners, is_straight = [], True
            elif kind != _LINE:
                is_straight = False
            corners.append(self._seen(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
            if raw.FPDFPathSegment_GetClose(segment) and corners:
                corners.append(corners[0])
        if is_straight and len(corners) > 1:
            yield corners

    def _bounds(self, thing: Any, matrix: _Matrix) -> _Box:
        sides = [ctypes.c_float() for _ in range(4)]
        if not self._raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, sides)):
            return (0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = (side.value for side in sides)
        a, b, c, d, e, f = matrix
        spots = [
            self._seen(a * x + c * y + e, b * x + d * y + f)
            for x in (left, right)
            for y in (bottom, top)
        ]
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        return (min(xs), min(ys), max(xs), max(ys))

    def _fill(self, thing: Any) -> tuple[int, ...] | None:
        if not self._raw.FPDFPageObj_GetFillColor(thing, *self._at_colour):
            return None
        return tuple(part.value for part in self._colour)

    def _matrix(self, thing: Any) -> _Matrix:
        matrix = self._found
        if not self._raw.FPDFPageObj_GetMatrix(thing, self._at_found):
            return _LEVEL
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    """First the one, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
