"""The style of a file's numbers: settled by what it writes, or not at all."""

from __future__ import annotations

import pytest

from a4_rdf.interpret.styles import Style, has_marks, marked_numbers, style_of
from tests.tables import codes, planned

GOAL = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Avance de obras")


@pytest.mark.parametrize(
    ("numbers", "style"),
    [
        (["1.479.588,24"], Style(".", "1.479.588,24")),
        (["1.479.588"], Style(".", "1.479.588")),
        (["819,689.33"], Style(",", "819,689.33")),
        (["45", "8.000", "819,689.33", "99.5"], Style(",", "819,689.33")),
        (["1.479.588,24", "3,5", "13.020,35"], Style(".", "1.479.588,24")),
        ([], None),
        (["8.000", "1,234"], None),
        (["269934,95", "99,5"], None),
        (["1.479.588,24", "819,689.33"], None),
        (["1.479.588,24", "99.5"], None),
        (["12.34.567", "1.2,3.4"], None),
    ],
)
def test_a_style_is_settled_by_numbers_that_agree(numbers: list[str], style: Style | None) -> None:
    assert style_of(numbers) == style


def test_numbers_with_marks_are_found() -> None:
    assert marked_numbers("$ 1.479.588,24 de 3 obras de 4,5 km") == ["1.479.588,24", "4,5"]
    assert has_marks("4,5 km")
    assert not has_marks("Plan, 5 obras.")


def rows(*targets: str) -> tuple[tuple[str, ...], ...]:
    return tuple((*GOAL[:3], f"Obra {n}", GOAL[4], target) for n, target in enumerate(targets))


# The targets of a file, then the value of the last one and what is said of it.
@pytest.mark.parametrize(
    ("targets", "value", "said"),
    [
        (("1.479.588,24", "8.500"), "8500", "8.500 1.479.588,24"),
        (("1.479.588,24", "8,500"), "8.500", "8,500 1.479.588,24"),
        (("819,689.33", "8,500"), "8500", "8,500 819,689.33"),
        (("819,689.33", "8.500"), "8.500", "8.500 819,689.33"),
        (("819,689.33", "1.234 km"), "1.234", "1.234 819,689.33"),
        (("819,689.33", "12.345%"), "12.345", "12.345 819,689.33"),
        (("1.479.588,24", "8.000"), "8000", ""),
        (("1.479.588,24", "1.234 talleres"), "1234", ""),
        (("819,689.33", "1.234 talleres"), "1234", ""),
        # What the form says and what the file says are at odds.
        (("819,689.33", "8.000"), None, ""),
        (("819,689.33", "$ 1.250"), None, ""),
        (("1.479.588,24", "12.345%"), None, ""),
        # Both styles, or too little: nothing is settled.
        (("1.479.588,24", "819,689.33", "8.500"), None, ""),
        (("269934,95", "8.500"), None, ""),
        (("80% de las regionales 5,4 y 3", "8.500"), None, ""),
        (("Plan del 31.12.2015", "8.500"), None, ""),
    ],
)
def test_a_file_s_style_decides_what_a_number_alone_does_not(
    targets: tuple[str, ...], value: str | None, said: str
) -> None:
    plan, findings = planned(*rows(*targets))
    (target,) = plan.goals[-1].targets
    assert (None if target.value is None else f"{target.value:f}") == value
    row = plan.goals[-1].row
    by_file = [f for f in findings if f.code == "number-by-file" and f.place.row == row]
    assert " ".join(f"{f.detail('number')} {f.detail('shown_by')}" for f in by_file) == said
    assert ((row, "ambiguous-number") in codes(findings)) == (value is None)


def test_other_columns_show_no_style() -> None:
    first = (*GOAL[:4], "Presupuesto de $ 1.479.588,24", "45 obras")
    plan, _ = planned(first, *rows("8.500"))
    assert plan.goals[-1].targets[0].value is None


def test_the_file_decides_both_ends_of_a_range() -> None:
    plan, findings = planned(*rows("1.479.588,24", "Entre 1.500 y 2.500"))
    (target,) = plan.goals[-1].targets
    assert (target.value, target.value_max) == (1500, 2500)
    assert [f.detail("number") for f in findings if f.code == "number-by-file"] == [
        "1.500",
        "2.500",
    ]
