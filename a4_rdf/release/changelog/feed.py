"""The latest changes as an Atom feed (RFC 4287), newest release first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree import ElementTree as Xml

from a4_rdf import iris, sentences
from a4_rdf.model import Change, Publisher
from a4_rdf.release.changelog.rdf import CODE_LIST, Named

ENTRIES = 250
"""Changes in the feed; all of them are in the table and in the event stream."""

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def feed(
    publisher: Publisher, changes: Sequence[Change], names: Mapping[str, str], modified: date
) -> bytes:
    """Return the feed; `changes` are in the order of their dates, `modified` is the last date."""
    root = Xml.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "es"})
    address = iris.feed(publisher.base)
    _text(root, "id", address)
    _text(root, "title", f"Cambios · {publisher.title}")
    _text(root, "subtitle", _SUBTITLE)
    _text(root, "updated", _midnight(modified))
    _text(root, "rights", publisher.licence)
    _text(Xml.SubElement(root, "author"), "name", publisher.name)
    _link(root, "self", address, MEDIA_TYPE)
    _link(root, "alternate", iris.changes(publisher.base), "text/html")
    for change in _newest_first(changes)[:ENTRIES]:
        _entry(root, publisher.base, change, names[change.organization])
    Xml.indent(root, space="")
    text = Xml.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


_SUBTITLE = (
    "Qué cambió entre una publicación y la siguiente de cada entidad. Son metas declaradas, no"
    " resultados."
)


def _newest_first(changes: Sequence[Change]) -> list[Change]:
    """Return the changes by date from the last, those of one release in their own order."""
    return sorted(changes, key=lambda change: change.date, reverse=True)


def _entry(root: Xml.Element, base: str, change: Change, organization: str) -> None:
    named = Named(base, change)
    entry = Xml.SubElement(root, "entry")
    _text(entry, "id", str(named.iri))
    _text(entry, "title", f"{organization}: {sentences.name(change.kind, 'es')}")
    _text(entry, "updated", _midnight(change.date))
    _link(entry, "alternate", iris.document_of(base, str(named.iri)), "text/html")
    _link(entry, "related", iris.document_of(base, str(named.thing)), "text/html")
    Xml.SubElement(
        entry,
        "category",
        {
            "term": change.kind.value,
            "scheme": iris.mint(base, iris.Kind.SCHEME, list=CODE_LIST),
            "label": sentences.name(change.kind, "es"),
        },
    )
    _text(entry, "summary", sentences.sentence(change, "es"))


def _text(parent: Xml.Element, tag: str, text: str) -> None:
    Xml.SubElement(parent, tag).text = _NOT_XML.sub("", text)


def _link(parent: Xml.Element, rel: str, address: str, media_type: str) -> None:
    Xml.SubElement(parent, "link", {"rel": rel, "href": address, "type": media_type})


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
