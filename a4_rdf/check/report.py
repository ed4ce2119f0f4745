"""What a check found, and its three renderings: lines of text, JSON, a SHACL report in Turtle."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from a4_rdf import terms
from a4_rdf.model import Severity
from a4_rdf.vocab import SH

WEIGHTS: Mapping[Severity, int] = {
    Severity.VIOLATION: 0,
    Severity.WARNING: 1,
    Severity.INFO: 2,
}
SEVERITIES: Mapping[Node, Severity] = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a shape or a cube constraint found.

    `path` is a predicate's IRI or a SPARQL property path, empty where the whole node is meant;
    `shape` is the IRI of the shape, or of the integrity constraint in the Data Cube standard.
    """

    severity: Severity
    focus: URIRef
    path: str
    value: URIRef | Literal | None
    shape: URIRef
    es: str
    en: str

    def message(self, lang: str = "es") -> str:
        """Return the words of the result in Spanish, or in English with `lang="en"`."""
        return self.en if lang == "en" else self.es

    @property
    def code(self) -> str:
        """Return the name of the shape or constraint, the last part of its IRI."""
        return self.shape.rsplit("#", 1)[-1]


@dataclass(frozen=True, slots=True)
class Report:
    """All results of a check, the weightiest first, then by shape and node."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Return whether nothing is violated; warnings and infos are published with the data."""
        return not self.of(Severity.VIOLATION)

    def of(self, severity: Severity) -> tuple[Result, ...]:
        """Return the results of one severity."""
        return tuple(result for result in self.results if result.severity is severity)

    def counts(self) -> Mapping[str, int]:
        """Return how many results there are of each severity, zeros included."""
        found = Counter(result.severity for result in self.results)
        return {severity.value: found[severity] for severity in WEIGHTS}


def severity_of(shapes: Graph, shape: Node) -> Severity:
    """Return the severity that a shape declares; a violation where it declares none."""
    declared = shapes.value(shape, SH.severity)
    return SEVERITIES[declared] if declared else Severity.VIOLATION


def words_of(shapes: Graph, shape: Node) -> tuple[str, str]:
    """Return the message of a shape in Spanish and in English, empty where it has none."""
    said = (m for m in shapes.objects(shape, SH.message) if isinstance(m, Literal))
    words = {message.language: str(message) for message in said}
    return words.get("es", ""), words.get("en", "")


def ranked(results: Iterable[Result]) -> Report:
    """Return a report of distinct results in their one order."""
    return Report(tuple(sorted(set(results), key=_order)))


def lines(found: Report, lang: str = "es") -> Iterator[str]:
    """Yield a line per result: `node: code: severity: message`, with path and value where known."""
    for result in found.results:
        where = "".join(f" [{part}]" for part in (result.path, result.value) if part)
        yield f"{result.focus}: {result.code}: {result.severity}: {result.message(lang)}{where}"


def to_json(found: Report) -> str:
    """Return the report as a JSON object: `conforms`, `counts`, `results`; both languages."""
    document = {
        "conforms": found.conforms,
        "counts": found.counts(),
        "results": [_json_result(result) for result in found.results],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_turtle(found: Report, prefixes: Mapping[str, str]) -> str:
    """Return the report in Turtle, in SHACL's own terms (SHACL, section 3.6).

    sh:conforms is ours: true where nothing is violated. A result path is written where it is a
    plain predicate; any other path is found at the shape.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    head = BNode("report")
    graph.add((head, RDF.type, SH.ValidationReport))
    graph.add((head, SH.conforms, Literal(found.conforms)))
    for n, result in enumerate(found.results, start=1):
        node = BNode(f"result{n:06}")
        graph.add((head, SH.result, node))
        _describe(graph, node, result)
    return graph.serialize(format="turtle")


def _describe(graph: Graph, node: BNode, result: Result) -> None:
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.resultSeverity, SH[result.severity.value.capitalize()]))
    graph.add((node, SH.focusNode, result.focus))
    graph.add((node, SH.sourceShape, result.shape))
    graph.add((node, SH.resultMessage, terms.spanish(result.es)))
    graph.add((node, SH.resultMessage, terms.english(result.en)))
    if result.value is not None:
        graph.add((node, SH.value, result.value))
    if result.path.startswith(("http://", "https://")):
        graph.add((node, SH.resultPath, URIRef(result.path)))


def _json_result(result: Result) -> dict[str, str | None]:
    return {
        "severity": result.severity.value,
        "code": result.code,
        "focus": result.focus,
        "path": result.path or None,
        "value": None if result.value is None else str(result.value),
        "shape": result.shape,
        "es": result.es,
        "en": result.en,
    }


def _order(result: Result) -> tuple[int, str, str, str, str]:
    value = "" if result.value is None else str(result.value)
    return WEIGHTS[result.severity], result.code, result.focus, result.path, value
