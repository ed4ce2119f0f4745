"""The sample configuration for nginx that negotiates the forms of an exported site."""

from __future__ import annotations

from urllib.parse import urlsplit

from a4_rdf import resources

NAME = "nginx.conf.sample"


def configuration(base: str) -> bytes:
    """Return the sample for a site of this base: only its server name depends on it."""
    text = (resources.folder("site") / "nginx.conf").read_text(encoding="utf-8")
    return text.replace("SERVER_NAME", urlsplit(base).hostname or "localhost").encode()
