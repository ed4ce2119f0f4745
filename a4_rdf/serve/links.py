"""What a template needs to write links: relative addresses and names, seen from its page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.serve.addresses import page_path, path_of, relative
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.manifest import ReleaseEntry
from a4_rdf.serve.words import ENGLISH, SPANISH

_DATA = re.compile(
    r"static/.*|dumps/.+|sparql|changes/.*|.*\.(ttl|nt|nq|trig|jsonld|rdf|json|jsonl|csv|xlsx|atom|xml|txt|svg|gz)"
)
"""What is in no language, or in all: data, and what every page shares."""

LASTING = frozenset(
    (
        Kind.ORGANIZATION,
        Kind.UNIT,
        Kind.PLAN,
        Kind.OBJECTIVE,
        Kind.ACTIVITY,
        Kind.INDICATOR,
        Kind.GOAL,
        Kind.POST,
        Kind.CONTACT,
    )
)
"""What every release speaks of anew; other things belong to one release, or to none."""


@dataclass(frozen=True, slots=True)
class Links:
    """The links of the page at path `here` (without leading slash), asked for with a query.

    On the page of what a release says they lead to what that `release` says of other things.
    """

    base: str
    here: str
    labels: Labels
    release: ReleaseEntry | None = None
    asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """Return the language of the page, which its links to other pages keep."""
        return self.labels.lang

    def path(self, path: str, **query: object) -> str:
        """Return the relative reference to a path on this server, with a query."""
        return self._relative(path, {name: str(value) for name, value in query.items()}, self.lang)

    @property
    def address(self) -> str:
        """Return the absolute address of this page in its language, without its query."""
        spoken = "" if self.lang == SPANISH else f"?lang={self.lang}"
        return iris.root(self.base) + self.here + spoken

    def other(self, lang: str) -> str:
        """Return the relative reference to this page in a language."""
        return self._relative(self.here, self.asked, lang)

    def alternate(self, lang: str) -> str:
        """Return the absolute address of this page in a language, as search engines ask for it."""
        return iris.root(self.base) + self.here + _query(self.asked, lang)

    def to(self, iri: URIRef | str) -> str:
        """Return where an IRI leads: relative for ours, straight to its page; else the IRI."""
        path = self._dated(str(iri))
        return self.now(iri) if path is None else self.path(path)

    def now(self, iri: URIRef | str) -> str:
        """Return where an IRI leads outside of any release: to what holds now."""
        path = page_path(self.base, str(iri))
        if path is not None:
            return self.path(path)
        return str(iri) if str(iri).startswith(("http://", "https://")) else ""

    def label(self, iri: URIRef | str) -> str:
        """Return the name of a thing for people."""
        return self.labels.label(URIRef(iri))

    def foreign(self, iri: URIRef | str) -> str:
        """Return the language of a thing's name where it is not the page's, else nothing."""
        return self.labels.foreign(URIRef(iri))

    def _relative(self, path: str, query: Mapping[str, str], lang: str) -> str:
        stem, mark, fragment = path.partition("#")
        if stem == self.here and mark and not query and lang == self.lang:
            return mark + fragment
        asked = _query(query, SPANISH if _DATA.fullmatch(stem) else lang)
        return relative(self.here, stem) + asked + mark + fragment

    def _dated(self, iri: str) -> str | None:
        name = iris.parse(self.base, iri) if self.release else None
        if self.release is None or name is None or name.kind not in LASTING:
            return None
        if name["org"] != self.release.organization:
            return None
        return path_of(
            self.base, iris.dated_document(self.base, iri, self.release.date.isoformat())
        )


def _query(asked: Mapping[str, str], lang: str) -> str:
    """Return a query that asks for a page in a language, empty where it asks for nothing."""
    text = urlencode({**asked, **({} if lang == SPANISH else {"lang": ENGLISH})})
    return f"?{text}" if text else ""
