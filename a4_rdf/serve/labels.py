"""The names of things: from the data, from our own names of foreign terms, else from the IRI.

A page never shows a bare IRI where a person would read a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from threading import Lock

from rdflib import Literal, URIRef

from a4_rdf import iris, queries
from a4_rdf.iris import Kind, Name
from a4_rdf.serve import words
from a4_rdf.serve.addresses import host_and_name, path_of
from a4_rdf.serve.facts import in_language
from a4_rdf.store import Store, construct_each
from a4_rdf.terms import Triple

REMEMBERED = 65_536
"""Names kept at once; past it all are forgotten, and asked for again as they are needed."""

IN_CAPITALS = frozenset((Kind.UNIT, Kind.POST))
"""Kinds whose names come in capitals and are shown in sentence case."""

DATED = frozenset((Kind.RELEASE, Kind.SLICE, Kind.DOCUMENT, Kind.CONVERSION))
"""Kinds whose names carry a date, shown in words; what a source wrote is left as it is."""

NEVER_NAMED = frozenset((Kind.SOURCE_ROW, Kind.GRAPH))
"""Kinds of which the data say no name: nobody looks for one."""

SPANISH_NAMES: Mapping[Kind, str] = {
    Kind.SOURCE_ROW: "Fila {row} del documento del {date}",
    Kind.GRAPH: "Datos completos de la publicación del {date}",
    Kind.CONVERSION: "Conversión del documento del {date}",
    Kind.RELEASE: "Publicación del {date}",
    Kind.SLICE: "Publicación del {date}: {key}",
    Kind.DOCUMENT: "Documento del {date}",
    Kind.DATASET: "Conjunto de datos: {org}",
    Kind.ANNOTATION: "Aviso de calidad",
    Kind.CURATION: "Revisión del documento del {date}",
    Kind.CATALOGUE: "Catálogo de datos",
}
ENGLISH_NAMES: Mapping[Kind, str] = {
    Kind.SOURCE_ROW: "Row {row} of the document of {date}",
    Kind.GRAPH: "All data of the release of {date}",
    Kind.CONVERSION: "Conversion of the document of {date}",
    Kind.RELEASE: "Release of {date}",
    Kind.SLICE: "Release of {date}: {key}",
    Kind.DOCUMENT: "Document of {date}",
    Kind.DATASET: "Data set: {org}",
    Kind.ANNOTATION: "Quality notice",
    Kind.CURATION: "Review of the document of {date}",
    Kind.CATALOGUE: "Data catalogue",
}
FALLBACKS: Mapping[str, Mapping[Kind, str]] = {
    words.SPANISH: SPANISH_NAMES,
    words.ENGLISH: ENGLISH_NAMES,
}
"""By language, what a kind of thing is called of which nobody says a name."""

LINES: Mapping[str, str] = {words.SPANISH: "línea {}", words.ENGLISH: "line {}"}

ROWS: Mapping[str, str] = {words.SPANISH: "fila {}", words.ENGLISH: "row {}"}
VALUES: Mapping[str, str] = {words.SPANISH: "valor {}", words.ENGLISH: "value {}"}

_LINE = re.compile(r"line=\d+,(\d+)")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


class _Known:
    """What was asked once, shared by the labels of all languages; safe to use from threads."""

    def __init__(self) -> None:
        self.names: dict[URIRef, tuple[Triple, ...]] = {}
        self._lock = Lock()

    def remember(self, found: Mapping[URIRef, tuple[Triple, ...]]) -> None:
        """Add names; past the bound all are forgotten first."""
        with self._lock:
            if len(self.names) + len(found) > REMEMBERED:
                self.names = {}
            self.names |= found


class Labels:
    """The labels of one publication in a language; what was asked once is remembered.

    Those of a release are looked for in its `graph` first, then `beyond` it.
    """

    def __init__(
        self,
        store: Store,
        base: str,
        names: Mapping[URIRef, tuple[Triple, ...]] | None = None,
        graph: URIRef | None = None,
        beyond: Labels | None = None,
    ) -> None:
        self.lang = words.SPANISH
        self._store, self._base, self._names = store, base, names or {}
        self._graph, self._beyond = graph, beyond
        self._known = _Known()

    def speaking(self, lang: str) -> Labels:
        """Return the same labels in a language, `es` or `en`, where there are names in it."""
        if lang == self.lang:
            return self
        other = copy(self)
        other.lang = lang
        return other

    def within(self, graph: URIRef) -> Labels:
        """Return the labels as the release of a graph says them, for one view of it."""
        return Labels(self._store, self._base, self._names, graph, self).speaking(self.lang)

    def learn(self, things: Iterable[URIRef]) -> None:
        """Look up the names of many things at once, those that are not known yet."""
        known = self._known.names
        if wanted := [iri for iri in dict.fromkeys(things) if iri not in known]:
            self._known.remember(self._query(wanted))

    def triples(self, iri: URIRef) -> tuple[Triple, ...]:
        """Return the statements that name a thing; none for a thing of others."""
        known = self._known.names.get(iri)
        if known is None:
            found = self._query([iri])
            self._known.remember(found)
            known = found[iri]
        return known

    def label(self, iri: URIRef) -> str:
        """Return the name of a thing for people."""
        name = iris.parse(self._base, iri)
        if literal := self._literal(iri):
            return _shown(str(literal), name, self.lang)
        if name:
            return _fallback(name, self.lang)
        path = path_of(self._base, iri)
        return host_and_name(iri) if path is None else _file_name(path, self.lang)

    def foreign(self, iri: URIRef) -> str:
        """Return the language of a thing's name where it is another than this, else nothing."""
        literal = self._literal(iri)
        spoken = literal.language if literal is not None else None
        return "" if spoken in (None, self.lang) else str(spoken)

    def place(self, row: URIRef, number: int = 0) -> str:
        """Return where a value stands: its source row, and the number of it among several there.

        Nothing for what is no source row.
        """
        name = iris.parse(self._base, row)
        if name is None or name.kind is not Kind.SOURCE_ROW:
            return ""
        said = ROWS[self.lang].format(name["row"])
        return f"{said}, {VALUES[self.lang].format(number)}" if number else said

    def _literal(self, iri: URIRef) -> Literal | None:
        said = self.triples(iri) or self._names.get(iri, ())
        literals = [o for _, _, o in said if isinstance(o, Literal)]
        return in_language(literals, self.lang) if literals else None

    def _query(self, wanted: Sequence[URIRef]) -> dict[URIRef, tuple[Triple, ...]]:
        found = self._asked("labels", [iri for iri in wanted if self._may_have_name(iri)])
        others = [iri for iri in wanted if iri not in found]
        if self._beyond is None:
            found |= self._asked("labels_in_graphs", filter(self._is_ours, others))
        else:
            self._beyond.learn(others)
            found |= {iri: self._beyond.triples(iri) for iri in others}
        return {iri: found.get(iri, ()) for iri in wanted}

    def _asked(self, query: str, wanted: Iterable[URIRef]) -> dict[URIRef, tuple[Triple, ...]]:
        found: defaultdict[URIRef, list[Triple]] = defaultdict(list)
        for triple in construct_each(self._store, queries.load(query), "this", wanted, self._graph):
            found[triple[0]].append(triple)
        return {iri: tuple(sorted(said)) for iri, said in found.items()}

    def _is_ours(self, iri: URIRef) -> bool:
        return path_of(self._base, iri) is not None and self._may_have_name(iri)

    def _may_have_name(self, iri: URIRef) -> bool:
        name = iris.parse(self._base, iri)
        return name is None or name.kind not in NEVER_NAMED


def _shown(text: str, name: Name | None, lang: str) -> str:
    """Return a name as people of Ecuador write it: no capitals throughout, dates in words."""
    if name is None:
        return text
    if name.kind in IN_CAPITALS:
        return words.sentence_case(text)
    return _DAY.sub(lambda match: _day(match[0], lang), text) if name.kind in DATED else text


def _fallback(name: Name, lang: str) -> str:
    parts = dict(name.parts)
    if day := parts.get("date"):
        parts["date"] = _day(day, lang)
    return FALLBACKS[lang].get(name.kind, " ".join(parts.values())).format_map(parts)


def _file_name(path: str, lang: str) -> str:
    """Return the name of a file of ours, or of the line of it that a fragment points at."""
    address, _, fragment = path.partition("#")
    if line := _LINE.fullmatch(fragment):
        return LINES[lang].format(line[1])
    return fragment or address.rstrip("/").rpartition("/")[2]


def _day(text: str, lang: str) -> str:
    try:
        return words.day(date.fromisoformat(text), lang)
    except ValueError:
        return text
