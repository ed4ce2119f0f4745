"""Units that took the place of others: a curator said so, and the change log calls it another name.

A release says it of the unit that came: which event it resulted from, and of which units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rdflib import URIRef
from rdflib.namespace import ORG, PROV

from a4_rdf import queries
from a4_rdf.model import ChangeKind
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.manifest import ReleaseEntry
from a4_rdf.serve.pages.changes import Told
from a4_rdf.serve.publication import Publication
from a4_rdf.store import construct_each


def with_successions(
    publication: Publication, release: ReleaseEntry | None, changes: Sequence[Told]
) -> tuple[Told, ...]:
    """Return changes of a release, each unit that took another's place with the one it `replaced`.

    As they are where the release is not there to be asked.
    """
    named = {told.iri: told.unit for told in changes if told.code == ChangeKind.UNIT_RENAMED}
    found = replaced(publication, release, named)
    publication.labels.learn(found.values())
    return tuple(replace(told, replaced=found.get(told.iri)) for told in changes)


def replaced(
    publication: Publication, release: ReleaseEntry | None, units: Mapping[URIRef, URIRef]
) -> dict[URIRef, URIRef]:
    """Return, by change, the unit whose place its unit took; no change that is something else.

    `units` are those that the changes of a release are about, by change.
    """
    if release is None or not units:
        return {}
    graph = URIRef(publication.manifest.content(release).graph)
    came = _said(publication, units.values(), graph)
    events = {unit: came.links(unit, ORG.resultedFrom) for unit in units.values()}
    ended = _said(publication, (event for own in events.values() for event in own), graph)
    before = {
        unit: {old for event in own for old in ended.links(event, ORG.originalOrganization)}
        for unit, own in events.items()
    }
    log = _said(publication, (change for change, unit in units.items() if before[unit]))
    return {
        change: old
        for change, unit in units.items()
        for old in log.links(change, PROV.used)
        if old in before[unit]
    }


def _said(publication: Publication, things: Iterable[URIRef], graph: URIRef | None = None) -> Facts:
    """Return what is said of things in a graph, or of what holds now."""
    query = queries.load("thing")
    return Facts(construct_each(publication.store, query, "this", things, graph))
