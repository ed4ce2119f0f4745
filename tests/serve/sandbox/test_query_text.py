"""What is told from a query's words, and that telling takes no time."""

from __future__ import annotations

import time

import pytest

from a4_rdf.serve.sandbox import Outcome, QueryRequest
from a4_rdf.serve.sandbox.query_text import asks_for_remote_graph, is_volatile, refusal

BASE = "https://datos.ejemplo.ec/"


def is_remote(text: str) -> bool:
    return asks_for_remote_graph(QueryRequest(text, BASE))


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <s> <p> 1 }",
        "BASE <http://e/> PREFIX insert: <x#> # a comment\n delete WHERE { ?s ?p ?o }",
        "LOAD <http://e/>",
        "cLeAr ALL",
        "\\u0044ROP ALL",
        "WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_recognised(text: str) -> None:
    assert refusal(text) is Outcome.UPDATE


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { service SILENT ?at { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://e/> {} }",
        "SELECT * { \\U00000053ERVICE <http://e/> {} }",
        "ASK { ?s ?p true.SERVICE <http://e/> {} }",
        "ASK { ?s ?p 'it\\'s' . SERVICE <http://e/> {} }",
        # Engines need no blank around a keyword.
        "ASK{SERVICESILENT<http://e/>{?s ?p ?o}}",
        "PREFIX e: <http://e/> ASK{SERVICESILENTe:b{?s ?p ?o}}",
        "PREFIX : <http://e/> ASK{SERVICE:c{}}",
        "PREFIX e: <http://e/> PREFIX SERVICEe: <x> ASK { SERVICEe:f {} }",
        "PREFIX : <http://e/> ASK { SERVICE :c # here\n {} }",
        "PREFIX : <http://e/> ASK { ?s ?p trueSERVICESILENT:c{} }",
        "ASK { ?s ?p 1e0service?at {} }",
        "PREFIX : <http://e/> ASK { FILTER(true||?a<?b)SERVICESILENT:d#>\n{} }",
        "ASK { FILTER(?a<?b)?s?p?o.SERVICE#>\n<http://e/> {} }",
    ],
)
def test_service_is_recognised(text: str) -> None:
    assert refusal(text) is Outcome.SERVICE


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ex:service _:service }",
        "SELECT * { ?s ?p 'SERVICE', \"SERVICE\", '''a ' SERVICE''', 'x'@service }",
        'SELECT * { ?s ?p """a " SERVICE \\""" SERVICE""" } # SERVICE <x>',
        "SELECT * { ?s <http://e/#SERVICE> <http://e/INSERT> }",
        "PREFIX load: <http://e/> SELECT * { ?s load:INSERT ?o }",
        "PREFIX service: <http://e/> SELECT * { service:a service:b ?o }",
        "PREFIX service: <http://e/> SELECT * { GRAPH service:a { ?s ?p ?o } }",
        "PREFIX service: <http://e/> SELECT * FROM NAMED service:a { ?s ?p ?o }",
        "SELECT * FROM <http://e/service> { GRAPH <http://e/service> { ?s ?p ?service } }",
        "SELECT ?an\u0303service ?x { ?an\u0303service ?x\u00b7service ?y }",
        "ASK {}",
        "",
    ],
)
def test_the_words_elsewhere_mean_nothing(text: str) -> None:
    assert refusal(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ASK FROM <http://e/> {}",
        "ASK FROM <http://[> {}",
        "ASK FROM <https:graph> {}",
        "SELECT * FROM <graph/a> FROM NAMED<http://e/> {}",
        "CONSTRUCT { ?s ?p ?o } # FROM <x>\n from named <file:///etc/passwd> {}",
        "BASE <http://e/> ASK FROM <graph/a> {}",
        "PREFIX e: <http://e/> ASK FROM e:a {}",
        "PREFIX : <http://e/> ASK FROM NAMED :a\\,b {}",
        "PREFIX from: <http://e/> DESCRIBE ?s FROM from:from {}",
        "ASK \\u0046ROM <https://datos.ejemplo.ec.e/> {}",
    ],
)
def test_a_graph_of_another_site_is_recognised(text: str) -> None:
    assert is_remote(text)


@pytest.mark.parametrize(
    "text",
    [
        "ASK FROM <https://datos.ejemplo.ec/graph/gad/a4/2015-09-30> {}",
        "ASK FROM <graph/none> FROM NAMED <> {}",
        "PREFIX g: <graph/> ASK FROM g:gad\\/a4\\/2015-09-30 {}",
        "PREFIX from: <http://e/> ASK { ?s from:a <http://e/> }",
        "ASK { ?from ?p 'FROM <http://e/>' } # FROM <http://e/>",
        "ASK FROM e:a {}",
        "PREFIX e: <> ASK { ?n\u0303FROM <http://x/> e:a\u00b7FROM }",
        "BASE <http://[> ASK {}",
    ],
)
def test_our_graphs_and_other_words_are_left_alone(text: str) -> None:
    assert not is_remote(text)


def test_where_the_request_names_the_dataset_from_does_not_count() -> None:
    text = "ASK FROM <http://e/> {}"
    assert not asks_for_remote_graph(QueryRequest(text, BASE, default_graphs=("urn:x:g",)))
    assert not asks_for_remote_graph(QueryRequest(text, BASE, named_graphs=("urn:x:g",)))


@pytest.mark.parametrize(
    ("text", "volatile"),
    [
        ("SELECT (NOW() AS ?now) {}", True),
        ("SELECT (?a-rand() AS ?x) { ?s ?p ?a }", True),
        ("CONSTRUCT { [] ?p ?o } WHERE { ?s ?p ?o }", True),
        ("CONSTRUCT { _:b ?p ?o } WHERE { ?s ?p ?o }", True),
        ("SELECT * { [] ?p ?o }", False),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", False),
        ("SELECT ?now { ?s ex:now ?now }", False),
        ("ASK { FILTER(1<NOW()&&2>1) }", True),
        ("ASK { ?s ?p <http://e/now> }", False),
    ],
)
def test_queries_that_answer_anew_each_time_are_told_apart(text: str, volatile: bool) -> None:
    assert is_volatile(text) is volatile


PIECES = [
    "a.",
    "'''\\'",
    "'''\\''' \n",
    '"',
    "<a",
    "_",
    ":\\",
    "a:%",
    "\"\"\"'''",
    "'\\\\'' ",
    ")",
    "service",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("around", ["{}", "<{}>", "<{}(", "<){}>"])
def test_the_longest_text_is_read_at_once(piece: str, around: str) -> None:
    text = around.format(piece * (64 * 1024 // len(piece)))
    begun = time.process_time()
    refusal(text)
    is_volatile(text)
    assert time.process_time() - begun < 1
