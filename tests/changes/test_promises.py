"""Which numbers went up, which down, and where nobody can say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from a4_rdf.changes.promises import Shift, shifts
from a4_rdf.changes.snapshot import Promise
from a4_rdf.model import ChangeKind

UP, DOWN = ChangeKind.TARGET_RAISED, ChangeKind.TARGET_LOWERED


def stated(number: str) -> Promise:
    return Promise(number, Decimal(number), None, "stated", "talleres")


def least(number: int) -> Promise:
    return Promise(f"al menos {number}", Decimal(number), None, "at-least", "talleres")


def most(number: int) -> Promise:
    return Promise(f"hasta {number}", Decimal(number), None, "at-most", "talleres")


def between(low: int, high: int) -> Promise:
    return Promise(f"{low} a {high}", Decimal(low), Decimal(high), "range", "talleres")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (stated("45"), stated("30"), (DOWN, "45", "30")),
        (stated("30"), stated("30.5"), (UP, "30", "30.5")),
        (stated("30"), stated("30.0"), None),
        (stated("0"), stated("5"), (UP, "0", "5")),
        (stated("5"), stated("0"), (DOWN, "5", "0")),
        (least(45), least(30), (DOWN, "45", "30")),
        (stated("45"), least(30), (DOWN, "45", "30")),
        (least(45), stated("50"), (UP, "45", "50")),
        (stated("45"), least(45), None),
        (most(10), most(8), (DOWN, "10", "8")),
        (most(10), most(12), (UP, "10", "12")),
        (stated("45"), most(30), (DOWN, "45", "30")),
        (stated("45"), most(60), None),
        (most(30), stated("45"), (UP, "30", "45")),
        (most(30), least(20), None),
        (between(80, 90), between(70, 90), (DOWN, "80", "70")),
        (between(80, 90), between(80, 95), (UP, "90", "95")),
        (between(80, 90), between(85, 95), (UP, "80", "85")),
        (between(80, 90), between(70, 95), None),
        (stated("80"), between(80, 90), None),
        (stated("80"), between(70, 90), None),
        (stated("80"), between(60, 70), (DOWN, "80", "60")),
        (between(80, 90), most(70), (DOWN, "80", "70")),
    ],
)
def test_a_number_that_moved(
    old: Promise, new: Promise, expected: tuple[ChangeKind, str, str] | None
) -> None:
    found = [Shift(expected[0], 1, 1, *map(Decimal, expected[1:]))] if expected else []
    assert list(shifts([old], [new])) == found


def counted(value: int, measure: str) -> Promise:
    return Promise(f"{value} {measure}", Decimal(value), None, "stated", measure)


def test_targets_are_paired_by_what_they_count() -> None:
    old = [counted(3, "puentes"), counted(2, "talleres")]
    new = [counted(1, "Taller"), counted(4, "puentes")]
    assert shifts(old, new) == (
        Shift(DOWN, 2, 1, Decimal(2), Decimal(1)),
        Shift(UP, 1, 2, Decimal(3), Decimal(4)),
    )


def test_months_are_paired_in_order() -> None:
    old = [counted(n, "ferias") for n in (1, 2, 3)]
    new = [counted(n, "ferias") for n in (1, 5, 3)]
    assert shifts(old, new) == (Shift(UP, 2, 2, Decimal(2), Decimal(5)),)


@pytest.mark.parametrize(
    "new",
    [
        [counted(5, "ferias")],
        [counted(3, "ferias"), counted(5, "ferias"), counted(1, "ferias")],
        [counted(3, "puentes"), counted(5, "talleres")],
        [],
        [Promise("algunas ferias"), Promise("otras")],
    ],
)
def test_nobody_can_say_which_of_several_went(new: list[Promise]) -> None:
    assert shifts([counted(3, "ferias"), counted(5, "ferias")], new) == ()
