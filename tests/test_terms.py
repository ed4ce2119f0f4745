"""Terms: one value, one lexical form, in every dump."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from a4_rdf import terms

SUBJECT, PREDICATE = URIRef("urn:s"), URIRef("urn:p")


@pytest.mark.parametrize(
    ("value", "lexical"),
    [
        (Decimal(45), "45.0"),
        (Decimal("45.00"), "45.0"),
        (Decimal("0.50"), "0.5"),
        (Decimal("1E+3"), "1000.0"),
        (Decimal("1479588.24"), "1479588.24"),
        (Decimal(-3), "-3.0"),
        (Decimal(0), "0.0"),
    ],
)
def test_decimals_always_have_a_point(value: Decimal, lexical: str) -> None:
    assert str(terms.decimal(value)) == lexical


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_decimal_survives_turtle_and_ntriples(value: Decimal) -> None:
    triple = (SUBJECT, PREDICATE, terms.decimal(value))
    for fmt in ("turtle", "nt"):
        text = terms.graph([triple]).serialize(format=fmt)
        assert list(Graph().parse(data=text, format=fmt)) == [triple]


def test_order_is_that_of_the_text_and_repeats_go() -> None:
    a = (SUBJECT, PREDICATE, terms.text("a"))
    b = (SUBJECT, PREDICATE, terms.text("b"))
    assert terms.ordered([b, a, b]) == (a, b)
