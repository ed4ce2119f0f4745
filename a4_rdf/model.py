"""What flows through the house: tables, findings, plans and releases, all frozen.

Every value that comes from a source keeps its `Place`, so that each published number leads back
to its cell. A cell inherited from a merged cell above keeps the place of that cell.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Column(StrEnum):
    """The columns of the a4 templates, in their order; the link came with the 2023 law."""

    NUMBER = "number"
    UNIT = "unit"
    OBJECTIVE = "objective"
    ACTIVITY = "activity"
    INDICATOR = "indicator"
    TARGET = "target"
    LINK = "link"

    # Columns are keys everywhere: that of `Enum` is a call of Python's, three times as slow.
    __hash__ = str.__hash__


class RowStatus(StrEnum):
    """What a source row is."""

    TITLE = "title"
    HEADER = "header"
    REPEATED_HEADER = "repeated-header"
    SECTION = "section"
    EXAMPLE = "example"
    GOAL = "goal"
    FOOTER = "footer"
    BLANK = "blank"


class ProcessLevel(StrEnum):
    """The process levels that the template's section rows name."""

    GOVERNING = "governing"
    ADVISORY = "advisory"
    VALUE_ADDING = "value-adding"
    DECONCENTRATED = "deconcentrated"
    SUPPORT = "support"


class UnitKind(StrEnum):
    """What stands in the unit column."""

    UNIT = "unit"
    PROJECT = "project"


class Bound(StrEnum):
    """How a target's number binds."""

    STATED = "stated"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"


class TargetStatus(StrEnum):
    """What a target cell says."""

    QUANTIFIED = "quantified"
    QUALITATIVE = "qualitative"
    BLANK = "blank"
    NOT_APPLICABLE = "not-applicable"
    MULTIPLE = "multiple"


class Basis(StrEnum):
    """How the number and the unit of measure of a target were found."""

    DIGITS = "digits"
    NUMBER_WORD = "number-word"
    UNIT_FROM_INDICATOR = "unit-from-indicator"
    NO_UNIT = "no-unit"


class Severity(StrEnum):
    """How much a finding weighs; the names are SHACL's."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"


class Regime(StrEnum):
    """Under which law a document is published."""

    LAW_2004 = "2004"
    LAW_2023 = "2023"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a value stands: 1-based row (line or sheet row) and cell; `part` is a sheet or page."""

    row: int
    column: int
    part: str = ""


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


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the organisation tree.

    `path` holds the names from the top down to this unit; `reported` the unit column's strings
    that name it, empty for a parent without rows of its own.
    """

    path: tuple[str, ...]
    reported: tuple[str, ...] = ()
    level: ProcessLevel | None = None
    kind: UnitKind = UnitKind.UNIT
    place: Place = Place(0, 0)

    @property
    def name(self) -> str:
        """Return the unit's own name, the last of its path."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Target:
    """One promise inside a target cell; `text` is its words, `value` a plain number (90 for 90 %).

    `unit_of_measure` is `%`, a currency code, the counted noun as written, or empty. `month` is
    that of the plan's year, 1 to 12, where a cell states one value for each month; else 0.
    """

    text: str
    status: TargetStatus
    value: Decimal | None = None
    value_max: Decimal | None = None
    bound: Bound = Bound.STATED
    unit_of_measure: str = ""
    basis: Basis = Basis.DIGITS
    month: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal row: who (unit), what for, what, measured how, how much.

    `unit` is the path of a `Unit` of the plan, `reported_unit` the unit column's string.
    `status` is the status of the whole cell; blank and not-applicable goals have no targets.
    `link` is a web address where the goal's progress can be verified.
    """

    row: int
    unit: tuple[str, ...]
    reported_unit: Statement
    number: str = ""
    section: str = ""
    level: ProcessLevel | None = None
    objective: Statement | None = None
    activity: Statement | None = None
    indicator: Statement | None = None
    target_cell: Statement | None = None
    status: TargetStatus = TargetStatus.BLANK
    targets: tuple[Target, ...] = ()
    link: Statement | None = None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A non-blank source row as published: number, status, repairs, own cells without persons."""

    number: int
    status: RowStatus
    repairs: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """What the footer declares about the document; persons and their addresses are left out.

    `withheld` names the personal fields that the source filled in (name, email, telephone).
    """

    updated: datetime.date | None = None
    periodicity: str = ""
    holder: str = ""
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What one document declares: its goals, units, footer, and all of its non-blank rows."""

    source: Source
    title: str
    regime: Regime
    columns: tuple[Column, ...]
    goals: tuple[Goal, ...]
    units: tuple[Unit, ...]
    rows: tuple[SourceRow, ...]
    footer: Footer


@dataclass(frozen=True, slots=True)
class Organization:
    """A public body as the publisher knows it."""

    slug: str
    name: str
    ruc: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, where and how; `base` is an IRI without a trailing slash."""

    base: str
    title: str
    name: str
    licence: str
    languages: tuple[str, ...] = ("es",)


@dataclass(frozen=True, slots=True)
class Release:
    """One publication of one document: whose, of which date, for which plan year.

    `year_basis` says how the year was found: `update-date`, `release-date` or `settings`.
    """

    organization: Organization
    date: datetime.date
    year: int
    year_basis: str = "update-date"
    previous: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class GoalNames:
    """The names of a goal and of the concepts that it speaks of, empty where it has none.

    `ordinals` holds, in parallel to the goal's targets, their 1-based place in source order among
    all targets of one unit, activity and indicator.
    """

    goal: str
    objective: str = ""
    activity: str = ""
    indicator: str = ""
    ordinals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The names from which a plan's IRIs are minted: of units by path, of goals in parallel.

    `successions` are units that took the place of another with this release: old name, new name.
    """

    units: Mapping[tuple[str, ...], str]
    goals: tuple[GoalNames, ...]
    successions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of a ledger: a thing's name under one of its keys, when it was seen, its successor.

    `kind` is an `iris.Kind`, `key` what releases say of the thing. `last_seen` is empty while the
    latest release has the key; `replaced_by` names the thing that takes this one's place.
    """

    kind: str
    name: str
    key: str
    first_seen: datetime.date | None = None
    last_seen: datetime.date | None = None
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A new thing that may be one that left: kind, names, keys, likeness from 0 to 1.

    `kind` is an `iris.Kind`.
    """

    kind: str
    new: str
    old: str
    new_key: str
    old_key: str
    likeness: float


class ChangeKind(StrEnum):
    """What may change between two releases."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    TARGET_RAISED = "target-raised"
    TARGET_LOWERED = "target-lowered"
    REWORDED = "reworded"
    UNIT_RENAMED = "unit-renamed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a release says otherwise than an earlier one, that of the date `before`.

    `unit` is a slug, `goal` a name, empty for a change of the unit itself; `former` is the name or
    slug that the goal or unit had before, where it is another. `old` and `new` are the words of the
    source; for what moved they are the names of the places, empty for the organisation itself, and
    `old_place` and `new_place` their slugs. Of a target that was raised or lowered, `target` and
    `old_target` are its numbers among the goal's, from 1, in the two releases; `old_value` and
    `new_value` are the numbers that moved, `measure` is their unit of measure.
    """

    kind: ChangeKind
    organization: str
    date: datetime.date
    unit: str = ""
    goal: str = ""
    former: str = ""
    label: str = ""
    old: str = ""
    new: str = ""
    target: int = 0
    old_value: Decimal | None = None
    new_value: Decimal | None = None
    before: datetime.date | None = None
    old_target: int = 0
    measure: str = ""
    old_place: str = ""
    new_place: str = ""
