"""Bounds behind a quantity: those that are read, and those that belong to nothing."""

from __future__ import annotations

import pytest

from a4_rdf.interpret.bounds import bound_after, has_loose_bound
from a4_rdf.model import Bound


@pytest.mark.parametrize(
    ("rest", "end", "bound"),
    [
        (" maximo", 7, Bound.AT_MOST),
        (" habiles maximo", 15, Bound.AT_MOST),
        (" (minimo)", 9, Bound.AT_LEAST),
        (" o inferior", 11, Bound.AT_MOST),
        (" o mas talleres", 6, Bound.AT_LEAST),
        ("+", 1, Bound.AT_LEAST),
    ],
)
def test_a_bound_after_is_read(rest: str, end: int, bound: Bound) -> None:
    assert bound_after(rest, 0) == (end, bound)


@pytest.mark.parametrize("rest", [" maximo 20 personas", " + 2 ferias", " de agua", " (minimo"])
def test_a_later_number_s_bound_is_not_taken(rest: str) -> None:
    assert bound_after(rest, 0) is None


def test_a_bound_without_a_number_is_loose() -> None:
    assert has_loose_bound(" de la poblacion como maximo")
    assert not has_loose_bound(" con maximo 20 personas")
