"""What a decision settles: the doubts about what it decides, and no others."""

from __future__ import annotations

from a4_rdf.model import Finding, Place
from a4_rdf.repair import settle
from tests.tables import codes

ROW = Finding(
    "ambiguous-row",
    Place(5, 4),
    (
        ("reading", "objetivo, actividad"),
        ("alternative", "actividad, indicador"),
        ("reading-cells", "4:objective 5:activity 6:target"),
        ("alternative-cells", "4:activity 5:indicator 6:target"),
    ),
)
EXTRA = Finding("extra-text", Place(5, 3), (("text", "sobra"),))
NUMBER = Finding("ambiguous-number", Place(5, 6), (("number", "1.234 m"),))
HEIR = Finding("inherits-ambiguous", Place(6, 4), (("row", "5"), ("rows", "5")))
HEIR_OF_TWO = Finding("inherits-ambiguous", Place(7, 4), (("row", "5"), ("rows", "5 6")))
OTHER = Finding("target-missing", Place(5, 6))


def decision(row: int, field: str) -> Finding:
    return Finding("cell-confirmed", Place(row, 4), (("field", field),))


def settled(*findings: Finding) -> list[tuple[int, str]]:
    return [(f.place.row, f.detail("code")) for f in settle(findings) if f.code == "decided"]


def test_without_decision_all_stays_open() -> None:
    assert settle((ROW, EXTRA, NUMBER, HEIR, OTHER)) == (ROW, EXTRA, NUMBER, HEIR, OTHER)


def test_a_decision_on_a_column_that_the_readings_dispute() -> None:
    found = settled(ROW, EXTRA, NUMBER, HEIR, HEIR_OF_TWO, OTHER, decision(5, "activity"))
    assert found == [(5, "ambiguous-row"), (5, "extra-text"), (6, "inherits-ambiguous")]


def test_a_decision_on_another_column_leaves_the_readings_open() -> None:
    assert settled(ROW, NUMBER, decision(5, "unit")) == []
    assert settled(ROW, NUMBER, decision(5, "target")) == [(5, "ambiguous-number")]


def test_a_decision_on_the_row_settles_all_of_it_and_no_other_row() -> None:
    assert settled(ROW, EXTRA, NUMBER, decision(5, "row")) == [
        (5, "ambiguous-row"),
        (5, "extra-text"),
        (5, "ambiguous-number"),
    ]
    assert settled(ROW, EXTRA, NUMBER, decision(6, "row")) == []


def test_the_words_of_what_was_open_are_kept() -> None:
    found = settle((EXTRA, ROW, NUMBER, decision(5, "row")))
    assert codes(found)[:3] == [(5, "decided")] * 3
    assert [f.detail("text") for f in found[:3]] == ["sobra", "actividad, indicador", "1.234 m"]
    assert [f.place for f in found[:3]] == [EXTRA.place, ROW.place, NUMBER.place]
