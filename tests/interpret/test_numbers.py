"""Numbers: styles of digits, and what a form leaves undecided."""

from __future__ import annotations

from decimal import Decimal

import pytest

from a4_rdf.interpret.numbers import Counted, decide, is_year, number_at


@pytest.mark.parametrize(
    ("written", "counted", "value"),
    [
        ("45", Counted.NOTHING, "45"),
        ("8.000", Counted.NOTHING, "8000"),
        ("8.000", Counted.PERCENT, None),
        ("1.234", Counted.WHOLE, "1234"),
        ("1.234", Counted.MONEY, "1234"),
        ("1.234", Counted.MEASURE, None),
        ("1.234", Counted.NOTHING, None),
        ("1,234", Counted.NOTHING, None),
        ("0.125", Counted.WHOLE, "0.125"),
        ("3,5", Counted.NOTHING, "3.5"),
        ("1.479.588", Counted.NOTHING, "1479588"),
        ("1.479.588,24", Counted.NOTHING, "1479588.24"),
        ("819,689.33", Counted.NOTHING, "819689.33"),
        ("12.34.567", Counted.NOTHING, None),
        ("1.2,3.4", Counted.NOTHING, None),
        ("1 200", Counted.NOTHING, "1200"),
        ("100 100", Counted.NOTHING, None),
        ("-500", Counted.NOTHING, "-500"),
    ],
)
def test_digits_are_decided_by_their_form(
    written: str, counted: Counted, value: str | None
) -> None:
    assert decide(written, counted) == (None if value is None else Decimal(value))


def test_what_follows_shows_that_digits_are_no_number() -> None:
    for text in ("6ta", "31/12/2015", "1. plan", "1) plan", "10-12", "10 12", "2x3", "24:00"):
        found = number_at(text, 0)
        assert found is not None
        assert not found.sound


def test_number_words_are_read_from_an_offset() -> None:
    found = number_at("son treinta y dos visitas", 4)
    assert found is not None
    assert (found.value, found.written) == (32, "treinta y dos")
    assert number_at("visitas", 0) is None


def test_years() -> None:
    assert is_year("2015")
    assert not is_year("5800")
