"""Quantities at an offset: the grammar itself, apart from cells."""

from __future__ import annotations

from decimal import Decimal

from a4_rdf import spanish
from a4_rdf.interpret.quantities import Quantity, quantity_at
from a4_rdf.model import Basis, Bound


def at(text: str, start: int = 0) -> Quantity | None:
    return quantity_at(text, spanish.flat(text), start)


def test_the_parts_of_a_quantity() -> None:
    assert at("Meta: al menos 3 GAD", 6) == Quantity(
        6, 20, Decimal(3), None, Bound.AT_LEAST, "GAD", Basis.DIGITS
    )


def test_the_unit_is_one_word_as_written() -> None:
    found = at("5 Talleres de asesoramiento")
    assert found is not None
    assert found.unit == "Talleres"


def test_words_that_count_nothing_are_no_unit() -> None:
    for text in ("100 en total", "5 al mes", "12 mensuales", "3 para todos"):
        found = at(text)
        assert found is not None
        assert found.unit == ""


def test_text_without_a_number_at_the_offset_is_none() -> None:
    assert at("Plan de 3 años") is None
