"""Sound a4 tables, drawn at random: each row as it should be read, and as a body writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import NamedTuple, TypeVar

from a4_rdf.model import Column
from bench.corpus import words
from bench.corpus.words import Thing, Words

Item = TypeVar("Item")
N, U, O = Column.NUMBER, Column.UNIT, Column.OBJECTIVE  # noqa: E741
A, I, T = Column.ACTIVITY, Column.INDICATOR, Column.TARGET  # noqa: E741
LAYOUTS: tuple[tuple[tuple[Column, ...], int], ...] = (
    ((N, U, O, A, I, T), 60),
    ((N, U, O, I, T), 15),
    ((U, O, A, I, T), 10),
    ((U, O, I, T), 15),
)
HEADINGS: Mapping[Column, tuple[str, ...]] = {
    N: ("No.", "Nº", "N°", "Nro.", "NÚMERO"),
    U: ("Descripción de la unidad", "Unidad", "DESCRIPCION DE LA UNIDAD", "Unidad administrativa"),
    O: ("Objetivo de la unidad", "Objetivos", "OBJETIVO", "Objetivo de la unidad (POA)"),
    A: ("Actividad", "ACTIVIDADES", "Actividad ( Actividad POA )"),
    I: ("Indicador", "INDICADORES", "Indicador de gestión"),
    T: ("Meta cuantificable", "META CUANTIFICABLE", "Meta", "Metas cuantificables"),
}


class Promise(NamedTuple):
    """What a target cell says: its text, value, upper value and bound; None where no number."""

    text: str
    value: Decimal | None = None
    high: Decimal | None = None
    bound: str = "stated"


@dataclass(frozen=True, slots=True)
class Meant:
    """One goal: its full texts by column, the columns that it writes itself, its promise."""

    full: Mapping[Column, str]
    own: tuple[Column, ...]
    promise: Promise


@dataclass(frozen=True, slots=True)
class Sound:
    """A table: its columns and its lines, a section's name or a goal each."""

    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    lines: tuple[str | Meant, ...]


@dataclass(slots=True)
class Draw:
    """A random source with the words that it may use."""

    random: Random
    words: Words

    def one(self, items: Sequence[Item]) -> Item:
        """Return one of this half's items."""
        return self.random.choice(self.words.of(items))

    def chance(self, share: float) -> bool:
        """Return True in that share of calls."""
        return self.random.random() < share

    def number(self) -> int:
        """Return a count as targets have them: mostly small."""
        return self.random.choice((1, 2, 3, 4, 5, 8, 10, 12, 20, 24, 45, 60, 110, 360, 1200))


def sound_table(draw: Draw, rows: int) -> Sound:
    """Return a table of about that many goals."""
    layouts, weights = zip(*LAYOUTS, strict=True)
    columns: tuple[Column, ...] = draw.random.choices(layouts, weights)[0]
    repeats = draw.chance(0.7 if len(columns) == 4 else 0.15)  # nothing was merged
    sections = draw.chance(0.6) and N in columns
    style = draw.random.choices(("upper", "title", "headless"), (75, 20, 5))[0]
    lines: list[str | Meant] = []
    number = 0
    while len(lines) < rows:
        if sections and (number == 0 or draw.chance(0.2)):
            lines.append(draw.random.choice(words.SECTIONS))
        number += 1
        lines.extend(_unit_rows(draw, columns, number, unit_name(draw, style), repeats))
    headings = tuple(draw.random.choice(HEADINGS[column]) for column in columns)
    return Sound(columns, headings, tuple(lines))


def _unit_rows(
    draw: Draw, columns: Sequence[Column], number: int, unit: str, repeats: bool
) -> list[Meant]:
    """Return the goals of one unit: objectives with activities, merged cells left to the first."""
    goals: list[Meant] = []
    before: dict[Column, str] = {}
    for _ in range(draw.random.choice((1, 1, 2, 3))):
        goal_objective = objective(draw)
        for _ in range(draw.random.choice((1, 1, 2, 2, 3, 4))):
            same = A in before and before.get(O) == goal_objective and draw.chance(0.12)
            thing = draw.one(words.THINGS)
            full = {N: str(number), U: unit, O: goal_objective}
            full[A] = before[A] if same else activity(draw, thing)
            full[I], promise = measure(draw, thing)
            full[T] = promise.text
            full = {column: full[column] for column in columns if full[column]}
            left = (N, U, O, A)
            own = tuple(c for c in full if repeats or c not in left or not _held(c, full, before))
            if own:
                goals.append(Meant(full, own, promise))
                before = full
    return goals


def _held(column: Column, full: Mapping[Column, str], before: Mapping[Column, str]) -> bool:
    """Tell whether a cell is merged with the one above: the same, and so is all to its left."""
    to_left = [c for c in (N, U, O, A) if c in full][: list(full).index(column) + 1]
    return all(before.get(c) == full[c] for c in to_left)


def unit_name(draw: Draw, style: str) -> str:
    """Return a unit's name: a head and an area, a whole name, or two units joined."""
    if style == "headless":
        name = draw.one(words.AREAS)
    elif draw.chance(0.3):
        name = draw.one(words.WHOLE_UNITS)
    else:
        name = f"{draw.one(words.HEADS)} {draw.one(words.AREAS)}"
        if draw.chance(0.25):
            join = draw.random.choice((" - ", "-", "- ", " -"))
            name += f"{join}COORDINACIÓN DE {draw.one(words.AREAS)}"
    return name.capitalize() if style == "title" else name


def objective(draw: Draw) -> str:
    """Return an objective: an infinitive mostly, a noun of action at times."""
    lead = draw.one(words.INFINITIVES)
    if draw.chance(0.12):
        lead = draw.random.choice(("Fortalecimiento de", "Mejoramiento de", "Gestión de"))
    text = f"{lead} {draw.one(words.MATTERS)}"
    return f"{text} {draw.one(words.PURPOSES)}" if draw.chance(0.5) else text


def activity(draw: Draw, thing: Thing) -> str:
    """Return an activity: a noun of action mostly; infinitives, bare names, capitals at times."""
    kind = draw.random.random()
    if kind < 0.1:
        return draw.one(words.PLAIN_ACTIVITIES)
    what = thing.many if draw.chance(0.3) else draw.one(words.WORKS)
    if kind < 0.3:
        text = f"{draw.one(words.INFINITIVES).removesuffix(' a').removesuffix(' de')} {what}"
    else:
        text = f"{draw.one(words.ACTIONS)} {what}"
    if draw.chance(0.4):
        text += f" {draw.one(words.PLACES)}"
    return text.upper() if kind > 0.96 else text


def measure(draw: Draw, thing: Thing) -> tuple[str, Promise]:
    """Return an indicator and the promise that answers it."""
    kind = draw.random.random()
    if kind < 0.5:
        return _counted(draw, thing)
    if kind < 0.8:
        return _share(draw)
    if kind < 0.93:
        return _product(draw)
    if kind < 0.96:
        return "", Promise("")  # a funding line
    share = f"{draw.random.choice(words.SHARE_LEADS[:2])} {draw.one(words.SHARES)}"
    return share, Promise(draw.random.choice(("NO APLICA", "N/A", "")))


def _counted(draw: Draw, thing: Thing) -> tuple[str, Promise]:
    """Return an indicator that counts things, and a number of them."""
    tail = f" {draw.one(words.PLACES)}" if draw.chance(0.3) else ""
    lead = draw.one(words.COUNT_LEADS)
    indicator = f"{lead} {thing.many} {thing.done_many}{tail}"
    if draw.chance(0.08):
        indicator = f"{thing.many.capitalize()} {thing.done_many}{tail}"
    number = draw.number()
    value, noun = Decimal(number), thing.one if number == 1 else thing.many
    done = thing.done_one if number == 1 else thing.done_many
    forms = (
        Promise(f"{number} {noun}", value),
        Promise(f"{number} {noun} {done}{tail}", value),
        Promise(f"{number}", value),
        Promise(f"{number} {noun.capitalize()}", value),
        Promise(f"Al menos {number} {noun}", value, None, "at-least"),
        Promise(f"Máximo {number} {noun}", value, None, "at-most"),
        Promise(f"Entre {number} y {number + 4} {thing.many}", value, value + 4, "range"),
        Promise(f"Realizar {number} {noun}", value),
        Promise(f"{thing.article.capitalize()} {thing.one} {thing.done_one}", Decimal(1)),
        Promise(f"dos (2) {thing.many}", Decimal(2)),
        Promise(f"veinticuatro {thing.many}", Decimal(24)),
    )
    return indicator, draw.random.choices(forms, (30, 25, 15, 8, 5, 3, 2, 3, 3, 3, 3))[0]


def _share(draw: Draw) -> tuple[str, Promise]:
    """Return an indicator that is a percentage, and one."""
    share = draw.one(words.SHARES)
    indicator = f"{draw.one(words.SHARE_LEADS).rstrip()} {share}"
    if draw.chance(0.1):
        indicator = draw.random.choice(
            (f"Nivel de {share}", f"Índice de {share}", share.capitalize())
        )
    number = draw.random.choice((15, 40, 60, 75, 80, 85, 90, 98, 100))
    value = Decimal(number)
    forms = (
        Promise(f"{number}%", value),
        Promise(f"{number} %", value),
        Promise(f"{number}% de {share}", value),
        Promise(f"El {number}% de {share}", value),
        Promise(f"Al menos el {number}% de {share}", value, None, "at-least"),
        Promise(f"menor o igual al {number}%", value, None, "at-most"),
        Promise(f"Alcanzar el {number}% de {share}", value),
    )
    return indicator, draw.random.choices(forms, (30, 10, 25, 12, 8, 5, 5))[0]


def _product(draw: Draw) -> tuple[str, Promise]:
    """Return an indicator that names a product, and how many of it; at times in words alone."""
    product, subject = draw.one(words.PRODUCTS), draw.one(words.SUBJECTS)
    indicator = draw.random.choice(
        (
            f"{product} de {subject}",
            f"{product} de {subject} en vigencia",
            f"Elaboración de {product.lower()} de {subject}",
            f"Existencia de {product.lower()} de {subject}",
        )
    )
    forms = (
        Promise(f"1 {product} de {subject}", Decimal(1)),
        Promise(f"1 {product.lower()}", Decimal(1)),
        Promise("1", Decimal(1)),
        Promise(f"{product} de {subject} en plena vigencia"),
        Promise(f"{product} aprobado por el concejo y socializado"),
    )
    return indicator, draw.random.choices(forms, (35, 25, 15, 15, 10))[0]
