from __future__ import annotations

from dataclasses import replace
from datetime import date

from a4_rdf.model import Column, Place, Plan, Source
from a4_rdf.release.digest import content_digest
from tests.plans import said, small_plan


def moved(plan: Plan) -> Plan:
    """Return a plan of the same content, another month: other file, date and rows."""
    goals = tuple(
        replace(
            goal, row=goal.row + 3, indicator=goal.indicator and said(goal.indicator.text, 9, 9)
        )
        for goal in plan.goals
    )
    return replace(
        plan,
        source=Source("2015-10-31.pdf", "application/pdf", 9, "cd" * 32),
        goals=goals,
        units=tuple(replace(unit, place=Place(99, 9)) for unit in plan.units),
        rows=plan.rows[:1],
        footer=replace(plan.footer, updated=date(2015, 10, 31)),
    )


def test_the_date_the_file_and_the_rows_do_not_count() -> None:
    assert content_digest(moved(small_plan())) == content_digest(small_plan())


def test_every_statement_counts() -> None:
    plan = small_plan()
    first = plan.goals[0]
    target = first.targets[0]
    changed = (
        replace(plan, title="Otra"),
        replace(plan, columns=(Column.UNIT,)),
        replace(plan, goals=plan.goals[:2]),
        replace(plan, goals=plan.goals[::-1]),
        replace(plan, units=plan.units[:2]),
        replace(plan, footer=replace(plan.footer, holder="Otra")),
        replace(plan, goals=(replace(first, activity=None), *plan.goals[1:])),
        replace(plan, goals=(replace(first, link=said("https://x.ec", 4, 7)), *plan.goals[1:])),
        replace(
            plan,
            goals=(
                replace(first, targets=(replace(target, value=None), *first.targets[1:])),
                *plan.goals[1:],
            ),
        ),
    )
    digests = {content_digest(p) for p in (plan, *changed)}
    assert len(digests) == 10


def test_it_is_a_sha256_in_hexadecimal() -> None:
    assert len(bytes.fromhex(content_digest(small_plan()))) == 32
