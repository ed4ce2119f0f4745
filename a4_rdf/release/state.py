"""What a build keeps for the next: per release a key of all that it depends on, and what it said.

state/ORG/DATE.kept.json    the key, the release's record, what changed with it, its files
state/ORG/DATE.json         what it says, for comparing (`a4-rdf diff`)
state/ORG/DATE.names.json   the keys of its things and the names that they have
state/ledger/ORG.csv        the ledger as the build left it

The files lie beside the publication and are no part of it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from a4_rdf.errors import A4Error
from a4_rdf.iris import Kind
from a4_rdf.model import Candidate, Change, ChangeKind, Organization, Publisher, Release
from a4_rdf.release.dumps import DUMPS, REPORTS, SOURCES
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.release.workspace import Document

STATE, LEDGERS = "state", "ledger"

Names = Mapping[tuple[Kind, str], str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a release said that others may need: changes, likely same things, files by suffix."""

    changes: tuple[Change, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one release: its key, source digest, record, published files, what it said.

    The texts of `said` are read when they are needed (`text_of`).
    """

    key: str
    source: str
    record: ReleaseRecord
    files: tuple[str, ...]
    said: Said


def keys(
    documents: Sequence[Document], publisher: Publisher, reading: object, made_by: str
) -> tuple[str, ...]:
    """Return for each document a digest of all that its release depends on, the ledger apart."""
    shared = (made_by, publisher, reading)
    return tuple(
        sha256(repr((shared, document, _content(document.path))).encode()).hexdigest()
        for document in documents
    )


def kept(before: Path | None, slug: str, ledger_text: str) -> tuple[Kept, ...]:
    """Return what the publication that stands keeps of an organisation, by date.

    Nothing, where its ledger is another now: a person may have decided something.
    """
    if before is None or known_ledger(before, slug) != ledger_text:
        return ()
    return everything(before, slug)


def everything(before: Path, slug: str) -> tuple[Kept, ...]:
    """Return what a publication keeps of an organisation, by date, whatever its ledger says."""
    folder = before / STATE / slug
    try:
        return tuple(_kept(slug, path) for path in sorted(folder.glob("*.kept.json")))
    except (OSError, ValueError, KeyError, TypeError):
        return ()  # made by another program: everything is made anew


def dates(before: Path, slug: str) -> tuple[date, ...]:
    """Return the dates of the releases that a publication has of an organisation."""
    names = (path.name for path in (before / STATE / slug).glob("*.kept.json"))
    return tuple(sorted(date.fromisoformat(name.partition(".")[0]) for name in names))


def known_ledger(before: Path, slug: str) -> str:
    """Return the ledger of an organisation as a publication left it, empty where it has none."""
    path = before / STATE / LEDGERS / f"{slug}.csv"
    return path.read_bytes().decode() if path.exists() else ""


def unchanged(old: Sequence[Kept], new: Sequence[str]) -> tuple[Kept, ...]:
    """Return the releases up to the first that depends on something else now."""
    same = 0
    while same < min(len(old), len(new)) and old[same].key == new[same]:
        same += 1
    return tuple(old[:same])


def take_over(before: Path, folder: Path, old: Kept, organization: Organization) -> ReleaseRecord:
    """Put a release's files into a new build, as links where the disk can; return its record."""
    for name in old.files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(before / name, target)
        except OSError:
            shutil.copyfile(before / name, target)
    release = old.record.release
    own = Release(organization, release.date, release.year, release.year_basis, release.previous)
    record = old.record
    return ReleaseRecord(own, record.digest, record.goals, record.targets, repeats=record.repeats)


def keep(
    folder: Path,
    record: ReleaseRecord,
    key: str,
    source: str,
    said: Said,
) -> None:
    """Keep a release for the next build."""
    place = folder / STATE / record.slug
    place.mkdir(parents=True, exist_ok=True)
    for suffix, text in said.texts.items():
        (place / f"{record.date}.{suffix}").write_text(text, encoding="utf-8")
    path = place / f"{record.date}.kept.json"
    release = record.release
    document = {
        "key": key,
        "source": source,
        "date": record.date,
        "year": release.year,
        "year_basis": release.year_basis,
        "previous": _iso(release.previous),
        "digest": record.digest,
        "goals": record.goals,
        "targets": record.targets,
        "repeats": _iso(record.repeats),
        "changes": [asdict(change) for change in said.changes],
        "candidates": [asdict(candidate) for candidate in said.candidates],
        "files": [*_files(folder, record), path.relative_to(folder).as_posix()],
    }
    path.write_text(json.dumps(document, ensure_ascii=False, default=str), encoding="utf-8")


def names_text(names: Names) -> str:
    """Return the names of a release's things as JSON."""
    listed = sorted([kind.value, key, name] for (kind, key), name in names.items())
    return json.dumps(listed, ensure_ascii=False)


def names_of(before: Path, record: ReleaseRecord) -> dict[tuple[Kind, str], str]:
    """Return the names that a release's things have."""
    return names_from(text_of(before, record, "names.json"))


def names_from(text: str) -> dict[tuple[Kind, str], str]:
    """Return what `names_text` was given."""
    return {(Kind(kind), key): name for kind, key, name in json.loads(text)}


def text_of(before: Path, record: ReleaseRecord, suffix: str) -> str:
    """Return a file that was kept of a release; A4Error where it is not there."""
    path = before / STATE / record.slug / f"{record.date}.{suffix}"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        message = f"{path}: expected what the last build kept; remove public and build again"
        raise A4Error(message) from error


def _kept(slug: str, path: Path) -> Kept:
    said = json.loads(path.read_text(encoding="utf-8"))
    release = Release(
        Organization(slug, ""),
        date.fromisoformat(said["date"]),
        said["year"],
        said["year_basis"],
        _day(said["previous"]),
    )
    record = ReleaseRecord(
        release, said["digest"], said["goals"], said["targets"], repeats=_day(said["repeats"])
    )
    told = Said(
        tuple(_change(change) for change in said["changes"]),
        tuple(Candidate(**candidate) for candidate in said["candidates"]),
    )
    return Kept(said["key"], said["source"], record, tuple(said["files"]), told)


def _change(said: dict[str, Any]) -> Change:
    """Return a change as `asdict` and JSON left it."""
    values: dict[str, Any] = {**said, "kind": ChangeKind(said["kind"])}
    for name in ("date", "before"):
        if name in said:
            values[name] = _day(said[name])
    for name in ("old_value", "new_value"):
        values[name] = None if said[name] is None else Decimal(said[name])
    return Change(**values)


def _files(folder: Path, record: ReleaseRecord) -> Iterator[str]:
    """Yield the files that a release has in a build."""
    places = (
        (folder / DUMPS / record.slug, f"{record.date}.*"),
        (folder / REPORTS / record.slug, f"{record.date}.*"),
        (folder / STATE / record.slug, f"{record.date}.*"),
        (folder / SOURCES / record.slug / record.date, "*"),
    )
    for place, pattern in places:
        for path in sorted(place.glob(pattern)):
            if not path.name.endswith(".kept.json"):
                yield path.relative_to(folder).as_posix()


def _content(path: Path) -> str:
    """Return a digest of a document's bytes; of a folder, with the names of its files."""
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if file.is_file())
        listed = [(file.relative_to(path).as_posix(), _content(file)) for file in inside]
        return sha256(repr(listed).encode()).hexdigest()
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # reading it will say why


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
