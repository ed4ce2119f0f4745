"""Queries of strangers on other engines: the same answers, the same bounds, never a part."""

from __future__ import annotations

import csv
import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS

from a4_rdf.errors import QueryError, StoreError
from a4_rdf.serve import empty_twin
from a4_rdf.serve.engine_runner import EngineRunner
from a4_rdf.serve.sandbox import Limits, MediaTypes, Outcome, QueryAnswer, QueryRequest, Runner
from a4_rdf.store import Quad, RemoteStore, memory_store
from a4_rdf.store.http import SlowStoreError
from a4_rdf.store.sending import Body, IncompleteError, RefusalError, Sent, TooLargeError
from tests.engines import Engine
from tests.serve import sandboxes
from tests.serve.told import Told
from tests.store.quads import BASE, GRAPH, QUADS

LIMITS = Limits(seconds=2, result_rows=500, result_bytes=100_000, wait_seconds=5)
CSV = MediaTypes("text/csv", "text/csv", "application/n-triples")
FILLER: tuple[Quad, ...] = tuple(
    (URIRef(f"{BASE}/id/x/{n}"), RDFS.comment, Literal(f"{n}"), None) for n in range(600)
)
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


@pytest.fixture(scope="module")
def twin() -> Iterator[Runner]:
    with empty_twin.published(BASE) as folder, sandboxes.running(folder, LIMITS) as (_, runner):
        yield runner


@pytest.fixture(params=["oxigraph", "virtuoso"], scope="module")
def runner(request: pytest.FixtureRequest, twin: Runner) -> Iterator[EngineRunner]:
    engine: Engine = request.getfixturevalue(request.param)
    engine.empty()
    engine.load(memory_store(BASE, (*QUADS, *FILLER)), "digest-one")
    with engine.opened(BASE) as store:
        yield EngineRunner(twin, lambda: store, LIMITS)
    engine.empty()


def run(runner: EngineRunner, text: str, **fields: object) -> QueryAnswer:
    return runner.run(QueryRequest(text, f"{BASE}/", media_types=CSV, **fields))  # type: ignore[arg-type]


def rows(answer: QueryAnswer) -> list[list[str]]:
    assert answer.outcome is Outcome.ANSWERED, answer
    return list(csv.reader(StringIO(answer.body.decode(), newline="")))[1:]


def test_what_is_asked_is_answered_from_what_holds_now(runner: EngineRunner) -> None:
    answer = run(runner, f"SELECT ?label {{ ?s {LABEL} ?label ; <def/poa#targetValue> 45.0 }}")
    assert rows(answer) == [["Dirección de Vías"]]
    assert (answer.kind, answer.media_type, answer.digest) == ("select", "text/csv", "digest-one")


def test_each_kind_of_query(runner: EngineRunner) -> None:
    assert run(runner, "ASK { ?s ?p 'sin idioma' }").body == b"false"
    assert run(runner, "ASK { GRAPH ?g { ?s ?p 'sin idioma' } }").body == b"true"
    graph = run(runner, "CONSTRUCT { <id/x> ?p 'ñ' } WHERE { ?s ?p 45.0 }")
    assert graph.body.decode() == f'<{BASE}/id/x> <{BASE}/def/poa#targetValue> "ñ" .\n'


def test_a_graph_is_found_by_its_name_and_by_a_variable(runner: EngineRunner) -> None:
    by_name = run(runner, f"SELECT * {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}")
    header, line = csv.reader(StringIO(by_name.body.decode(), newline=""))
    assert dict(zip(header, line, strict=True)) == {
        "s": f"{BASE}/id/unidad/gad/puentes",
        "p": str(RDFS.comment),
        "o": "sin idioma",
    }
    by_variable = run(runner, "SELECT ?g { GRAPH ?g { ?s ?p 'sin idioma' } }")
    assert rows(by_variable) == [[str(GRAPH)]]


@pytest.mark.parametrize(
    ("default", "named", "text", "found"),
    [
        ((str(GRAPH),), (), "ASK { ?s ?p 'sin idioma' }", b"true"),
        ((str(GRAPH),), (), "ASK { GRAPH ?g { ?s ?p 'sin idioma' } }", b"false"),
        ((), (str(GRAPH),), "ASK { GRAPH ?g { ?s ?p 'sin idioma' } }", b"true"),
        ((), (str(GRAPH),), "ASK { ?s ?p ?o }", b"false"),
        ((), (), f"ASK FROM <{GRAPH}> {{ ?s ?p 'sin idioma' }}", b"true"),
        ((), (), f"ASK FROM <{GRAPH}> {{ ?s ?p 45.0 }}", b"false"),
        (("http://127.0.0.1:9/unknown",), (), "ASK { ?s ?p ?o }", b"false"),
    ],
)
def test_the_dataset_is_what_was_asked_for(
    runner: EngineRunner, default: tuple[str, ...], named: tuple[str, ...], text: str, found: bytes
) -> None:
    answer = run(runner, text, default_graphs=default, named_graphs=named)
    assert (answer.outcome, answer.body) == (Outcome.ANSWERED, found)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("SELECT * { ?s ?p ", Outcome.SYNTAX),
        ('DEFINE get:soft "replace" SELECT * { ?s ?p ?o }', Outcome.SYNTAX),
        ("SELECT (bif:upper('x') AS ?y) {}", Outcome.SYNTAX),
        ("PREFIX bif: <bif:> SELECT (bif:upper('x') AS ?y) {}", Outcome.UNSUPPORTED),
        ("INSERT DATA { <a> <b> <c> }", Outcome.UPDATE),
        ("CLEAR ALL", Outcome.UPDATE),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", Outcome.SERVICE),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", Outcome.SERVICE),
        ("ASK { \\u0047RAPH <urn:g> {} }", Outcome.SYNTAX),
        ("SELECT * {" + "{" * 8000 + "}" * 8000 + "}", Outcome.NESTING),
        ("SELECT * { " + " " * 70_000 + "}", Outcome.LENGTH),
        ("SELECT ?s { ?s ?p ?o }", Outcome.ROWS),
        ("CONSTRUCT WHERE { ?s ?p ?o }", Outcome.ROWS),
    ],
)
def test_what_is_refused(runner: EngineRunner, text: str, outcome: Outcome) -> None:
    answer = run(runner, text)
    assert (answer.outcome, answer.body) == (outcome, b"")


def test_a_syntax_error_is_placed(runner: EngineRunner) -> None:
    answer = run(runner, "SELECT *\n{ ?s ?p }")
    assert (answer.outcome, answer.line) == (Outcome.SYNTAX, 2)


def test_a_query_ends_at_its_deadline(runner: EngineRunner) -> None:
    began = time.monotonic()
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?f && ?f < ?i) }"
    assert run(runner, text).outcome is Outcome.TIME
    assert time.monotonic() - began < LIMITS.seconds + 3


def test_a_result_is_bounded_in_bytes(runner: EngineRunner) -> None:
    text = "SELECT ?s { ?s ?p ?o } LIMIT 400"
    assert run(runner, text).outcome is Outcome.ANSWERED
    assert run(runner, text, result_bytes=2000).outcome is Outcome.SIZE


def test_a_result_is_compressed_and_made_safe_where_asked(runner: EngineRunner) -> None:
    packed = run(runner, "SELECT ?s { ?s ?p ?o } LIMIT 400", gzip=True)
    assert packed.encoding == "gzip"
    assert len(gzip.decompress(packed.body).splitlines()) == 401
    text = "SELECT ?x { VALUES ?x { '=1+1' } }"
    assert rows(run(runner, text)) == [["=1+1"]]
    assert rows(run(runner, text, spreadsheet=True)) == [["'=1+1"]]


def test_a_form_that_is_not_taken_is_said_to_be_so(runner: EngineRunner) -> None:
    request = QueryRequest("ASK {}", f"{BASE}/", media_types=MediaTypes("text/csv", "", ""))
    answer = runner.run(request)
    assert (answer.outcome, answer.kind) == (Outcome.NOT_ACCEPTABLE, "ask")


def test_values_come_back_in_json_as_they_were(runner: EngineRunner) -> None:
    answer = runner.run(
        QueryRequest(f"SELECT ?o {{ ?s {LABEL} ?o }} ORDER BY ?o", f"{BASE}/", client="a")
    )
    assert [row["o"] for row in json.loads(answer.body)["results"]["bindings"]] == [
        {"type": "literal", "value": "Dirección de Vías", "xml:lang": "es"},
        {"type": "literal", "value": 'El puente «"viejo"»\nde \\ piedra', "xml:lang": "es"},
    ]


class Failing:
    """An endpoint that does what it is told; the record of a load is in it as long as `digests`."""

    address = "http://engine.example/sparql"

    def __init__(self, answer: Body | Exception, digests: list[str]) -> None:
        self.answer, self.digests = answer, digests

    def send(self, sent: Sent) -> Body:
        if "/graph/carga" in sent.text:
            bound = {"digest": {"type": "literal", "value": self.digests.pop(0)}}
            this = {"this": {"type": "uri", "value": f"{BASE}/graph/carga"}}
            document = {
                "head": {"vars": ["this", "digest"]},
                "results": {"bindings": [bound | this]},
            }
            return Body(json.dumps(document).encode(), "application/sparql-results+json")
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self) -> None: ...


TRUE = Body(b'{"head":{},"boolean":true}', "application/sparql-results+json")
PARSED = Told(QueryAnswer(Outcome.ANSWERED, "ask", "text/csv"))


def told(answer: Body | Exception, digests: tuple[str, ...] = ("one", "one")) -> QueryAnswer:
    store = RemoteStore("", BASE, 5, sender=Failing(answer, list(digests)))
    return run(EngineRunner(PARSED, lambda: store, LIMITS), "ASK {}")


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (SlowStoreError("late"), Outcome.TIME),
        (IncompleteError("part", late=True), Outcome.TIME),
        (IncompleteError("part", late=False), Outcome.ROWS),
        (TooLargeError("long"), Outcome.SIZE),
        (QueryError("no such function"), Outcome.UNSUPPORTED),
        (RefusalError("x", 503, "busy"), Outcome.BUSY),
        (RefusalError("x", 500, "The estimated execution time 500 exceeds 400"), Outcome.TIME),
        (RefusalError("x", 500, "SR353: Sorted TOP SPARQL query: SELECT"), Outcome.FAILED),
        (StoreError("nobody there"), Outcome.UNAVAILABLE),
        (OSError("no room"), Outcome.FAILED),
    ],
)
def test_what_an_engines_failure_is_called(error: Exception, outcome: Outcome) -> None:
    answer = told(error)
    assert (answer.outcome, answer.body) == (outcome, b"")
    assert "SELECT" not in answer.detail


def test_an_answer_that_cannot_be_read_is_none() -> None:
    assert told(replace(TRUE, data=TRUE.data[:-1])).outcome is Outcome.UNAVAILABLE


def test_an_answer_from_the_middle_of_a_load_can_be_kept_by_nobody() -> None:
    assert told(TRUE).digest == "one"
    changing = [told(TRUE, digests).digest for digests in (("one", "two"), ("", ""), ("", ""))]
    assert all(digest.startswith("loading-") for digest in changing)
    assert len(set(changing)) == 3


def test_a_store_that_is_away_at_first_is_asked_again() -> None:
    store = RemoteStore("", BASE, 5, sender=Failing(TRUE, ["one"] * 2))
    tries = iter([StoreError("away"), store])

    def opened() -> RemoteStore:
        found = next(tries)
        if isinstance(found, StoreError):
            raise found
        return found

    runner = EngineRunner(PARSED, opened, LIMITS)
    assert run(runner, "ASK {}").outcome is Outcome.UNAVAILABLE
    assert run(runner, "ASK {}").outcome is Outcome.ANSWERED
