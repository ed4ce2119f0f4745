"""The changes as a Linked Data Event Stream: a root that leads to pages of members.

ldes/index.ttl                       the root, which every build may change
ldes/open.ttl                        the last page of the last month: members are still added to it
ldes/2015-09-1-3f2a1b0c9d8e.ttl      a closed page: a month, a number, and a digest of what it says

A closed page never changes, for its address has the digest of its content. Where the past becomes
another, by a late document or a correction, the root leads to another page. See docs/decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from pathlib import Path

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD

from a4_rdf import formats, iris, resources, terms
from a4_rdf.formats import Format
from a4_rdf.model import Change, Publisher
from a4_rdf.release.changelog import rdf
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from a4_rdf.vocab import AS, LDES, TREE

FOLDER, ROOT, OPEN = "ldes", "index", "open"
MEMBERS = 250
"""Members of a page; a page has those of one calendar month only."""

_DIGEST = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the stream: its name, the first and last date of its members, what it says."""

    name: str
    first: date
    last: date
    triples: tuple[Triple, ...]


def write(folder: Path, publisher: Publisher, changes: Sequence[Change]) -> None:
    """Write the root and all pages below a publication folder; changes come in date order."""
    base, place = publisher.base, folder / FOLDER
    place.mkdir(exist_ok=True)
    nodes: list[tuple[str, date, date]] = []
    for page in pages(base, changes):
        _write(place / page.name, page.triples, base)
        nodes.append((page.name, page.first, page.last))
    if not nodes:
        _write(place / OPEN, _node(base, OPEN), base)
    _write(place / ROOT, terms.ordered(_root(publisher, nodes)), base)


def pages(base: str, changes: Sequence[Change]) -> Iterator[Page]:
    """Yield the pages, the oldest first; the last one is open."""
    months = [list(own) for _, own in groupby(changes, key=lambda c: (c.date.year, c.date.month))]
    for at, own in enumerate(months, start=1):
        starts = range(0, len(own), MEMBERS)
        for number, start in enumerate(starts, start=1):
            is_open = at == len(months) and number == len(starts)
            yield _page(base, own[start : start + MEMBERS], number, is_open)


def _page(base: str, members: Sequence[Change], number: int, is_open: bool) -> Page:
    first, last = members[0].date, members[-1].date
    said = terms.ordered(_members(base, members))
    if is_open:
        return Page(OPEN, first, last, (*said, *_node(base, OPEN)))
    content = sha256(_bytes(said, formats.NTRIPLES, base)).hexdigest()
    name = f"{first:%Y-%m}-{number}-{content[:_DIGEST]}"
    closed = (URIRef(iris.event_stream_page(base, name)), LDES.immutable, _TRUE)
    return Page(name, first, last, (*said, *_node(base, name), closed))


_TRUE = Literal("true", datatype=XSD.boolean, normalize=False)


def _members(base: str, changes: Iterable[Change]) -> Iterator[Triple]:
    stream = URIRef(iris.event_stream(base))
    for change in changes:
        yield stream, TREE.member, rdf.Named(base, change).iri
        yield from rdf.describe(base, change)


def _node(base: str, name: str) -> tuple[Triple, ...]:
    return ((URIRef(iris.event_stream_page(base, name)), RDF.type, TREE.Node),)


def _root(publisher: Publisher, nodes: Sequence[tuple[str, date, date]]) -> Iterator[Triple]:
    """Yield the stream, its shape, and where its members are by date."""
    base = publisher.base
    stream, root = URIRef(iris.event_stream(base)), URIRef(iris.event_stream_page(base))
    yield from _stream(publisher, stream)
    yield stream, TREE.view, root
    yield root, RDF.type, TREE.Node
    yield root, DCTERMS.license, URIRef(publisher.licence)
    if not nodes:
        yield from _relation(root, "todo", TREE.Relation, OPEN, base)
    for number, (name, first, last) in enumerate(nodes, start=1):
        for word, kind, day in _ends(name, first, last):
            relation = URIRef(f"{root}#{word}-{number}")
            yield from _relation(root, f"{word}-{number}", kind, name, base)
            yield relation, TREE.path, AS.published
            yield relation, TREE.value, terms.midnight(day)
    yield from rdfio.parse(resources.folder("shapes") / "change.ttl", formats.TURTLE, base)


def _ends(name: str, first: date, last: date) -> Iterator[tuple[str, URIRef, date]]:
    """Yield between which dates the members of a page are; an open one may yet get any later."""
    if name == OPEN:
        yield "desde", TREE.GreaterThanOrEqualToRelation, first.replace(day=1)
    else:
        yield "desde", TREE.GreaterThanOrEqualToRelation, first
        yield "hasta", TREE.LessThanOrEqualToRelation, last


def _relation(root: URIRef, fragment: str, kind: URIRef, to: str, base: str) -> Iterator[Triple]:
    relation = URIRef(f"{root}#{fragment}")
    yield root, TREE.relation, relation
    yield relation, RDF.type, kind
    yield relation, TREE.node, URIRef(iris.event_stream_page(base, to))


def _stream(publisher: Publisher, stream: URIRef) -> Iterator[Triple]:
    """Yield what the stream is, and how its members are to be read."""
    yield stream, RDF.type, LDES.EventStream
    yield stream, DCTERMS.title, terms.spanish("Cambios entre publicaciones")
    yield stream, DCTERMS.title, terms.english("Changes between releases")
    yield stream, DCTERMS.license, URIRef(publisher.licence)
    yield stream, RDFS.seeAlso, URIRef(iris.feed(publisher.base))
    yield stream, TREE.shape, URIRef(iris.shape(publisher.base, "change"))
    yield stream, LDES.timestampPath, AS.published
    yield stream, LDES.versionOfPath, AS.object
    yield stream, LDES.versionCreateObject, AS.Create
    yield stream, LDES.versionUpdateObject, AS.Update
    yield stream, LDES.versionDeleteObject, AS.Delete


def _write(stem: Path, triples: Iterable[Triple], base: str) -> None:
    path = stem.with_name(f"{stem.name}.{formats.TURTLE.suffix}")
    path.write_bytes(_bytes(tuple(triples), formats.TURTLE, base))


def _bytes(triples: Sequence[Triple], fmt: Format, base: str) -> bytes:
    """Return triples in the order that they have: sorting them again takes longest of all."""
    out = BytesIO()
    prefixes = rdfio.used_prefixes(triples, base)
    rdfio.write_to(out, ((s, p, o, None) for s, p, o in triples), fmt, prefixes)
    return out.getvalue()
