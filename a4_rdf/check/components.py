"""Constraint components of SHACL Core as Python functions (SHACL, section 4).

Only what the shapes use is here. Where pySHACL reads the standard its own way, so do these: it is
the reference, and tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD
from rdflib.term import Node as Term

from a4_rdf.check.index import Index, Node
from a4_rdf.check.order import at_least, at_most, below
from a4_rdf.check.paths import UnknownConstructError, members
from a4_rdf.vocab import SH

Values = Collection[Node]
Rule = Callable[[Index, Node, Values], Iterator[Node | None]]
"""From a focus node and its value nodes to the value of each result; None for a result of none."""
Test = Callable[[Index, Node], bool]


@dataclass(frozen=True, slots=True)
class Site:
    """Where a constraint stands: the shape, whether it has a path, and how to compile another."""

    shapes: Graph
    shape: Term
    has_path: bool
    conforms: Callable[[Term], Test]


def _each(passes: Test) -> Rule:
    return lambda index, focus, values: (v for v in values if not passes(index, v))


def _all(holds: Callable[[Values], bool]) -> Rule:
    return lambda index, focus, values: iter(() if holds(values) else (None,))


# ------------------------------------------------------------------------------ How many, and which


def _min_count(site: Site, value: Term) -> Rule:
    least = _whole(value, site)
    return _all(lambda values: len(values) >= least)


def _max_count(site: Site, value: Term) -> Rule:
    most = _whole(value, site)
    return _all(lambda values: len(values) <= most)


def _has_value(site: Site, value: Term) -> Rule:
    wanted = _node(value)
    return _all(lambda values: wanted in values)


def _in(site: Site, value: Term) -> Rule:
    allowed = frozenset(_node(member) for member in members(site.shapes, value))
    return _each(lambda index, v: v in allowed)


def _unique_lang(site: Site, value: Term) -> Rule:
    if value != Literal(True) or not site.has_path:
        raise UnknownConstructError(f"sh:uniqueLang {value}")
    return _repeated_languages


def _repeated_languages(index: Index, focus: Node, values: Values) -> Iterator[None]:
    tags = Counter(v.language.lower() for v in values if isinstance(v, Literal) and v.language)
    return (None for count in tags.values() if count > 1)


# -------------------------------------------------------------------------------------------- Kinds

_KINDS: Mapping[Term, tuple[type[Node], ...]] = {
    SH.IRI: (URIRef,),
    SH.Literal: (Literal,),
    SH.IRIOrLiteral: (URIRef, Literal),
}
_PYTHON: Mapping[Term, type] = {
    RDF.langString: str,
    XSD.string: str,
    XSD.integer: int,
    XSD.float: float,
    XSD.decimal: Decimal,
    XSD.boolean: bool,
    XSD.date: date,
    XSD.time: time,
    XSD.dateTime: datetime,
}


def _class(site: Site, value: Term) -> Rule:
    kind = _node(value)
    return _each(lambda index, v: v in index.instances(kind))


def _node_kind(site: Site, value: Term) -> Rule:
    if value not in _KINDS:
        raise UnknownConstructError(f"sh:nodeKind {value}")
    kinds = _KINDS[value]
    return _each(lambda index, v: isinstance(v, kinds))


def _datatype(site: Site, value: Term) -> Rule:
    if not isinstance(value, URIRef) or value in (RDFS.Literal, RDFS.Datatype):
        raise UnknownConstructError(f"sh:datatype {value}")
    python = _PYTHON.get(value, object)

    def passes(index: Index, v: Node) -> bool:
        if not isinstance(v, Literal):
            return False
        tagged = RDF.langString if v.language else XSD.string
        return (v.datatype or tagged) == value and not v.ill_typed and isinstance(v.value, python)

    return _each(passes)


# -------------------------------------------------------------------------------------------- Words


def _pattern(site: Site, value: Term) -> Rule:
    flags = str(site.shapes.value(site.shape, SH.flags) or "").lower()
    if not isinstance(value, Literal) or set(flags) - set("im"):
        raise UnknownConstructError("sh:pattern with other flags")
    try:
        pattern = re.compile(value, sum({"i": re.I, "m": re.M}[flag] for flag in set(flags)))
    except re.error as error:
        raise UnknownConstructError(f"sh:pattern {value}") from error
    return _each(lambda index, v: pattern.search(v) is not None)


def _min_length(site: Site, value: Term) -> Rule:
    least = _whole(value)
    return _each(lambda index, v: len(v) >= least)


def _language_in(site: Site, value: Term) -> Rule:
    allowed = {str(member).lower() for member in members(site.shapes, value)}
    if "*" in allowed:
        raise UnknownConstructError("sh:languageIn with a wildcard")

    def passes(index: Index, v: Node) -> bool:
        if not isinstance(v, Literal) or not v.language:
            return False
        tag = v.language.lower()
        return tag in allowed or tag.split("-")[0] in allowed

    return _each(passes)


# -------------------------------------------------------------------------------------------- Order


def _min_inclusive(site: Site, value: Term) -> Rule:
    bound = _literal(value)
    return _each(lambda index, v: isinstance(v, Literal) and at_least(v, bound))


def _max_inclusive(site: Site, value: Term) -> Rule:
    bound = _literal(value)
    return _each(lambda index, v: isinstance(v, Literal) and at_most(v, bound))


def _less_than(site: Site, value: Term) -> Rule:
    if not isinstance(value, URIRef) or not site.has_path:
        raise UnknownConstructError("sh:lessThan")

    def rule(index: Index, focus: Node, values: Values) -> Iterator[Node]:
        others = index.objects(focus, value) if values else ()
        return (v for v in values for other in others if not below(v, other))

    return rule


def _equals(site: Site, value: Term) -> Rule:
    predicate = _node(value)

    def rule(index: Index, focus: Node, values: Values) -> Iterator[Node]:
        others = index.objects(focus, predicate)
        yield from (v for v in values if v not in others)
        yield from (other for other in others if other not in values)

    return rule


# ------------------------------------------------------------------------------------- Other shapes


def _shape_node(site: Site, value: Term) -> Rule:
    if (value, SH.path, None) in site.shapes:
        raise UnknownConstructError("sh:node with a property shape")
    return _each(site.conforms(value))


def _not(site: Site, value: Term) -> Rule:
    conforms = site.conforms(value)
    return _each(lambda index, v: not conforms(index, v))


def _or(site: Site, value: Term) -> Rule:
    choices = [site.conforms(member) for member in members(site.shapes, value)]
    return _each(lambda index, v: any(conforms(index, v) for conforms in choices))


def _xone(site: Site, value: Term) -> Rule:
    choices = [site.conforms(member) for member in members(site.shapes, value)]
    return _each(lambda index, v: sum(conforms(index, v) for conforms in choices) == 1)


def _qualified(site: Site, value: Term) -> Rule:
    conforms = site.conforms(value)
    least = site.shapes.value(site.shape, SH.qualifiedMinCount)
    most = site.shapes.value(site.shape, SH.qualifiedMaxCount)
    if least is None and most is None:
        raise UnknownConstructError("sh:qualifiedValueShape without a count")
    low = 0 if least is None else _whole(least, site)
    high = None if most is None else _whole(most, site)

    def rule(index: Index, focus: Node, values: Values) -> Iterator[None]:
        count = sum(conforms(index, v) for v in values)
        return (None for broken in (count < low, high is not None and count > high) if broken)

    return rule


COMPONENTS: Mapping[Term, Callable[[Site, Term], Rule]] = {
    SH["class"]: _class,
    SH.datatype: _datatype,
    SH.equals: _equals,
    SH.hasValue: _has_value,
    SH["in"]: _in,
    SH.languageIn: _language_in,
    SH.lessThan: _less_than,
    SH.maxCount: _max_count,
    SH.maxInclusive: _max_inclusive,
    SH.minCount: _min_count,
    SH.minInclusive: _min_inclusive,
    SH.minLength: _min_length,
    SH.node: _shape_node,
    SH.nodeKind: _node_kind,
    SH["not"]: _not,
    SH["or"]: _or,
    SH.pattern: _pattern,
    SH.qualifiedValueShape: _qualified,
    SH.uniqueLang: _unique_lang,
    SH.xone: _xone,
}
COMPANIONS: Mapping[Term, URIRef] = {
    SH.flags: SH.pattern,
    SH.qualifiedMaxCount: SH.qualifiedValueShape,
    SH.qualifiedMinCount: SH.qualifiedValueShape,
}


def _whole(value: Term, site: Site | None = None) -> int:
    """Return a count or length; a count, which says of which `site`, needs a path there."""
    is_whole = isinstance(value, Literal) and value.datatype == XSD.integer and not value.ill_typed
    if not is_whole or (site is not None and not site.has_path) or (number := int(str(value))) < 0:
        raise UnknownConstructError(f"the number {value}")
    return number


def _node(value: Term) -> Node:
    if not isinstance(value, URIRef | Literal):
        raise UnknownConstructError("a blank node as a value")
    return value


def _literal(value: Term) -> Literal:
    if not isinstance(value, Literal):
        raise UnknownConstructError("a bound that is no literal")
    return value
