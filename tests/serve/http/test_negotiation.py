"""Content negotiation: q-values, specificity, wildcards, nonsense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.serve.http.negotiation import best

HTML, TURTLE, JSONLD = "text/html", "text/turtle", "application/ld+json"
THINGS = (HTML, TURTLE, JSONLD)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, HTML),
        ("", HTML),
        ("*/*", HTML),
        ("text/turtle", TURTLE),
        ("TEXT/Turtle", TURTLE),
        ("text/turtle;q=0.4, application/ld+json;q=0.5", JSONLD),
        ("text/html;q=0.1, text/turtle;q=0.2", TURTLE),
        ("text/*;q=0.5, application/ld+json;q=0.4", HTML),
        ("text/html;q=0, */*", TURTLE),
        ("text/html;q=0, text/*", TURTLE),
        ("text/turtle, */*", TURTLE),
        ("text/turtle, text/html", HTML),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#a,b"', JSONLD),
        ("text/turtle;charset=utf-8", TURTLE),
        ("text/html;level=1;q=1, text/html;q=0.2, text/turtle;q=0.5", TURTLE),
        ("image/png", None),
        ("image/png, */*;q=0", None),
        ("text/turtle;q=0", None),
        ("text/turtle;q=2", HTML),
        ("turtle", HTML),
        ("text/turtle;q=abc, application/ld+json", JSONLD),
        (" text/turtle ; q=0.9 , text/html ; q=0.1", TURTLE),
    ],
)
def test_best(accept: str | None, expected: str | None) -> None:
    assert best(accept, THINGS) == expected


def test_first_offer_is_the_default() -> None:
    assert best("*/*", (TURTLE, HTML)) == TURTLE


def test_offers_may_carry_parameters() -> None:
    assert best("text/html", ("text/turtle", "text/html; charset=utf-8")) == (
        "text/html; charset=utf-8"
    )


def test_no_offers() -> None:
    assert best("*/*", ()) is None
    assert best(None, ()) is None


@given(st.text(max_size=300))
def test_any_header_gives_an_offer_or_none(accept: str) -> None:
    assert best(accept, THINGS) in (*THINGS, None)
