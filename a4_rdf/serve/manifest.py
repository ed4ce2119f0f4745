"""publication.json, the manifest of a publication: what was released, and which files there are."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a4_rdf.errors import A4Error

FORMAT = 1


@dataclass(frozen=True, slots=True)
class ReleaseEntry:
    """One release: whose, of which date and plan year, how much is in it, its content digest.

    `repeats` is the date of the earlier release whose content it has: that is stored there alone.
    """

    organization: str
    date: datetime.date
    year: int
    graph: str
    dataset: str
    digest: str
    goals: int
    targets: int
    latest: bool
    previous: datetime.date | None
    repeats: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One published file: path under the publication, size in bytes, SHA-256, media type."""

    path: str
    size: int
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A publication as its manifest tells it; `organizations` maps slug → name.

    `contact` is the address for reports of errors, empty where there is none.
    """

    base: str
    title: str
    publisher: str
    licence: str
    languages: tuple[str, ...]
    digest: str
    organizations: Mapping[str, str]
    releases: tuple[ReleaseEntry, ...]
    files: Mapping[str, FileEntry]
    contact: str = ""

    def latest(self, organization: str) -> ReleaseEntry | None:
        """Return the latest release of an organisation, or None."""
        return next((r for r in self.of(organization) if r.latest), None)

    def dated(self, organization: str, date: str) -> ReleaseEntry | None:
        """Return the release of an organisation and ISO date, or None."""
        return next((r for r in self.of(organization) if r.date.isoformat() == date), None)

    def in_graph(self, graph: str) -> ReleaseEntry | None:
        """Return the release that a graph holds, or None."""
        return next((r for r in self.releases if r.graph == graph), None)

    def of(self, organization: str) -> tuple[ReleaseEntry, ...]:
        """Return the releases of an organisation, the latest first."""
        own = (r for r in self.releases if r.organization == organization)
        return tuple(sorted(own, key=lambda r: r.date, reverse=True))

    def content(self, entry: ReleaseEntry) -> ReleaseEntry:
        """Return the release that holds what another says: itself, or the one that it repeats."""
        seen = [entry]
        while entry.repeats and (
            other := self.dated(entry.organization, entry.repeats.isoformat())
        ):
            if other in seen:
                break
            seen.append(entry := other)
        return entry

    def after(self, entry: ReleaseEntry) -> ReleaseEntry | None:
        """Return the next release of the same organisation, or None after the latest."""
        later = (r for r in self.of(entry.organization) if r.date > entry.date)
        return min(later, key=lambda r: r.date, default=None)

    def modified(self, organization: str | None = None) -> datetime.date | None:
        """Return the date of the last release, of one organisation where it has any, or None."""
        own = [r.date for r in self.releases if r.organization == organization]
        return max(own or [r.date for r in self.releases], default=None)


def read_manifest(folder: Path) -> tuple[Manifest, bytes]:
    """Return the manifest of a publication folder and its bytes; A4Error where it is not one."""
    path = folder / "publication.json"
    try:
        content = path.read_bytes()
        manifest = _manifest(json.loads(content))
    except OSError as error:
        raise A4Error(f"{path}: no publication here ({error.strerror}); build one first") from error
    except (ValueError, KeyError, TypeError) as error:
        raise A4Error(f"{path}: not a publication manifest: {error!r}") from error
    return manifest, content


def _manifest(data: Mapping[str, Any]) -> Manifest:
    if data["format"] != FORMAT:
        raise ValueError(f"format {data['format']}, expected {FORMAT}")
    return Manifest(
        base=data["base"],
        title=data["title"],
        publisher=data["publisher"],
        licence=data["licence"],
        languages=tuple(data["languages"]),
        digest=data["digest"],
        organizations={entry["slug"]: entry["name"] for entry in data["organizations"]},
        releases=tuple(_release(entry) for entry in data["releases"]),
        contact=data.get("contact", ""),
        files={path: _file(path, entry) for path, entry in sorted(data["files"].items())},
    )


def _release(entry: Mapping[str, Any]) -> ReleaseEntry:
    previous, repeats = entry["previous"], entry.get("repeats")
    return ReleaseEntry(
        organization=entry["organization"],
        date=datetime.date.fromisoformat(entry["date"]),
        year=entry["year"],
        graph=entry["graph"],
        dataset=entry["dataset"],
        digest=entry["digest"],
        goals=entry["goals"],
        targets=entry["targets"],
        latest=entry["latest"],
        previous=datetime.date.fromisoformat(previous) if previous else None,
        repeats=datetime.date.fromisoformat(repeats) if repeats else None,
    )


def _file(path: str, entry: Mapping[str, Any]) -> FileEntry:
    return FileEntry(path, entry["bytes"], entry["sha256"], entry["media_type"])
