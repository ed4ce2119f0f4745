"""What follows a number: percent, currency, noun, and the thousands and millions in words."""

from __future__ import annotations

import pytest

from a4_rdf import spanish
from a4_rdf.interpret.counted import Suffix, currency, suffix_at, what
from a4_rdf.interpret.numbers import Counted


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("5", Suffix(1, "", Counted.NOTHING)),
        ("5 %", Suffix(3, "%", Counted.PERCENT)),
        ("5 por ciento", Suffix(12, "%", Counted.PERCENT)),
        ("5 USD", Suffix(5, "USD", Counted.MONEY)),
        ("5 dólares", Suffix(9, "USD", Counted.MONEY)),
        ("5€", Suffix(2, "EUR", Counted.MONEY)),
        ("5 euros", Suffix(7, "EUR", Counted.MONEY)),
        ("5 Talleres", Suffix(10, "Talleres", Counted.WHOLE)),
        ("5 nuevos talleres", Suffix(17, "talleres", Counted.WHOLE)),
        ("5 km de vía", Suffix(4, "km", Counted.MEASURE)),
        ("5 mil personas", Suffix(14, "personas", Counted.MEASURE, 1_000)),
        ("5 millones de dólares", Suffix(21, "USD", Counted.MEASURE, 1_000_000)),
        ("5 mil millones", Suffix(14, "", Counted.MEASURE, 1_000_000_000)),
        ("5 milanesas", Suffix(11, "milanesas", Counted.WHOLE)),
        ("5 mensuales", Suffix(1, "", Counted.NOTHING)),
        ("5 c/u", Suffix(1, "", Counted.NOTHING)),
    ],
)
def test_what_stands_after_a_number(text: str, suffix: Suffix) -> None:
    assert suffix_at(text, spanish.flat(text), 1) == suffix


def test_what_a_noun_counts() -> None:
    assert what("Talleres") is Counted.WHOLE
    assert what("Kilómetros") is Counted.MEASURE


def test_the_sign_before_a_number() -> None:
    assert [currency(sign) for sign in ("$ ", "usd ", "€", "eur ")] == ["USD", "USD", "EUR", "EUR"]
