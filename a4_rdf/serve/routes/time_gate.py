"""What an undated address answers before its description: another moment, or that it is no more."""

from __future__ import annotations

from flask import Response, request
from flask_babel import gettext
from rdflib import URIRef
from werkzeug.exceptions import NotFound

from a4_rdf import iris
from a4_rdf.serve import history, things
from a4_rdf.serve.addresses import path_of, quoted
from a4_rdf.serve.history import Spoken
from a4_rdf.serve.http import headers, memento
from a4_rdf.serve.http.errors import Explained
from a4_rdf.serve.http.memento import Mementos
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.words import N_

NOT_A_MOMENT = N_(
    "Accept-Datetime no es una fecha de HTTP. Se espera, por ejemplo: Wed, 30 Sep 2015 00:00:00 GMT"
)
REPLACED = N_("Esto se publicó antes y otra cosa ocupó su lugar: %(successor)s")
WITHDRAWN = N_("Esto se publicó antes y otra cosa ocupó su lugar; no consta cuál.")


def to_memento(publication: Publication, mementos: Mementos) -> Response | None:
    """Redirect to what was said at the moment of Accept-Datetime, None where none is asked for.

    Raises Explained, 400, where the header names no moment (RFC 7089, section 4.5.3).
    """
    asked = request.headers.get(memento.ACCEPT_DATETIME)
    if asked is None:
        return None
    links, moment = memento.links(mementos), memento.moment(asked)
    if moment is None:
        raise Explained(400, gettext(NOT_A_MOMENT), links, (memento.VARY,))
    path = path_of(publication.base, mementos.at(moment).address)
    query = request.query_string.decode("latin-1")
    response = Response(status=302, content_type="text/plain; charset=utf-8")
    response.headers["Location"] = f"{request.script_root}/{path}" + (f"?{query}" if query else "")
    response.headers["Cache-Control"] = headers.MUST_ASK
    headers.add_links(response, links)
    headers.vary_by_accept(response)
    response.vary.add(memento.VARY)
    return response


def refuse_retired(
    publication: Publication,
    pages: Pages,
    iri: str,
    spoken: tuple[Spoken, ...] | None = None,
    mementos: Mementos | None = None,
) -> None:
    """Raise Explained, 410, for a thing that another took the place of, with that and its past.

    `spoken` are the releases that speak of the thing, looked up where they are not given.
    """
    path = path_of(publication.base, iri) or ""
    if path not in publication.retired:
        return
    told = history.speaking(publication, URIRef(iri)) if spoken is None else spoken
    after = publication.retired.successor(path)
    successor = iris.root(publication.base) + after if after else ""
    links = [headers.link(successor, "successor-version")] if successor else []
    raise Explained(
        status=410,
        detail=gettext(REPLACED, successor=successor) if successor else gettext(WITHDRAWN),
        links=[*links, *(memento.links(mementos) if mementos else ())],
        vary=(memento.VARY,) if mementos else (),
        page=(lambda: _page(publication, pages, iri, told)) if told else None,
    )


def _page(publication: Publication, pages: Pages, iri: str, spoken: tuple[Spoken, ...]) -> str:
    """Return the page of a retired thing, called as the last release that spoke of it did."""
    view = things.view(publication, iri, spoken=spoken, day=spoken[0].entry.date)
    if view is None:
        raise NotFound
    return pages.gone(publication, view, quoted(request.path.removeprefix("/")))
