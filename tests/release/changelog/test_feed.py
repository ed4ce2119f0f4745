"""The Atom feed: what RFC 4287 asks for, newest first, at most so many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Xml

from a4_rdf.model import Change
from a4_rdf.release.changelog.feed import ENTRIES, feed
from tests.plans import PUBLISHER
from tests.release.changelog.made import NAMES, NOVEMBER, log, many

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(*changes: Change) -> Xml.Element:
    return Xml.fromstring(feed(PUBLISHER, changes, NAMES, NOVEMBER))


def texts(element: Xml.Element, tag: str) -> list[str | None]:
    return [found.text for found in element.findall(f"{ATOM}{tag}")]


def test_what_a_feed_has_to_have() -> None:
    root = parsed(*log())
    assert root.tag == f"{ATOM}feed"
    for tag in ("id", "title", "updated"):
        assert len(texts(root, tag)) == 1
        for entry in root.findall(f"{ATOM}entry"):
            assert len(texts(entry, tag)) == 1
    assert texts(root, "updated") == ["2015-11-30T00:00:00Z"]
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    author = root.find(f"{ATOM}author")
    assert author is not None
    assert texts(author, "name") == ["Oficina de ejemplo"]
    ids = [texts(entry, "id")[0] for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 7


def test_the_newest_release_comes_first_in_its_own_order() -> None:
    entries = parsed(*log()).findall(f"{ATOM}entry")
    assert [texts(entry, "title")[0] for entry in entries[3:]] == [
        "=Otra & <b>compañía</b>: Meta retirada",
        "=Otra & <b>compañía</b>: Meta retirada",
        "GAD de Ejemplo: Meta que bajó",
        "GAD de Ejemplo: Meta nueva",
    ]
    assert texts(entries[5], "summary") == [
        "La meta bajó de 45 a 30 talleres: Talleres a municipios."
    ]
    assert texts(entries[5], "updated") == ["2015-10-31T00:00:00Z"]
    category = entries[5].find(f"{ATOM}category")
    assert category is not None
    assert category.get("term") == "target-lowered"


def test_the_feed_is_bounded() -> None:
    old = many(10, date(2015, 1, 31))
    entries = parsed(*old, *many(ENTRIES)).findall(f"{ATOM}entry")
    assert len(entries) == ENTRIES == 250
    assert {texts(entry, "updated")[0] for entry in entries} == {"2015-11-30T00:00:00Z"}


def test_what_xml_cannot_hold_is_left_out() -> None:
    (change, *_) = log()
    (entry,) = parsed(replace(change, label="a\x0bb\ufffec ]]> &amp;")).findall(f"{ATOM}entry")
    assert texts(entry, "summary") == ["La meta bajó de 45 a 30 talleres: abc ]]> &amp;."]
