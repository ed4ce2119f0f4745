"""What was typed, as the index is asked for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from a4_rdf.serve.search_terms import Term, asked, beginning, typed

KNOWN = [("gestion", "gestión", 9), ("gestionar", "gestionar", 1), ("plan", "plan", 5)]


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("CREATE TABLE spelling (stem TEXT PRIMARY KEY, word TEXT, times INTEGER)")
        opened.executemany("INSERT INTO spelling VALUES (?, ?, ?)", KNOWN)
        yield opened


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Gestión de las GESTIONES", ["gestion"]),
        ("de la", ["de", "la"]),
        ("luces y luz", ["luz"]),
        ("80%", ["80"]),
        ('"NEAR(a b)" OR *', ["near", "b", "or"]),
        ("¿?", []),
    ],
)
def test_words_that_were_typed(text: str, stems: list[str]) -> None:
    assert [stem for _, stem in typed(text)] == stems


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("gestion", Term("gestion", is_beginning=True)),
        ("plan", Term("plan")),
        ("ges", Term("ges", is_whole=False, is_beginning=True)),
        ("ge", Term("ge")),
        ("gesiton", Term("gestion")),
        ("plano", Term("plan")),
        ("zzzz", Term("zzzz")),
    ],
)
def test_how_a_word_is_looked_for(database: sqlite3.Connection, text: str, term: Term) -> None:
    assert asked(database, text).terms == (term,)


def test_words_that_took_the_place_of_others_are_told(database: sqlite3.Connection) -> None:
    answer = asked(database, "Gesiton plan")
    assert answer.instead == (("Gesiton", "gestión"),)
    assert asked(database, "Gesiton plan", exact=True).instead == ()


def test_only_a_few_unknown_words_are_guessed(database: sqlite3.Connection) -> None:
    answer = asked(database, "gesiton getsion gestiom gestoin gestjon gstion")
    assert len(answer.instead) == 4
    assert len(answer.terms) == 6


def test_a_term_is_quoted() -> None:
    assert Term("plan").quoted == '("plan")'
    assert Term("plan", is_beginning=True).quoted == '("plan" OR "plan"*)'
    assert Term("plan", is_whole=False, is_beginning=True).quoted == '("plan"*)'


def test_the_last_word_of_who_still_types_is_a_beginning() -> None:
    assert beginning("coordinación fin") == (Term("coordinacion"), Term("fin", is_beginning=True))
    assert beginning("") == ()
