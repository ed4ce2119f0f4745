"""Facts: the triples of a view, looked up both ways."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS

from a4_rdf.serve.facts import Facts

A, B, P = (URIRef(f"https://x.ec/{name}") for name in ("a", "b", "p"))


def test_look_ups() -> None:
    facts = Facts([(A, P, B), (A, P, Literal("w")), (B, RDF.type, A)])
    assert facts.objects(A, P) == (Literal("w"), B)
    assert facts.links(A, P) == (B,)
    assert facts.link(A, RDFS.label) is None
    assert facts.subjects(P, B) == (A,)
    assert facts.of_type(A) == (B,)
    assert facts.about(B) == ((RDF.type, (A,)),)


def test_text_is_spanish_then_without_language_then_any() -> None:
    both = Facts([(A, P, Literal("hi", lang="en")), (A, P, Literal("hola", lang="es"))])
    assert both.text(A, P) == "hola"
    assert both.text(A, P, "en") == "hi"
    assert Facts([(A, P, Literal("hi", lang="en")), (A, P, Literal("0"))]).text(A, P) == "0"
    assert Facts([(A, P, Literal("hi", lang="en"))]).text(A, P) == "hi"
    assert Facts([]).text(A, P) == ""
