"""A document as received: its bytes, name and digest, loaded within bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Source, Table
from a4_rdf.read.bounds import Bounds, within

# Of a folder that is one document; three are asked for.
MOST_FILES = 32
_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, with its name (never its folder)."""

    name: str
    data: bytes

    def source(self, media_type: str, encoding: str = "") -> Source:
        """Return the document's identity: media type, size, SHA-256, text encoding."""
        digest = sha256(self.data).hexdigest()
        return Source(self.name, media_type, len(self.data), digest, encoding)


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one folder, by name; hidden ones are left out."""

    name: str
    documents: tuple[Document, ...]


Reading = tuple[Table, tuple[Finding, ...]]
Reader = Callable[[Document, Bounds], Reading]


def load(path: Path, bounds: Bounds) -> Document:
    """Return the file's bytes, at most `bounds.size` of them.

    Raises SourceError: missing-file, not-a-file, unreadable-file, empty-file, too-large.
    """
    data = _bytes(path, bounds)
    if not data.strip():
        raise SourceError(path.name, "empty-file", "se esperaba una tabla a4; está vacío")
    return Document(path.name, data)


def load_folder(path: Path, bounds: Bounds) -> Folder:
    """Return the files of a folder, together at most `bounds.size` bytes; empty ones too.

    Folders inside are left out. Raises SourceError: unreadable-file, too-many-members, too-large.
    """
    try:
        files = sorted(file for file in path.iterdir() if file.is_file() and _is_visible(file))
    except OSError as error:
        reason = error.strerror or "error de lectura"
        message = f"se esperaba una carpeta legible; {reason}"
        raise SourceError(path.name, "unreadable-file", message) from error
    within(path.name, "members", len(files), MOST_FILES)
    left = bounds.size
    documents = []
    for file in files:
        documents.append(Document(file.name, _bytes(file, replace(bounds, size=left))))
        left -= len(documents[-1].data)
    return Folder(path.name, tuple(documents))


def _is_visible(path: Path) -> bool:
    """Tell whether a person sees the file; `~$` begins the lock files of Office."""
    return not path.name.startswith((".", "~$")) and path.name.lower() not in _SYSTEM


def _bytes(path: Path, bounds: Bounds) -> bytes:
    """Return the file's bytes, at most `bounds.size` of them."""
    try:
        with path.open("rb") as stream:
            data = stream.read(bounds.size + 1)
    except FileNotFoundError:
        raise SourceError(path.name, "missing-file", "se esperaba un archivo; no existe") from None
    except IsADirectoryError:
        raise SourceError(
            path.name, "not-a-file", "se esperaba un archivo; es una carpeta"
        ) from None
    except OSError as error:
        reason = error.strerror or "error de lectura"
        raise SourceError(
            path.name, "unreadable-file", f"se esperaba un archivo legible; {reason}"
        ) from error
    within(path.name, "size", max(len(data), _size(path, data, bounds)), bounds.size)
    return data


def _size(path: Path, data: bytes, bounds: Bounds) -> int:
    """Return the whole size of a file that was cut at the bound, for the message."""
    return path.stat().st_size if len(data) > bounds.size else len(data)
