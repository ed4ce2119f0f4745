"""The search: as a page, as JSON, as suggestions for a browser's search field (OpenSearch 1.1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from xml.sax.saxutils import escape

from flask import Blueprint, Response, g, request
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from a4_rdf import iris, searchable, spanish
from a4_rdf.serve import search
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.http import headers
from a4_rdf.serve.http.errors import Explained
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.http.respond import page
from a4_rdf.serve.pages import search as view
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.search import Found, Hit, Wanted
from a4_rdf.serve.search_index import NoIndexError, TooLongError
from a4_rdf.serve.search_terms import MAX_LETTERS
from a4_rdf.serve.words import N_

PATH = "buscar"
NOT_HERE = N_("Esta copia no tiene buscador: su publicación se hizo sin él.")
TOO_LONG = N_("La búsqueda tarda demasiado: pruebe con palabras menos comunes.")
SUGGESTIONS_TYPE = "application/x-suggestions+json"
DESCRIPTION_TYPE = "application/opensearchdescription+xml"
SUGGESTING = """\
<Url type="application/x-suggestions+json" template="{page}/sugerencias?q={{searchTerms}}"/>
"""
"""Of a server; a copy that only holds files suggests nothing."""

DESCRIPTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{short}</ShortName>
<Description>{title}</Description>
<Language>es</Language>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="{page}?q={{searchTerms}}"/>
{suggestions}</OpenSearchDescription>
"""
SHORT_NAME = 16
"""Letters that the standard allows a short name."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SearchRoutes:
    """Answers to who looks for something by its words."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("search", __name__)
        blueprint.add_url_rule(f"/{PATH}", "page", self.page)
        blueprint.add_url_rule(f"/{PATH}.json", "data", self.data)
        blueprint.add_url_rule(f"/{PATH}/sugerencias", "suggestions", self.suggestions)
        blueprint.add_url_rule("/opensearch.xml", "description", self.description)
        return blueprint

    def page(self) -> Response:
        """Show the form, and what was found."""
        publication = self.current.get()
        g.asked = HTML
        if self.pages.is_static:
            return self._static(publication)
        wanted, exact = _wanted(publication), "exacto" in request.args
        found = _found(publication, wanted, exact)
        if wanted.page > found.pages:
            raise NotFound
        own = view.query(found, exact)
        return page(
            publication,
            PATH,
            lambda: self._page(publication, found, own),
            variant=repr((wanted, exact)) if own else "",
        )

    def _page(self, publication: Publication, found: Found, own: Mapping[str, str]) -> str:
        context = {
            "found": found,
            "hits": view.shown(found),
            "own": own,
            "kind_names": view.KIND_NAMES,
            "kinds": view.kind_ways(found, own),
            "bodies": view.body_ways(found, own),
            "everywhere": view.without_body(found, own),
            "page_size": search.PAGE_SIZE,
            "examples": () if found.asked.terms else _examples(publication),
        }
        page_number = {"pagina": str(found.wanted.page)} if found.wanted.page > 1 else {}
        asked = {**own, **page_number}
        return self.pages.render(publication, PATH, "search.html", context, asked=asked)

    def _static(self, publication: Publication) -> Response:
        """Show the page whose own script searches, in a copy that only holds files."""
        context = {
            "small_words": sorted(spanish.STOP_WORDS),
            "kind_names": view.KIND_NAMES,
            "kinds": searchable.KINDS,
            "block": searchable.BLOCK,
        }
        return page(
            publication,
            PATH,
            lambda: self.pages.render(publication, PATH, "search_static.html", context),
        )

    def data(self) -> Response:
        """Answer with what was found, for programs."""
        publication = self.current.get()
        wanted = _wanted(publication)
        found = _found(publication, wanted, "exacto" in request.args)
        instead = ({"typed": typed, "searched": other} for typed, other in found.asked.instead)
        body = {
            "query": wanted.text,
            "total": found.total,
            "page": wanted.page,
            "pages": found.pages,
            "instead": list(instead),
            "counts": found.counts,
            "any_word": found.any_word,
            "results": [_hit(publication, hit) for hit in found.hits],
        }
        return _json(publication, body, "application/json")

    def suggestions(self) -> Response:
        """Answer with names that begin as what is typed, for a browser's search field."""
        publication = self.current.get()
        text = request.args.get("q", "")
        with _explained():
            names = search.suggestions(publication.root, text)
        return _json(publication, [text[:MAX_LETTERS], names], SUGGESTIONS_TYPE)

    def description(self) -> Response:
        """Tell browsers how to search here."""
        publication = self.current.get()
        title = publication.manifest.title
        page = escape(iri_of(publication.base, PATH))
        text = DESCRIPTION.format(
            short=escape(title[:SHORT_NAME].strip()),
            title=escape(title),
            page=page,
            suggestions="" if self.pages.is_static else SUGGESTING.format(page=page),
        )
        response = Response(text, content_type=f"{DESCRIPTION_TYPE}; charset=utf-8")
        headers.set_validators(response, publication.etag("opensearch"), None, headers.SHORT)
        response.make_conditional(request)
        return response


def _found(publication: Publication, wanted: Wanted, exact: bool) -> Found:
    with _explained():
        return search.search(publication.root, wanted, exact)


def _examples(publication: Publication) -> tuple[str, ...]:
    with _explained():
        return search.examples(publication.root)


@contextmanager
def _explained() -> Iterator[None]:
    """Say in words, with 503, that there is no index, or that a search takes too long."""
    try:
        yield
    except NoIndexError as error:
        raise Explained(503, gettext(NOT_HERE)) from error
    except TooLongError as error:
        raise Explained(503, gettext(TOO_LONG)) from error


def _wanted(publication: Publication) -> Wanted:
    """Return what an address asks for; NotFound for a kind, a body or a number that is none."""
    said = request.args
    kind, org, number = said.get("tipo", ""), said.get("org", ""), said.get("pagina", "1")
    if (
        (kind and kind not in search.KINDS)
        or (org and org not in publication.manifest.organizations)
        or not _NUMBER.fullmatch(number)
    ):
        raise NotFound
    text = _CONTROL.sub(" ", said.get("q", ""))
    return Wanted(" ".join(text.split()), kind, org, int(number))


def _hit(publication: Publication, hit: Hit) -> dict[str, str]:
    return {
        "page": iris.root(publication.base) + hit.path,
        "kind": hit.kind,
        "name": hit.name,
        "context": hit.context,
        "value": hit.value,
    }


def _json(publication: Publication, body: object, media_type: str) -> Response:
    text = json.dumps(body, ensure_ascii=False)
    response = Response(text, content_type=f"{media_type}; charset=utf-8")
    etag = publication.etag("search", request.full_path)
    headers.set_validators(response, etag, None, headers.SHORT)
    response.make_conditional(request)
    return response
