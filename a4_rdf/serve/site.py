"""The site folder: templates, style sheet, names of foreign terms, example queries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rdflib import URIRef

from a4_rdf import formats, iris
from a4_rdf.iris import Kind
from a4_rdf.serve import words
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple

EDITOR = "static/yasgui"
"""Where `make yasgui` puts the query editor; without it the plain form serves."""

_ENGLISH, _NUMBERED = "# en: ", re.compile(r"\d+-")
_PARAMETER = re.compile(r"# ([a-z]+): (organization|unit|goal)")
_KEYED = re.compile(r"([a-z0-9-]+)(?:/([A-Za-z0-9-]+))?")


@dataclass(frozen=True, slots=True)
class Example:
    """One example query: its slug, the question in each language, the SPARQL text below it.

    `parameters` are variables that an address may bind, each with the kind of thing that it is.
    """

    slug: str
    question: str
    query: str
    english: str = ""
    parameters: tuple[tuple[str, Kind], ...] = ()

    @property
    def name(self) -> str:
        """Return the last part of its permanent address."""
        return _NUMBERED.sub("", self.slug, count=1)

    def asked(self, lang: str) -> str:
        """Return the question in a language."""
        return self.english if lang == words.ENGLISH and self.english else self.question

    def absolute(self, base: str, given: Mapping[str, str] | None = None) -> str:
        """Return the query with its question, and the base stated: it runs at any endpoint.

        `given` are values of parameters: a slug, or that and a key as they stand in addresses.
        ValueError for what is no parameter, or names no thing.
        """
        query = self.query
        for name, value in (given or {}).items():
            term = URIRef(_thing(base, dict(self.parameters).get(name), value)).n3()
            query = query.replace(f"VALUES ?{name} {{ UNDEF }}", f"VALUES ?{name} {{ {term} }}")
        return f"# {self.question}\nBASE <{iris.root(base)}>\n{query}"


def _thing(base: str, kind: Kind | None, value: str) -> str:
    """Return the IRI of a thing from the end of its address."""
    said = _KEYED.fullmatch(value)
    if kind is None or said is None or (said[2] is None) is not (kind is Kind.ORGANIZATION):
        raise ValueError(value)
    return iris.mint(base, kind, org=said[1], **({"key": said[2]} if said[2] else {}))


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made of; `fingerprint` changes with every byte of it.

    `reproduce` are the queries that give again what a page says, by name.
    """

    folder: Path
    fingerprint: str
    names: Mapping[URIRef, tuple[Triple, ...]]
    examples: tuple[Example, ...]
    reproduce: Mapping[str, str]

    @property
    def has_editor(self) -> bool:
        """Tell whether the query editor was built."""
        return (self.folder / EDITOR / "yasgui.min.js").is_file()


def load_site(folder: Path) -> Site:
    """Read the site folder once, at the start of the server."""
    return Site(
        folder,
        _fingerprint(folder),
        _names(folder / "names.ttl"),
        _examples(folder),
        _texts(folder),
    )


def _fingerprint(folder: Path) -> str:
    digest = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(f"{path.relative_to(folder)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _names(path: Path) -> dict[URIRef, tuple[Triple, ...]]:
    """Return the names that we give to terms of other vocabularies, which fetch nothing."""
    names: defaultdict[URIRef, list[Triple]] = defaultdict(list)
    for triple in rdfio.parse(path, formats.TURTLE, "urn:none"):
        names[triple[0]].append(triple)
    return {iri: tuple(said) for iri, said in names.items()}


def _examples(folder: Path) -> tuple[Example, ...]:
    paths = sorted((folder / "queries").glob("*.rq"))
    return tuple(_example(path) for path in paths)


def _texts(folder: Path) -> dict[str, str]:
    """Return the queries that give again what a page says, by name."""
    paths = sorted((folder / "reproduce").glob("*.rq"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def _example(path: Path) -> Example:
    lines = path.read_text(encoding="utf-8").split("\n")
    head = [line for line in lines[1:] if line.startswith(_ENGLISH) or _PARAMETER.fullmatch(line)]
    query = "\n".join(line for line in lines[1:] if line not in head)
    english = next((line.removeprefix(_ENGLISH) for line in head if line.startswith(_ENGLISH)), "")
    found = (match for line in head if (match := _PARAMETER.fullmatch(line)))
    parameters = tuple((match[1], Kind(match[2])) for match in found)
    question = lines[0].removeprefix("#").strip()
    return Example(path.stem, question, query.strip() + "\n", english, parameters)
