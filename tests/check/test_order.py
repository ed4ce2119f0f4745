"""The order of literals in shapes."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf.check.index import Node
from a4_rdf.check.order import at_least, at_most, below

IRI = URIRef("http://example.org/a")
DAY = Literal("2015-09-30", datatype=XSD.date)
TEN = Literal("10.0", datatype=XSD.decimal)
NOON = Literal("2015-09-30T12:00:00", datatype=XSD.dateTime)
ZONED = Literal("2015-09-30T12:00:00Z", datatype=XSD.dateTime)


@pytest.mark.parametrize(
    ("value", "bound", "least", "most"),
    [
        (Literal(10), TEN, True, True),
        (Literal(11), TEN, True, False),
        (Literal(9), TEN, False, True),
        (Literal("b"), Literal("a"), True, False),
        (Literal("10"), TEN, False, False),
        (DAY, TEN, False, True),  # as pySHACL has it: rdflib orders their datatypes
        (NOON, NOON, True, True),
        (NOON, ZONED, False, False),
    ],
)
def test_bounds(value: Literal, bound: Literal, least: bool, most: bool) -> None:
    assert at_least(value, bound) is least
    assert at_most(value, bound) is most


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Literal(9), TEN, True),
        (TEN, Literal(9), False),
        (TEN, TEN, False),
        (IRI, URIRef("http://example.org/b"), True),
        (IRI, TEN, False),
        (TEN, IRI, False),
        (Literal("muchos", datatype=XSD.decimal), TEN, False),
    ],
)
def test_below(left: Node, right: Node, expected: bool) -> None:
    assert below(left, right) is expected
