"""What is said of a thing, in the words and numbers of the page's language."""

from __future__ import annotations

import pytest
from rdflib import Literal
from rdflib.namespace import XSD

from a4_rdf.serve.pages.properties import literal_text


def typed(text: str, name: str) -> Literal:
    return Literal(text, datatype=XSD[name], normalize=False)


@pytest.mark.parametrize(
    ("literal", "spanish", "english"),
    [
        (typed("66700", "integer"), "66.700", "66,700"),
        (typed("2015-09-30", "date"), "30 de septiembre de 2015", "September 30, 2015"),
        (typed("2015-13-99", "date"), "2015-13-99", "2015-13-99"),
        (typed("true", "boolean"), "sí", "yes"),
        (
            typed("2015-09-30T00:00:00Z", "dateTime"),
            "30 de septiembre de 2015, 00:00 UTC",
            "September 30, 2015, 00:00 UTC",
        ),
        (
            typed("2015-09-30T14:05:09-05:00", "dateTime"),
            "30 de septiembre de 2015, 14:05 UTC-05:00",
            "September 30, 2015, 14:05 UTC-05:00",
        ),
        (
            typed("2015-09-30T09:05:00", "dateTime"),
            "30 de septiembre de 2015, 09:05",
            "September 30, 2015, 09:05",
        ),
        (typed("ayer", "dateTime"), "ayer", "ayer"),
        (Literal("2015-09-30T00:00:00Z"), "2015-09-30T00:00:00Z", "2015-09-30T00:00:00Z"),
    ],
)
def test_literals_are_written_as_people_write_them(
    literal: Literal, spanish: str, english: str
) -> None:
    assert (literal_text(literal), literal_text(literal, "en")) == (spanish, english)
