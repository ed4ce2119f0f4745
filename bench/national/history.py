"""A body's months: most change only the date, some the plan, a new year starts another plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from a4_rdf.model import Column
from bench.corpus.grid import Style
from bench.corpus.tables import Draw
from bench.corpus.words import Words
from bench.corpus.writers import FORMATS, TRIPLE
from bench.national import page
from bench.national.bodies import Body, body
from bench.national.edits import MONTHLY, YEARLY, Edit, Kind, edit
from bench.national.page import Layout, Line, lines
from bench.national.state import Desk, fill, new_goal

START = (2024, 10)
DATE_ONLY, MISSED, OTHER_FORM = 0.7, 0.05, 0.08
LAW_2023_FIRST, LAW_2023_LATER = 0.25, 0.15
EDITS = ((1, 34), (2, 26), (3, 16), (4, 11), (5, 8), (6, 5))
NEW_PLAN = 0.7  # edits for each goal when a year begins
COMMON = {
    "pdf": 30, "xlsx": 20, "docx": 12, "xls": 10, "csv": 10, "txt": 7, "html": 6, "ods": 5,
}  # fmt: skip
ENCODINGS = {
    "txt": (("utf-8", 6), ("cp1252", 3), ("utf-8-sig", 1)),
    "csv": (("cp1252", 5), ("utf-8-sig", 4), ("utf-8", 2)),
    "html": (("utf-8", 7), ("cp1252", 3)),
}


class Event(StrEnum):
    """What a month was for a body."""

    FIRST = "first"
    DATE_ONLY = "date-only"
    EDITED = "edited"
    NEW_PLAN = "new-plan"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Options:
    """What may be drawn: first month, formats, damage.

    `damage` is the share of rows damaged in text and CSV documents; with `contacts` footers name an
    invented person and an address of the example domain.
    """

    start: tuple[int, int] = START
    formats: tuple[str, ...] = FORMATS
    damage: float = 0.0
    contacts: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Month:
    """What happened to a body in a month, and its document; a missed month has none.

    `lines` are the goals in document order as they were before any damage, `damaged` the identities
    of those whose rows were damaged, with the kind. `version` counts the contents of the body.
    """

    body: Body
    date: date
    event: Event
    form: str = ""
    layout: Layout | None = None
    style: Style = field(default_factory=Style)
    lines: tuple[Line, ...] = ()
    edits: tuple[Edit, ...] = ()
    version: int = 0
    contacts: bool = False
    damaged: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """Return the document's path in the workspace, empty where there is none."""
        if self.event is Event.MISSED:
            return ""
        suffix = "" if self.form == TRIPLE else f".{self.form}"
        return f"sources/{self.body.organization.slug}/{self.date}{suffix}"

    @property
    def regime(self) -> str:
        """Return the law that the document follows."""
        return "" if self.layout is None else "2023" if self.form == TRIPLE else "2004"


def month_ends(start: tuple[int, int], count: int) -> Iterator[date]:
    """Yield the last days of months."""
    first = start[0] * 12 + start[1] - 1
    for number in range(first + 1, first + count + 1):
        yield date(number // 12, number % 12 + 1, 1) - timedelta(days=1)


def history(index: int, count: int, seed: int, options: Options) -> tuple[Month, ...]:
    """Return the months of the body with a number; they depend on no other body."""
    draw = Draw(page.seeded(seed, index), Words())
    past = _Past(body(index, draw.random), draw, options)
    past.begin(index)
    return tuple(past.month(day) for day in month_ends(options.start, count))


class _Past:
    """A body while its months go by."""

    def __init__(self, of: Body, draw: Draw, options: Options) -> None:
        self.body, self.draw, self.options = of, draw, options
        self.upper, self.merges = draw.chance(0.75), draw.chance(0.7)
        self.year, self.version = 0, 0
        self.lines: tuple[Line, ...] = ()
        self.form, self.style = "", Style()
        self.layout, self.desk = self._fresh(False)

    def begin(self, index: int) -> None:
        """Choose the first format: each in turn for the first bodies, then by how common it is."""
        formats = self.options.formats
        law_2023 = TRIPLE in formats and self.draw.chance(LAW_2023_FIRST)
        if index < len(formats):
            law_2023 = formats[index] == TRIPLE
        self.layout, self.desk = self._fresh(law_2023 or formats == (TRIPLE,))
        fill(self.desk, self.body.goals, self.layout.has_sections)
        self.form = formats[index] if index < len(formats) else self._form()
        self.style = self._style()

    def _fresh(self, law_2023: bool) -> tuple[Layout, Desk]:
        """Return a layout of one of the laws, and an empty desk for it."""
        slug = self.body.organization.slug
        layout = (
            page.layout_2023(self.draw, slug)
            if law_2023
            else page.layout_2004(self.draw, self.merges)
        )
        return layout, Desk(self.draw, Column.ACTIVITY in layout.columns, self.upper)

    def month(self, day: date) -> Month:
        """Return what happens in a month."""
        is_first = self.year == 0
        if not is_first and self.draw.chance(MISSED):
            return Month(self.body, day, Event.MISSED)
        self.desk.touched.clear()
        event, edits = self._happens(day, is_first)
        self.year = day.year
        if event is not Event.DATE_ONLY:
            self.version += 1
            self.lines = lines(self.desk.state, self.layout)
        return Month(
            self.body,
            day,
            event,
            self.form,
            self.layout,
            self.style,
            self.lines,
            edits,
            self.version,
            self.options.contacts,
        )

    def _happens(self, day: date, is_first: bool) -> tuple[Event, tuple[Edit, ...]]:
        """Let a month's edits happen and return what the month was."""
        if is_first:
            return Event.FIRST, ()
        if day.year != self.year:
            return Event.NEW_PLAN, self._new_plan()
        if self.draw.chance(OTHER_FORM):
            self.form = self._form()
            self.style = self._style()
        if self.draw.chance(DATE_ONLY):
            return Event.DATE_ONLY, ()
        counts, weights = zip(*EDITS, strict=True)
        count = self.draw.random.choices(counts, weights)[0]
        done = [edit(self.desk, MONTHLY) for _ in range(count)]
        edits = tuple(one for one in done if one is not None)
        return (Event.EDITED if edits else Event.DATE_ONLY), edits

    def _new_plan(self) -> tuple[Edit, ...]:
        """Return the edits that make another year's plan, or go over to the 2023 law."""
        may = TRIPLE in self.options.formats and self.form != TRIPLE
        if may and self.draw.chance(LAW_2023_LATER):
            return self._other_law()
        count = max(2, round(NEW_PLAN * len(self.desk.state.goals)))
        done = [edit(self.desk, YEARLY) for _ in range(count)]
        return tuple(one for one in done if one is not None)

    def _other_law(self) -> tuple[Edit, ...]:
        """Go over to the 2023 law: the units stay, every goal is another."""
        old = self.desk.state
        self.layout, desk = self._fresh(True)
        desk.names, desk.said, desk.count = self.desk.names, self.desk.said, self.desk.count
        desk.state = type(old)(old.units)
        goals = [new_goal(desk, goal.unit, goal.objective) for goal in old.goals]
        desk.state = type(old)(old.units, tuple(goals))
        self.desk, self.form = desk, TRIPLE
        self.style = self._style()
        gone = [Edit(Kind.WITHDRAWN, "", g.id, g.unit, old=g.promise.text) for g in old.goals]
        came = [Edit(Kind.ADDED, "appended", g.id, g.unit, new=g.promise.text) for g in goals]
        return (*gone, *came)

    def _form(self) -> str:
        """Return a format under the law that the body follows, by how common it is."""
        if Column.LINK in self.layout.columns:
            return TRIPLE
        names = [name for name in self.options.formats if name != TRIPLE]
        return self.draw.random.choices(names, [COMMON[name] for name in names])[0]

    def _style(self) -> Style:
        """Return how the body writes its format."""
        kind = "csv" if self.form == TRIPLE else self.form
        encoding = self._weighted(ENCODINGS.get(kind, (("utf-8", 1),)))
        delimiter = "\t" if kind == "txt" else self.draw.random.choices(";,", (8, 2))[0]
        trailing = self.draw.random.choice((0, 0, 10, 24)) if kind in ("csv", "txt") else 0
        return Style(delimiter, encoding, trailing, self.draw.chance(0.5))

    def _weighted(self, items: Sequence[tuple[str, int]]) -> str:
        names, weights = zip(*items, strict=True)
        return str(self.draw.random.choices(names, weights)[0])
