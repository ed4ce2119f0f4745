"""The notices of one kind in an organisation, page by page: what each says, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import PROV

from a4_rdf import queries
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.manifest import ReleaseEntry
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.rows import Rows, notice_rows
from a4_rdf.store import construct_each
from a4_rdf.vocab import CSVW, OA


@dataclass(frozen=True, slots=True)
class Noticed:
    """One notice: its words, the goal or row that it is on, the source row and its number."""

    text: str
    thing: URIRef
    row: URIRef
    number: int

    @property
    def is_on_goal(self) -> bool:
        """Tell whether it is on a goal, not on a row that holds none."""
        return self.thing != self.row


@dataclass(frozen=True, slots=True)
class NoticedPage:
    """Notices in source order, and where their page stands among all of the release."""

    release: ReleaseEntry
    rows: Rows
    notices: tuple[Noticed, ...]


def noticed(
    publication: Publication, slug: str, kind: URIRef, start: int = 0
) -> NoticedPage | None:
    """Return the notices of a kind from a row number on, in what an organisation says now.

    None where nothing of the organisation was released.
    """
    manifest, store = publication.manifest, publication.store
    latest = manifest.latest(slug)
    if latest is None:
        return None
    graph = URIRef(manifest.content(latest).graph)
    page = notice_rows(store, kind, start, graph)
    placed = construct_each(store, queries.load("notice_place"), "this", page.shown, graph)
    facts, labels = Facts(placed), publication.labels.within(graph)
    labels.learn(page.shown)
    notices = tuple(_noticed(facts, labels, page.shown))
    publication.labels.learn(notice.thing for notice in notices)
    return NoticedPage(latest, page.rows, notices)


def _noticed(facts: Facts, labels: Labels, shown: tuple[URIRef, ...]) -> Iterator[Noticed]:
    for notice in shown:
        thing, row = facts.link(notice, OA.hasTarget), facts.link(notice, PROV.wasDerivedFrom)
        if thing is not None and row is not None:
            number = int(facts.text(row, CSVW.rownum) or 0)
            yield Noticed(labels.label(notice), thing, row, number)
