"""One text for what says the same, another for what does not."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from a4_rdf.store import normal

XSD = "http://www.w3.org/2001/XMLSchema#"
A, B = ox.NamedNode("urn:a"), ox.NamedNode("urn:b")


def literal(text: str, kind: str) -> str:
    return normal.literal(ox.Literal(text, datatype=ox.NamedNode(XSD + kind)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("45.0", "decimal"), ("45", "decimal")),
        (("45.", "decimal"), ("+045.00", "decimal")),
        (("-0.0", "decimal"), ("0", "integer")),
        (("7", "positiveInteger"), ("7", "integer")),
        ((".5", "decimal"), ("0.50", "decimal")),
        (("15", "double"), ("1.5E1", "double")),
        (("1", "boolean"), ("true", "boolean")),
        (("2015-09-30T10:00:00.500+00:00", "dateTime"), ("2015-09-30T10:00:00.5Z", "dateTime")),
        (("2015-09-30T10:00:00.000", "dateTime"), ("2015-09-30T10:00:00", "dateTime")),
    ],
)
def test_two_spellings_of_a_value(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert literal(*one) == literal(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("45", "decimal"), ("45.01", "decimal")),
        (("100", "integer"), ("10", "integer")),
        (("1", "integer"), ("-1", "integer")),
        (("1", "integer"), ("1", "string")),
        (("1", "double"), ("1", "decimal")),
        (("x", "decimal"), ("y", "decimal")),
        (("", "decimal"), ("0", "decimal")),
        (("true", "boolean"), ("false", "boolean")),
        (("2015-09-30T10:00:00Z", "dateTime"), ("2015-09-30T10:00:00", "dateTime")),
        (("2015-09-30", "date"), ("2015-09-30", "string")),
    ],
)
def test_two_values(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert literal(*one) != literal(*other)


def test_case_of_a_language_tag_does_not_count_the_language_does() -> None:
    es, upper, en = (normal.literal(ox.Literal("x", language=tag)) for tag in ("es", "ES", "en"))
    assert es == upper != en
    assert normal.literal(ox.Literal("x")) not in (es, en)


def test_the_order_of_triples_does_not_count_their_number_does() -> None:
    one, two = ox.Triple(A, B, A), ox.Triple(B, A, ox.Literal("x"))
    assert normal.content([one, two]) == normal.content([two, one])
    assert normal.content([one]).triples == 1
    assert normal.content([one]).digest != normal.content([two]).digest
    assert normal.content([]).digest == "0" * 64


def test_a_blank_node_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="blank node"):
        normal.content([ox.Triple(ox.BlankNode(), A, B)])
