"""Marks and excerpts of what was found, and ways to narrow a search."""

from __future__ import annotations

import pytest

from a4_rdf.serve.pages.search import (
    Way,
    body_ways,
    excerpt,
    kind_ways,
    marked,
    query,
    without_body,
)
from a4_rdf.serve.search import Found, Wanted
from a4_rdf.serve.search_terms import Term

MANAGE = Term("gestion", is_beginning=True)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Plan de Gestión", (("Plan de ", False), ("Gestión", True))),
        ("gestiones, gestionar", (("gestiones", True), (", ", False), ("gestionar", True))),
        ("gestio\u0301n", (("gestión", True),)),
        ("digestión", (("digestión", False),)),
        ("", ()),
    ],
)
def test_words_are_marked_whole(text: str, pieces: tuple[tuple[str, bool], ...]) -> None:
    assert marked(text, [MANAGE]) == pieces


def test_a_beginning_alone_is_no_whole_word() -> None:
    only = Term("plan", is_whole=False, is_beginning=True)
    assert marked("planta", [only]) == (("planta", True),)
    assert marked("planta", [Term("plan")]) == (("planta", False),)


def test_an_excerpt_of_a_long_text_stands_around_the_first_mark() -> None:
    pieces = excerpt(marked("a" * 300 + " gestión " + "b" * 300, [MANAGE]))
    assert pieces[0] == ("… ", False)
    assert pieces[-1] == (" …", False)
    assert ("gestión", True) in pieces
    assert sum(len(text) for text, _ in pieces) == 240 + 4
    assert pieces[1] == ("a" * 59 + " ", False)


def test_a_short_text_is_whole_and_one_without_marks_is_not_shown() -> None:
    assert excerpt(marked("la gestión", [MANAGE])) == (("la ", False), ("gestión", True))
    assert excerpt(marked("nada de eso", [MANAGE])) == ()


def test_ways_keep_the_words() -> None:
    counts, bodies = {"unit": 2, "goal": 5}, (("uno", "Uno", 4), ("dos", "Dos", 3))
    found = Found(Wanted("vías", page=2), total=7, counts=counts, bodies=bodies)
    own = query(found, exact=True)
    assert own == {"q": "vías", "exacto": "1"}
    assert kind_ways(found, own) == (
        Way("Unidad", 2, {"q": "vías", "exacto": "1", "tipo": "unit"}),
        Way("Meta declarada", 5, {"q": "vías", "exacto": "1", "tipo": "goal"}),
    )
    assert body_ways(found, own)[1] == Way("Dos", 3, {"q": "vías", "exacto": "1", "org": "dos"})
    assert without_body(found, own) is None


def test_ways_lead_back_out() -> None:
    found = Found(Wanted("vías", "unit", "uno"), total=2, counts={"unit": 2}, bodies=())
    own = query(found, exact=False)
    assert kind_ways(found, own) == (
        Way("Todo", 2, {"q": "vías", "org": "uno"}),
        Way("Unidad", 2, None),
    )
    assert body_ways(found, own) == ()
    assert without_body(found, own) == {"q": "vías", "tipo": "unit"}
