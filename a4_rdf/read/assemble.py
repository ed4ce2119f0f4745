"""Lines and tables become rows: which of them are read, their numbers, and what was left out.

Read are the a4 tables (those with an a4 header), tables as wide as the a4 table before them (its
continuation), and, near these, lines and narrow tables (title and footer). Other tables and
farther lines are menus, directories, links: they are counted in findings and not read. A document
without any a4 header is read whole, so that its refusal can name the headings that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from a4_rdf import headings, spanish
from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Finding, Place, Row
from a4_rdf.read.blocks import WIDE, FlatTable, Line
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.grid import Grid

PARTS_BEFORE = 12
PARTS_AFTER = 24


@dataclass(frozen=True, slots=True)
class _Choice:
    """The lines and tables that are read, and how many of each are not."""

    kept: list[Line | FlatTable]
    tables_out: int = 0
    lines_out: int = 0


@dataclass(slots=True)
class _Draft:
    """The rows while they are numbered."""

    name: str
    bounds: Bounds
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def next_number(self) -> int:
        """Return the number of the next row, within bounds."""
        within(self.name, "rows", len(self.rows) + 1, self.bounds.rows)
        return len(self.rows) + 1


def assembled(
    name: str, blocks: Iterable[Line | FlatTable], bounds: Bounds
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Return the rows of a document, numbered through it, and what was noticed.

    Raises SourceError: not-a-table, too-many-rows, too-many-columns, cell-too-long.
    """
    parts = list(blocks)
    _refuse_prose(name, parts)
    choice = _chosen(parts)
    draft = _Draft(name, bounds)
    several = sum(isinstance(part, FlatTable) for part in choice.kept) > 1
    tables = 0
    for part in choice.kept:
        if isinstance(part, Line):
            _add_line(draft, part)
        else:
            tables += 1
            _add_table(draft, part, f"tabla {tables}" if several else "")
    draft.findings.extend(left_out("tables-left-out", choice.tables_out))
    draft.findings.extend(left_out("lines-left-out", choice.lines_out))
    return tuple(draft.rows), tuple(draft.findings)


def left_out(code: str, count: int) -> tuple[Finding, ...]:
    """Return the finding that says how much was not read, none where all was."""
    return (Finding(code, Place(1, 1), (("count", str(count)),)),) if count else ()


def _refuse_prose(name: str, parts: Sequence[Line | FlatTable]) -> None:
    """Raise SourceError `not-a-table` when no row has enough cells for a table."""
    widest = max((_texts(part) for part in parts if isinstance(part, FlatTable)), default=0)
    if widest < WIDE:
        found = f"la fila más ancha tiene {widest}" if widest else "no trae ninguna"
        message = f"se esperaba una tabla de {WIDE} columnas o más; {found}"
        raise SourceError(name, "not-a-table", message)


def _chosen(parts: Sequence[Line | FlatTable]) -> _Choice:
    """Return what is read of a document, and how much is not."""
    tables = _a4_tables(parts)
    if not tables:
        return _Choice(list(parts))
    first, last = min(tables), max(tables)
    loose = [at for at, part in enumerate(parts) if _is_loose(part) and at not in tables]
    near = {at for at in loose if first < at < last}
    near.update([at for at in loose if at < first][-PARTS_BEFORE:])
    near.update([at for at in loose if at > last][:PARTS_AFTER])
    kept = [part for at, part in enumerate(parts) if at in tables or at in near]
    out = [part for at, part in enumerate(parts) if at not in tables and at not in near]
    lines = sum(isinstance(part, Line) for part in out)
    return _Choice(kept, len(out) - lines, lines)


def _a4_tables(parts: Sequence[Line | FlatTable]) -> set[int]:
    """Return the positions of the tables with an a4 header and of those that go on with them."""
    found, width = set(), 0
    for at, part in enumerate(parts):
        if isinstance(part, Line):
            continue
        header = _header_width(part)
        width = header or width
        if header or (width and width == _width(part)):
            found.add(at)
    return found


def _is_loose(part: Line | FlatTable) -> bool:
    """Tell whether a part is no table of data: a line, or the narrow table of a title or footer."""
    return isinstance(part, Line) or _texts(part) < WIDE


def _header_width(table: FlatTable) -> int:
    """Return how many columns an a4 table has, 0 for a table without an a4 header."""
    for row in table.rows:
        texts = [spanish.tidy(span.text) for span in row.spans if span.text]
        if headings.header_columns(texts) is not None:
            return _width(table)
    return 0


def _width(table: FlatTable) -> int:
    """Return how many columns the widest row fills, merged ones counted once."""
    return max(len(row.spans) for row in table.rows)


def _texts(table: FlatTable) -> int:
    """Return how many texts the row with the most of them has."""
    return max(sum(bool(span.text) for span in row.spans) for row in table.rows)


def _add_line(draft: _Draft, line: Line) -> None:
    """Add a line as a row that stands in no table; one without words leaves only its notes."""
    number = draft.next_number()
    within(draft.name, "cell_characters", len(line.text), draft.bounds.cell_characters, number)
    place = Place(number, 1)
    draft.findings.extend(Finding(code, place) for code in line.notes)
    if line.text:
        draft.rows.append(Row(number, (Cell(line.text, place, line.text),), in_table=False))


def _add_table(draft: _Draft, table: FlatTable, part: str) -> None:
    """Add a table's rows, blank ones included."""
    grid, loose = Grid(draft.name, draft.bounds, part), _is_loose(table)
    hidden: list[int] = []
    for flat in table.rows:
        number = draft.next_number()
        row = grid.row(number, flat.spans)
        draft.rows.append(replace(row, in_table=False) if loose else row)
        if flat.hidden and draft.rows[-1].cells:
            hidden.append(number)
        if flat.last:
            grid.end_group()
    draft.findings.extend(grid.findings)
    if hidden:
        rows = ", ".join(map(str, hidden[:12])) + (", …" if len(hidden) > 12 else "")
        draft.findings.append(
            Finding("hidden-rows-read", Place(hidden[0], 1, part), (("rows", rows),))
        )
