"""publication.json: what a publication holds, for the server and for whoever mirrors it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from a4_rdf.model import Publisher
from a4_rdf.release.files import PublishedFile
from a4_rdf.release.released import ReleaseRecord

NAME = "publication.json"
FORMAT = 1


def publication_digest(files: Mapping[str, PublishedFile]) -> str:
    """Return the SHA-256 over the names and checksums of all published files, in hexadecimal."""
    lines = "".join(f"{file.sha256}  {path}\n" for path, file in sorted(files.items()))
    return sha256(lines.encode()).hexdigest()


def manifest(
    publisher: Publisher, releases: Sequence[ReleaseRecord], files: Mapping[str, PublishedFile]
) -> bytes:
    """Return the manifest of a publication; every file but the manifest and the store is in it."""
    names = {record.slug: record.release.organization.name for record in releases}
    document = {
        "format": FORMAT,
        "base": publisher.base,
        "title": publisher.title,
        "publisher": publisher.name,
        "licence": publisher.licence,
        "languages": list(publisher.languages),
        "contact": publisher.contact,
        "digest": publication_digest(files),
        "organizations": [{"slug": slug, "name": name} for slug, name in sorted(names.items())],
        "releases": [_release(publisher.base, record) for record in releases],
        "files": {path: _file(file) for path, file in sorted(files.items())},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _release(base: str, record: ReleaseRecord) -> dict[str, Any]:
    previous = record.release.previous
    return {
        "organization": record.slug,
        "date": record.date,
        "year": record.release.year,
        "graph": str(record.graph(base)),
        "dataset": str(record.dataset(base)),
        "digest": record.digest,
        "goals": record.goals,
        "targets": record.targets,
        "latest": record.latest,
        "previous": previous.isoformat() if previous else None,
        "repeats": record.repeats.isoformat() if record.repeats else None,
    }


def _file(file: PublishedFile) -> dict[str, Any]:
    return {"bytes": file.size, "sha256": file.sha256, "media_type": file.media_type}
