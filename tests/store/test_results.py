from __future__ import annotations

import json

import pytest
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf.store import Solutions
from a4_rdf.store.results import to_csv, to_json, to_table

FOUND = Solutions(
    ("unidad", "valor"),
    (
        (URIRef("https://e.ec/vias"), Literal("45.0", datatype=XSD.decimal, normalize=False)),
        (Literal('Vías, "y"\npuentes', lang="es"), None),
        (BNode("b1"), Literal("=1+1")),
    ),
)


def test_json_is_sparql_results_json() -> None:
    assert json.loads(to_json(FOUND)) == {
        "head": {"vars": ["unidad", "valor"]},
        "results": {
            "bindings": [
                {
                    "unidad": {"type": "uri", "value": "https://e.ec/vias"},
                    "valor": {
                        "type": "literal",
                        "value": "45.0",
                        "datatype": "http://www.w3.org/2001/XMLSchema#decimal",
                    },
                },
                {"unidad": {"type": "literal", "value": 'Vías, "y"\npuentes', "xml:lang": "es"}},
                {
                    "unidad": {"type": "bnode", "value": "b1"},
                    "valor": {"type": "literal", "value": "=1+1"},
                },
            ]
        },
    }


def test_csv_is_sparql_csv() -> None:
    assert to_csv(FOUND) == (
        'unidad,valor\r\nhttps://e.ec/vias,45.0\r\n"Vías, ""y""\npuentes",\r\n_:b1,=1+1\r\n'
    )


def test_a_table_has_aligned_columns() -> None:
    assert to_table(FOUND) == (
        "unidad               valor\n"
        "───────────────────  ─────\n"
        "<https://e.ec/vias>  45.0\n"
        'Vías, "y" puentes\n'
        "_:b1                 =1+1\n"
    )


@pytest.mark.parametrize(("answer", "word"), [(True, "true"), (False, "false")])
def test_booleans(answer: bool, word: str) -> None:
    assert to_json(answer) == f'{{"head": {{}}, "boolean": {word}}}\n'
    assert to_csv(answer) == f"boolean\r\n{word}\r\n"
    assert to_table(answer) == f"{word}\n"


def test_no_rows() -> None:
    none = Solutions(("unidad",), ())
    assert json.loads(to_json(none)) == {"head": {"vars": ["unidad"]}, "results": {"bindings": []}}
    assert to_csv(none) == "unidad\r\n"
    assert to_table(none) == "unidad\n──────\n"
