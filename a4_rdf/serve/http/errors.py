"""Errors in the form that was asked for: a page, an empty RDF document that says why, or JSON.

RFC 9457 (problem+json) serves programs that ask for JSON, and the query endpoint.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from flask import Flask, Response, g, request
from flask_babel import gettext
from werkzeug.exceptions import (
    HTTPException,
    InternalServerError,
    MethodNotAllowed,
    ServiceUnavailable,
)

from a4_rdf.errors import StoreError
from a4_rdf.serve.http import headers
from a4_rdf.serve.http.representations import HTML, THINGS, Representation, choose
from a4_rdf.serve.words import N_

PROBLEM = Representation("json", "application/problem+json")
OFFERS = (*THINGS, PROBLEM, Representation("json", "application/json"))

TITLES: Mapping[int, str] = {
    400: N_("La petición no se entiende"),
    404: N_("No está aquí"),
    405: N_("Aquí solo se lee"),
    406: N_("No hay ninguna de las formas pedidas"),
    410: N_("Ya no existe"),
    416: N_("Ese tramo no existe"),
    500: N_("Error del servidor"),
    503: N_("El servicio no está disponible"),
}

DETAILS: Mapping[int, str] = {
    404: N_("No se publica nada en esta dirección. Puede que esté mal escrita."),
    410: N_("Esto se publicó antes y fue retirado."),
    500: N_("Algo falló de nuestro lado. No depende de su petición."),
}

Page = Callable[[str, str], str]


class Explained(HTTPException):
    """An error that says more than its status does.

    `detail` are words for every form, `links` the values of its Link header, `vary` what other
    headers decided it; `page` renders a page of its own for people.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        links: Sequence[str] = (),
        vary: Sequence[str] = (),
        page: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = status
        self.detail, self.links, self.vary, self.page = detail, links, vary, page


def problem(status: int, title: str, detail: str = "") -> Response:
    """Return an RFC 9457 answer."""
    said = {"type": "about:blank", "title": title, "status": status}
    body = json.dumps(said | ({"detail": detail} if detail else {}), ensure_ascii=False)
    return Response(body, status, mimetype=PROBLEM.media_type)


def install(app: Flask, page: Page) -> None:
    """Answer every HTTP error of the application in the asked form; `page` renders the HTML one."""

    def handle(error: HTTPException) -> Response:
        response = _answer(error, page)
        headers.vary_by_accept(response)
        if isinstance(error, Explained):
            headers.add_links(response, error.links)
            response.vary.update(error.vary)
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
        return response

    def unavailable(_: StoreError) -> Response:
        return handle(ServiceUnavailable())

    app.register_error_handler(HTTPException, handle)
    app.register_error_handler(StoreError, unavailable)


def _told(words: Mapping[int, str], status: int, otherwise: str = "") -> str:
    """Return the words for a status in the language of the request."""
    return gettext(words[status]) if status in words else otherwise


def _answer(error: HTTPException, page: Page) -> Response:
    status = error.code or InternalServerError.code
    title, detail = _told(TITLES, status, error.name), _told(DETAILS, status)
    asked: Representation | None = g.get("asked") or choose(request.headers.get("Accept"), OFFERS)
    own = None
    if isinstance(error, Explained):
        detail, own = error.detail, error.page
    if asked is None or asked == HTML:
        html = own() if own else page(title, detail)
        return Response(html, status, content_type=HTML.content_type)
    if asked.format is None:
        return problem(status, title, detail)
    body = _empty_document(asked, f"{status} {title}. {detail}".strip())
    return Response(body, status, content_type=asked.content_type)


def _empty_document(asked: Representation, text: str) -> str:
    """Return a document of no triples in an RDF form, with a text that people can read in it."""
    if asked.suffix == "jsonld":
        return json.dumps({"@context": {}, "title": text}, ensure_ascii=False) + "\n"
    if asked.suffix == "rdf":
        # Two hyphens end a comment of XML; in an address the second may be written %2D.
        text = text.replace("--", "-%2D")
        namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        return f'<?xml version="1.0"?>\n<!-- {text} -->\n<rdf:RDF xmlns:rdf="{namespace}"/>\n'
    return f"# {text}\n"
