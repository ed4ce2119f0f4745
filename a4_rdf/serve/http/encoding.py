"""Compressed answers (RFC 9110, section 8.4): gzip for text of a kilobyte and more.

A compressed form is another form of a resource, so its entity tag differs from the plain one's.
The same bytes are compressed to the same bytes. Files of the publication go out as they lie.
"""

from __future__ import annotations

import gzip

from flask import Flask, Response, request

SMALLEST = 1024
"""Bytes below which compressing gains nothing."""

LEVEL = 6
MARK = "-gzip"

COMPRESSED = frozenset(
    (
        "text/html",
        "text/turtle",
        "text/csv",
        "text/tab-separated-values",
        "application/atom+xml",
        "application/json",
        "application/ld+json",
        "application/link-format",
        "application/n-quads",
        "application/n-triples",
        "application/problem+json",
        "application/rdf+xml",
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "application/trig",
        "application/xml",
    )
)


def install(app: Flask) -> None:
    """Compress the answers of an application for those who accept it."""
    app.after_request(_compress)


def is_accepted() -> bool:
    """Tell whether the current request takes gzip."""
    return request.accept_encodings["gzip"] > 0


def tag(etag: str) -> str:
    """Return the entity tag of the form that the current request will get."""
    return etag + MARK if is_accepted() else etag


def _compress(response: Response) -> Response:
    if response.direct_passthrough or response.mimetype not in COMPRESSED:
        return response
    response.vary.add("Accept-Encoding")
    is_done = "Content-Encoding" in response.headers
    if is_done or response.status_code in (204, 206, 304) or not is_accepted():
        return response
    body = response.get_data()
    if len(body) >= SMALLEST:
        response.set_data(gzip.compress(body, LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response
