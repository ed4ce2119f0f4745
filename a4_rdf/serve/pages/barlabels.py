"""What each bar of a chart is called: names that tell it from the others, in full and as drawn.

A name is drawn in few lines and loses its end where it is long, so that two bars may be drawn alike
though their names are not: then each part of a name has a line of its own, shortened at a word. Of
goals that say the very same words the place in the document tells which is which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from a4_rdf.serve.pages.lettering import wrapped

LINES = 2
"""Lines of a name that is drawn."""

AT_MOST = 2
"""Names of a thing that one bar is called by."""


@dataclass(frozen=True, slots=True)
class Lettered:
    """What a bar is called: in full, and in the lines that are drawn."""

    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What names are drawn on: the size of the letters and the breadth of a line."""

    size: float
    width: float

    def whole(self, text: str) -> Lettered:
        """Return a name drawn as one text."""
        return Lettered(text, wrapped(text, self.size, self.width, LINES))

    def by_line(self, names: Sequence[str]) -> Lettered:
        """Return several names drawn with a line for each."""
        lines = tuple(line for name in names for line in wrapped(name, self.size, self.width, 1))
        return Lettered(": ".join(names), lines)

    def placed(self, text: str, place: str) -> Lettered:
        """Return a name with a place behind it, which is drawn whole."""
        both = self.whole(f"{text} ({place})")
        if place in both.lines[-1]:
            return both
        return Lettered(both.text, (*wrapped(text, self.size, self.width, LINES - 1), place))


def lettered(said: Sequence[Sequence[str]], places: Sequence[str], sheet: Sheet) -> list[Lettered]:
    """Return what each bar is called, by the names of its thing, the best first, at least one.

    The first name of each where that tells all apart, else another, else two; where two are drawn
    alike even so, with the place of each, empty where none is known.
    """
    for at in range(min(map(len, said))):
        column = [sheet.whole(own[at]) for own in said]
        if _are_telling(column):
            return column
    shared = set(said[0]).intersection(*said)
    telling = [[name for name in dict.fromkeys(own) if name not in shared] for own in said]
    names = [own[:AT_MOST] or [said[0][0]] for own in telling]
    whole = [sheet.whole(": ".join(own)) for own in names]
    found = [
        sheet.by_line(own) if is_alike and len(own) == LINES else one
        for own, one, is_alike in zip(names, whole, _alike(whole), strict=True)
    ]
    return [
        sheet.placed(one.text, place) if is_alike and place else one
        for one, place, is_alike in zip(found, places, _alike(found), strict=True)
    ]


def _are_telling(column: Sequence[Lettered]) -> bool:
    return not any(_alike(column))


def _alike(column: Sequence[Lettered]) -> list[bool]:
    """Tell of each name whether another is drawn as it is."""
    times = Counter(one.lines for one in column)
    return [times[one.lines] > 1 for one in column]
