"""The tidy table: one line per target, one for a goal without target (goals.csv).

Spreadsheets run cells that begin like a formula, so such a text gets an apostrophe in front,
which `formulas.restored` takes off again. Numbers are left as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO

from a4_rdf import formulas, iris
from a4_rdf.iris import Kind
from a4_rdf.model import Finding, Goal, Identifiers, Plan, Release, Statement, Target

Line = tuple[str, ...]

COLUMNS: Line = (
    "organization",
    "release",
    "row",
    "section",
    "number",
    "unit",
    "parent_unit",
    "objective",
    "activity",
    "indicator",
    "target_text",
    "ordinal",
    "value",
    "value_max",
    "bound",
    "unit_of_measure",
    "status",
    "findings",
    "goal_iri",
    "target_iri",
)


def lines(
    base: str,
    release: Release,
    plan: Plan,
    identifiers: Identifiers,
    findings: Sequence[Finding] = (),
) -> Iterator[Line]:
    """Yield the lines of one release, parallel to COLUMNS, in source order."""
    codes = _codes(findings)
    for goal, named in zip(plan.goals, identifiers.goals, strict=True):
        names = {"org": release.organization.slug, "key": named.goal}
        of_goal = _goal(release, goal) | {
            "findings": " ".join(codes.get(goal.row, ())),
            "goal_iri": iris.mint(base, Kind.GOAL, **names),
        }
        if not goal.targets:
            yield _line(of_goal)
        names["date"] = release.date.isoformat()
        for n, (target, ordinal) in enumerate(
            zip(goal.targets, named.ordinals, strict=True), start=1
        ):
            yield _line(
                of_goal
                | _target(target)
                | {
                    "ordinal": str(ordinal),
                    "target_iri": iris.mint(base, Kind.TARGET, **names, n=str(n)),
                }
            )


def to_csv(table: Iterable[Line], header: bool = True) -> str:
    """Return lines as CSV (RFC 4180, but lines end in LF), formulas neutralised."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(COLUMNS)
    writer.writerows([formulas.neutralised(cell) for cell in line] for line in table)
    return out.getvalue()


def _goal(release: Release, goal: Goal) -> dict[str, str]:
    return {
        "organization": release.organization.slug,
        "release": release.date.isoformat(),
        "row": str(goal.row),
        "section": _spaced(goal.section),
        "number": _spaced(goal.number),
        "unit": _words(goal.reported_unit),
        "parent_unit": goal.unit[-2] if len(goal.unit) > 1 else "",
        "objective": _words(goal.objective),
        "activity": _words(goal.activity),
        "indicator": _words(goal.indicator),
        "target_text": _words(goal.target_cell),
        "status": goal.status,
    }


def _target(target: Target) -> dict[str, str]:
    if target.value is None:
        return {}
    return {
        "value": plain(target.value),
        "value_max": "" if target.value_max is None else plain(target.value_max),
        "bound": target.bound,
        "unit_of_measure": _spaced(target.unit_of_measure),
    }


def plain(value: Decimal) -> str:
    """Return a number as digits with a point where it has a fraction: 45, 0.5, 1479588.24."""
    return format(value.normalize(), "f")


def _line(cells: Mapping[str, str]) -> Line:
    return tuple(cells.get(column, "") for column in COLUMNS)


def _codes(findings: Sequence[Finding]) -> dict[int, tuple[str, ...]]:
    """Return the distinct finding codes of each row, by column."""
    codes: dict[int, dict[str, None]] = {}
    for finding in sorted(findings, key=lambda f: (f.place, f.code)):
        codes.setdefault(finding.place.row, {})[finding.code] = None
    return {row: tuple(found) for row, found in codes.items()}


def _words(statement: Statement | None) -> str:
    return "" if statement is None else _spaced(statement.text)


def _spaced(text: str) -> str:
    return " ".join(text.split())
