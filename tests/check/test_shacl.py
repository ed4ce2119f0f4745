"""The fence around pySHACL."""

from __future__ import annotations

import pytest
import rdflib
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf.check.shacl import validate
from a4_rdf.errors import CheckError
from a4_rdf.model import Severity

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix x: <http://example.org/> .
"""
SHAPES = """
x:shape
    sh:targetClass x:Thing ;
    sh:path x:name ;
    sh:minCount 1 ;
    sh:severity sh:Warning ;
    sh:message "Sin nombre."@es , "Nameless."@en
.
"""


def turtle(text: str) -> Graph:
    return Graph(bind_namespaces="none").parse(data=PREFIXES + text, format="turtle")


def test_a_result_has_the_words_and_the_weight_of_its_shape() -> None:
    (result,) = validate(turtle("x:a a x:Thing ."), turtle(SHAPES))
    assert result.focus == URIRef("http://example.org/a")
    assert result.path == "http://example.org/name"
    assert result.value is None
    assert result.severity is Severity.WARNING
    assert (result.es, result.en) == ("Sin nombre.", "Nameless.")


def test_what_conforms_has_no_result() -> None:
    assert validate(turtle('x:a a x:Thing ; x:name "A" .'), turtle(SHAPES)) == ()


def test_lexical_forms_are_left_alone() -> None:
    data = Graph(bind_namespaces="none")
    form = Literal("007", datatype=XSD.integer, normalize=False)
    data.add((URIRef("http://example.org/a"), URIRef("http://example.org/n"), form))
    shapes = turtle("x:s sh:targetSubjectsOf x:n ; sh:path x:n ; sh:maxInclusive 3 .")
    (result,) = validate(data, shapes)
    assert str(result.value) == "007"


@pytest.mark.parametrize(
    "broken",
    [
        "x:s sh:targetClass x:Thing ; sh:path x:n ; sh:minCount 1 , 2 .",
        "x:s a sh:NodeShape ; sh:targetClass x:Thing ; sh:sparql"
        " [ sh:select 'SELECT $this WHERE { VALUES ?t { x:Thing } $this a ?t }' ] .",
    ],
)
def test_shapes_that_cannot_be_used_are_an_error_and_leave_rdflib_as_it_was(broken: str) -> None:
    with pytest.raises(CheckError, match="the shapes cannot be used"):
        validate(turtle("x:a a x:Thing ."), turtle(broken))
    assert rdflib.NORMALIZE_LITERALS
