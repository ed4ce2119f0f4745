"""Where a page stands in time: whose words it shows, what other releases say, what came after."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.serve import history
from a4_rdf.serve.addresses import page_path, path_of
from a4_rdf.serve.manifest import ReleaseEntry
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.things import View


@dataclass(frozen=True, slots=True)
class Standing:
    """What a page says of its time.

    `same` is the release that its own repeats; `repeated` the latest release, where that repeats
    the page's; `gone` the first release that no longer has the thing; `successor` what took its
    place. `others` are the releases that speak of it, each with the path of what it says, where
    there are several; `current` is the path of what holds now, on a page of an earlier time.
    `permalink` is the address to cite.
    """

    permalink: str
    current: str = ""
    same: ReleaseEntry | None = None
    repeated: ReleaseEntry | None = None
    gone: ReleaseEntry | None = None
    successor: URIRef | None = None
    others: tuple[tuple[ReleaseEntry, str], ...] = ()


def standing(publication: Publication, view: View) -> Standing:
    """Return where the page of a view stands in time."""
    base, manifest, release = publication.base, publication.manifest, view.release
    document = iris.document_of(base, view.iri)
    if release is None:
        return Standing(document)
    content, latest = manifest.content(release), manifest.latest(release.organization)
    is_lasting = view.name is not None and "date" not in dict(view.name.parts)
    is_repeated = latest is not None and latest != release and manifest.content(latest) == content
    spoke = any(one.entry == release for one in view.spoken)
    return Standing(
        permalink=history.permalink(base, view.iri, release) if is_lasting and spoke else document,
        current=(page_path(base, view.iri) or "") if view.is_memento else "",
        same=content if content != release else None,
        repeated=latest if is_repeated else None,
        gone=_gone(publication, view) if is_lasting else None,
        successor=_successor(publication, view),
        others=permalinks(publication, view) if is_lasting and len(view.spoken) > 1 else (),
    )


def permalinks(publication: Publication, view: View) -> tuple[tuple[ReleaseEntry, str], ...]:
    """Return each release that speaks of a thing, the latest first, with the path of its words."""
    base = publication.base
    addresses = ((one.entry, history.permalink(base, view.iri, one.entry)) for one in view.spoken)
    return tuple((entry, path_of(base, address) or "") for entry, address in addresses)


def _gone(publication: Publication, view: View) -> ReleaseEntry | None:
    """Return the first release after the last that speaks of a thing, where there is one."""
    if not view.spoken or (view.graph is None and not view.is_memento):
        return None
    return publication.manifest.after(view.spoken[0].entry)


def _successor(publication: Publication, view: View) -> URIRef | None:
    path = path_of(publication.base, view.iri) or ""
    after = publication.retired.successor(path) if path in publication.retired else None
    return URIRef(iris.root(publication.base) + after) if after else None
