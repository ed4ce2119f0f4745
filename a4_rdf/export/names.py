"""Which file holds what an address answers: the same name for the same address, always.

`unidades` becomes `unidades.html`, in English `unidades.en.html`; `dumps/` is
`dumps/index.html`; `cambios?pagina=2` is `cambios.pagina-2.html`. Files of data keep their names.
Every page leads to the same addresses as its neighbours: what was said of them last is remembered.
"""

from __future__ import annotations

import re
from hashlib import sha256
from posixpath import splitext
from urllib.parse import parse_qsl, unquote, urlencode

from a4_rdf.memo import remembered

LANGUAGE = "lang"
HTML, SVG, DATA = "text/html", "image/svg+xml", "application/octet-stream"
TURTLE, LINKS = "text/turtle", "application/link-format"
TRANSLATED = frozenset((HTML, SVG))
"""Media types whose words are in a language."""

SUFFIXES = {TURTLE: ".ttl", LINKS: ".link"}
"""Of what has none in its address."""

WITHOUT_SUFFIX = (("timemap/", LINKS), ("changes/ldes", TURTLE), (".well-known/void", TURTLE))
"""Beginnings of addresses that answer data though no suffix says so."""

_SUFFIX = re.compile(r".*\.(ttl|nt|nq|trig|jsonld|rdf|json|jsonl|csv|xlsx|atom|xml|txt|gz|css|js)")
_DATED = re.compile(r"(timemap/.*|doc/[0-9]{4}-[0-9]{2}-[0-9]{2}/.*)")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@remembered
def normal(address: str) -> str:
    """Return an address in one form: its query in order, without what says nothing.

    A page is told without its suffix, which only asks for HTML.
    """
    path, _, query = address.partition("?")
    path = path.removesuffix(".html")
    said = ((k, v) for k, v in parse_qsl(query) if k != "v" and (k, v) != (LANGUAGE, "es"))
    pairs = sorted(said)
    return f"{path}?{urlencode(pairs)}" if pairs else path


def file_of(address: str, media_type: str) -> str:
    """Return the path of the file for an address that answers a media type."""
    path, _, query = address.partition("?")
    stem = unquote(path)
    asked = dict(parse_qsl(query))
    lang = asked.pop(LANGUAGE, "") if media_type in TRANSLATED else ""
    if media_type == HTML:
        stem = f"{stem}index" if not stem or stem.endswith("/") else stem
        suffix = ".html"
    else:
        stem, suffix = splitext(stem)
        suffix = suffix or SUFFIXES.get(media_type, "")
    marks = [_mark(asked)] if asked else []
    return ".".join([stem, *marks, *([lang] if lang else [])]) + suffix


@remembered
def file(address: str) -> str:
    """Return the path of the file for an address in normal form."""
    return file_of(address, media_type(address.partition("?")[0]))


def is_same(one: str, other: str) -> bool:
    """Tell whether two addresses in normal form are the same one, written otherwise.

    One may say the suffix of what has none (`changes/ldes.ttl`), or encode more.
    """
    return _plain(one) == _plain(other)


def _plain(address: str) -> tuple[str, str]:
    path, _, query = address.partition("?")
    plain = unquote(path)
    for begin, kind in WITHOUT_SUFFIX:
        if plain.startswith(begin):
            plain = plain.removesuffix(SUFFIXES[kind])
    return plain, query


def media_type(path: str) -> str:
    """Return the media type of what a path without query answers; all data are one."""
    if path.endswith(".svg"):
        return SVG
    if _SUFFIX.fullmatch(path) or (path.startswith("dumps/") and path != "dumps/"):
        return DATA
    return next((kind for begin, kind in WITHOUT_SUFFIX if path.startswith(begin)), HTML)


def is_dated(path: str) -> bool:
    """Tell whether a path answers what a release said, or the list of what they said."""
    return _DATED.fullmatch(path) is not None


def _mark(asked: dict[str, str]) -> str:
    """Return a query as a part of a name: in words where they are short, else a digest."""
    said = "-".join(f"{name}-{value}" for name, value in sorted(asked.items()))
    if _PLAIN.fullmatch(said):
        return said
    return sha256(urlencode(sorted(asked.items())).encode()).hexdigest()[:12]
