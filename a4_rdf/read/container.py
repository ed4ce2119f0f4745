"""Zip containers (XLSX, DOCX, ODS): checked before a library unpacks anything of them."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import IO

from a4_rdf.errors import SourceError
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.document import Document

ZIP = b"PK\x03\x04"
# Markup packs well, but no document is as repetitive as a bomb.
MOST_RATIO = 250
RATIO_FROM = 16 * 1024 * 1024
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_MARKUP = (".xml", ".rels", ".vml", ".rdf")
# No office format declares a document type; only entities and fetched parts need one.
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_CHUNK = 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError)


def check_container(document: Document, bounds: Bounds, expected: str) -> frozenset[str]:
    """Return the names of the members of a sound archive; `expected` is the format's name.

    Sizes are first the directory's; then every member is unpacked once, in pieces, to prove it
    whole and its markup without document type. Raises SourceError: not-a-container,
    broken-container, encrypted-file, too-many-members, too-large-unpacked,
    suspicious-compression, markup-with-entities.
    """
    members = _directory(document, expected)
    within(document.name, "members", len(members), bounds.members)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        message = f"se esperaba {expected} sin contraseña; el archivo está cifrado"
        raise SourceError(document.name, "encrypted-file", message)
    unpacked = sum(member.file_size for member in members)
    within(document.name, "unpacked", unpacked, bounds.unpacked)
    if unpacked > max(RATIO_FROM, MOST_RATIO * len(document.data)):
        ratio = unpacked // len(document.data)
        message = f"se esperaba {expected} comprimido a lo sumo {MOST_RATIO} veces; hay {ratio}"
        raise SourceError(document.name, "suspicious-compression", message)
    if any(member.compress_type not in _METHODS for member in members):
        raise _broken(document, expected, "usa una compresión desconocida")
    _unpack(document, members, expected)
    return frozenset(member.filename for member in members)


def _directory(document: Document, expected: str) -> list[zipfile.ZipInfo]:
    """Return the entries of the archive's directory."""
    if not document.data.startswith(ZIP):
        message = f"se esperaba {expected}; el contenido no es un archivo ZIP"
        raise SourceError(document.name, "not-a-container", message)
    try:
        with zipfile.ZipFile(BytesIO(document.data)) as archive:
            return archive.infolist()
    except _BROKEN:
        raise _broken(document, expected, "está cortado o dañado") from None


def _unpack(document: Document, members: list[zipfile.ZipInfo], expected: str) -> None:
    """Unpack each member once, keeping nothing; zipfile stops at the size that it declares."""
    try:
        with zipfile.ZipFile(BytesIO(document.data)) as archive:
            for member in members:
                with archive.open(member) as stream:
                    _scan(document, member, stream, expected)
    except _BROKEN:
        raise _broken(document, expected, "está cortado o dañado") from None


def _scan(document: Document, member: zipfile.ZipInfo, stream: IO[bytes], expected: str) -> None:
    """Read a member to its end; markup with a document type is refused."""
    markup = member.filename.lower().endswith(_MARKUP)
    tail = b""
    while chunk := stream.read(_CHUNK):
        if markup and any(doctype in tail + chunk for doctype in _DOCTYPES):
            message = f"se esperaba {expected} sin entidades; «{member.filename}» las declara"
            raise SourceError(document.name, "markup-with-entities", message)
        tail = chunk[-2 * len("<!DOCTYPE") :]


def _broken(document: Document, expected: str, found: str) -> SourceError:
    """Return the refusal of an archive that cannot be unpacked."""
    message = f"se esperaba {expected} completo; el archivo ZIP {found}"
    return SourceError(document.name, "broken-container", message)
