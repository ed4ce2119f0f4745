"""The cube constraints name what breaks them; for other people's cubes see tests/conformance."""

from __future__ import annotations

from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, XSD

from a4_rdf import queries, terms
from a4_rdf.check import cube
from a4_rdf.check.background import vocabulary
from a4_rdf.describe import describe
from a4_rdf.identify import names_of
from a4_rdf.model import Severity
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB, Poa
from tests.plans import BASE, PUBLISHER, RELEASE, small_plan

X = Namespace("http://example.org/")
POA = Poa(BASE)
PLAN = small_plan()
RELEASE_GRAPH = (*vocabulary(BASE), *describe(PUBLISHER, RELEASE, PLAN, names_of(PLAN)))


def observation(name: URIRef, year: int) -> tuple[Triple, ...]:
    return (
        (name, QB.dataSet, X.ds),
        (name, X.year, Literal(year)),
        (name, X.value, terms.count(1)),
    )


CUBE: tuple[Triple, ...] = (
    (X.ds, QB.structure, X.dsd),
    (X.dsd, RDF.type, QB.DataStructureDefinition),
    (X.dsd, QB.component, X.c1),
    (X.c1, QB.dimension, X.year),
    (X.year, RDFS.range, XSD.gYear),
    (X.dsd, QB.component, X.c2),
    (X.c2, QB.measure, X.value),
    *observation(X.o1, 2014),
    *observation(X.o2, 2015),
)


def test_a_release_is_a_well_formed_cube() -> None:
    assert cube.validate(RELEASE_GRAPH, BASE) == ()


def test_a_well_formed_cube_breaks_nothing() -> None:
    assert cube.validate(CUBE, BASE) == ()


def test_observations_that_say_the_same_are_named_once() -> None:
    (result,) = cube.validate((*CUBE, *observation(X.o3, 2015)), BASE)
    assert (result.code, result.focus, result.value) == ("ic-12", X.o2, X.o3)
    assert result.severity is Severity.VIOLATION
    assert result.shape == URIRef("https://www.w3.org/TR/vocab-data-cube/#ic-12")
    assert result.message("en") == "Another observation has the same values in all dimensions."


def test_a_literal_and_an_iri_of_the_same_text_are_not_the_same_value() -> None:
    text = (X.o3, X.year, Literal("http://example.org/2015"))
    iri = (X.o4, X.year, X["2015"])
    rest = (*observation(X.o3, 2016), *observation(X.o4, 2017))
    kept = tuple(t for t in rest if t[1] != X.year)
    assert cube.validate((*CUBE, *kept, text, iri), BASE) == ()


def test_the_missing_dimension_is_named() -> None:
    lacking = tuple(t for t in CUBE if t != (X.o2, X.year, Literal(2015)))
    (result,) = cube.validate(lacking, BASE)
    assert (result.code, result.focus, result.value) == ("ic-11", X.o2, X.year)


def test_a_value_outside_its_datatype_is_named_with_its_property() -> None:
    wrong = Literal("muchos", datatype=XSD.decimal)
    (result,) = cube.validate((*CUBE, (X.o1, X.note, wrong)), BASE)
    assert (result.code, result.focus, result.path) == ("ic-0", X.o1, "http://example.org/note")
    assert result.value == wrong


def test_there_is_a_query_for_each_constraint() -> None:
    assert [c.code for c in cube.CONSTRAINTS] == [f"ic-{n}" for n in range(1, 22)]
    for constraint in cube.CONSTRAINTS:
        text = queries.load(constraint.code)
        assert f"IC-{constraint.code[3:]})" in text
        assert constraint.es.endswith(".") and constraint.en.endswith(".")
