"""What awaits a decision: each row with its alternatives, the first as it was read."""

from __future__ import annotations

import pytest

from a4_rdf import resources
from a4_rdf.interpret import interpret
from a4_rdf.model import Column, Finding, Place, Table
from a4_rdf.read import read
from a4_rdf.repair import Pending, pending, repair
from tests.tables import table

FIRST = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")


def waiting(source: Table, *more: Finding) -> tuple[Pending, ...]:
    repaired, findings = repair(source)
    plan, found = interpret(repaired)
    return pending(plan, (*findings, *found, *more))


def test_the_ame_document_awaits_four_decisions() -> None:
    rows = waiting(read(resources.sample())[0])
    assert [(row.row, len(row.alternatives)) for row in rows] == [
        (26, 4),
        (33, 2),
        (66, 2),
        (71, 2),
    ]
    first, other = ({c.value: v[:9] for c, v in a.items()} for a in rows[2].alternatives)
    assert first == {
        "objective": "Fortalece",
        "activity": "Diseñar y",
        "indicator": "Elaboraci",
        "target": "",
    }
    assert other == {
        "objective": "",
        "activity": "Fortalece",
        "indicator": "Diseñar y",
        "target": "Elaboraci",
    }
    assert rows[2].inherited.keys() == {Column.UNIT}


def test_a_text_too_many_can_join_its_neighbours() -> None:
    extra = Finding("extra-text", Place(2, 4), (("text", "Obras"),))
    rows = waiting(table(FIRST), extra)
    changed = [
        {c.value: v for c, v in values.items() if v != rows[0].alternatives[0][c]}
        for values in rows[0].alternatives
    ]
    assert changed == [
        {},
        {"objective": "Mejorar vías Obras"},
        {"indicator": "Obras Número de obras"},
    ]


@pytest.mark.parametrize(
    ("target", "doubt", "values"),
    [
        ("Al menos 1.234 m", "Al menos 1.234 m", ["Al menos 1234 m", "Al menos 1,2340 m"]),
        ("1.230 m de vía", "1.230 m", ["1230 m de vía", "1,23 m de vía"]),
        ("8.000 %", "8.000 %", ["8000 %", "8 %"]),
        ("entre 1.000 y 2.500 m", "entre 1.000 y 2.500 m", []),
        ("dos (3) planes", "dos (3)", []),
    ],
)
def test_an_ambiguous_number_is_thousands_or_decimals(
    target: str, doubt: str, values: list[str]
) -> None:
    finding = Finding("ambiguous-number", Place(2, 6), (("number", doubt),))
    repaired, _ = repair(table((*FIRST[:5], target)))
    (row,) = pending(interpret(repaired)[0], (finding,))
    read, *others = (alternative[Column.TARGET] for alternative in row.alternatives)
    assert read == target
    assert others == values


def test_a_row_without_a_unit_may_have_that_of_its_neighbours() -> None:
    lost = ("", "", "Mejorar", "Obras", "Número de obras", "3 obras")
    rows = waiting(table(FIRST, ("NIVEL DE APOYO",), lost, ("2", "JEFATURA B", *FIRST[2:])))
    assert [(row.row, [f.code for f in row.findings]) for row in rows] == [
        (4, ["goal-without-unit"])
    ]
    assert [values[Column.UNIT] for values in rows[0].alternatives] == [
        "",
        "DIRECCIÓN A",
        "JEFATURA B",
    ]


def test_a_sound_table_awaits_nothing() -> None:
    assert waiting(table(FIRST)) == ()
