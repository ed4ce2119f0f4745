"""Typos: how many slips, and which word was meant."""

from __future__ import annotations

import pytest

from a4_rdf.serve.spelling import distance, nearest

KNOWN = [("gestion", 40), ("gestor", 3), ("cuestion", 2), ("pago", 9), ("vago", 1), ("2015", 99)]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("gestion", "gestion", 0),
        ("gestoin", "gestion", 1),
        ("gestio", "gestion", 1),
        ("gesttion", "gestion", 1),
        ("jestion", "gestion", 1),
        ("jesttion", "gestion", 2),
        ("gxxtxon", "gestion", None),
        ("xyzzy", "gestion", None),
    ],
)
def test_slips(one: str, other: str, slips: int | None) -> None:
    assert distance(one, other, 2) == slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gestoin", "gestion"),
        ("jesttion", "gestion"),
        ("paggo", "pago"),
        ("pgao", "pago"),
        ("ago", None),
        ("pxxo", None),
        ("2016", None),
        ("astronomia", None),
    ],
)
def test_the_nearest_word(typed: str, meant: str | None) -> None:
    assert nearest(typed, KNOWN) == meant


def test_of_two_as_near_the_more_frequent() -> None:
    assert nearest("gago", KNOWN) == "pago"
