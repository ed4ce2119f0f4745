"""Reproduce this number: the query that gives what a page says, pinned to its release."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.serve.manifest import Manifest, ReleaseEntry
from a4_rdf.serve.site import Site
from a4_rdf.serve.things import View

QUERIES: Mapping[Kind, str] = {
    Kind.ORGANIZATION: "goals_of_body",
    Kind.RELEASE: "goals_of_body",
    Kind.UNIT: "goals_of_unit",
    Kind.PLAN: "goals_that_name",
    Kind.OBJECTIVE: "goals_that_name",
    Kind.ACTIVITY: "goals_that_name",
    Kind.INDICATOR: "goals_that_name",
    Kind.GOAL: "targets",
    Kind.TARGET: "targets",
}
"""Which query of `site/reproduce` gives the number on the page of a kind of thing."""

UNBOUND = "(UNDEF UNDEF)"


def reproduction(site: Site, manifest: Manifest, view: View, release: ReleaseEntry | None) -> str:
    """Return the query whose answer is the number that a page shows, empty where it shows none.

    It asks the graph of the release that holds the words of the page, so its answer stays.
    """
    name = QUERIES.get(view.name.kind) if view.name else None
    if name is None or release is None:
        return ""
    graph = URIRef(manifest.content(release).graph)
    text = site.reproduce[name].replace(UNBOUND, f"({graph.n3()} {view.iri.n3()})")
    return f"BASE {URIRef(iris.root(manifest.base)).n3()}\n{text}"
