"""What the workbook readers share: find the sheet of the a4 table, expand its merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from a4_rdf import headings
from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Finding, Place, Row
from a4_rdf.read.bounds import Bounds, within

# How many rows with words may stand above the header; a title has a handful.
LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Area:
    """A merged range: first and last row, first and last column, 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One sheet as read: texts by row and column, merged ranges, hidden parts, what was noticed.

    `rows` has no blank texts and need not be in order; findings are by row and column.
    """

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    noticed: list[tuple[str, int, int, tuple[tuple[str, str], ...]]] = field(default_factory=list)

    def put(self, row: int, column: int, text: str) -> None:
        """Set the text of a position; blank text leaves it empty."""
        if text and not text.isspace():
            self.rows.setdefault(row, {})[column] = text

    def notice(self, code: str, row: int, column: int, **details: str) -> None:
        """Keep a finding about a position."""
        self.noticed.append((code, row, column, tuple(details.items())))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that may hold the table: name, whether it is hidden, and its first rows' texts."""

    name: str
    hidden: bool
    beginning: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheet to read, by index, its name where a place must say it, and what was noticed."""

    index: int
    part: str
    findings: tuple[Finding, ...]


def choose(document: str, sheets: Sequence[Sheet]) -> Choice:
    """Return the sheet with the most a4 headings, visible sheets before hidden ones.

    Without any, the first sheet with words: what is wrong with it is told later, by its
    headings. Raises SourceError `empty-workbook`.
    """
    order = sorted(range(len(sheets)), key=lambda n: (sheets[n].hidden, n))
    scores = {n: _score(sheets[n].beginning) for n in order if sheets[n].beginning}
    if not scores:
        message = f"se esperaba un libro con una tabla a4; sus {len(sheets)} hojas están vacías"
        raise SourceError(document, "empty-workbook", message)
    # A hidden sheet is read only where no visible one has a header.
    index = max(scores, key=lambda n: (bool(scores[n]), not sheets[n].hidden, scores[n]))
    part = sheets[index].name if len(sheets) > 1 else ""
    place = Place(1, 1, part)
    findings = [
        Finding("sheet-not-read", place, (("sheet", sheets[n].name), ("read", sheets[index].name)))
        for n in sorted(scores)
        if n != index and scores[n]
    ]
    if sheets[index].hidden:
        findings.append(Finding("hidden-sheet-read", place, (("sheet", sheets[index].name),)))
    return Choice(index, part, tuple(findings))


def _score(rows: Iterable[Sequence[str]]) -> int:
    """Return how many a4 columns the best row names, 0 where none is a header."""
    found = (headings.header_columns(row) for row in rows)
    return max((len(set(columns) - {None}) for columns in found if columns), default=0)


def table_rows(
    document: str, grid: Grid, part: str, bounds: Bounds
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Return the rows that hold words, in order, merged cells expanded, and the findings.

    A position under a vertical merge gets the origin's text and the origin's place; positions
    right of the origin get nothing. A row that is covered as a whole has no cells.
    """
    within(document, "rows", len(grid.rows), bounds.rows)
    covers = _covers(grid, bounds)
    noticed = [
        Finding(code, Place(row, column, part), details)
        for code, row, column, details in grid.noticed
    ]
    rows = tuple(
        Row(number, tuple(_cells(number, grid, covers, part, noticed)))
        for number in sorted({*grid.rows, *covers})
    )
    return rows, (*noticed, *_hidden(grid, part))


_Covers = Mapping[int, Sequence[tuple[Area, str]]]


def _covers(grid: Grid, bounds: Bounds) -> _Covers:
    """Return the merged ranges over each row, down to the last row with words.

    Ranges that overlap an earlier one are none that a workbook can show, and are left out: so
    the work is bounded by the size of the table.
    """
    covers: dict[int, list[tuple[Area, str]]] = {}
    last = max(grid.rows, default=0)
    for area in sorted(grid.areas, key=lambda area: (area.top, area.left)):
        text = grid.rows.get(area.top, {}).get(area.left, "")
        for row in range(area.top, min(area.bottom, last, area.top + bounds.rows) + 1):
            others = covers.setdefault(row, [])
            if any(_overlap(area, other) for other, _ in others):
                break
            others.append((area, text))
    return covers


def _overlap(one: Area, other: Area) -> bool:
    """Tell whether two ranges over the same row share a column."""
    return one.left <= other.right and other.left <= one.right


def _cells(
    number: int, grid: Grid, covers: _Covers, part: str, noticed: list[Finding]
) -> Iterator[Cell]:
    """Yield a row's cells by column: its own, and those of ranges from above."""
    own = dict(grid.rows.get(number, {}))
    inherited: dict[int, Cell] = {}
    for area, text in covers.get(number, ()):
        _uncover(own, number, area, part, noticed)
        if number > area.top and text:
            inherited[area.left] = Cell(text, Place(area.top, area.left, part), text)
    if not own:
        return
    for column in sorted({*own, *inherited}):
        if column in inherited:
            yield inherited[column]
        else:
            yield Cell(own[column], Place(number, column, part), own[column])


def _uncover(
    own: dict[int, str], number: int, area: Area, part: str, noticed: list[Finding]
) -> None:
    """Take out the texts that a merged range hides; nobody sees them in the workbook."""
    for column in [column for column in own if area.left <= column <= area.right]:
        if (number, column) != (area.top, area.left):
            del own[column]
            noticed.append(Finding("covered-cell", Place(number, column, part)))


def _hidden(grid: Grid, part: str) -> Iterator[Finding]:
    """Yield a finding per run of hidden rows and per hidden column that hold words."""
    for first, last in _runs(row for row in grid.hidden_rows if row in grid.rows):
        rows = str(first) if first == last else f"{first}-{last}"
        yield Finding("hidden-rows-read", Place(first, 1, part), (("rows", rows),))
    used = {column for texts in grid.rows.values() for column in texts}
    for column in sorted(grid.hidden_columns & used):
        detail = (("column", letters(column)),)
        yield Finding("hidden-column-read", Place(1, column, part), detail)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of consecutive numbers."""
    first = last = 0
    for number in sorted(set(numbers)):
        if last and number == last + 1:
            last = number
            continue
        if last:
            yield first, last
        first = last = number
    if last:
        yield first, last


def letters(column: int) -> str:
    """Return the letters by which a workbook names a column: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
