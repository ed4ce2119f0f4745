"""The code lists: one concept per value of the model, labelled in Spanish and English."""

from __future__ import annotations

from enum import StrEnum

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from a4_rdf import model
from a4_rdf.check.background import vocabulary
from a4_rdf.terms import graph
from a4_rdf.vocab import QB, UNIT, Poa

BASE = "http://example.org"
STATIC = graph(vocabulary(BASE))

LISTS: dict[str, type[StrEnum]] = {
    "nivel-proceso": model.ProcessLevel,
    "tipo-unidad": model.UnitKind,
    "cota": model.Bound,
    "estado-meta": model.TargetStatus,
    "estado-fila": model.RowStatus,
    "fundamento": model.Basis,
    "tipo-cambio": model.ChangeKind,
}
CLASSES = {
    "nivel-proceso": "ProcessLevel",
    "cota": "TargetBound",
    "estado-meta": "TargetStatus",
    "estado-fila": "RowStatus",
    "actividad": "PlannedActivity",
    "indicador": "Indicator",
}
OTHERS = {
    "unidad-medida": {"porcentaje", "usd", "no-declarada"},
    "norma": {
        "lotaip-2004",
        "lotaip-2004-art7",
        "lotaip-2004-art7-a4",
        "lotaip-2023",
        "lotaip-2023-art19",
        "lotaip-2023-art19-1-3",
    },
    "objetivo": set(),
    "actividad": {"no-declarada"},
    "indicador": {"no-declarada"},
}


def scheme(name: str) -> URIRef:
    return URIRef(f"{BASE}/kos/{name}")


def codes(name: str) -> set[str]:
    concepts = STATIC.subjects(SKOS.inScheme, scheme(name))
    return {str(concept).removeprefix(f"{scheme(name)}/") for concept in concepts}


@pytest.mark.parametrize("name", LISTS)
def test_codes_are_the_values_of_the_model(name: str) -> None:
    assert codes(name) == {member.value for member in LISTS[name]}


@pytest.mark.parametrize("name", OTHERS)
def test_codes_of_the_other_lists(name: str) -> None:
    assert codes(name) == OTHERS[name]


def test_there_are_no_further_lists() -> None:
    found = {
        str(s).removeprefix(f"{BASE}/kos/") for s in STATIC.subjects(RDF.type, SKOS.ConceptScheme)
    }
    assert found == {*LISTS, *OTHERS, "hallazgo"}
    assert list(STATIC.subjects(RDF.type, QB.HierarchicalCodeList)) == [scheme("unidad")]


def test_every_concept_is_complete() -> None:
    concepts = set(STATIC.subjects(RDF.type, SKOS.Concept))
    assert concepts == set(STATIC.subjects(SKOS.inScheme, None))
    for concept in concepts:
        (home,) = STATIC.objects(concept, SKOS.inScheme)
        labels = [t for t in STATIC.objects(concept, SKOS.prefLabel) if isinstance(t, Literal)]
        assert sorted(str(label.language) for label in labels) == ["en", "es"], concept
        assert STATIC.value(concept, SKOS.notation) == Literal(str(concept).rsplit("/", 1)[1])
        texts = [t for t in STATIC.objects(concept, SKOS.definition) if isinstance(t, Literal)]
        assert sorted(str(text.language) for text in texts) == ["en", "es"], concept
        tops = STATIC.objects(concept, SKOS.topConceptOf)
        assert list(tops) == ([] if (concept, SKOS.broader, None) in STATIC else [home])
        assert ((home, SKOS.hasTopConcept, concept) in STATIC) is (
            (concept, SKOS.topConceptOf, home) in STATIC
        )


@pytest.mark.parametrize(("name", "kind"), CLASSES.items())
def test_concepts_are_of_the_class_that_their_property_ranges_over(name: str, kind: str) -> None:
    for concept in STATIC.subjects(SKOS.inScheme, scheme(name)):
        assert (concept, RDF.type, Poa(BASE)[kind]) in STATIC


def test_a_provision_says_law_article_and_literal_as_data() -> None:
    literal = URIRef(f"{BASE}/kos/norma/lotaip-2004-art7-a4")
    article = STATIC.value(literal, SKOS.broader)
    law = STATIC.value(article, SKOS.broader)
    assert STATIC.value(literal, DCTERMS.identifier) == Literal("a4")
    assert STATIC.value(article, DCTERMS.identifier) == Literal("7")
    assert str(STATIC.value(law, DCTERMS.issued)) == "2004-05-18"


def test_percentage_is_the_one_of_qudt() -> None:
    percent = URIRef(f"{BASE}/kos/unidad-medida/porcentaje")
    assert list(STATIC.objects(percent, SKOS.exactMatch)) == [UNIT.PERCENT]
