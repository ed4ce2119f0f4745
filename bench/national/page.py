"""From a plan to the table that a body makes of it: columns, merged cells, title and footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from a4_rdf.model import Column
from bench.corpus import words
from bench.corpus.damage import DAMAGES
from bench.corpus.grid import Grid, Row, Span
from bench.corpus.tables import HEADINGS, LAYOUTS, Draw, Meant
from bench.national.bodies import Body
from bench.national.state import GoalState, State

LEFT = (Column.NUMBER, Column.UNIT, Column.OBJECTIVE, Column.ACTIVITY)
TYPED = (Column.NUMBER, Column.TARGET)
LINK = (
    "Enlace al sistema de gestiÓn de planificaciÓn para verificaciÓn de los indicadores y metas"
    " cuantificables por procesos o niveles"
)
LAW_2004 = "Art. 7 de la Ley Orgánica de Transparencia y Acceso a la Información Pública - LOTAIP"
LITERAL = "Literal a4) Las metas y objetivos de las unidades administrativas"
LAW_2023 = (Column.UNIT, Column.OBJECTIVE, Column.INDICATOR, Column.TARGET, Column.LINK)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a body sets its table, for years on end."""

    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    has_sections: bool
    merges: bool
    join: str
    day_form: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A goal in a document: its identities, its unit's path, its section, what its row says."""

    goal: str
    unit: str
    path: tuple[str, ...]
    section: str
    meant: Meant


def layout_2004(draw: Draw, merges: bool) -> Layout:
    """Return a layout of the 2004 law: four to six columns, sections or none."""
    layouts, weights = zip(*LAYOUTS, strict=True)
    columns: tuple[Column, ...] = draw.random.choices(layouts, weights)[0]
    headings = tuple(draw.random.choice(HEADINGS[column]) for column in columns)
    sections = Column.NUMBER in columns and draw.chance(0.6)
    return Layout(columns, headings, sections, merges, *_habits(draw))


def layout_2023(draw: Draw, slug: str) -> Layout:
    """Return the layout of the 2023 law: no number, no activity, no sections, nothing merged."""
    headings = ("Unidad", draw.random.choice(("Objetivo", "Objetivos")), "Indicador")
    links = (f"https://planes.example/{slug}", "NO APLICA", "")
    link = draw.random.choices(links, (3, 1, 1))[0]
    named = (*headings, "Meta cuantificable", LINK)
    return Layout(LAW_2023, named, False, False, *_habits(draw), link=link)


def _habits(draw: Draw) -> tuple[str, str]:
    """Return how a body joins the names of units, and how it writes dates."""
    join = draw.random.choices((" - ", "-", "- ", " – "), (70, 12, 10, 8))[0]
    return join, draw.random.choices(("%d/%m/%Y", "%Y-%m-%d"), (85, 15))[0]


def lines(state: State, layout: Layout) -> tuple[Line, ...]:
    """Return a plan's goals in the order of the document, with what each row says and writes."""
    found: list[Line] = []
    number, section = 0, ""
    for unit in state.ordered():
        goals = [goal for goal in state.goals if goal.unit == unit.id]
        if not goals:
            continue
        number += 1
        path = state.path(unit)
        held: Mapping[Column, str] = {}
        if layout.has_sections:
            section = words.SECTIONS[unit.section]
        for goal in goals:
            full = _full(goal, number, layout.join.join(path), layout)
            own = _own(full, held) if layout.merges else tuple(full)
            held = full
            found.append(Line(goal.id, unit.id, path, section, Meant(full, own, goal.promise)))
    return tuple(found)


def _full(goal: GoalState, number: int, unit: str, layout: Layout) -> dict[Column, str]:
    """Return all texts of a goal's row by column."""
    texts = {
        Column.NUMBER: str(number),
        Column.UNIT: unit,
        Column.OBJECTIVE: goal.objective,
        Column.ACTIVITY: goal.activity,
        Column.INDICATOR: goal.indicator,
        Column.TARGET: goal.promise.text,
        # A row that promises nothing leaves that cell blank too: NO APLICA alone could be either's.
        Column.LINK: layout.link if goal.promise.text else "",
    }
    return {column: texts[column] for column in layout.columns if texts[column]}


def _own(full: Mapping[Column, str], above: Mapping[Column, str]) -> tuple[Column, ...]:
    """Return the columns that a row writes itself: not those merged with the row above."""
    own, same = [], True
    for column, text in full.items():
        same = same and column in LEFT and above.get(column) == text
        if not same:
            own.append(column)
    return tuple(own or list(full)[-1:])


def grid(body: Body, layout: Layout, made: Sequence[Line], day: date, contacts: bool) -> Grid:
    """Return the document's table as of a day; with `contacts`, a footer that names somebody."""
    rows: list[Row] = []
    spans: list[Span] = []
    section, runs = "", dict[Column, int]()
    for line in made:
        if line.section != section:
            section = line.section
            spans.extend(_closed(runs, layout, len(rows)))
            spans.append(Span(len(rows), 0, 1, len(layout.columns)))
            rows.append((section, *[""] * (len(layout.columns) - 1)))
        for column in line.meant.own:
            spans.extend(_closed(runs, layout, len(rows), column))
            runs[column] = len(rows)
        rows.append(cells(line, layout))
    spans.extend(_closed(runs, layout, len(rows)))
    above = (body.title,) if Column.LINK in layout.columns else (body.title, LAW_2004, LITERAL)
    typed = frozenset(n for n, column in enumerate(layout.columns) if column in TYPED)
    footer = tuple(_footer(body, day, contacts))
    return Grid(above, layout.headings, tuple(rows), tuple(spans), footer, layout.day_form, typed)


def cells(line: Line, layout: Layout) -> Row:
    """Return the cells that a goal's row writes."""
    own, full = line.meant.own, line.meant.full
    return tuple(full[column] if column in own else "" for column in layout.columns)


def _closed(
    runs: dict[Column, int], layout: Layout, end: int, only: Column | None = None
) -> Iterator[Span]:
    """Yield the merged cells that end before a row: of one column, or of all."""
    for column in (only,) if only else tuple(runs):
        start = runs.pop(column, end)
        if end - start > 1 and column in LEFT and layout.merges:
            yield Span(start, layout.columns.index(column), end - start)


def _footer(body: Body, day: date, contacts: bool) -> Iterator[tuple[str, str | date]]:
    yield "FECHA ACTUALIZACIÓN DE LA INFORMACIÓN", day
    yield "PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN", "MENSUAL"
    yield "UNIDAD POSEEDORA DE LA INFORMACIÓN", body.holder
    if contacts:
        yield "RESPONSABLE DE LA UNIDAD POSEEDORA DE LA INFORMACIÓN", "Persona Inventada"
        yield "CORREO ELECTRÓNICO DEL RESPONSABLE", f"metas@{body.organization.slug}.example"


def damaged(
    table: Grid, made: Sequence[Line], draw: Draw, share: float
) -> tuple[Grid, tuple[tuple[str, str], ...]]:
    """Return the table with that share of its goals' rows damaged, and how by identity."""
    rows, done = list(table.rows), []
    kinds = [weight for _, weight in DAMAGES.values()]
    goals = iter(made)
    sections = {span.row for span in table.spans if span.columns == len(table.header)}
    for place, row in enumerate(table.rows):
        if place in sections:
            continue
        line = next(goals)
        if not draw.chance(share):
            continue
        kind = draw.random.choices(list(DAMAGES), kinds)[0]
        if (found := DAMAGES[kind][0](draw, row)) is not None:
            rows[place] = found
            done.append((line.goal, kind))
    spoiled = Grid(
        table.above, table.header, tuple(rows), (), table.below, table.day_form, table.key_columns
    )
    return spoiled, tuple(done)


def seeded(*parts: object) -> Random:
    """Return a random source of its own for what the parts name."""
    return Random("/".join(map(str, parts)))
