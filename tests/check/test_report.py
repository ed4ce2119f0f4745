"""The report: its order, and its three renderings."""

from __future__ import annotations

import json

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF

from a4_rdf.check import Report, Result, lines, to_json, to_turtle
from a4_rdf.check.report import ranked
from a4_rdf.model import Severity
from a4_rdf.vocab import SH, prefixes

BASE = "http://example.org"
SHAPES = f"{BASE}/def/shapes#"

NAMELESS = Result(
    Severity.VIOLATION,
    URIRef(f"{BASE}/id/meta/b"),
    "http://www.w3.org/2000/01/rdf-schema#label",
    None,
    URIRef(f"{SHAPES}goal-label"),
    "Una meta tiene un nombre.",
    "A goal has a name.",
)
OVER = Result(
    Severity.WARNING,
    URIRef(f"{BASE}/id/meta/a"),
    "",
    Literal("120.0"),
    URIRef(f"{SHAPES}percent-over-100"),
    "Porcentaje mayor que 100.",
    "Percentage over 100.",
)
ROW = Result(
    Severity.VIOLATION,
    URIRef(f"{BASE}/id/meta/a"),
    "<http://www.w3.org/ns/prov#wasDerivedFrom>/<http://example.org/def/poa#rowStatus>",
    URIRef(f"{BASE}/kos/estado-fila/example"),
    URIRef(f"{SHAPES}goal-row-is-goal"),
    "Una fila de ejemplo se publicó como meta.",
    "An example row was published as a goal.",
)
FOUND = ranked((OVER, ROW, NAMELESS, OVER))


def test_results_are_distinct_and_the_weightiest_come_first() -> None:
    assert Report((NAMELESS, ROW, OVER)) == FOUND


def test_only_violations_spoil_it() -> None:
    assert not FOUND.conforms
    assert ranked((OVER,)).conforms
    assert ranked(()).conforms
    assert FOUND.counts() == {"violation": 2, "warning": 1, "info": 0}


def test_lines_of_text() -> None:
    assert list(lines(FOUND, "en")) == [
        "http://example.org/id/meta/b: goal-label: violation: A goal has a name."
        " [http://www.w3.org/2000/01/rdf-schema#label]",
        "http://example.org/id/meta/a: goal-row-is-goal: violation:"
        " An example row was published as a goal."
        " [<http://www.w3.org/ns/prov#wasDerivedFrom>/<http://example.org/def/poa#rowStatus>]"
        " [http://example.org/kos/estado-fila/example]",
        "http://example.org/id/meta/a: percent-over-100: warning: Percentage over 100. [120.0]",
    ]
    assert next(lines(ranked((OVER,)))) == (
        "http://example.org/id/meta/a: percent-over-100: warning: Porcentaje mayor que 100. [120.0]"
    )


def test_json() -> None:
    assert json.loads(to_json(ranked((NAMELESS,)))) == {
        "conforms": False,
        "counts": {"violation": 1, "warning": 0, "info": 0},
        "results": [
            {
                "severity": "violation",
                "code": "goal-label",
                "focus": "http://example.org/id/meta/b",
                "path": "http://www.w3.org/2000/01/rdf-schema#label",
                "value": None,
                "shape": "http://example.org/def/shapes#goal-label",
                "es": "Una meta tiene un nombre.",
                "en": "A goal has a name.",
            }
        ],
    }


def test_turtle_is_a_shacl_report() -> None:
    graph = Graph().parse(data=to_turtle(FOUND, prefixes(BASE)), format="turtle")
    (head,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(head, SH.conforms) == Literal(False)
    by_shape = {graph.value(node, SH.sourceShape): node for node in graph.objects(head, SH.result)}
    assert set(by_shape) == {NAMELESS.shape, OVER.shape, ROW.shape}
    node = by_shape[ROW.shape]
    assert isinstance(node, BNode)
    assert graph.value(node, SH.resultSeverity) == SH.Violation
    assert graph.value(node, SH.focusNode) == ROW.focus
    assert graph.value(node, SH.value) == ROW.value
    assert set(graph.objects(node, SH.resultMessage)) == {
        Literal(ROW.es, lang="es"),
        Literal(ROW.en, lang="en"),
    }
    assert graph.value(node, SH.resultPath) is None
    label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    assert graph.value(by_shape[NAMELESS.shape], SH.resultPath) == label


def test_turtle_of_the_same_report_is_the_same() -> None:
    assert to_turtle(FOUND, prefixes(BASE)) == to_turtle(FOUND, prefixes(BASE))
