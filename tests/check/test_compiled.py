"""Compiled shapes find what pySHACL finds: on the examples, on releases, on damaged ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf import formats, resources, terms
from a4_rdf.check import check, check_catalogue, shacl
from a4_rdf.check.background import catalogue_shapes, release_shapes, vocabulary
from a4_rdf.check.compiled import compiled, validate
from a4_rdf.check.sparql import without
from a4_rdf.describe import describe
from a4_rdf.errors import CheckError
from a4_rdf.identify import names_of
from a4_rdf.model import Organization
from a4_rdf.pipeline import Known, convert
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from tests.plans import BASE, PUBLISHER, RELEASE, small_plan
from tests.shapes import examples

EXAMPLES = sorted(examples.HERE.glob("*/*.ttl"))
PLAN = small_plan()
SMALL = describe(PUBLISHER, RELEASE, PLAN, names_of(PLAN))
SHAPES = without(release_shapes(BASE))
X = "http://example.org/"
PREFIXES = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix x: <{X}> .
"""
# Two of each kind of node, values of each datatype, a cycle, a class below another.
DATA = """
x:Small rdfs:subClassOf x:Thing .
x:a a x:Thing ; x:n 1 , 5 ; x:m 3 ; x:t "uno"@es , "dos"@es , "one"@en-GB , "" ; x:r x:b .
x:b a x:Small ; x:n 1.5 , "x"^^xsd:decimal ; x:m 2 , 2.5 , "z" ; x:t "uno"@es ; x:r x:c ; x:s x:c .
x:c x:n "2015-09-30"^^xsd:date , x:b ; x:t "Ab" ; x:r x:a , x:b ; x:s x:a .
x:d a x:Thing ; x:w "2015-09-30T10:00:00Z"^^xsd:dateTime , "2015-09-30T10:00:00"^^xsd:dateTime .
"""
CONSTRAINTS = (
    "sh:path x:n ; sh:minCount 2",
    "sh:path x:n ; sh:maxCount 1",
    "sh:path x:n ; sh:minCount 0",
    "sh:path x:r ; sh:class x:Thing",
    "sh:path x:n ; sh:class x:Thing",
    "sh:path x:n ; sh:datatype xsd:integer",
    "sh:path x:n ; sh:datatype xsd:decimal",
    "sh:path x:n ; sh:datatype xsd:date",
    "sh:path x:w ; sh:datatype xsd:dateTime",
    "sh:path x:t ; sh:datatype rdf:langString",
    "sh:path x:t ; sh:datatype xsd:string",
    "sh:path x:n ; sh:nodeKind sh:IRI",
    "sh:path x:n ; sh:nodeKind sh:Literal",
    "sh:path x:n ; sh:nodeKind sh:IRIOrLiteral",
    "sh:path x:n ; sh:in ( 1 x:b )",
    "sh:path x:n ; sh:hasValue 1",
    "sh:path x:r ; sh:hasValue x:b",
    "sh:path x:t ; sh:uniqueLang true",
    "sh:path x:t ; sh:languageIn ( 'es' )",
    "sh:path x:t ; sh:languageIn ( 'EN' )",
    "sh:path x:t ; sh:minLength 1",
    "sh:path x:n ; sh:minLength 3",
    "sh:path x:t ; sh:pattern '^a' ; sh:flags 'i'",
    "sh:path x:t ; sh:pattern 'o$'",
    "sh:path x:n ; sh:minInclusive 2",
    "sh:path x:n ; sh:maxInclusive 1.5",
    "sh:path x:t ; sh:maxInclusive 'b'",
    "sh:path x:w ; sh:minInclusive '2015-09-30T09:00:00Z'^^xsd:dateTime",
    "sh:path x:w ; sh:maxInclusive '2015-09-30T10:00:00'^^xsd:dateTime",
    "sh:path x:m ; sh:lessThan x:t",
    "sh:path x:m ; sh:lessThan x:r",
    "sh:path x:r ; sh:lessThan x:s",
    "sh:path x:r ; sh:equals x:s",
    "sh:path [ sh:inversePath x:r ] ; sh:equals x:r",
    "sh:path [ sh:oneOrMorePath x:r ] ; sh:maxCount 1",
    "sh:path [ sh:zeroOrMorePath x:r ] ; sh:maxCount 1",
    "sh:path [ sh:zeroOrOnePath x:r ] ; sh:maxCount 1",
    "sh:path ( x:r x:s ) ; sh:minCount 1",
    "sh:path ( x:r [ sh:inversePath x:r ] x:t ) ; sh:maxCount 1",
    "sh:path [ sh:alternativePath ( x:r x:s ) ] ; sh:maxCount 1",
    "sh:path x:r ; sh:node [ sh:property [ sh:path x:n ; sh:minCount 2 ] ]",
    "sh:path x:r ; sh:not [ sh:class x:Thing ]",
    "sh:path x:r ; sh:or ( [ sh:class x:Small ] [ sh:in ( x:c ) ] )",
    "sh:path x:r ; sh:xone ( [ sh:class x:Small ] [ sh:class x:Thing ] )",
    "sh:path x:r ; sh:xone ( x:other [ sh:class x:Thing ] )",
    "sh:path x:r ; sh:qualifiedValueShape [ sh:class x:Small ] ; sh:qualifiedMinCount 1",
    "sh:path x:n ; sh:qualifiedValueShape [ sh:datatype xsd:integer ] ; sh:qualifiedMaxCount 0",
    "sh:class x:Small",
    "sh:nodeKind sh:Literal",
    "sh:in ( x:a )",
    "sh:hasValue x:a",
    "sh:property x:other",
    "sh:path x:r ; sh:property x:other",
    "sh:or ( x:other [ sh:path x:t ; sh:maxCount 1 ] )",
    "sh:not [ sh:path x:t ; sh:maxCount 1 ]",
    "sh:xone ( [ sh:property [ sh:path x:t ; sh:maxCount 1 ] ] [ sh:path x:t ; sh:minCount 2 ] )",
)
OTHER = "x:other sh:path x:s ; sh:minCount 1 ; sh:message 'Sin s.'@es ."
TARGETS = (
    "sh:targetClass x:Thing",
    "sh:targetClass x:Small",
    "sh:targetNode x:c , x:nobody , 7",
    "sh:targetSubjectsOf x:n",
    "sh:targetObjectsOf x:n",
)
UNKNOWN = (
    "sh:path x:n ; sh:maxLength 1",
    "sh:path x:n ; sh:minExclusive 1",
    "sh:path x:n ; sh:maxExclusive 1",
    "sh:path x:r ; sh:lessThanOrEquals x:s",
    "sh:path x:r ; sh:disjoint x:s",
    "sh:and ( [ sh:class x:Thing ] [ sh:class x:Small ] )",
    "sh:closed true ; sh:ignoredProperties ( rdf:type )",
    "sh:path x:n ; sh:minCount 9 ; sh:deactivated true",
    "sh:path x:r ; sh:qualifiedValueShape [ sh:class x:Small ] ; sh:qualifiedMinCount 1 ;"
    " sh:qualifiedValueShapesDisjoint true",
    "sh:path x:r ; sh:hasValue x:a , x:b",
    "sh:path [ sh:inversePath ( x:r x:s ) ] ; sh:maxCount 0",
    "sh:path x:r ; sh:node [ sh:severity sh:Warning ; sh:class x:Small ]",
    "sh:path x:r ; sh:node [ sh:property [ sh:path x:n ; sh:maxLength 1 ] ]",
    "sh:path x:t ; sh:languageIn ( '*' )",
    "sh:path x:t ; sh:uniqueLang false",
    "sh:path x:n ; sh:nodeKind sh:BlankNodeOrIRI",
    "sh:path x:t ; sh:pattern 'a b' ; sh:flags 'x'",
    "a sh:NodeShape , rdfs:Class ; sh:property x:other",
    "sh:path x:n ; x:ours 1",
)


def graph(text: str) -> Graph:
    return Graph(bind_namespaces="none").parse(data=PREFIXES + text, format="turtle")


def triples(text: str) -> tuple[Triple, ...]:
    return rdfio.parse((PREFIXES + text).encode(), formats.TURTLE, "http://example.org")


def assert_same(data: Sequence[Triple], shapes: Graph) -> None:
    """Hold compiled results against pySHACL's, each as often as the other finds it."""
    plan = compiled(shapes)
    assert plan.refused == {}
    assert Counter(validate(data, plan)) == Counter(shacl.validate(terms.graph(data), shapes))


def test_all_our_shapes_are_compiled() -> None:
    """Those that are not would be listed here, each with the reason."""
    assert compiled(without(release_shapes(BASE))).refused == {}
    assert compiled(catalogue_shapes(BASE)).refused == {}


def test_a_query_is_not_compiled() -> None:
    refused = compiled(release_shapes(BASE)).refused
    assert {name.rsplit("#", 1)[1] for name in refused} == {
        "measure-unlike-indicator",
        "no-email",
        "no-markup",
        "no-telephone",
        "repeated-key",
        "unit-cycle",
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_examples(example: Path) -> None:
    found = rdfio.parse(example, formats.TURTLE, examples.BASE)
    assert_same(found, catalogue_shapes(examples.BASE))
    assert_same((*vocabulary(examples.BASE), *found), without(release_shapes(examples.BASE)))


def test_releases() -> None:
    known = Known(Organization("ame", "Asociación de Municipalidades Ecuatorianas"))
    bundled = convert(resources.sample(), PUBLISHER, known).triples
    for release in (bundled, SMALL, ()):
        assert_same((*vocabulary(BASE), *release), without(release_shapes(BASE)))


def test_a_check_by_reference_is_the_same_check() -> None:
    assert check(SMALL, BASE, by_reference=True) == check(SMALL, BASE)
    assert check_catalogue(SMALL, BASE, by_reference=True) == check_catalogue(SMALL, BASE)


WORDS = (
    Literal("otra", lang="es"),
    Literal("007", datatype=XSD.integer, normalize=False),
    Literal("muchos", datatype=XSD.positiveInteger),
    Literal("2015-09-30", datatype=XSD.date),
    Literal(""),
    URIRef("http://example.org/nada"),
)
NODES = sorted({s for s, _, _ in SMALL})
PREDICATES = sorted({p for _, p, _ in SMALL})
OBJECTS = sorted({o for _, _, o in SMALL}, key=lambda o: o.n3())
SAID = st.tuples(
    st.sampled_from(NODES), st.sampled_from(PREDICATES), st.sampled_from((*OBJECTS, *WORDS))
)
PLACES = st.integers(0, len(SMALL) - 1)


@given(
    st.sets(PLACES, max_size=12),
    st.dictionaries(PLACES, st.sampled_from((*OBJECTS, *WORDS)), max_size=8),
    st.dictionaries(PLACES, st.sampled_from(NODES), max_size=8),
    st.lists(SAID, max_size=8),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_releases(
    dropped: set[int],
    retargeted: dict[int, URIRef | Literal],
    moved: dict[int, URIRef],
    added: list[Triple],
) -> None:
    damaged = [
        (moved.get(n, s), p, retargeted.get(n, o))
        for n, (s, p, o) in enumerate(SMALL)
        if n not in dropped
    ]
    assert_same((*vocabulary(BASE), *damaged, *added), SHAPES)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_each_construct(constraint: str, target: str) -> None:
    said = "sh:severity sh:Info ; sh:message 'Mal.'@es , 'Wrong.'@en"
    assert_same(triples(DATA), graph(f"{OTHER} x:shape {target} ; {constraint} ; {said} ."))


@pytest.mark.parametrize("constraint", UNKNOWN)
def test_what_is_not_known_is_left_to_pyshacl(constraint: str) -> None:
    """Shape by shape: the others are compiled all the same."""
    shapes = graph(
        f"{OTHER} x:known sh:targetClass x:Small ; sh:path x:n ; sh:maxCount 1 ."
        f" x:shape sh:targetClass x:Thing ; {constraint} ."
    )
    plan = compiled(shapes)
    assert set(plan.refused) == {f"{X}shape"}
    assert [shape.node for shape, targets in plan.shapes if targets] == [URIRef(f"{X}known")]
    data = triples(DATA)
    assert Counter(validate(data, plan)) == Counter(shacl.validate(terms.graph(data), shapes))


def test_a_class_that_is_a_shape_is_left_to_pyshacl() -> None:
    shapes = graph(f"{OTHER} x:Thing a rdfs:Class ; sh:property x:other .")
    plan = compiled(shapes)
    assert set(plan.refused) == {f"{X}Thing"}
    assert {result.shape for result in validate(triples(DATA), plan)} == {URIRef(f"{X}other")}


@pytest.mark.parametrize(
    "broken",
    [
        "sh:path x:n ; sh:minCount 1 , 2",
        "sh:path x:n ; sh:minCount 'uno'",
        "sh:minCount 1",
        "sh:path [ x:unheard x:n ] ; sh:minCount 1",
        "sh:path ( x:n ) ; sh:minCount 1",
        "sh:property [ sh:class x:Thing ]",
        "sh:path x:r ; sh:node x:other",
        "sh:path x:r ; sh:qualifiedValueShape [ sh:class x:Thing ]",
        "a sh:PropertyShape ; sh:class x:Thing",
    ],
)
def test_shapes_that_cannot_be_used_are_an_error(broken: str) -> None:
    plan = compiled(graph(f"{OTHER} x:shape sh:targetClass x:Thing ; {broken} ."))
    with pytest.raises(CheckError, match="the shapes cannot be used"):
        validate(triples(DATA), plan)


def test_what_cannot_be_compared_is_a_result() -> None:
    """Where pySHACL breaks off with a TypeError."""
    shapes = graph("x:shape sh:targetNode x:a ; sh:path x:n ; sh:lessThan x:m .")
    (result,) = validate(triples('x:a x:n "muchos"^^xsd:decimal ; x:m 2.0 .'), compiled(shapes))
    assert str(result.value) == "muchos"
