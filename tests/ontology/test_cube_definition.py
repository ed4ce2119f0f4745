"""The data structure definition: its components, in order, already normalised."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import ORG, RDF, RDFS, SKOS
from rdflib.term import Node

from a4_rdf.check import cube
from a4_rdf.check.background import vocabulary
from a4_rdf.check.normal import normalise
from a4_rdf.terms import graph
from a4_rdf.vocab import QB, SDMX_ATTRIBUTE, Poa

BASE = "http://example.org"
POA = Poa(BASE)
STATIC = graph(vocabulary(BASE))

COMPONENTS = [
    ("dimension", POA["refPeriod"], None),
    ("dimension", POA["asOf"], None),
    ("dimension", POA["responsibleUnit"], None),
    ("dimension", POA["activity"], None),
    ("dimension", POA["indicator"], None),
    ("dimension", POA["ordinal"], None),
    ("measure", POA["targetValue"], None),
    ("attribute", SDMX_ATTRIBUTE.unitMeasure, True),
    ("attribute", POA["bound"], True),
    ("attribute", POA["targetStatus"], True),
    ("attribute", POA["basis"], False),
    ("attribute", POA["targetValueMax"], False),
]
CODE_LISTS = {
    "responsibleUnit": "unidad",
    "activity": "actividad",
    "indicator": "indicador",
    "bound": "cota",
    "targetStatus": "estado-meta",
    "basis": "fundamento",
}


def described(component: Node) -> tuple[int, str, Node | None, bool | None]:
    """Return order, kind, property and obligation of a component."""
    order = STATIC.value(component, QB.order)
    required = STATIC.value(component, QB.componentRequired)
    name = STATIC.value(component, QB.componentProperty)
    assert isinstance(order, Literal)
    (kind,) = (k for k in ("dimension", "measure", "attribute") if STATIC.value(component, QB[k]))
    assert STATIC.value(component, QB[kind]) == name
    flag = None if required is None else str(required) == "true"
    return int(order), kind, name, flag


def test_components_in_order() -> None:
    found = sorted(
        described(component) for component in STATIC.objects(POA.structure, QB.component)
    )
    assert [(kind, name, flag) for _, kind, name, flag in found] == COMPONENTS
    assert [order for order, *_ in found] == list(range(1, 13))


def test_components_are_named_after_their_property() -> None:
    for component in STATIC.objects(POA.structure, QB.component):
        name = str(STATIC.value(component, QB.componentProperty)).rsplit("#", 1)[1]
        assert component == URIRef(f"{POA.namespace}component-{name}")


def test_properties_have_the_type_of_their_component() -> None:
    for kind, name, _ in COMPONENTS:
        assert (name, RDF.type, QB[f"{kind.capitalize()}Property"]) in STATIC


def test_coded_properties_have_one_list() -> None:
    coded = {str(s).rsplit("#", 1)[1] for s in STATIC.subjects(RDF.type, QB.CodedProperty)}
    assert coded == set(CODE_LISTS)
    for name, code_list in CODE_LISTS.items():
        assert list(STATIC.objects(POA[name], QB.codeList)) == [URIRef(f"{BASE}/kos/{code_list}")]
        assert STATIC.value(POA[name], RDFS.range) not in (None, RDFS.Resource)


def test_slices_fix_unit_and_release_but_no_period() -> None:
    (key,) = STATIC.objects(POA.structure, QB.sliceKey)
    assert key == POA.slice_key == URIRef(f"{BASE}/def/poa#sliceByUnit")
    assert list(STATIC.subjects(RDF.type, QB.SliceKey)) == [key]
    fixed = set(STATIC.objects(key, QB.componentProperty))
    assert fixed == {POA["responsibleUnit"], POA["asOf"]}


def test_units_are_a_hierarchy_walked_from_parent_to_child() -> None:
    units = URIRef(f"{BASE}/kos/unidad")
    assert STATIC.value(units, QB.parentChildProperty) == ORG.hasSubOrganization
    assert (units, RDF.type, SKOS.ConceptScheme) not in STATIC


def test_the_definition_is_well_formed_and_already_normalised() -> None:
    static = vocabulary(BASE)
    assert cube.validate(static, BASE) == ()
    assert set(normalise(static)) == set(static)
