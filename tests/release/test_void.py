from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS, XSD

from a4_rdf.release import void
from a4_rdf.store import memory_store
from a4_rdf.vocab import VOID
from tests.plans import BASE, PUBLISHER

ONE, TWO = URIRef(f"{BASE}/id/meta/gad/1"), URIRef(f"{BASE}/id/meta/gad/2")
GOAL, ODD = URIRef(f"{BASE}/def/poa#Goal"), URIRef("https://otro.ec/Clase")
STORE = memory_store(
    BASE,
    (
        (ONE, RDF.type, GOAL, None),
        (TWO, RDF.type, GOAL, None),
        (TWO, RDF.type, ODD, None),
        (ONE, RDFS.label, Literal("uno"), None),
        (ONE, RDFS.label, Literal("dos"), URIRef(f"{BASE}/graph/gad/a4/2015-09-30")),
    ),
)
COUNTS = void.Counts(4, 2, 3, ((GOAL, 2), (ODD, 1)), ((RDF.type, 3), (RDFS.label, 1)))


def number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


def test_counts_are_those_of_the_default_graph() -> None:
    assert void.count(STORE) == COUNTS


def test_an_empty_store_has_nothing() -> None:
    assert void.count(memory_store(BASE)) == void.Counts(0, 0, 0, (), ())


def test_the_description_states_the_counts() -> None:
    found = set(void.describe(PUBLISHER, COUNTS, ("latest.ttl",)))
    data = URIRef(f"{BASE}/.well-known/void#datos")
    for term, value in {
        VOID.triples: 4,
        VOID.entities: 2,
        VOID.distinctSubjects: 2,
        VOID.distinctObjects: 3,
        VOID.classes: 2,
        VOID.properties: 2,
    }.items():
        assert (data, term, number(value)) in found
    goals = URIRef(f"{BASE}/.well-known/void#clase-poa-Goal")
    assert (data, VOID.classPartition, goals) in found
    assert (goals, VOID["class"], GOAL) in found
    assert (goals, VOID.entities, number(2)) in found
    labels = URIRef(f"{BASE}/.well-known/void#propiedad-rdfs-label")
    assert (labels, VOID.triples, number(1)) in found
    assert (data, VOID.dataDump, URIRef(f"{BASE}/dumps/latest.ttl")) in found
    assert (data, VOID.sparqlEndpoint, URIRef(f"{BASE}/sparql")) in found
    assert (data, VOID.vocabulary, URIRef(f"{BASE}/def/poa")) in found


def test_each_partition_has_a_name_of_its_own() -> None:
    many = void.Counts(0, 0, 0, ((GOAL, 1), (ODD, 1), (SKOS.Concept, 1)), ((SKOS.Concept, 1),))
    parts = [
        s for s, p, _ in void.describe(PUBLISHER, many, ()) if p in (VOID["class"], VOID.property)
    ]
    assert len(set(parts)) == 4
