"""Slices: each unit's observations in a release, and no other's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD

from a4_rdf import terms
from a4_rdf.check import cube
from a4_rdf.check.background import vocabulary
from a4_rdf.describe import describe, describe_repeat
from a4_rdf.identify import names_of
from a4_rdf.model import Plan
from a4_rdf.vocab import QB, Poa
from tests.plans import BASE, PUBLISHER, RELEASE, small_plan

POA = Poa(BASE)
RELEASED = URIRef(f"{BASE}/id/conjunto/gad/2015-09-30")
ROADS = URIRef(f"{RELEASED}/unidad/coordinacion-de-vias")


def described(plan: Plan) -> Graph:
    return terms.graph(describe(PUBLISHER, RELEASE, plan, names_of(plan)))


def test_a_slice_fixes_unit_and_release_and_names_its_observations() -> None:
    plan = small_plan()
    bridges, budget, _ = (names.goal for names in names_of(plan).goals)
    graph = described(plan)
    assert set(graph.predicate_objects(ROADS)) == {
        (RDF.type, QB.Slice),
        (
            RDFS.label,
            Literal("Valores meta de COORDINACIÓN DE VÍAS, publicación del 2015-09-30", lang="es"),
        ),
        (RDFS.label, Literal("Targets of COORDINACIÓN DE VÍAS, release of 2015-09-30", lang="en")),
        (QB.sliceStructure, URIRef(f"{BASE}/def/poa#sliceByUnit")),
        (POA["responsibleUnit"], URIRef(f"{BASE}/id/unidad/gad/coordinacion-de-vias")),
        (POA["asOf"], Literal("2015-09-30", datatype=XSD.date)),
        (QB.observation, URIRef(f"{BASE}/id/meta/gad/{bridges}/2015-09-30/1")),
        (QB.observation, URIRef(f"{BASE}/id/meta/gad/{bridges}/2015-09-30/2")),
        (QB.observation, URIRef(f"{BASE}/id/meta/gad/{budget}/2015-09-30/1")),
    }


def test_a_unit_without_numbers_of_its_own_has_no_slice() -> None:
    """Neither the parent unit, which has no row, nor the project, whose target is blank."""
    graph = described(small_plan())
    assert list(graph.objects(RELEASED, QB.slice)) == [ROADS]
    assert set(graph.subjects(RDF.type, QB.Slice)) == {ROADS}


def test_values_of_single_months_stand_in_one_slice() -> None:
    plan = small_plan()
    first = plan.goals[0]
    targets = tuple(replace(first.targets[0], month=month) for month in (1, 2))
    plan = replace(plan, goals=(replace(first, targets=targets),))
    triples = describe(PUBLISHER, RELEASE, plan, names_of(plan))
    graph = terms.graph(triples)
    periods = {
        str(period)
        for observation in graph.objects(ROADS, QB.observation)
        for period in graph.objects(observation, POA["refPeriod"])
    }
    assert periods == {f"{BASE}/id/periodo/2015-01", f"{BASE}/id/periodo/2015-02"}
    assert (ROADS, POA["refPeriod"], None) not in graph
    assert cube.validate((*vocabulary(BASE), *triples), BASE) == ()


def test_a_release_that_repeats_another_has_no_slice_and_says_where_they_are() -> None:
    repeat = replace(RELEASE, date=date(2015, 10, 31), previous=RELEASE.date)
    graph = terms.graph(describe_repeat(PUBLISHER, repeat, small_plan(), RELEASE.date))
    assert (None, QB.slice, None) not in graph
    assert set(graph.objects(URIRef(f"{BASE}/id/conjunto/gad/2015-10-31"), RDFS.comment)) == {
        Literal("Repite la publicación del 2015-09-30: sus observaciones están allí.", lang="es"),
        Literal("Repeats the release of 2015-09-30: its observations are there.", lang="en"),
    }
