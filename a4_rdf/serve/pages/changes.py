"""The change log as people read it: page by page, the newest release first, by body and kind."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rdflib import URIRef

from a4_rdf import sentences
from a4_rdf.model import ChangeKind
from a4_rdf.serve.manifest import Manifest, ReleaseEntry

INDEX, LINES = "cambios.index.json", "cambios.jsonl"
SHOWN = 50
"""Changes shown at once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes were asked for: of one body, of one kind, which page of them from 1."""

    organization: str = ""
    kind: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """One change as it is shown: its IRI, kind in words, sentence, and what it is about."""

    iri: URIRef
    kind: str
    text: str
    thing: URIRef
    label: str
    unit: URIRef


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one release that a page shows."""

    organization: str
    date: datetime.date
    before: datetime.date | None
    changes: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One page of the changes that were asked for, of `pages`, and how many there are in all."""

    wanted: Wanted
    total: int
    pages: int
    groups: tuple[Group, ...]

    def query(self, page: int) -> dict[str, str]:
        """Return the query of the address of a page of the same changes."""
        wanted = self.wanted
        said = {"org": wanted.organization, "tipo": wanted.kind}
        number = {"pagina": str(page)} if page > 1 else {}
        return {name: value for name, value in said.items() if value} | number

    def things(self) -> Iterator[URIRef]:
        """Yield what the page shows by its name."""
        for group in self.groups:
            for told in group.changes:
                yield told.unit


@dataclass(frozen=True, slots=True)
class _Release:
    """A release that changed something: where its lines are, and how many of each kind."""

    organization: str
    date: datetime.date
    begin: int
    end: int
    kinds: Mapping[str, int]

    def count(self, kind: str) -> int:
        """Return how many changes of a kind it has, of all kinds where none is named."""
        return self.kinds.get(kind, 0) if kind else sum(self.kinds.values())


def change_page(root: Path, wanted: Wanted, lang: str) -> ChangePage | None:
    """Return a page of the changes in a publication folder, None for a page that is not there.

    Its sentences are in the language `lang`, `es` or `en`.
    """
    releases = [r for r in _index(root) if wanted.organization in ("", r.organization)]
    total = sum(release.count(wanted.kind) for release in releases)
    pages = max(1, -(-total // SHOWN))
    if wanted.page > pages:
        return None
    newest = sorted(releases, key=lambda release: release.date, reverse=True)
    start = (wanted.page - 1) * SHOWN
    groups = _groups(root / LINES, newest, wanted.kind, range(start, start + SHOWN), lang)
    return ChangePage(wanted, total, pages, tuple(groups))


def changes_of_unit(root: Path, release: ReleaseEntry, unit: URIRef, lang: str) -> tuple[Told, ...]:
    """Return what a release says of a unit otherwise than the one before, told in a language."""
    found = (
        r for r in _index(root) if (r.organization, r.date) == (release.organization, release.date)
    )
    return tuple(
        _told(said, lang)
        for entry in found
        for said in _lines(root / LINES, entry)
        if said["unit"] == str(unit)
    )


def nothing_yet(manifest: Manifest, organization: str = "") -> datetime.date | None:
    """Return the date of the first publication where all bodies, or one, have no other."""
    slugs = [organization] if organization else list(manifest.organizations)
    releases = [release for slug in slugs for release in manifest.of(slug)]
    return releases[-1].date if 0 < len(releases) <= len(slugs) else None


def _index(root: Path) -> list[_Release]:
    """Return the releases that changed something; none where a build wrote no change log."""
    path = root / INDEX
    if not path.is_file():
        return []
    return [
        _Release(
            said["organization"],
            datetime.date.fromisoformat(said["date"]),
            said["begin"],
            said["end"],
            said["kinds"],
        )
        for said in json.loads(path.read_bytes())
    ]


def _groups(
    path: Path, releases: Iterable[_Release], kind: str, shown: range, lang: str
) -> Iterator[Group]:
    """Yield the changes at some places of all that were asked for, by release."""
    at = 0
    for release in releases:
        count = release.count(kind)
        begin, end = max(shown.start - at, 0), min(shown.stop - at, count)
        at += count
        if begin < end:
            lines = [s for s in _lines(path, release) if kind in ("", s["kind"])]
            yield _group(release, lines[begin:end], lang)


def _lines(path: Path, release: _Release) -> list[dict[str, Any]]:
    with path.open("rb") as file:
        file.seek(release.begin)
        text = file.read(release.end - release.begin)
    return [json.loads(line) for line in text.splitlines()]


def _group(release: _Release, lines: Sequence[Mapping[str, Any]], lang: str) -> Group:
    told = (_told(said, lang) for said in lines)
    before = lines[0]["before"]
    day = datetime.date.fromisoformat(before) if before else None
    return Group(release.organization, release.date, day, tuple(told))


def _told(said: Mapping[str, Any], lang: str) -> Told:
    return Told(
        iri=URIRef(said["iri"]),
        kind=sentences.name(ChangeKind(said["kind"]), lang),
        text=said[lang],
        thing=URIRef(said["thing"]),
        label=said["label"],
        unit=URIRef(said["unit"]),
    )
