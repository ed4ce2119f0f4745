"""What a PDF page shows once its program has run: glyphs, rules and images, in points.

The origin is the page's upper left corner; `turn` counts quarter turns against the clock from
text that reads to the right (1 reads upwards, 2 upside down, 3 downwards).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character (or ligature, as its letters), its box, size and direction."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    turn: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle of the glyph's box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: its glyphs in drawing order, its rules (flat boxes) and its filled areas.

    `image_share` is the part of the page that its largest image covers, from 0 to 1.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...]
    areas: tuple[Box, ...] = ()
    image_share: float = 0.0


def upright(view: PageView) -> PageView:
    """Return the page turned so that most of its text reads to the right."""
    counts = [0, 0, 0, 0]
    for glyph in view.glyphs:
        counts[glyph.turn] += 1
    turn = counts.index(max(counts))
    if turn == 0:
        return view
    width, height = view.width, view.height
    boxed = (width, height)
    return replace(
        view,
        width=height if turn % 2 else width,
        height=width if turn % 2 else height,
        glyphs=turned(view.glyphs, turn, boxed),
        rules=tuple(_turned(rule, turn, boxed) for rule in view.rules),
        areas=tuple(_turned(area, turn, boxed) for area in view.areas),
    )


def turned(
    glyphs: Iterable[Glyph], turn: int, page: tuple[float, float] = (0, 0)
) -> tuple[Glyph, ...]:
    """Return glyphs in the frame where those of a direction read to the right."""
    found = []
    for glyph in glyphs:
        box = _turned((glyph.x0, glyph.top, glyph.x1, glyph.bottom), turn, page)
        found.append(Glyph(glyph.text, *box, glyph.size, (glyph.turn - turn) % 4))
    return tuple(found)


def _turned(box: Box, turn: int, page: tuple[float, float]) -> Box:
    """Return a box in the frame of a direction; corners are put in order again."""
    (x0, top, x1, bottom), (width, height) = box, page
    if turn == 1:
        return height - bottom, x0, height - top, x1
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turn == 3:
        return top, width - x1, bottom, width - x0
    return box
