"""What is left behind a quantity: doubts, and numbers that are named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from a4_rdf.interpret.quantities import Quantity
from a4_rdf.interpret.remainder import is_in_doubt, left_over


@pytest.mark.parametrize(
    ("unit", "rest", "doubt"),
    [
        ("%", " en 2015 y 95% en 2016", True),
        ("", " por mil", True),
        ("USD", " a 6000", True),
        ("", " a tres talleres", True),
        ("talleres", " de agua como maximo", True),
        ("talleres", " con 80% de asistencia", False),
        ("%", " de los gad en el ano 2015", False),
    ],
)
def test_doubts(unit: str, rest: str, doubt: bool) -> None:
    assert is_in_doubt(Quantity(0, 1, Decimal(5), unit=unit), rest) is doubt


def test_a_number_left_over_is_named() -> None:
    assert left_over(" / 3 ferias") == "3"
    assert left_over(" de via o dos puentes") == "dos"
    assert left_over(" en las 7 parroquias") == ""
