"""Describe: the release graph of a small plan, triple by triple where it matters."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, XSD

from a4_rdf import terms
from a4_rdf.describe import describe
from a4_rdf.identify import names_of
from a4_rdf.model import Finding, Place, Plan, Statement
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT, DQV, OA, QB, SDMX_ATTRIBUTE, Poa
from tests.plans import BASE, PUBLISHER, RELEASE, small_plan

POA = Poa(BASE)


def triples(*findings: Finding) -> tuple[Triple, ...]:
    plan = small_plan()
    return describe(PUBLISHER, RELEASE, plan, names_of(plan), findings)


@pytest.fixture
def graph() -> Graph:
    return terms.graph(triples())


def at(path: str) -> URIRef:
    return URIRef(f"{BASE}/{path}")


def count(graph: Graph, kind: URIRef) -> int:
    return len(set(graph.subjects(RDF.type, kind)))


def test_every_thing_is_there_once(graph: Graph) -> None:
    assert count(graph, POA["Goal"]) == 3
    assert count(graph, POA["Target"]) == 3
    assert count(graph, QB.Observation) == 3
    assert count(graph, ORG.OrganizationalUnit) == 3
    assert count(graph, POA["OperationalObjective"]) == 1


def test_the_tree_hangs_from_the_organisation(graph: Graph) -> None:
    body, top = at("id/organizacion/gad"), at("id/unidad/gad/direccion-de-obras")
    leaf = at("id/unidad/gad/coordinacion-de-vias")
    assert (top, ORG.unitOf, body) in graph
    assert (leaf, ORG.subOrganizationOf, top) in graph
    assert (leaf, ORG.unitOf, None) not in graph
    assert set(graph.objects(body, ORG.hasUnit)) == {top, at("id/unidad/gad/proyecto-puentes")}
    assert graph.value(leaf, SKOS.altLabel) == Literal(
        "DIRECCIÓN DE OBRAS - COORDINACIÓN DE VÍAS", lang="es"
    )


def test_a_month_s_value_has_the_month_as_its_period() -> None:
    plan = small_plan()
    first = plan.goals[0]
    targets = tuple(replace(first.targets[0], month=month) for month in (1, 2))
    plan = replace(plan, goals=(replace(first, targets=targets), *plan.goals[1:]))
    graph = terms.graph(describe(PUBLISHER, RELEASE, plan, names_of(plan)))
    found = {str(o) for o in graph.objects(None, POA["refPeriod"])}
    assert found == {f"{BASE}/id/periodo/{period}" for period in ("2015", "2015-01", "2015-02")}
    february = at("id/periodo/2015-02")
    assert graph.value(february, DCAT.startDate) == Literal("2015-02-01", datatype=XSD.date)
    assert graph.value(february, DCAT.endDate) == Literal("2015-02-28", datatype=XSD.date)


def test_an_observation_carries_each_dimension_and_attribute(graph: Graph) -> None:
    goal = graph.value(
        predicate=POA["targetCellText"], object=Literal("entre 80 y 90,5 %", lang="es")
    )
    target = graph.value(goal, POA["hasTarget"])
    assert target == URIRef(f"{goal}/2015-09-30/1")
    assert set(graph.predicate_objects(target)) >= {
        (QB.dataSet, at("id/conjunto/gad/2015-09-30")),
        (POA["refPeriod"], at("id/periodo/2015")),
        (POA["asOf"], Literal("2015-09-30", datatype=XSD.date)),
        (POA["responsibleUnit"], at("id/unidad/gad/coordinacion-de-vias")),
        (POA["activity"], at("kos/actividad/no-declarada")),
        (POA["targetValue"], Literal(Decimal("80.0"))),
        (POA["targetValueMax"], Literal(Decimal("90.5"))),
        (POA["bound"], at("kos/cota/range")),
        (SDMX_ATTRIBUTE.unitMeasure, at("kos/unidad-medida/porcentaje")),
    }


def test_two_targets_of_a_cell_are_kept_apart_by_their_ordinal(graph: Graph) -> None:
    goal = graph.value(predicate=RDFS.label, object=Literal("Construcción de puentes", lang="es"))
    ordinals = {
        str(graph.value(target, POA["targetText"])): int(graph.value(target, POA["ordinal"]))
        for target in graph.objects(goal, POA["hasTarget"])
    }
    assert ordinals == {"3 puentes": 1, "al menos 2 pasos de agua": 2}


def test_a_blank_goal_has_no_target_and_no_number(graph: Graph) -> None:
    goal = graph.value(predicate=RDFS.label, object=Literal("Gestión de fondos", lang="es"))
    assert (goal, POA["targetStatus"], at("kos/estado-meta/blank")) in graph
    assert (goal, POA["hasTarget"], None) not in graph


def test_each_goal_points_at_its_source_line(graph: Graph) -> None:
    rows = set(graph.objects(None, PROV.wasDerivedFrom))
    assert rows == {at(f"id/documento/gad/2015-09-30/fila/{n}") for n in (4, 5, 6)}


def test_a_finding_is_an_annotation_in_two_languages() -> None:
    finding = Finding(
        "row-realigned", Place(5, 2), (("columns", "indicator, target"), ("confidence", "0.97"))
    )
    graph = terms.graph(triples(finding))
    note = at("id/conversion/gad/2015-09-30/hallazgo/5-2-row-realigned")
    assert (note, RDF.type, DQV.QualityAnnotation) in graph
    assert (note, OA.hasBody, at("kos/hallazgo/row-realigned")) in graph
    assert graph.value(note, OA.hasTarget) in set(graph.subjects(RDF.type, POA["Goal"]))
    assert {comment.language for comment in graph.objects(note, RDFS.comment)} == {"es", "en"}


def test_a_decision_is_the_work_of_a_review_by_a_role() -> None:
    said = (("column", "meta"), ("old", "2"), ("new", "3"), ("role", "Planificación"), ("why", "x"))
    corrected = Finding("cell-corrected", Place(5, 6), said)
    confirmed = Finding("cell-confirmed", Place(4, 3), (*said[:1], *said[3:]))
    other = Finding("cell-confirmed", Place(6, 4), (*said[:1], ("role", "Datos"), ("why", "x")))
    graph = terms.graph(triples(corrected, confirmed, other))
    base = "id/conversion/gad/2015-09-30"
    review = at(f"{base}/revision/planificacion")
    assert set(graph.predicate_objects(review)) == {
        (RDF.type, PROV.Activity),
        (
            RDFS.label,
            Literal("Revisión del documento del 2015-09-30: Planificación", lang="es"),
        ),
        (PROV.used, at("id/documento/gad/2015-09-30")),
        (PROV.generated, at(f"{base}/hallazgo/5-6-cell-corrected")),
        (PROV.generated, at(f"{base}/hallazgo/4-3-cell-confirmed")),
    }
    assert list(graph.objects(at(f"{base}/revision/datos"), PROV.generated)) == [
        at(f"{base}/hallazgo/6-4-cell-confirmed")
    ]


def test_the_holder_is_a_post_in_its_unit_and_nobody_is_named(graph: Graph) -> None:
    post = at("id/puesto/gad/responsable-direccion-de-obras")
    assert (post, ORG.postIn, at("id/unidad/gad/direccion-de-obras")) in graph
    assert (at("id/documento/gad/2015-09-30"), PROV.wasAttributedTo, post) in graph


def test_there_is_no_blank_node_and_one_label_a_concept() -> None:
    graph = terms.graph(triples())
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]
    for concept in set(graph.subjects(RDF.type, SKOS.Concept)):
        assert len(list(graph.objects(concept, SKOS.prefLabel))) == 1


def test_a_repeated_indicator_in_other_case_is_one_concept_with_the_first_spelling() -> None:
    plan = small_plan()
    first, second, _ = plan.goals
    assert second.indicator
    louder = replace(second, row=6, indicator=replace(second.indicator, text="% DE EJECUCIÓN"))
    plan = replace(plan, goals=(first, second, louder))
    graph = terms.graph(describe(PUBLISHER, RELEASE, plan, names_of(plan)))
    labels = {
        str(o)
        for s in graph.subjects(RDF.type, POA["Indicator"])
        for o in graph.objects(s, SKOS.prefLabel)
    }
    assert labels == {"Número de puentes", "% de ejecución"}


def test_a_unit_of_measure_has_one_label_whoever_writes_it() -> None:
    graph = Graph()
    for noun in ("Reunión", "REUNIÓN", "reunion", "GAD", "%"):
        plan = small_plan()
        goal = plan.goals[0]
        goal = replace(goal, targets=(replace(goal.targets[0], unit_of_measure=noun),))
        plan = replace(plan, goals=(goal,))
        graph += terms.graph(describe(PUBLISHER, RELEASE, plan, names_of(plan)))
    scheme = at("kos/unidad-medida")
    labels = {
        str(concept): [str(label) for label in graph.objects(concept, SKOS.prefLabel)]
        for concept in graph.subjects(SKOS.inScheme, scheme)
    }
    assert labels == {
        f"{scheme}/reuni%C3%B3n": ["reunión"],
        f"{scheme}/reunion": ["reunion"],
        f"{scheme}/GAD": ["GAD"],
    }


def test_the_order_does_not_depend_on_the_run() -> None:
    assert triples() == triples()
    assert list(triples()) == sorted(triples(), key=lambda t: tuple(term.n3() for term in t))


def test_the_year_says_where_it_came_from() -> None:
    plan = small_plan()
    override = replace(RELEASE, year=2014, year_basis="settings")
    graph = terms.graph(describe(PUBLISHER, override, plan, names_of(plan)))
    assert graph.value(at("id/plan/gad/2014"), DCTERMS.provenance) == Literal(
        "Año fijado por quien publica.", lang="es"
    )


def test_the_address_where_a_goal_can_be_verified_is_see_also() -> None:
    plan = small_plan()
    link = Statement("https://ejemplo.gob.ec/poa?id=1", Place(4, 7))
    linked = replace(plan, goals=(replace(plan.goals[0], link=link), *plan.goals[1:]))
    graph = terms.graph(describe(PUBLISHER, RELEASE, linked, names_of(linked)))
    found = list(graph.subject_objects(RDFS.seeAlso))
    assert found == [(goal_iri(linked), URIRef("https://ejemplo.gob.ec/poa?id=1"))]


def goal_iri(plan: Plan) -> URIRef:
    return at(f"id/meta/gad/{names_of(plan).goals[0].goal}")


@pytest.mark.parametrize(
    ("said", "frequency"),
    [("MENSUAL", "MONTHLY"), ("Trimestral (abril)", "QUARTERLY"), ("Anual", "ANNUAL"), ("", "")],
)
def test_the_release_says_how_often_it_is_updated(said: str, frequency: str) -> None:
    plan = small_plan()
    plan = replace(plan, footer=replace(plan.footer, periodicity=said))
    graph = terms.graph(describe(PUBLISHER, RELEASE, plan, names_of(plan)))
    release = at("id/conjunto/gad/2015-09-30")
    found = [str(o) for o in graph.objects(release, DCTERMS.accrualPeriodicity)]
    authority = "http://publications.europa.eu/resource/authority/frequency/"
    assert found == ([f"{authority}{frequency}"] if frequency else [])
