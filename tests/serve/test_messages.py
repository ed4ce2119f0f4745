"""Every word of the pages has its English: the catalogue and the site agree, both ways."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from a4_rdf import resources

ROOT = Path(__file__).parents[2]
METHODS = [("a4_rdf/serve/**.py", "python"), ("site/templates/**.html", "jinja2")]
OPTIONS = {
    "site/templates/**.html": {
        "trimmed": "true",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "newstyle_gettext": "true",
    }
}
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}

_VARIABLE = re.compile(r"%\([a-z]+\)s")

Id = str | tuple[str, ...]


def _said() -> set[Id]:
    found = extract_from_dir(ROOT, METHODS, OPTIONS, KEYWORDS)
    return {Message(message[2]).id for message in found}


def _translated() -> dict[Id, Id]:
    path = resources.folder("site") / "translations" / "en.po"
    with path.open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def test_every_message_of_the_site_is_translated_and_no_other() -> None:
    said = _said()
    assert len(said) > 300
    assert said == _translated().keys()


def test_no_translation_is_empty_and_none_lost_a_variable() -> None:
    for own, other in _translated().items():
        pairs = zip(
            (own,) if isinstance(own, str) else own,
            (other,) if isinstance(other, str) else other,
            strict=True,
        )
        for spanish, english in pairs:
            assert english
            assert set(_VARIABLE.findall(english)) <= set(_VARIABLE.findall(spanish))
