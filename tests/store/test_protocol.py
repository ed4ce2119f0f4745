"""Queries of the SPARQL Protocol: datasets, media types, and where an error is."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest

from a4_rdf.errors import StoreError
from a4_rdf.store import build_store
from a4_rdf.store.protocol import (
    DatasetError,
    QueryService,
    QuerySyntaxError,
    UnsupportedQueryError,
)
from a4_rdf.store.syntax import QueryKind
from tests.store.quads import BASE, GRAPH, QUADS

UNKNOWN = "http://127.0.0.1:9/unknown"
IN_DEFAULT = "ASK { ?s <http://www.w3.org/2000/01/rdf-schema#comment> ?o }"
IN_NAMED = "ASK { GRAPH ?g { ?s <http://www.w3.org/2000/01/rdf-schema#comment> ?o } }"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> QueryService:
    folder = tmp_path_factory.mktemp("protocol") / "store"
    with build_store(folder, BASE) as writer:
        writer.load(QUADS)
    return QueryService(folder)


def written(service: QueryService, text: str, media_type: str) -> bytes:
    output = BytesIO()
    service.evaluate(text, f"{BASE}/", (), ()).write(output, media_type)
    return output.getvalue()


@pytest.mark.parametrize(
    ("text", "default", "named", "found"),
    [
        (IN_DEFAULT, (), (), False),
        (IN_DEFAULT, (GRAPH,), (), True),
        (IN_DEFAULT, (UNKNOWN,), (), False),
        (IN_DEFAULT, (), (GRAPH,), False),
        (IN_NAMED, (), (), True),
        (IN_NAMED, (), (GRAPH,), True),
        (IN_NAMED, (GRAPH,), (), False),
        (IN_NAMED, (), (UNKNOWN,), False),
        # What the request names wins over the query's own FROM.
        (IN_DEFAULT.replace("ASK", f"ASK FROM <{GRAPH}>"), (), (), True),
        (IN_DEFAULT.replace("ASK", f"ASK FROM <{UNKNOWN}>"), (GRAPH,), (), True),
        (IN_DEFAULT.replace("ASK", f"ASK FROM <{GRAPH}>"), (UNKNOWN,), (), False),
        (IN_NAMED.replace("ASK", f"ASK FROM NAMED <{GRAPH}>"), (GRAPH,), (), False),
    ],
)
def test_the_dataset_is_what_the_request_names(
    service: QueryService, text: str, default: Sequence[str], named: Sequence[str], found: bool
) -> None:
    output = BytesIO()
    service.evaluate(text, f"{BASE}/", default, named).write(output, "text/csv")
    assert output.getvalue() == (b"true" if found else b"false")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT * {}", QueryKind.SELECT),
        ("ASK {}", QueryKind.ASK),
        ("DESCRIBE <x>", QueryKind.GRAPH),
        ("CONSTRUCT WHERE { ?s ?p ?o }", QueryKind.GRAPH),
    ],
)
def test_the_kind_of_result_is_known(service: QueryService, text: str, kind: QueryKind) -> None:
    assert service.evaluate(text, f"{BASE}/", (), ()).kind is kind


def test_values_keep_language_datatype_and_order(service: QueryService) -> None:
    text = "SELECT ?v ?l { ?s <def/poa#targetValue> ?v ; ?p ?l FILTER(LANG(?l) = 'es') }"
    # The engine keeps the value of a decimal, not its lexical form: 45.0 comes out as 45.
    decimal = '"45"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    expected = f'?v\t?l\n{decimal}\t"Dirección de Vías"@es\n'
    assert written(service, text, "text/tab-separated-values") == expected.encode()


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("text/turtle", b"<http://e/s> <http://e/p> 1 .\n"),
        (
            "application/n-quads",
            b'<http://e/s> <http://e/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n',
        ),
        ("application/trig", b"<http://e/s> <http://e/p> 1 .\n"),
    ],
)
def test_graphs_are_written_in_each_form(
    service: QueryService, media_type: str, expected: bytes
) -> None:
    text = "CONSTRUCT { <http://e/s> <http://e/p> 1 } {}"
    assert written(service, text, media_type) == expected


@pytest.mark.parametrize("graph", ["", "no/iri", "http://e/ x"])
def test_a_graph_has_an_absolute_iri(service: QueryService, graph: str) -> None:
    with pytest.raises(DatasetError, match="absolute IRI"):
        service.evaluate("ASK {}", f"{BASE}/", (graph,), ())


def test_an_unknown_function_is_no_syntax_error(service: QueryService) -> None:
    with pytest.raises(UnsupportedQueryError, match="urn:f"):
        written(service, "ASK { FILTER(<urn:f>(1)) }", "text/csv")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("ASK {", 1, 6),
        ("ASK {} SELECT * {}", 1, 8),
        ("SELECT * {\n  ?s ?p ?o\n  FILTER(?s = ) }", 3, 15),
        ("INSERT\nDATA { <a> <b> 1 }", 1, 1),
        ("\r\nSELECT *\r\n{ OPTIONL { ?s ?p ?o } }", 3, 3),
        ("", 1, 1),
    ],
)
def test_a_syntax_error_is_placed_at_the_token(
    service: QueryService, text: str, line: int, column: int
) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        service.evaluate(text, f"{BASE}/", (), ())
    assert (caught.value.line, caught.value.column) == (line, column)


def test_a_message_is_one_line_and_not_the_whole_grammar(service: QueryService) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        service.evaluate("ASK {", f"{BASE}/", (), ())
    assert len(str(caught.value)) <= 301
    assert "\n" not in str(caught.value)


def test_a_folder_without_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        QueryService(tmp_path)
