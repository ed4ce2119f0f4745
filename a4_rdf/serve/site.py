"""The site folder: templates, style sheet, names of foreign terms, example queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rdflib import URIRef

from a4_rdf import formats, iris
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple


@dataclass(frozen=True, slots=True)
class Example:
    """One example query: its slug, the question in words, and the SPARQL text below it."""

    slug: str
    question: str
    query: str

    def absolute(self, base: str) -> str:
        """Return the query with its question, and the base stated: it runs at any endpoint."""
        return f"# {self.question}\nBASE <{iris.root(base)}>\n{self.query}"


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
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    return Example(path.stem, first.removeprefix("#").strip(), rest.strip() + "\n")
