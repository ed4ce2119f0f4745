from __future__ import annotations

import pytest

from a4_rdf.errors import QueryError
from a4_rdf.store.syntax import QueryKind, query_kind, refuse_service


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT * {}", QueryKind.SELECT),
        ("select * {}", QueryKind.SELECT),
        ("# ASK\nBASE <http://ejemplo.ec/SELECT> PREFIX ask: <x#> ASK {}", QueryKind.ASK),
        ("PREFIX select: <x#>\nPREFIX : <y> CONSTRUCT WHERE {?s ?p 'SELECT'}", QueryKind.GRAPH),
        ("DESCRIBE <x>", QueryKind.GRAPH),
    ],
)
def test_the_first_word_after_the_prologue_is_the_kind(query: str, kind: QueryKind) -> None:
    assert query_kind(query) is kind


@pytest.mark.parametrize(
    "query", ["", "# SELECT", "INSERT DATA {}", "{ SELECT }x", "<SELECT>", "'ASK'"]
)
def test_other_texts_are_no_query(query: str) -> None:
    if query == "{ SELECT }x":
        assert query_kind(query) is QueryKind.SELECT  # the engine says what is wrong with it
    else:
        with pytest.raises(QueryError, match="expected SELECT, ASK, CONSTRUCT or DESCRIBE"):
            query_kind(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://ejemplo.ec/sparql> { ?s ?p ?o } }",
        "SELECT * {service silent ?x {}}",
        "SELECT * { ?s ?p 'a' . SERVICE<x>{} }",
        "ASK { ?x <a#b> ?y SERVICE ?z {} }",
        "ASK { FILTER(?a<5&&?b>3) SERVICE ?z {} }",
        'ASK { ?x ?y """a"b""" SERVICE ?z {} }',
    ],
)
def test_service_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        refuse_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s <http://ejemplo.ec/SERVICE> 'SERVICE' } # SERVICE",
        "PREFIX service: <x#> ASK { ?s service:SERVICE ?o }",
        'ASK { ?s ?p """SERVICE "" SERVICE""" }',
        "ASK { ?s ?p 'it\\'s SERVICE' }",
    ],
)
def test_the_word_in_names_and_strings_is_let_through(query: str) -> None:
    refuse_service(query)
