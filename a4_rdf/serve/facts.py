"""The triples of one view, indexed both ways: what a page builder reads."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from a4_rdf.terms import Triple, ordered

Object = URIRef | Literal


class Facts:
    """A small graph that does not change; everything comes back in dump order."""

    __slots__ = ("_in", "_out", "triples")

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = ordered(triples)
        self._out: dict[tuple[URIRef, URIRef], list[Object]] = {}
        self._in: dict[tuple[Object, URIRef], list[URIRef]] = {}
        for s, p, o in self.triples:
            self._out.setdefault((s, p), []).append(o)
            self._in.setdefault((o, p), []).append(s)

    def objects(self, subject: URIRef, predicate: URIRef) -> tuple[Object, ...]:
        """Return every object of a subject and predicate."""
        return tuple(self._out.get((subject, predicate), ()))

    def links(self, subject: URIRef, predicate: URIRef) -> tuple[URIRef, ...]:
        """Return the objects that are IRIs."""
        return tuple(o for o in self.objects(subject, predicate) if isinstance(o, URIRef))

    def link(self, subject: URIRef, predicate: URIRef) -> URIRef | None:
        """Return the first object that is an IRI, or None."""
        return next(iter(self.links(subject, predicate)), None)

    def text(self, subject: URIRef, predicate: URIRef, lang: str = "es") -> str:
        """Return the object's words, in `lang` where they are said in it, or an empty string."""
        literals = [o for o in self.objects(subject, predicate) if isinstance(o, Literal)]
        return str(in_language(literals, lang)) if literals else ""

    def subjects(self, predicate: URIRef, obj: Object) -> tuple[URIRef, ...]:
        """Return every subject that has the object by the predicate."""
        return tuple(self._in.get((obj, predicate), ()))

    def of_type(self, kind: URIRef) -> tuple[URIRef, ...]:
        """Return every subject of a class."""
        return self.subjects(RDF.type, kind)

    def about(self, subject: URIRef) -> tuple[tuple[URIRef, tuple[Object, ...]], ...]:
        """Return the predicates of a subject, each with its objects."""
        return tuple((p, tuple(objects)) for (s, p), objects in self._out.items() if s == subject)


def in_language(literals: list[Literal], lang: str) -> Literal:
    """Return the literal in a language, else one without language, else the first."""
    for wanted in (lang, None):
        for literal in literals:
            if literal.language == wanted:
                return literal
    return literals[0]
