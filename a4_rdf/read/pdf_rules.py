"""From the rules of a page to its tables: where rules meet there is a table, and where a rule is
missing between two fields of its grid they are one merged cell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from a4_rdf.read.pdf_view import Box

NEAR = 3.0  # points: rules that near are one rule, ends that near touch
SHORTEST = 4.0  # points: shorter strokes are ornaments or dashes
MOST_FIELDS = 100_000
MOST_CROSSINGS = 1_000_000

Span = tuple[float, float]
Strokes = dict[float, list[Span]]  # where a rule stands → from where to where it is drawn


class TooManyRulesError(Exception):
    """A page draws more rules than any table needs."""


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a ruled table: 0-based row and column of its first field, and its spans.

    `plain` is false where its fields form no rectangle, because a rule is drawn in part: its words
    stand in its first field then, and its spans are 1.
    """

    row: int
    column: int
    rows: int
    columns: int
    plain: bool = True


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A grid of rules and its cells; `fields` gives each field's cell, row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    fields: tuple[int, ...]

    @property
    def box(self) -> Box:
        """Return the table's outline."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def region_at(self, x: float, y: float) -> int | None:
        """Return the index of the cell at a point, or None outside of the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        width, height = len(self.xs) - 1, len(self.ys) - 1
        if not (0 <= column < width and 0 <= row < height):
            return None
        return self.fields[row * width + column]


def ruled_tables(rules: Iterable[Box]) -> tuple[RuledTable, ...]:
    """Return the tables of two columns or more, from the top down.

    Raises TooManyRulesError.
    """
    level, up = _strokes(rules)
    tables = []
    for group in _groups(level, up):
        table = _table(*group)
        if table is not None:
            tables.append(table)
    return tuple(sorted(tables, key=lambda table: (table.ys[0], table.xs[0])))


def level_rules(rules: Iterable[Box]) -> tuple[tuple[float, float, float], ...]:
    """Return the level rules as (height, left, right), from the top down."""
    level, _ = _strokes(rules)
    return tuple((y, a, b) for y in sorted(level) for a, b in level[y])


def _strokes(rules: Iterable[Box]) -> tuple[Strokes, Strokes]:
    """Return level and upright strokes: near ones as one, pieces joined, short ones dropped."""
    level: list[tuple[float, Span]] = []
    up: list[tuple[float, Span]] = []
    for x0, top, x1, bottom in rules:
        if x1 - x0 >= bottom - top:
            level.append(((top + bottom) / 2, (x0, x1)))
        else:
            up.append(((x0 + x1) / 2, (top, bottom)))
    return _joined(level), _joined(up)


def _joined(strokes: list[tuple[float, Span]]) -> Strokes:
    """Return strokes by place, places snapped together, pieces that touch joined."""
    places = _snapped(place for place, _ in strokes)
    by_place: Strokes = {}
    for place, span in strokes:
        by_place.setdefault(places[place], []).append(span)
    found: Strokes = {}
    for place, spans in by_place.items():
        long = [span for span in _united(spans) if span[1] - span[0] >= SHORTEST]
        if long:
            found[place] = long
    return found


def _snapped(places: Iterable[float]) -> dict[float, float]:
    """Return for each place the mean of the places near it."""
    found: dict[float, float] = {}
    group: list[float] = []
    for place in [*sorted(set(places)), float("inf")]:
        if group and place - group[0] > NEAR:
            mean = sum(group) / len(group)
            found.update(dict.fromkeys(group, mean))
            group = []
        group.append(place)
    return found


def _united(spans: list[Span]) -> list[Span]:
    """Return spans with those that touch joined."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + NEAR:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _groups(level: Strokes, up: Strokes) -> list[tuple[Strokes, Strokes]]:
    """Return the strokes that hang together by their crossings, group by group."""
    flat = [(y, span) for y, spans in level.items() for span in spans]
    tall = [(x, span) for x, spans in up.items() for span in spans]
    if len(flat) * len(tall) > MOST_CROSSINGS:
        raise TooManyRulesError
    parents = list(range(len(flat) + len(tall)))
    for i, (y, (left, right)) in enumerate(flat):
        for j, (x, (top, bottom)) in enumerate(tall, len(flat)):
            if left - NEAR <= x <= right + NEAR and top - NEAR <= y <= bottom + NEAR:
                _unite(parents, i, j)
    groups: dict[int, tuple[Strokes, Strokes]] = {}
    for at, (place, span) in enumerate([*flat, *tall]):
        group = groups.setdefault(_root(parents, at), ({}, {}))
        group[at >= len(flat)].setdefault(place, []).append(span)
    return list(groups.values())


def _root(parents: list[int], at: int) -> int:
    """Return the representative of a member; paths are halved on the way."""
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


def _unite(parents: list[int], one: int, other: int) -> None:
    """Put two members in one set."""
    parents[_root(parents, one)] = _root(parents, other)


def _table(level: Strokes, up: Strokes) -> RuledTable | None:
    """Return the table that a group of strokes draws, None where it has a single column."""
    if not level or not up:
        return None
    xs = _with_ends(sorted(up), [span for spans in level.values() for span in spans])
    ys = _with_ends(sorted(level), [span for spans in up.values() for span in spans])
    if len(xs) < 3 or len(ys) < 2:
        return None
    width, height = len(xs) - 1, len(ys) - 1
    if width * height > MOST_FIELDS:
        raise TooManyRulesError
    parents = list(range(width * height))
    for at in _open(xs, ys, up):
        row, column = at[1], at[0]
        _unite(parents, row * width + column, row * width + column - 1)
    for row, column in _open(ys, xs, level):
        _unite(parents, row * width + column, (row - 1) * width + column)
    roots = [_root(parents, at) for at in range(width * height)]
    return RuledTable(tuple(xs), tuple(ys), *_regions(roots, width))


def _with_ends(places: list[float], spans: list[Span]) -> list[float]:
    """Return the places of rules, with the ends of the crossing ones where they stick out."""
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    before = [first] if first < places[0] - NEAR else []
    after = [last] if last > places[-1] + NEAR else []
    return [*before, *places, *after]


def _open(
    across: Sequence[float], along: Sequence[float], strokes: Strokes
) -> list[tuple[int, int]]:
    """Return where no rule parts a field from the one before it: (index across, index along)."""
    found: list[tuple[int, int]] = []
    middles = [(a + b) / 2 for a, b in pairwise(along)]
    for at in range(1, len(across) - 1):
        walls = [False] * len(middles)
        for start, end in strokes.get(across[at], ()):
            for field in range(bisect_left(middles, start), bisect_right(middles, end)):
                walls[field] = True
        found.extend((at, field) for field, wall in enumerate(walls) if not wall)
    return found


def _regions(roots: list[int], width: int) -> tuple[tuple[Region, ...], tuple[int, ...]]:
    """Return the cells of a grid in reading order, and the cell of each field."""
    numbers: dict[int, int] = {}
    members: list[list[int]] = []
    for at, root in enumerate(roots):
        if root not in numbers:
            numbers[root] = len(members)
            members.append([])
        members[numbers[root]].append(at)
    regions = []
    for fields in members:
        rows = [at // width for at in fields]
        columns = [at % width for at in fields]
        high, wide = rows[-1] - rows[0] + 1, max(columns) - min(columns) + 1
        plain = high * wide == len(fields)
        spans = (high, wide) if plain else (1, 1)
        regions.append(Region(rows[0], columns[0], *spans, plain))
    return tuple(regions), tuple(numbers[root] for root in roots)
