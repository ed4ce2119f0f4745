"""Text in a drawing: how broad it comes out, and how it is broken into lines that fit."""

from __future__ import annotations

from collections.abc import Iterator

ELLIPSIS = "…"

NARROW, BROAD = frozenset(" .,;:'|!()[]-/ijlftrIíì"), frozenset("mwMW%@…—")
DIGIT, LETTER, CAPITAL, SLIM, WIDE = 0.64, 0.58, 0.74, 0.40, 0.95
"""Advance widths in em, on the large side of the usual sans-serif faces: no font is at hand."""

BOLD = 1.12
"""How many times broader bold letters are."""


def breadth(text: str, size: float) -> float:
    """Return about how broad a text is, in the unit of its size, rather too broad than too slim."""
    return size * sum(map(_advance, text))


def wrapped(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """Return a text in at most so many lines of a width; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, size, width):
        longer = f"{line} {piece}" if line else piece
        if breadth(longer, size) <= width:
            line = longer
        else:
            lines.append(line)
            line = piece
    lines += [line] if line else []
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(lines[most - 1], size, width))


def drawable(text: str) -> str:
    """Return a text with single spaces, without the characters that XML forbids or no eye sees."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _advance(character: str) -> float:
    if character in NARROW:
        return SLIM
    if character in BROAD:
        return WIDE
    if character.isdigit():
        return DIGIT
    return CAPITAL if character.isupper() else LETTER


def _pieces(text: str, size: float, width: float) -> Iterator[str]:
    """Yield the words of a text, those that are broader than a line in pieces that fit."""
    for word in text.split():
        piece = ""
        for character in word:
            if piece and breadth(piece + character, size) > width:
                yield piece
                piece = ""
            piece += character
        yield piece


def _cut(line: str, size: float, width: float) -> str:
    """Return a line with an ellipsis, without its last words, or the end of its only one."""
    while line and breadth(line + ELLIPSIS, size) > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return line + ELLIPSIS
