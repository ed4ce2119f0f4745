"""Normalisation of a cube: what its abbreviations mean."""

from __future__ import annotations

from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import OWL, RDF

from a4_rdf.check.normal import normalise
from a4_rdf.terms import Triple
from a4_rdf.vocab import CUBE_WALK, QB

X = Namespace("http://example.org/")
A: URIRef = RDF.type


def added(*triples: Triple) -> set[Triple]:
    """Return what normalisation adds."""
    return set(normalise(triples)) - set(triples)


def test_observations_slices_and_data_sets_get_their_types() -> None:
    assert added(
        (X.o1, QB.dataSet, X.ds),
        (X.ds, QB.slice, X.s),
        (X.s, QB.observation, X.o2),
    ) == {
        (X.o1, A, QB.Observation),
        (X.ds, A, QB.DataSet),
        (X.s, A, QB.Slice),
        (X.o2, A, QB.Observation),
    }


def test_components_say_which_property_they_are() -> None:
    assert added((X.c, QB.dimension, X.d), (X.c2, QB.measure, X.m), (X.c3, QB.attribute, X.a)) == {
        (X.c, QB.componentProperty, X.d),
        (X.d, A, QB.DimensionProperty),
        (X.c2, QB.componentProperty, X.m),
        (X.m, A, QB.MeasureProperty),
        (X.c3, QB.componentProperty, X.a),
        (X.a, A, QB.AttributeProperty),
    }


def test_values_are_pushed_down_from_data_set_and_slice() -> None:
    found = added(
        (X.ds, QB.structure, X.dsd),
        (X.dsd, QB.component, X.c1),
        (X.c1, QB.attribute, X.unit),
        (X.c1, QB.componentAttachment, QB.DataSet),
        (X.dsd, QB.component, X.c2),
        (X.c2, QB.dimension, X.year),
        (X.dsd, QB.component, X.c3),
        (X.c3, QB.attribute, X.note),
        (X.c3, QB.componentAttachment, QB.Slice),
        (X.dsd, QB.component, X.c4),
        (X.c4, QB.attribute, X.own),
        (X.ds, X.unit, X.percent),
        (X.ds, X.own, Literal("of the data set")),
        (X.ds, QB.slice, X.s),
        (X.s, X.year, Literal(2015)),
        (X.s, X.note, Literal("n")),
        (X.s, X.own, Literal("of the slice")),
        (X.s, QB.observation, X.o1),
        (X.o1, QB.dataSet, X.ds),
        (X.o2, QB.dataSet, X.ds),
    )
    assert {t for t in found if t[0] in (X.o1, X.o2) and t[1] != A} == {
        (X.o1, X.unit, X.percent),
        (X.o2, X.unit, X.percent),
        (X.o1, X.year, Literal(2015)),
        (X.o1, X.note, Literal("n")),
    }


def test_a_hierarchy_is_walked_from_its_roots() -> None:
    found = added(
        (X["list"], QB.parentChildProperty, X.child),
        (X["list"], QB.hierarchyRoot, X.a),
        (X.a, X.child, X.b),
        (X.b, X.child, X.c),
        (X.c, X.child, X.a),
        (X.elsewhere, X.child, X.d),
    )
    assert found == {(X["list"], CUBE_WALK.code, code) for code in (X.a, X.b, X.c)}


def test_a_hierarchy_is_walked_against_the_inverse_of_its_property() -> None:
    found = added(
        (X["list"], QB.parentChildProperty, X.nameless),
        (X.nameless, OWL.inverseOf, X.parent),
        (X["list"], QB.hierarchyRoot, X.a),
        (X.b, X.parent, X.a),
        (X.c, X.parent, X.b),
        (X.d, X.parent, X.elsewhere),
    )
    walked = {(X["list"], CUBE_WALK["code-inverse"], code) for code in (X.a, X.b, X.c)}
    assert found == walked | {(X["list"], CUBE_WALK.inverse, X.nameless)}


def test_normalising_twice_adds_nothing() -> None:
    once = normalise(((X.o, QB.dataSet, X.ds), (X.c, QB.dimension, X.d)))
    assert normalise(once) == once
