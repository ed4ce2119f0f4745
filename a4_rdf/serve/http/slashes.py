"""One address per resource: what is asked with a slash at its end is sent to where it is."""

from __future__ import annotations

from flask import Flask, Response, request

from a4_rdf.serve.addresses import quoted

FOLDERS = frozenset(("/", "/dumps/"))
"""The addresses that end in a slash."""


def install(app: Flask) -> None:
    """Send from addresses that end in a slash to the same without; said before any route."""
    app.before_request(_without_slash)


def _without_slash() -> Response | None:
    if not request.path.endswith("/") or request.path in FOLDERS:
        return None
    # One slash before it: two would name another host.
    path = f"{request.script_root}/{quoted(request.path.strip('/'))}"
    query = request.query_string.decode("latin-1")
    response = Response(status=308, content_type="text/plain; charset=utf-8")
    response.headers["Location"] = f"{path}?{query}" if query else path
    return response
