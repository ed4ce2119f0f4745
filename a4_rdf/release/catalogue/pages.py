"""The catalogue as files: whole among the dumps, and in pages that a harvester fetches one by one.

A page is a catalogue of its own, valid by itself, of at most `DATASETS` data sets and fewer than
`BYTES` bytes of Turtle. Where there are several, each says by Hydra which ones are next and last.
CKAN's harvester follows `hydra:next` of a `hydra:PartialCollectionView`; its older versions know
only `hydra:nextPage` of a `hydra:PagedCollection`, so each page says both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from rdflib import URIRef
from rdflib.namespace import RDF

from a4_rdf import formats, iris, terms
from a4_rdf.model import Publisher
from a4_rdf.release.catalogue import datasets, parts
from a4_rdf.release.catalogue.context import Context, context
from a4_rdf.release.dumps import DUMPS
from a4_rdf.release.files import PublishedFile
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from a4_rdf.vocab import HYDRA

DATASETS, BYTES = 500, 1_000_000
WHOLE = f"{DUMPS}/catalogo.{formats.TURTLE.suffix}"

PART_PREFIX = "catalogo"
"""The prefix of what only the catalogue describes, in its own files."""

_ROOM = 4_000
"""Bytes kept on each page for its Hydra links."""

Triples = tuple[Triple, ...]
Prefixes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One data set as statements of Turtle, without prefixes; `earlier` are its past versions."""

    now: bytes
    earlier: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page begins with, what the first says too, and the prefixes of all."""

    context: Context
    shared: Triples
    beside: Triples
    prefixes: Prefixes

    def turtle(self, number: int, last: int) -> bytes:
        """Return the beginning of a page, of `last` pages, as Turtle."""
        beside = self.beside if number == 1 else ()
        triples = (*self.shared, *beside, *_links(self.context, number, last))
        return _turtle(triples, self.prefixes)


def write(
    folder: Path,
    publisher: Publisher,
    releases: Sequence[ReleaseRecord],
    files: Mapping[str, PublishedFile],
    beside: Iterable[Triple] = (),
) -> tuple[Path, ...]:
    """Write the catalogue below a publication folder and return the paths of its files.

    `beside` is what the first page and the whole say too: the VoID description.
    """
    found = context(publisher, releases, files)
    frame = _frame(found, tuple(beside))
    entries = tuple(_entry(found, record, frame.prefixes) for record in found.latest())
    first = frame.turtle(1, 1)
    contents = {WHOLE: b"".join((first, *(entry.now + entry.earlier for entry in entries)))}
    cut = tuple(_cut(entries, BYTES - _ROOM - len(first)))
    for number, page in enumerate(cut, 1):
        name = f"{iris.catalogue_page_path(number)}.{formats.TURTLE.suffix}"
        contents[name] = frame.turtle(number, len(cut)) + page
    for name, content in contents.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in contents)


def _frame(context: Context, beside: Triples) -> Frame:
    """Return the frame of the pages; its prefixes are those of one entry too: all are alike."""
    shared = tuple(parts.frame(context))
    sample = next((tuple(parts.entry(context, record)) for record in context.latest()), ())
    base = context.publisher.base
    used = rdfio.used_prefixes((*shared, *beside, *sample), base)
    own = {PART_PREFIX: iris.catalogue_part(base, "")}
    return Frame(context, shared, beside, used | own)


def _entry(context: Context, record: ReleaseRecord, prefixes: Prefixes) -> Entry:
    now, earlier = parts.entry(context, record), datasets.earlier(context, record)
    return Entry(_statements(now, prefixes), _statements(earlier, prefixes))


def _cut(entries: Iterable[Entry], room: int) -> Iterator[bytes]:
    """Yield the entries of each page, as many as it may have; one always has a place."""
    page: list[bytes] = []
    used = 0
    for entry in entries:
        size = len(entry.now)
        if page and (len(page) == DATASETS or used + size > room):
            yield b"".join(page)
            page, used = [], 0
        page.append(entry.now)
        used += size
    yield b"".join(page)


def _links(context: Context, number: int, last: int) -> Iterator[Triple]:
    """Yield where a page stands among the pages; nothing where it is the only one."""
    if last == 1:
        return
    base, whole = context.publisher.base, context.catalogue
    places = {"first": 1, "previous": number - 1, "next": number + 1, "last": last}
    page = _address(base, number)
    yield whole, RDF.type, HYDRA.Collection
    yield whole, HYDRA.view, page
    yield page, RDF.type, HYDRA.PartialCollectionView
    yield page, RDF.type, HYDRA.PagedCollection
    for thing in (whole, page):
        yield thing, HYDRA.totalItems, terms.count(len(context.latest()))
    for place, there in places.items():
        if 1 <= there <= last:
            yield page, HYDRA[place], _address(base, there)
            yield page, HYDRA[f"{place}Page"], _address(base, there)


def _address(base: str, number: int) -> URIRef:
    return URIRef(iris.catalogue_page(base, number, formats.TURTLE.suffix))


def _turtle(triples: Iterable[Triple], prefixes: Prefixes) -> bytes:
    out = BytesIO()
    quads = ((s, p, o, None) for s, p, o in terms.ordered(triples))
    rdfio.write_to(out, quads, formats.TURTLE, prefixes)
    return out.getvalue()


def _statements(triples: Iterable[Triple], prefixes: Prefixes) -> bytes:
    """Return triples as Turtle to go after other Turtle that states the same prefixes."""
    lines = _turtle(triples, prefixes).splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b"@prefix "))
