"""Bars: which declared numbers may stand beside each other, and how each is drawn.

Only what is comparable is drawn together: three or more numbers of one unit of measure (each
currency is one) and of one bound, that are not all the same and none below zero. «Como mínimo 80»
promises something else than «80», so each bound has a chart of its own; what was declared without a
unit of measure has none. Bars begin at zero; percentages end at a hundred, unless one is above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from rdflib import URIRef

from a4_rdf.serve import words
from a4_rdf.serve.pages.barlabels import Lettered, Sheet, lettered
from a4_rdf.serve.pages.lettering import BOLD, breadth, drawable

FEWEST = 3
MOST = 20
"""Bars of one chart; the greatest are drawn, the others counted."""

PERCENT = "porcentaje"
WHOLE = Decimal(100)

WIDTH, SIZE, LINE = 320, 14, 18
"""Width of a drawing, size of its letters and height of a line, in its own unit."""

UNDER, BAR, GAP, SPACE = 4, 14, 12, 6
"""What parts a label from its bar; height of a bar; what parts bars, and a bar from its number."""


Names = Mapping[URIRef, Sequence[str]]
"""By thing, names that may tell it from its fellows, the best first, at least one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A declared number: what it leads to, its measure and its bound as codes.

    No `measure` where none was declared, no `bound` where the number is just stated. `number` tells
    which of the thing's numbers it is; `place` says where the source declares it, in words for
    people, empty where that is not known.
    """

    thing: URIRef
    value: Decimal
    measure: str
    bound: str
    number: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that may be compared, the greatest first; `rest` are how many are not drawn."""

    measure: str
    bound: str
    figures: tuple[Figure, ...]
    rest: int

    @property
    def name(self) -> str:
        """Return what tells the group from the others of one thing, as part of an address."""
        return f"{self.measure}.{self.bound}" if self.bound else self.measure


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `label` in full and in `lines`, its number written out, its place and its length."""

    thing: URIRef
    label: str
    number: str
    lines: tuple[str, ...]
    top: int
    length: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing `height` high: its name in addresses, its bars from the top, how many are left out.

    `measure` and `bound` are what its numbers have in common, in words; no `bound` where each is
    just stated, no `measure` where goals are counted.
    """

    name: str
    measure: str
    bound: str
    bars: tuple[Bar, ...]
    rest: int
    height: int

    width: ClassVar[int] = WIDTH
    size: ClassVar[int] = SIZE
    line: ClassVar[int] = LINE
    under: ClassVar[int] = UNDER
    thick: ClassVar[int] = BAR
    space: ClassVar[int] = SPACE

    @property
    def drawn(self) -> int:
        """Return how many bars there are."""
        return len(self.bars)


def groups(figures: Iterable[Figure]) -> tuple[Group, ...]:
    """Return the groups of numbers that may be drawn, those of the most numbers first."""
    found: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure:
            found[figure.measure, figure.bound].append(figure)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    drawn = (_group(*key, own) for key, own in ranked if min(f.value for f in own) >= 0)
    return tuple(group for group in drawn if _is_telling(group))


def chart(group: Group, names: Names, lang: str, measure: str = "", bound: str = "") -> Chart:
    """Return the drawing of a group.

    `measure` and `bound` are the words for those of the group in the language `lang`.
    """
    rows = sorted(
        zip(group.figures, _labels(group.figures, names), strict=True),
        key=lambda row: (-row[0].value, row[1].text, row[0].thing),
    )
    numbers = [_number(group, figure.value, lang) for figure, _ in rows]
    room = WIDTH - SPACE - max(breadth(number, SIZE * BOLD) for number in numbers)
    scale = _scale(group)
    bars: list[Bar] = []
    top = 0
    for (figure, label), number in zip(rows, numbers, strict=True):
        length = round(float(figure.value / scale) * room, 1)
        bars.append(Bar(figure.thing, label.text, number, label.lines, top, length))
        top += len(label.lines) * LINE + UNDER + BAR + GAP
    return Chart(group.name, measure, bound, tuple(bars), group.rest, top)


def _is_telling(group: Group) -> bool:
    """Tell whether the bars that would be drawn are enough, and not all of one length."""
    return len(group.figures) >= FEWEST and len({f.value for f in group.figures}) > 1


def _group(measure: str, bound: str, figures: list[Figure]) -> Group:
    ranked = sorted(figures, key=lambda figure: (-figure.value, figure.thing))
    return Group(measure, bound, tuple(ranked[:MOST]), max(0, len(ranked) - MOST))


def _labels(figures: Sequence[Figure], names: Names) -> list[Lettered]:
    said = [[drawable(name) for name in names[figure.thing]] for figure in figures]
    return lettered(said, [figure.place for figure in figures], Sheet(SIZE, WIDTH))


def _number(group: Group, value: Decimal, lang: str) -> str:
    written = words.number(value, lang)
    return f"{written} %" if group.measure == PERCENT else written


def _scale(group: Group) -> Decimal:
    """Return the number that is drawn as the longest bar that fits."""
    greatest = group.figures[0].value
    return max(greatest, WHOLE) if group.measure == PERCENT else greatest
