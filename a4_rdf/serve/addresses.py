"""Between IRIs of the publisher's base and addresses on this server.

IRIs always carry the configured base, whatever host was asked. Links between our own pages are
relative, so a copy can be walked wherever it stands.
"""

from __future__ import annotations

from posixpath import relpath
from urllib.parse import quote, urlsplit

from a4_rdf import iris


def path_of(base: str, iri: str) -> str | None:
    """Return the path under the base, without leading slash, or None for an IRI of others."""
    root = iris.root(base)
    return iri[len(root) :] if iri.startswith(root) else None


def iri_of(base: str, path: str) -> str:
    """Return the IRI of a decoded request path; each segment is encoded as `iris.mint` does."""
    return iris.root(base) + quoted(path)


def quoted(path: str) -> str:
    """Return a decoded path in the one encoding that our IRIs have."""
    return "/".join(quote(segment, safe="") for segment in path.split("/"))


def page_path(base: str, iri: str) -> str | None:
    """Return the path of the page about an IRI of ours; `/id/` goes straight to `/doc/`."""
    return path_of(base, iris.document_of(base, iri))


def relative(here: str, there: str) -> str:
    """Return the relative reference from the page at path `here` to the path `there`."""
    target, mark, fragment = there.partition("#")
    if target == here and mark:
        return mark + fragment
    folder, _, name = target.rpartition("/")
    # Folder to folder, then the name: `relpath` alone would turn a file into its folder.
    up = relpath(f"/{folder}", f"/{here.rpartition('/')[0]}")
    reference = f"{up}/{name}" if up != "." or not name else name
    if ":" in reference.split("/")[0]:
        reference = f"./{reference}"
    return reference + mark + fragment


def host_and_name(iri: str) -> str:
    """Return readable words for an IRI that nobody labelled: its host and last part."""
    parts = urlsplit(iri)
    name = parts.fragment or parts.path.rstrip("/").rpartition("/")[2]
    return " · ".join(part for part in (parts.netloc, name) if part) or iri
