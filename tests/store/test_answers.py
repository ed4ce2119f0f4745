"""An endpoint's answer written anew: in each form, whole, without what only we asked for."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from a4_rdf.errors import StoreError
from a4_rdf.store.answers import rewrite
from a4_rdf.store.protocol import RowsError
from a4_rdf.store.sending import Body
from a4_rdf.store.syntax import QueryKind

JSON = "application/sparql-results+json"
# As Virtuoso writes it: `typed-literal`, `link`, tabs.
ROWS = b"""
{ "head": { "link": [], "vars": ["n", "l"] },
  "results": { "distinct": false, "ordered": true, "bindings": [
    { "n": { "type": "typed-literal", "value": "7",
	"datatype": "http://www.w3.org/2001/XMLSchema#integer" }	,
	"l": { "type": "literal", "xml:lang": "es", "value": "V\\u00edas" }} ] } }"""
LINE = b'<urn:a>\t<urn:b>\t"\\u00F1"@es .\n'


def rewritten(data: bytes, kind: QueryKind, wanted: str, sent: str = JSON, most: int = 9) -> bytes:
    output = BytesIO()
    rewrite(Body(data, sent), kind, output, wanted, most)
    return output.getvalue()


def test_rows_in_csv_and_json() -> None:
    assert rewritten(ROWS, QueryKind.SELECT, "text/csv") == "n,l\r\n7,Vías\r\n".encode()
    assert json.loads(rewritten(ROWS, QueryKind.SELECT, JSON))["results"]["bindings"] == [
        {
            "n": {
                "type": "literal",
                "value": "7",
                "datatype": "http://www.w3.org/2001/XMLSchema#integer",
            },
            "l": {"type": "literal", "value": "Vías", "xml:lang": "es"},
        }
    ]


def test_a_boolean() -> None:
    data = b'{  "head": { "link": [] }, "boolean": true}'
    assert rewritten(data, QueryKind.ASK, "text/csv") == b"true"


def test_a_graph_without_its_duplicates() -> None:
    found = rewritten(LINE * 3, QueryKind.GRAPH, "text/turtle", "application/n-triples", 1)
    assert found == '<urn:a> <urn:b> "ñ"@es .\n'.encode()
    with pytest.raises(RowsError):
        rewritten(
            LINE + LINE.replace(b"b>", b"c>"),
            QueryKind.GRAPH,
            "text/turtle",
            "application/n-triples",
            1,
        )


def test_variables_of_ours_are_not_shown() -> None:
    data = b'{"head":{"vars":["a4graph0","s"]},"results":{"bindings":[{"a4graph0":' + (
        b'{"type":"uri","value":"urn:g"},"s":{"type":"uri","value":"urn:s"}}]}}'
    )
    assert rewritten(data, QueryKind.SELECT, "text/csv") == b"s\r\nurn:s\r\n"


@pytest.mark.parametrize(
    ("data", "kind", "sent"),
    [
        (ROWS[:-5], QueryKind.SELECT, JSON),
        (ROWS, QueryKind.ASK, JSON),
        (b'{"head":{},"boolean":true}', QueryKind.SELECT, JSON),
        (b"<html>", QueryKind.SELECT, "text/html"),
        (LINE[:-4], QueryKind.GRAPH, "application/n-triples"),
        (LINE, QueryKind.GRAPH, "text/html"),
    ],
)
def test_what_is_cut_off_or_something_else_is_an_error(
    data: bytes, kind: QueryKind, sent: str
) -> None:
    wanted = "text/turtle" if kind is QueryKind.GRAPH else JSON
    with pytest.raises(StoreError, match="cannot be read"):
        rewritten(data, kind, wanted, sent)
