"""What happens to a sound table on its way to the web: rows shifted, cells moved, lines added.

A damage takes the cells of one goal row as written and returns them as found, or None where the
row cannot be damaged so. Cells keep their order: no real file has shown them swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from a4_rdf.model import Column
from bench.corpus import words
from bench.corpus.tables import Draw, Meant, Sound, activity, objective, sound_table

Cells = tuple[str, ...]
Damage = Callable[[Draw, Cells], Cells | None]
SHARES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5)
MOST_AT_ONCE = 6


@dataclass(frozen=True, slots=True)
class Expected:
    """What a line should be read as: a goal, how it was damaged, its section; `lost` its target."""

    goal: Meant
    section: str
    damage: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Mutated:
    """A table as found, and what each of its goal lines, by number, should be read as."""

    columns: tuple[Column, ...]
    text: str
    expected: Mapping[int, Expected]


def _right(draw: Draw, cells: Cells) -> Cells | None:
    return ("", *cells)


def _far_right(draw: Draw, cells: Cells) -> Cells | None:
    return ("", "", *cells)


def _left(draw: Draw, cells: Cells) -> Cells | None:
    blanks = _leading(cells)
    return cells[draw.random.randint(1, blanks) :] if blanks else None


def _packed(draw: Draw, cells: Cells) -> Cells | None:
    found = tuple(cell for cell in cells if cell)
    return found if found != cells[: len(found)] else None


def _front(draw: Draw, cells: Cells) -> Cells | None:
    """The first text falls to the first cell, the others one to the left: AME, lines 52 to 54."""
    at = _leading(cells)
    return (cells[at], *[""] * (at - 1), *cells[at + 1 :]) if at > 1 else None


def _front_alone(draw: Draw, cells: Cells) -> Cells | None:
    at = _leading(cells)
    return (cells[at], *[""] * at, *cells[at + 1 :]) if at else None


def _one_cell(draw: Draw, cells: Cells) -> Cells | None:
    """One text slips into an empty cell beside it."""
    found = [*cells, ""]
    moves = [
        (at, at + step)
        for at, text in enumerate(found)
        for step in (-1, 1)
        if text and 0 <= at + step < len(found) and not found[at + step]
    ]
    if not moves:
        return None
    start, end = draw.random.choice(moves)
    found[end], found[start] = found[start], ""
    return tuple(found)


def _extra(draw: Draw, cells: Cells) -> Cells | None:
    """A text of another row stands in a row that can be seen to have one too many: AME, line 26.

    That is a row without blanks, or one whose target is not its last text.
    """
    full = all(cells[1:])
    at = draw.random.randint(1, len(cells)) if full else len(cells)
    return _with(draw, cells, at)


def _hidden(draw: Draw, cells: Cells) -> Cells | None:
    """A text of another row stands where it makes the row look like a whole one pushed right."""
    at = draw.random.randint(_leading(cells), len(cells) - 1)
    return None if all(cells[1:]) else _with(draw, cells, at)


def _with(draw: Draw, cells: Cells, at: int) -> Cells:
    """Return the cells with an objective or activity of another row before one of them."""
    made = objective(draw) if draw.chance(0.5) else activity(draw, draw.one(words.THINGS))
    return (*cells[:at], made, *cells[at:])


def _doubled(draw: Draw, cells: Cells) -> Cells | None:
    """A merged cell's text is written twice, the rest pushed right."""
    at = draw.random.choice([at for at, cell in enumerate(cells) if cell])
    return (*cells[: at + 1], *cells[at:])


DAMAGES: Mapping[str, tuple[Damage, int]] = {
    "right": (_right, 26),
    "far-right": (_far_right, 4),
    "left": (_left, 18),
    "packed": (_packed, 14),
    "front": (_front, 10),
    "front-alone": (_front_alone, 4),
    "one-cell": (_one_cell, 10),
    "extra": (_extra, 5),
    "doubled": (_doubled, 3),
}
# Damages of which the file shows nothing: reported apart, no reader can tell them from a shift.
HIDDEN: Mapping[str, tuple[Damage, int]] = {"hidden": (_hidden, 1)}
LOST = 0.06  # of the damaged rows lose their target before anything else happens


def mutated_table(draw: Draw, rows: int) -> Mutated:
    """Return a table of about that many goals, damaged in a share that is drawn too."""
    return damaged(draw, sound_table(draw, rows), draw.random.choice(SHARES))


def damaged(draw: Draw, sound: Sound, share: float) -> Mutated:
    """Return the table with that share of its goals damaged, in runs or one by one."""
    page = _Page(draw, sound)
    plan = _plan(draw, sum(isinstance(line, Meant) for line in sound.lines), share)
    section, goals = "", 0
    for line in sound.lines:
        if isinstance(line, str):
            section = line
            page.add(_marked(draw, line))
            continue
        page.goal(line, section, plan.get(goals, ""))
        goals += 1
    page.footer()
    text = "\n".join("\t".join(cells) for cells in page.lines) + "\n"
    return Mutated(sound.columns, text, page.expected)


def _plan(draw: Draw, goals: int, share: float) -> dict[int, str]:
    """Return the damage of each damaged goal: in half of the tables alike for neighbours."""
    plan: dict[int, str] = {}
    in_runs = draw.chance(0.5)
    while len(plan) < round(share * goals):
        kind = draw.random.choices(list(DAMAGES), [weight for _, weight in DAMAGES.values()])[0]
        start = draw.random.randrange(goals)
        length = draw.random.randint(1, MOST_AT_ONCE) if in_runs else 1
        plan.update((at, kind) for at in range(start, min(start + length, goals)))
    return plan


class _Page:
    """The lines of a file while it is written."""

    def __init__(self, draw: Draw, sound: Sound) -> None:
        self.draw, self.sound = draw, sound
        self.expected: dict[int, Expected] = {}
        self.lines: list[Sequence[str]] = []
        self.trailing = draw.random.choice((0, 0, 1, 4))
        self.add("GOBIERNO AUTÓNOMO DESCENTRALIZADO MUNICIPAL DE EJEMPLO")
        self.add("Art. 7 de la Ley Orgánica de Transparencia, literal a4)")
        self.add(*sound.headings)
        if draw.chance(0.3) and len(sound.columns) == 6:
            self.add("Ejemplo:", "Unidad X", "Mejorar algo", "Hacer algo", "% de algo", "90% ...")

    def add(self, *cells: str) -> None:
        """Write a line, with empty cells at its end or without."""
        self.lines.append((*cells, *[""] * (self.trailing if self.draw.chance(0.7) else 0)))

    def goal(self, goal: Meant, section: str, kind: str) -> None:
        """Write a goal's line, damaged in a kind, and what may stand before it."""
        if self.draw.chance(0.03):
            self.add("")
        if self.draw.chance(0.015):
            self.add(*self.sound.headings)
        cells = tuple(goal.full[c] if c in goal.own else "" for c in self.sound.columns)
        lost = bool(kind) and bool(cells[-1]) and self.draw.chance(LOST)
        if lost:
            cells = (*cells[:-1], "")
        found = DAMAGES[kind][0](self.draw, cells) if kind else None
        name = f"lost {kind}" if lost else kind if found else ""
        self.add(*(_marked(self.draw, cell) for cell in found or cells))
        self.expected[len(self.lines)] = Expected(goal, section, name, lost)

    def footer(self) -> None:
        """Write the footer."""
        self.add("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN: 31/01/2024")
        self.add("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN: MENSUAL")
        self.add("UNIDAD POSEEDORA DE LA INFORMACIÓN - LITERAL a4): DIRECCIÓN DE PLANIFICACIÓN")


def _marked(draw: Draw, text: str) -> str:
    """Return a text, with marks around it now and then."""
    if not text or draw.chance(0.97):
        return text
    return draw.random.choice((f"<b>{text}</b>", f"**{text}**", f" {text}  "))


def _leading(cells: Cells) -> int:
    """Return how many cells are empty before the first text."""
    return next((at for at, cell in enumerate(cells) if cell), 0)
