"""From glyphs to words and lines, as the eye joins them: by place and size, not by order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from a4_rdf.read.pdf_view import Box, Glyph, turned

# In parts of the font size:
SAME_LINE = 0.45  # farther apart than that, the middles of two glyphs are on two lines
WORD_GAP = 0.15  # a wider gap is a space; the narrowest space of common fonts is 0.22
DRAWN_TWICE = 0.1  # the same letter again, that near: bold made by drawing twice


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them, and their box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        """Return the height of its tallest glyph."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line, from left to right; never empty."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Return the words with one space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """Return the box of its words."""
        words = self.words
        top, bottom = min(w.top for w in words), max(w.bottom for w in words)
        return words[0].x0, top, max(w.x1 for w in words), bottom

    @property
    def height(self) -> float:
        """Return the height of its tallest word."""
        return max(word.height for word in self.words)


def lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Return the lines of upright text from the top down, then those of each other direction."""
    by_turn: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    found: list[Line] = []
    for turn in sorted(by_turn):
        found.extend(_upright_lines(turned(by_turn[turn], turn) if turn else by_turn[turn]))
    return tuple(found)


def segments(line: Line, gap: float = 2.0) -> tuple[Line, ...]:
    """Return the pieces of a line that stand more than `gap` times its height apart."""
    pieces: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        if word.x0 - pieces[-1][-1].x1 > gap * line.height:
            pieces.append([])
        pieces[-1].append(word)
    return tuple(Line(tuple(piece)) for piece in pieces)


def _upright_lines(glyphs: Sequence[Glyph]) -> Iterable[Line]:
    """Yield the lines of glyphs that read to the right; blank ones are left out."""
    current: list[Glyph] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=_middle_height):
        height = _middle_height(glyph)
        if current and height - middle > SAME_LINE * max(glyph.size, current[-1].size):
            yield from _line(current)
            current = []
        if not current:
            middle = height
        current.append(glyph)
    yield from _line(current)


def _middle_height(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2


def _line(glyphs: list[Glyph]) -> Iterable[Line]:
    """Yield the line of glyphs at one height, if they hold a word."""
    words: list[Word] = []
    current: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: g.x0):
        if glyph.text.isspace() or not glyph.text:
            words.extend(_word(current))
            current = []
            continue
        if current and _is_copy(glyph, current):
            continue
        if current and glyph.x0 - current[-1].x1 > WORD_GAP * glyph.size:
            words.extend(_word(current))
            current = []
        current.append(glyph)
    words.extend(_word(current))
    if words:
        yield Line(tuple(words))


def _is_copy(glyph: Glyph, before: list[Glyph]) -> bool:
    """Tell whether the glyph is one of the last two, drawn once more to look bold."""
    return any(
        glyph.text == other.text and glyph.x0 - other.x0 < DRAWN_TWICE * glyph.size
        for other in before[-2:]
    )


def _word(glyphs: list[Glyph]) -> Iterable[Word]:
    """Yield the word of adjoining glyphs, if there is one."""
    if glyphs:
        yield Word(
            "".join(glyph.text for glyph in glyphs),
            glyphs[0].x0,
            min(glyph.top for glyph in glyphs),
            max(glyph.x1 for glyph in glyphs),
            max(glyph.bottom for glyph in glyphs),
        )
