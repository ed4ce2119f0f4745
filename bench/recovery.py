"""Count how many rows of damaged tables are read as meant: right, flagged, silently wrong.

    python -m bench.recovery [--tables 2000] [--seed 7] [--half 0|1|all] [--show N]

Tables are invented (`bench.corpus`), damaged, written as text and read through the whole way from
bytes to plan. A row is right when the goal has the unit, objective, activity, indicator, target,
number, bound and section that were meant. A row is flagged when a finding on it asks a person to
decide. A wrong row without such a finding is silently wrong. Half 0 of the words was used while
the rules were being made; of half 1 the silently wrong rows of some seeds were looked at too.
"""

from __future__ import annotations

import argparse
import platform
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from a4_rdf.interpret import interpret
from a4_rdf.model import Column, Finding, Goal, Plan
from a4_rdf.read import Bounds, Document
from a4_rdf.read.text import read_text
from a4_rdf.repair import repair
from bench.corpus.damage import Expected, Mutated, mutated_table
from bench.corpus.tables import Draw
from bench.corpus.words import Words

ROWS = (8, 15, 30, 60)
DECIDABLE = frozenset({"ambiguous-row", "extra-text", "goal-without-unit", "inherits-ambiguous"})
RIGHT, RIGHT_FLAGGED = "right", "right, flagged needlessly"
WRONG_FLAGGED, SILENT = "wrong, flagged", "silently wrong"
OUTCOMES = (RIGHT, RIGHT_FLAGGED, WRONG_FLAGGED, SILENT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one row came out: one of OUTCOMES, its damage, and what was unlike what was meant."""

    row: int
    what: str
    damage: str
    unlike: tuple[str, ...] = ()


def read_back(text: str) -> tuple[Plan, tuple[Finding, ...]]:
    """Return the plan of a text table and the findings of all stages."""
    table, _ = read_text(Document("t.txt", text.encode()), Bounds())
    table, repairs = repair(table)
    plan, notes = interpret(table)
    return plan, (*repairs, *notes)


def outcomes(made: Mutated) -> Iterator[Outcome]:
    """Yield how each meant goal came out, and each goal that was never meant as silently wrong."""
    plan, findings = read_back(made.text)
    flagged = {f.place.row for f in findings if f.code in DECIDABLE}
    goals = {goal.row: goal for goal in plan.goals}
    for row, expected in made.expected.items():
        goal = goals.pop(row, None)
        unlike = ("goal",) if goal is None else tuple(_unlike(goal, expected, made.columns))
        what = (WRONG_FLAGGED if unlike else RIGHT_FLAGGED) if row in flagged else ""
        needed = expected.lost or expected.damage in ("extra", "doubled")
        if what == RIGHT_FLAGGED and needed:
            what = RIGHT  # a text too many or a lost one has to be said
        yield Outcome(row, what or (SILENT if unlike else RIGHT), expected.damage, unlike)
    for row in goals:
        yield Outcome(row, SILENT, "no goal", ("goal",))


def _unlike(goal: Goal, expected: Expected, columns: Sequence[Column]) -> Iterator[str]:
    """Yield what a goal has otherwise than was meant."""
    meant = dict(expected.goal.full)
    if expected.lost:
        meant.pop(Column.TARGET, None)
    absent = meant.get(Column.TARGET) in ("NO APLICA", "N/A")
    read = {
        Column.UNIT: goal.reported_unit.text,
        Column.OBJECTIVE: goal.objective.text if goal.objective else None,
        Column.ACTIVITY: goal.activity.text if goal.activity else None,
        Column.INDICATOR: goal.indicator.text if goal.indicator else None,
        Column.TARGET: goal.target_cell.text if goal.target_cell else None,
    }
    yield from (c for c, text in read.items() if text != meant.get(c) and c in columns)
    if goal.section != expected.section:
        yield "section"
    promise = expected.goal.promise
    values = [(t.value, t.value_max, str(t.bound)) for t in goal.targets if t.value is not None]
    stated = (promise.value, promise.high, promise.bound)
    if values != ([] if expected.lost or absent or promise.value is None else [stated]):
        yield "value"


def run(tables: int, seed: int, half: int | None) -> Iterator[tuple[Mutated, list[Outcome]]]:
    """Yield each table and its outcomes; the same seed and half give the same tables."""
    random = Random(seed)
    for _ in range(tables):
        draw = Draw(Random(random.random()), Words(half))
        made = mutated_table(draw, draw.random.choice(ROWS))
        yield made, list(outcomes(made))


def report(counts: Counter[tuple[str, str]]) -> str:
    """Return the Markdown table: a line per damage and one for all, with shares of the rows."""
    lines = ["| damage | rows | " + " | ".join(OUTCOMES) + " |", "|---|--:|" + "--:|" * 4]
    names = sorted({damage for damage, _ in counts})
    groups = [(name or "none", [name]) for name in names]
    groups += [("damaged, all", [name for name in names if name]), ("**all**", names)]
    for label, members in groups:
        found = [sum(counts[name, what] for name in members) for what in OUTCOMES]
        total = sum(found)
        shares = (f"{count} ({count / total:.2%})" for count in found)
        lines.append(f"| {label} | {total} | {' | '.join(shares)} |")
    return "\n".join(lines)


def show(made: Mutated, outcome: Outcome) -> None:
    """Print a row that came out wrong or was flagged needlessly, beside what was meant."""
    lines = made.text.split("\n")
    print(f"\n{outcome.what}: {outcome.damage or 'none'}: {', '.join(outcome.unlike)}")
    for number in range(max(1, outcome.row - 2), min(len(lines), outcome.row + 1) + 1):
        mark = ">" if number == outcome.row else " "
        print(mark, " | ".join(cell[:48] for cell in lines[number - 1].split("\t")))
    if outcome.row in made.expected:
        print("  meant:", {str(c): t[:48] for c, t in made.expected[outcome.row].goal.full.items()})


def main() -> None:
    """Print the table for the seed and words asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--half", choices=("0", "1", "all"), default="1")
    parser.add_argument("--show", type=int, default=0, help="rows of each bad kind to print")
    options = parser.parse_args()
    half = None if options.half == "all" else int(options.half)
    counts: Counter[tuple[str, str]] = Counter()
    shown: Counter[str] = Counter()
    for made, found in run(options.tables, options.seed, half):
        counts.update((one.damage, one.what) for one in found)
        for one in found:
            if one.what != RIGHT and shown[one.what] < options.show:
                shown[one.what] += 1
                show(made, one)
    print(
        f"Python {platform.python_version()}; {options.tables} tables, seed {options.seed}, "
        f"words {options.half}\n"
    )
    print(report(counts))


if __name__ == "__main__":
    main()
