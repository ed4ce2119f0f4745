"""A document as read and repaired: source, cells, rows, and what was noticed of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from a4_rdf.model.codes import Column, RowStatus


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a value stands: 1-based row (line or sheet row) and cell; `part` is a sheet or page."""

    row: int
    column: int
    part: str = ""


NOWHERE = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was noticed, repaired or left undecided at a place of the source.

    `code` is a key of `findings.KINDS`; `details` fills the placeholders of its texts.
    """

    code: str
    place: Place
    details: tuple[tuple[str, str], ...] = ()

    def detail(self, name: str) -> str:
        """Return the detail called `name`, or an empty string."""
        return dict(self.details).get(name, "")


@dataclass(frozen=True, slots=True)
class Correction:
    """A curator's decision on one cell of one document, or, without column, on what a row is.

    `source` is the document's SHA-256, `row` a row number of it. `value` is the cell's text, empty
    for "the row says nothing of its own there"; for a row it is a `RowStatus`. `role` names an
    office, never a person. `line` is the decision's line in its file.
    """

    source: str
    row: int
    column: Column | None
    value: str
    role: str
    why: str
    line: int = field(default=0, compare=False)


# The media type of a document that is a folder of files: the 2023 law's data, metadata, dictionary.
SET_OF_FILES = "multipart/mixed"


@dataclass(frozen=True, slots=True)
class Source:
    """One document as received: file name, media type, size in bytes, SHA-256, text encoding."""

    name: str
    media_type: str
    size: int
    digest: str
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, where it stands in the source, and the column it was found to be.

    `written` is the text exactly as read; repairs change `text` and leave `written` alone.
    """

    text: str
    place: Place
    written: str = ""
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: source row number, cells in source order, status, repairs made to it.

    After repair a GOAL row has at most one cell per column, own or inherited (an inherited cell's
    place is in another row), and a cell without column for words that no column took.
    `in_table` is False for a line, or a narrow table's row, beside the tables of data.
    """

    number: int
    cells: tuple[Cell, ...]
    status: RowStatus | None = None
    repairs: tuple[str, ...] = ()
    in_table: bool = True

    def cell(self, column: Column) -> Cell | None:
        """Return the cell of a column, or None where the row has none."""
        for cell in self.cells:
            if cell.column is column:
                return cell
        return None

    # Each step of the repair makes rows anew: this takes half the time of `dataclasses.replace`.
    def with_cells(self, cells: tuple[Cell, ...]) -> Row:
        """Return the row with other cells."""
        return Row(self.number, cells, self.status, self.repairs, self.in_table)

    def with_status(self, status: RowStatus) -> Row:
        """Return the row with another status."""
        return Row(self.number, self.cells, status, self.repairs, self.in_table)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one document, blank ones included, and the columns that its header names."""

    source: Source
    rows: tuple[Row, ...]
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of the source, spaces normalised, with the place of the cell that says them."""

    text: str
    place: Place
