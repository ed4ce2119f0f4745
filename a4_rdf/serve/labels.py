"""The names of things: from the data, from our Spanish names of foreign terms, else from the IRI.

A page never shows a bare IRI where a person would read a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from rdflib import Literal, URIRef

from a4_rdf import iris, queries
from a4_rdf.iris import Kind, Name
from a4_rdf.serve import words
from a4_rdf.serve.addresses import host_and_name, path_of
from a4_rdf.serve.facts import in_language
from a4_rdf.store import Store
from a4_rdf.terms import Triple

REMEMBERED = 65_536

IN_CAPITALS = frozenset((Kind.UNIT, Kind.POST))
"""Kinds whose names come in capitals and are shown in sentence case."""

FALLBACKS: Mapping[Kind, str] = {
    Kind.SOURCE_ROW: "Fila {row} del documento del {date}",
    Kind.GRAPH: "Grafo de la publicación del {date}",
    Kind.CONVERSION: "Conversión del documento del {date}",
    Kind.RELEASE: "Publicación del {date}",
    Kind.DOCUMENT: "Documento del {date}",
    Kind.DATASET: "Conjunto de datos de {org}",
    Kind.ANNOTATION: "Aviso de calidad",
    Kind.CATALOGUE: "Catálogo de datos",
}

_LINE = re.compile(r"line=\d+,(\d+)")


class Labels:
    """The labels of one publication; what was asked once is remembered."""

    def __init__(
        self, store: Store, base: str, names: Mapping[URIRef, tuple[Triple, ...]] | None = None
    ) -> None:
        self._store, self._base, self._names = store, base, names or {}
        self._triples = lru_cache(maxsize=REMEMBERED)(self._query)

    def triples(self, iri: URIRef) -> tuple[Triple, ...]:
        """Return the statements that name a thing; none for a thing of others."""
        return self._triples(iri)

    def label(self, iri: URIRef, lang: str = "es") -> str:
        """Return the name of a thing for people."""
        name = iris.parse(self._base, iri)
        said = self.triples(iri) or self._names.get(iri, ())
        literals = [o for _, _, o in said if isinstance(o, Literal)]
        if literals:
            text = str(in_language(literals, lang))
            in_capitals = name is not None and name.kind in IN_CAPITALS
            return words.sentence_case(text) if in_capitals else text
        if name:
            return _fallback(name)
        path = path_of(self._base, iri)
        return host_and_name(iri) if path is None else _file_name(path)

    def _query(self, iri: URIRef) -> tuple[Triple, ...]:
        found = self._store.construct(queries.load("labels"), {"this": iri})
        if not found and iri.startswith(f"{self._base}/"):
            found = self._store.construct(queries.load("labels_in_graphs"), {"this": iri})
        return tuple(sorted(found))


def _fallback(name: Name) -> str:
    parts = dict(name.parts)
    if day := parts.get("date"):
        parts["date"] = _day(day)
    return FALLBACKS.get(name.kind, " ".join(parts.values())).format_map(parts)


def _file_name(path: str) -> str:
    """Return the name of a file of ours, or of the line of it that a fragment points at."""
    address, _, fragment = path.partition("#")
    if line := _LINE.fullmatch(fragment):
        return f"línea {line[1]}"
    return fragment or address.rstrip("/").rpartition("/")[2]


def _day(text: str) -> str:
    try:
        return words.day(date.fromisoformat(text))
    except ValueError:
        return text
