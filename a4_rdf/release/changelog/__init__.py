"""The change log of a publication, computed once and written in every way that it is shown.

dumps/cambios.csv .ttl .nt    all changes
cambios.atom                  the latest ones
ldes/                         all of them as an event stream
cambios.jsonl, .index.json    what the server pages through
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from rdflib import URIRef

from a4_rdf import formats, iris, vocab
from a4_rdf.model import Change, Publisher
from a4_rdf.release.changelog import feed, served, stream, table
from a4_rdf.release.changelog.rdf import describe
from a4_rdf.release.dumps import DUMPS
from a4_rdf.store import Quad, rdfio
from a4_rdf.store.rdfio import RdfFile

__all__ = ["FEED", "FOLDER", "NAME", "SERVED", "TRIPLES", "describe", "graph", "write"]

NAME = "cambios"
TRIPLES = f"{DUMPS}/{NAME}.{formats.NTRIPLES.suffix}"
FEED = f"{NAME}.atom"
FOLDER = stream.FOLDER
SERVED = (served.LINES, served.INDEX)

_BEGINNING = date(1970, 1, 1)


def write(
    folder: Path,
    publisher: Publisher,
    changes: Iterable[Change],
    names: Mapping[str, str],
    modified: date | None = None,
) -> None:
    """Write the changes of all organisations below a publication folder.

    `names` are the organisations' by slug. `modified` is the date of the last release: the feed's,
    where nothing changed. The same changes give the same bytes, in whatever order organisations
    come; those of one release stay in the order that they have.
    """
    ordered = sorted(changes, key=lambda change: (change.date, change.organization))
    dumps = folder / DUMPS
    dumps.mkdir(exist_ok=True)
    table.write(dumps / f"{NAME}.csv", publisher.base, ordered, names)
    _write_triples(folder / TRIPLES, publisher.base, ordered)
    last = max((change.date for change in ordered), default=_BEGINNING)
    updated = max(last, modified or _BEGINNING)
    (folder / FEED).write_bytes(feed.feed(publisher, ordered, names, updated))
    stream.write(folder, publisher, ordered)
    served.write(folder, publisher.base, ordered)


def graph(base: str) -> URIRef:
    """Return the name of the graph that holds the changes."""
    return URIRef(iris.changes(base))


def _write_triples(path: Path, base: str, changes: Sequence[Change]) -> None:
    """Write N-Triples, and Turtle from it, change after change."""
    with path.open("wb") as out:
        rdfio.write_to(out, _quads(base, changes), formats.NTRIPLES, {})
    turtle = path.with_suffix(f".{formats.TURTLE.suffix}")
    with turtle.open("wb") as out:
        source = RdfFile(path, formats.NTRIPLES)
        rdfio.convert([source], out, formats.TURTLE, vocab.prefixes(base))


def _quads(base: str, changes: Iterable[Change]) -> Iterator[Quad]:
    for change in changes:
        yield from ((s, p, o, None) for s, p, o in describe(base, change))
