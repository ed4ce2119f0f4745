"""Answering a request for a resource that has several forms (RFC 9110, sections 8, 12 and 13)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from flask import Response, g, request

from a4_rdf.serve.addresses import iri_of, quoted
from a4_rdf.serve.http import headers, memento
from a4_rdf.serve.http.memento import Mementos
from a4_rdf.serve.http.negotiation import MAX_ACCEPT
from a4_rdf.serve.http.representations import HTML, Representation, choose
from a4_rdf.serve.publication import Publication

Render = Callable[[Representation], bytes]


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource under negotiation.

    `path` is its address without suffix, not yet encoded; `render` writes one form and may raise
    NotFound; `variant` tells apart pages of one address (their query); `about` is the IRI of the
    thing described, where it is another than the address. `cached` is what caches may do with
    it; `content` a digest of what it says, where that may outlive this build. `mementos` are what
    it was over time, where it changes: it is their time gate, or the one of a `day`.
    """

    path: str
    offers: tuple[Representation, ...]
    render: Render = field(repr=False)
    modified: date | None = None
    variant: str = ""
    about: str = ""
    cached: str = headers.MUST_ASK
    content: str = ""
    mementos: Mementos | None = None
    day: date | None = None


def respond(
    publication: Publication, resource: Resource, asked: Representation | None = None
) -> Response:
    """Return the resource in the asked form, or in the one that Accept prefers; 304, 406 as due."""
    g.asked = asked
    chosen = asked or choose(request.headers.get("Accept"), resource.offers)
    if chosen is None:
        return _not_acceptable(publication, resource)
    g.asked = chosen
    body = _body(publication, resource, chosen)
    response = Response(body, content_type=chosen.content_type)
    etag = _etag(publication, resource, chosen)
    headers.set_validators(response, etag, resource.modified, resource.cached)
    headers.add_links(response, _links(publication, resource, chosen))
    if asked is None:
        headers.vary_by_accept(response)
        response.headers["Content-Location"] = _address(resource, chosen)
    _tell_time(response, resource)
    return _conditional(response)


def page(
    publication: Publication, path: str, html: Callable[[], str], variant: str = ""
) -> Response:
    """Return a page that exists as HTML only, with its validators; `variant` as a resource's."""
    g.asked = HTML
    key = f"{path}\x1f{publication.lang}"
    body = html().encode() if variant else publication.cache.get(key, lambda: html().encode())
    response = Response(body, content_type=HTML.content_type)
    etag = publication.etag(path, HTML.suffix, publication.lang, variant)
    headers.set_validators(response, etag, publication.manifest.modified())
    return _conditional(response)


def fresh_page(html: str, status: int = 200) -> Response:
    """Return a page that no cache may keep: it was made for this request alone."""
    g.asked = HTML
    response = Response(html, status, content_type=HTML.content_type)
    response.headers["Cache-Control"] = "no-store"
    return response


def _body(publication: Publication, resource: Resource, chosen: Representation) -> bytes:
    if resource.variant:
        return resource.render(chosen)
    key = f"{resource.path}\x1f{chosen.suffix}\x1f{_lang(publication, chosen)}"
    return publication.cache.get(key, lambda: resource.render(chosen))


def _etag(publication: Publication, resource: Resource, chosen: Representation) -> str:
    if resource.content:
        return f"{resource.content}-{chosen.suffix}"
    lang = _lang(publication, chosen)
    return publication.etag(resource.path, chosen.suffix, lang, resource.variant)


def _lang(publication: Publication, chosen: Representation) -> str:
    """Return the language of a form: RDF says everything in all languages at once."""
    return publication.lang if chosen == HTML else ""


def _conditional(response: Response) -> Response:
    response.make_conditional(request)
    return response


def _links(publication: Publication, resource: Resource, chosen: Representation) -> list[str]:
    """Return the other forms, the data that describes the page, the one address, and the thing."""
    others = (offer for offer in resource.offers if offer != chosen)
    links = [headers.link(_address(resource, offer), "alternate", offer) for offer in others]
    data = next(offer for offer in resource.offers if offer.format)
    if chosen == HTML:
        links.append(headers.link(_address(resource, data), "describedby", data))
    links.append(headers.link(iri_of(publication.base, resource.path), "canonical"))
    if resource.about:
        links.append(headers.link(resource.about, "describes"))
    if resource.mementos:
        links += memento.links(resource.mementos, resource.day)
    return links


def _tell_time(response: Response, resource: Resource) -> None:
    """Say of which moment a memento is, or that another may be asked for here (RFC 7089, 2.1)."""
    if resource.day:
        response.headers[memento.MEMENTO_DATETIME] = memento.header(resource.day)
    elif resource.mementos:
        response.vary.add(memento.VARY)


def _address(resource: Resource, offer: Representation) -> str:
    """Return the address of one form: a path, so that a copy at another host keeps its own."""
    return f"{request.script_root}/{quoted(resource.path)}.{offer.suffix}"


def _not_acceptable(publication: Publication, resource: Resource) -> Response:
    """Return 406 with the list of what there is (RFC 9110, section 15.5.7)."""
    listed = "\n".join(f"{o.media_type} {_address(resource, o)}" for o in resource.offers)
    wanted = ascii(request.headers.get("Accept", "")[:MAX_ACCEPT])
    text = f"406: no hay ninguna de las formas pedidas: {wanted}\nHay:\n{listed}\n"
    response = Response(text, 406, content_type="text/plain; charset=utf-8")
    headers.vary_by_accept(response)
    links = (headers.link(_address(resource, o), "alternate", o) for o in resource.offers)
    headers.add_links(response, links)
    if resource.mementos and not resource.day:
        response.vary.add(memento.VARY)
    return response
