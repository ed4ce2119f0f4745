"""The files of a publication: their fingerprints, their packed copies, and getting them on disk."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from a4_rdf import formats

CSV_TYPE, JSON_TYPE = "text/csv", "application/json"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSVW_TYPE = "application/csvm+json"
TEXT_TYPE, GZIP_TYPE = "text/plain", "application/gzip"

_MEDIA_TYPES: Mapping[str, str] = {
    **{f".{fmt.suffix}": fmt.media_type for fmt in formats.FORMATS},
    ".csv": CSV_TYPE,
    ".xlsx": XLSX_TYPE,
    ".json": JSON_TYPE,
    ".txt": TEXT_TYPE,
    ".gz": GZIP_TYPE,
    ".atom": "application/atom+xml",
    ".jsonl": "application/jsonl",
    ".sqlite": "application/vnd.sqlite3",
}


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One published file: path below the publication, size in bytes, SHA-256, media type."""

    path: str
    size: int
    sha256: str
    media_type: str


def fingerprint(folder: Path, path: Path) -> PublishedFile:
    """Return what is said of a file in the manifest, the checksums and the catalogue."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    name = path.relative_to(folder).as_posix()
    return PublishedFile(name, path.stat().st_size, digest, media_type(path))


def fingerprints(folder: Path, *parts: str) -> dict[str, PublishedFile]:
    """Return the fingerprints of all files in some parts of a publication, by path."""
    found = (path for part in parts for path in sorted((folder / part).rglob("*")))
    files = (fingerprint(folder, path) for path in found if path.is_file())
    return {file.path: file for file in files}


def media_type(path: Path) -> str:
    """Return the media type of a file by its name; of the packed form for a packed file."""
    if path.name.endswith("-metadata.json"):
        return CSVW_TYPE
    return _MEDIA_TYPES.get(path.suffix, TEXT_TYPE)


def checksums(files: Iterable[PublishedFile], below: str) -> str:
    """Return lines as `sha256sum` writes them, paths relative to the folder `below`, sorted."""
    named = sorted((file.path.removeprefix(f"{below}/"), file.sha256) for file in files)
    return "".join(f"{digest}  {name}\n" for name, digest in named)


def pack(path: Path) -> Path:
    """Write `path.gz` beside a file and return it; equal files give equal bytes, at any time."""
    packed = path.with_name(f"{path.name}.gz")
    with (
        path.open("rb") as source,
        packed.open("wb") as raw,
        gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as out,
    ):
        shutil.copyfileobj(source, out)
    return packed


def sync(folder: Path) -> None:
    """Have every file and folder below a folder, and itself, on disk before returning."""
    for root, _, names in os.walk(folder, topdown=False):
        for name in names:
            _sync_one(Path(root, name))
        sync_folder(Path(root))


def sync_folder(folder: Path) -> None:
    """Have a folder's list of names on disk before returning."""
    _sync_one(folder)


def _sync_one(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
