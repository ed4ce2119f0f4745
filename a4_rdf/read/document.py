"""A document as received: its bytes, name and digest, loaded within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from a4_rdf.errors import SourceError
from a4_rdf.model import Source
from a4_rdf.read.bounds import Bounds, within


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, with its name (never its folder)."""

    name: str
    data: bytes

    def source(self, media_type: str, encoding: str = "") -> Source:
        """Return the document's identity: media type, size, SHA-256, text encoding."""
        digest = sha256(self.data).hexdigest()
        return Source(self.name, media_type, len(self.data), digest, encoding)


def load(path: Path, bounds: Bounds) -> Document:
    """Return the file's bytes, at most `bounds.size` of them.

    Raises SourceError: missing-file, not-a-file, unreadable-file, empty-file, too-large.
    """
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
    if not data.strip():
        raise SourceError(path.name, "empty-file", "se esperaba una tabla a4; está vacío")
    return Document(path.name, data)


def _size(path: Path, data: bytes, bounds: Bounds) -> int:
    """Return the whole size of a file that was cut at the bound, for the message."""
    return path.stat().st_size if len(data) > bounds.size else len(data)
