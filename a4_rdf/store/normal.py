"""What a graph says, whichever engine holds it: one text per triple, one digest per graph.

Engines keep values, not spellings: 45.0 comes back as 45, `true` as 1, `es-EC` as `es-ec`, a
positive integer as an integer. Two triples have one normal text if RDF values (RDF 1.1 Concepts,
5) say the same of them, and every numeric type below decimal counts as decimal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import pyoxigraph as ox
from rdflib.namespace import XSD

_MODULUS = 1 << 256


@dataclass(frozen=True, slots=True)
class Content:
    """How many distinct triples a graph has, and the digest of what they say, in hexadecimal."""

    triples: int
    digest: str


class Summing:
    """Sums triples up, in any order; the same triple must not be added twice.

    The digest is the sum of the SHA-256 of the normal texts, so that nothing has to be sorted. It
    tells loss and damage, not somebody who makes up triples so that the sum comes out.
    """

    __slots__ = ("_sum", "triples")

    def __init__(self) -> None:
        self._sum = 0
        self.triples = 0

    def add(self, triple: ox.Triple) -> None:
        """Count a triple in."""
        self._sum += int.from_bytes(sha256(text(triple).encode()).digest(), "big")
        self.triples += 1

    def content(self) -> Content:
        """Return what was summed up so far."""
        return Content(self.triples, f"{self._sum % _MODULUS:064x}")


def content(triples: Iterable[ox.Triple]) -> Content:
    """Return the content of distinct triples, whatever their order."""
    found = Summing()
    for triple in triples:
        found.add(triple)
    return found.content()


def text(triple: ox.Triple) -> str:
    """Return the normal text of a triple; ValueError for a blank node, which ours never have."""
    thing = triple.object
    if isinstance(thing, ox.Literal):
        return f"{triple.subject} {triple.predicate} {literal(thing)}"
    if isinstance(thing, ox.BlankNode) or isinstance(triple.subject, ox.BlankNode):
        raise ValueError(f"a blank node has no name to compare: {triple}")
    return f"{triple.subject} {triple.predicate} {thing}"


def literal(value: ox.Literal) -> str:
    """Return the normal text of a literal; one whose spelling its type does not know, as it is."""
    if value.language:
        return f"{ox.Literal(value.value)}@{value.language.lower()}"
    normal = _NORMAL.get(value.datatype.value)
    return str(value) if normal is None else normal(value.value)


_DECIMAL = re.compile(r"([+-]?)0*(\d*)(?:\.(\d*?)0*)?")
_ZONE = re.compile(r"[+-]00:00$")
_FRACTION = re.compile(r"(\.\d*?)0+(?=Z|[+-]\d\d:\d\d|$)")


def _number(spelled: str) -> str:
    found = _DECIMAL.fullmatch(spelled)
    if found is None or spelled.strip("+-.") == "":
        return f'"{spelled}"^^number'
    whole, part = found[2] or "0", found[3] or ""
    sign = "-" if found[1] == "-" and (whole, part) != ("0", "") else ""
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def _floating(spelled: str) -> str:
    try:
        return f"{float(spelled)!r}^^float"
    except ValueError:
        return f'"{spelled}"^^float'


def _boolean(spelled: str) -> str:
    return {"1": "true", "0": "false"}.get(spelled, spelled)


def _moment(spelled: str) -> str:
    whole = _FRACTION.sub(lambda found: "" if found[1] == "." else found[1], spelled)
    return f'"{_ZONE.sub("Z", whole)}"^^moment'


_INTEGERS = (
    *("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger"),
    *("nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort"),
    "unsignedByte",
)
_NORMAL: Mapping[str, Callable[[str], str]] = {
    **{str(XSD[name]): _number for name in ("decimal", *_INTEGERS)},
    str(XSD.double): _floating,
    str(XSD.float): _floating,
    str(XSD.boolean): _boolean,
    str(XSD.dateTime): _moment,
}
"""Datatype → how its spellings become one."""
