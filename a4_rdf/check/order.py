"""The order of literals in shapes, as pySHACL has it; what cannot be compared is in no order."""

from __future__ import annotations

from datetime import datetime, time

from rdflib import Literal, URIRef

from a4_rdf.check.index import Node


def at_least(value: Literal, bound: Literal) -> bool:
    """Return whether a value is comparable with a bound, and not below it."""
    order = _order(value, bound)
    return order is not None and order >= 0


def at_most(value: Literal, bound: Literal) -> bool:
    """Return whether a value is comparable with a bound, and not above it."""
    order = _order(value, bound)
    return order is not None and order <= 0


def below(left: Node, right: Node) -> bool:
    """Return whether one node is less than another; texts and IRIs compare as texts only.

    Where pySHACL breaks off with a TypeError, as on `"muchos"^^xsd:decimal`, this is False: two
    values that cannot be compared are a result (SHACL, section 4.5.3).
    """
    texts = [str(n) for n in (left, right) if isinstance(n, URIRef) or isinstance(n.value, str)]
    if texts:
        return len(texts) == 2 and texts[0] < texts[1]
    try:
        return bool(left < right)
    except TypeError:
        return False


def _order(left: Literal, right: Literal) -> int | None:
    """Return -1, 0 or 1 as `left` is below, equal to or above `right`; None if not comparable."""
    if isinstance(left.value, str) != isinstance(right.value, str):
        return None
    try:
        if left.eq(right):
            return 0
        # Not by rdflib's order, which puts all moments in one, with a time zone or without.
        if isinstance(left.value, datetime | time):
            return 1 if left.value > right.value else -1
        return 1 if left > right else -1
    except (TypeError, NotImplementedError):
        return None
