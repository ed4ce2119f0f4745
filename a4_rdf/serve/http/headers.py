"""The headers of our answers: what caches, browsers and other sites may do with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from flask import Flask, Response, request

from a4_rdf.serve.http import encoding
from a4_rdf.serve.http.representations import Representation

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
}

DATA_PATHS = (
    "/id/",
    "/doc/",
    "/def/",
    "/kos/",
    "/graph/",
    "/timemap/",
    "/catalogo",
    "/cambios",
    "/changes/",
    "/dumps",
    "/sparql",
    "/.well-known/void",
)
"""Where programs of other sites may read: everything there is public, and no cookie exists."""

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Content-Location, ETag, Link, Location, Memento-Datetime, Retry-After"
    ),
}

PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Datetime, Content-Type, If-None-Match, Range",
    "Access-Control-Max-Age": "86400",
}


def install(app: Flask) -> None:
    """Set on every answer of the application what all answers share."""
    app.after_request(_finish)


MUST_ASK = "public, no-cache"
SHORT = "public, max-age=300"
FOREVER = "public, max-age=31536000, immutable"
"""What caches may do: ask each time, ask after five minutes, never ask (RFC 9111, RFC 8246)."""


def set_validators(
    response: Response, etag: str, modified: date | None, cached: str = MUST_ASK
) -> None:
    """Set a strong ETag, Last-Modified (a release date, at midnight), and what caches may do."""
    response.set_etag(encoding.tag(etag))
    if modified is not None:
        response.last_modified = datetime.combine(modified, time(), UTC)
    response.headers["Cache-Control"] = cached


def vary_by_accept(response: Response) -> None:
    """State that another Accept header may get another answer from this address."""
    response.vary.add("Accept")


def link(address: str, rel: str, representation: Representation | None = None) -> str:
    """Return one value of a Link header (RFC 8288); the address is already encoded."""
    kind = f'; type="{representation.media_type}"' if representation else ""
    return f'<{address}>; rel="{rel}"{kind}'


def add_links(response: Response, values: Iterable[str]) -> None:
    """Add a Link header that holds several links; none where there are none."""
    if header := ", ".join(values):
        response.headers["Link"] = header


def _finish(response: Response) -> Response:
    for name, value in EVERYWHERE.items():
        response.headers.setdefault(name, value)
    if request.path.startswith(DATA_PATHS):
        response.headers.extend(CORS)
        if request.method == "OPTIONS":
            response.headers.extend(PREFLIGHT)
    return response
