"""The code list of findings equals the tables of codes and of their meanings, both ways."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import SKOS

from a4_rdf import resources
from a4_rdf.check.background import vocabulary
from a4_rdf.explanations import EXPLANATIONS
from a4_rdf.explanations.examples import EXAMPLES
from a4_rdf.findings import KINDS
from a4_rdf.terms import graph
from tests.ontology.regenerate_findings import document

LIST = URIRef("http://example.org/kos/hallazgo")


def test_codes_and_labels_are_those_of_the_table() -> None:
    static = graph(vocabulary("http://example.org"))
    found = {
        str(concept).rsplit("/", 1)[1]: {
            predicate: set(static.objects(concept, predicate))
            for predicate in (SKOS.prefLabel, SKOS.definition, SKOS.example)
        }
        for concept in static.subjects(SKOS.inScheme, LIST)
    }
    assert found == {
        code: {
            SKOS.prefLabel: {Literal(m.name_es, lang="es"), Literal(m.name_en, lang="en")},
            SKOS.definition: {Literal(m.es, lang="es"), Literal(m.en, lang="en")},
            SKOS.example: {
                Literal(text, lang=lang)
                for lang in ("es", "en")
                for text in EXAMPLES[code].texts(lang)
            },
        }
        for code, m in EXPLANATIONS.items()
    }
    assert set(found) == set(KINDS)


def test_the_file_is_as_the_helper_writes_it() -> None:
    """Run tests/ontology/regenerate_findings.py after a change of the table."""
    path = resources.folder("ontology") / "findings.ttl"
    assert path.read_text(encoding="utf-8") == document()
