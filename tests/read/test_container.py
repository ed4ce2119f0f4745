"""Containers: what is cut, encrypted, too large or declares entities is refused unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest

from a4_rdf.errors import SourceError
from a4_rdf.read import Bounds, Document
from a4_rdf.read.container import check_container

Made = Callable[[bytes], bytes]


def packed(members: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


SMALL = packed({"a.xml": b"<a/>", "b.xml": b"<b>" + b"y" * 999 + b"</b>"})


def refusal(data: bytes, bounds: Bounds | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        check_container(Document("t.xlsx", data), bounds or Bounds(), "un libro XLSX")
    return caught.value


def flagged(data: bytes, at: int, value: int) -> bytes:
    """Return the archive with a field of each directory entry changed."""
    parts = data.split(b"PK\x01\x02")
    changed = (part[: at - 4] + bytes([value]) + part[at - 3 :] for part in parts[1:])
    return b"PK\x01\x02".join((parts[0], *changed))


def test_a_sound_archive_gives_its_names() -> None:
    document = Document("t.xlsx", SMALL)
    assert check_container(document, Bounds(), "un libro XLSX") == {"a.xml", "b.xml"}


@pytest.mark.parametrize(
    "made",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data[:40] + b"\0\0\0\0" + data[44:],
        lambda data: flagged(data, 10, 12),  # bzip2
        lambda data: flagged(data, 10, 99),  # no method at all
    ],
)
def test_a_broken_archive_is_refused(made: Made) -> None:
    error = refusal(made(SMALL))
    assert error.code == "broken-container"
    assert error.message.startswith("se esperaba un libro XLSX completo; el archivo ZIP ")


def test_what_is_no_archive_is_refused() -> None:
    error = refusal(b"No. ; Unidad")
    assert error.code == "not-a-container"
    assert error.message == "se esperaba un libro XLSX; el contenido no es un archivo ZIP"


def test_an_encrypted_archive_is_refused() -> None:
    error = refusal(flagged(SMALL, 8, 1))
    assert error.code == "encrypted-file"
    assert "sin contraseña" in error.message


def test_members_and_sizes_are_bounded() -> None:
    assert refusal(SMALL, Bounds(members=1)).message == (
        "se esperaban a lo sumo 1 archivos en el contenedor; hay 2"
    )
    error = refusal(SMALL, Bounds(unpacked=1000))
    assert error.code == "too-large-unpacked"
    assert error.message == "se esperaban a lo sumo 1000 bytes descomprimidos; hay 1010"


def test_a_bomb_is_refused_by_its_ratio() -> None:
    error = refusal(packed({"a.xml": bytes(40 * 1024 * 1024)}))
    assert error.code == "suspicious-compression"
    assert "comprimido a lo sumo 250 veces; hay 10" in error.message


def test_a_directory_that_lies_about_a_size_is_refused() -> None:
    data = packed({"a.xml": b"<a>" + b"y" * 5000})
    at = data.index(b"PK\x01\x02") + 24
    assert refusal(data[:at] + b"\x40\0\0\0" + data[at + 4 :]).code == "broken-container"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [0, 1024 * 1024 - 3, 1024 * 1024 - 12])
def test_markup_with_a_document_type_is_refused(encoding: str, before: int) -> None:
    markup = f'<!--{"x" * before}--><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'
    error = refusal(packed({"xl/a.xml": markup.encode(encoding)}))
    assert error.code == "markup-with-entities"
    assert error.message == "se esperaba un libro XLSX sin entidades; «xl/a.xml» las declara"


def test_other_members_may_hold_anything() -> None:
    data = packed({"image.bin": b"<!DOCTYPE x>"})
    assert check_container(Document("t.xlsx", data), Bounds(), "un libro XLSX") == {"image.bin"}
