"""The code list of findings equals the table in a4_rdf/findings.py, both ways."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import SKOS

from a4_rdf import resources
from a4_rdf.check.background import vocabulary
from a4_rdf.findings import KINDS
from a4_rdf.terms import graph
from tests.ontology.regenerate_findings import document, label

LIST = URIRef("http://example.org/kos/hallazgo")


def test_codes_and_labels_are_those_of_the_table() -> None:
    static = graph(vocabulary("http://example.org"))
    found = {
        str(concept).rsplit("/", 1)[1]: set(static.objects(concept, SKOS.prefLabel))
        for concept in static.subjects(SKOS.inScheme, LIST)
    }
    assert found == {
        code: {Literal(label(kind.es), lang="es"), Literal(label(kind.en), lang="en")}
        for code, kind in KINDS.items()
    }


def test_the_file_is_as_the_helper_writes_it() -> None:
    """Run tests/ontology/regenerate_findings.py after a change of the table."""
    path = resources.folder("ontology") / "findings.ttl"
    assert path.read_text(encoding="utf-8") == document()


def test_details_become_an_ellipsis() -> None:
    assert label("celdas llevadas a {columns} (confianza {confidence})") == (
        "celdas llevadas a … (confianza …)"
    )
