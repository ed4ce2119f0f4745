"""Compound files: streams large and small; one that is cut or turns in circles is an error."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlwt.CompoundDoc import XlsDoc

from a4_rdf.read.ole import CompoundFile

SECTOR = 512
CONTENT = bytes(range(256)) * 40


def written(content: bytes = CONTENT) -> bytes:
    out = BytesIO()
    XlsDoc().save(out, content)
    return out.getvalue()


def small(content: bytes) -> bytes:
    """Return a compound file whose one stream lies in the store of small streams."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += pack(
        "<HHHHH6xIIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, 0, 0, 4096, 2, 1, 0xFFFFFFFE, 0, 3
    )
    header += b"\xff" * (SECTOR - len(header))
    chain = pack("<4I", 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFD)
    return b"".join(part.ljust(SECTOR, b"\xff") for part in (header, *_parts(content), chain))


def _parts(content: bytes) -> tuple[bytes, bytes, bytes]:
    root = _entry("Root Entry", 5, 1, 128)
    mini_chain = pack("<2I", 1, 0xFFFFFFFE)
    return root + _entry("Workbook", 2, 0, len(content)), content, mini_chain


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + pack("<HB", len(letters) + 2, kind)
    return head.ljust(116, b"\0") + pack("<IQ", start, size)


def test_a_stream_is_found_by_name() -> None:
    file = CompoundFile(written())
    assert file.names == {"Root Entry", "Workbook"}
    assert file.stream("Workbook")[: len(CONTENT)] == CONTENT


def test_a_small_stream_is_found_too() -> None:
    assert CompoundFile(small(b"y" * 100)).stream("Workbook") == b"y" * 100


def test_a_stream_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such stream"):
        CompoundFile(written()).stream("Book")


@pytest.mark.parametrize("length", [0, 8, 100, 511, 512, 1024, 4096])
def test_a_file_that_is_cut_is_an_error(length: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        CompoundFile(written()[:length]).stream("Workbook")


def test_a_chain_in_circles_is_an_error() -> None:
    data = bytearray(small(b"y" * 100))
    data[3 * SECTOR : 3 * SECTOR + 8] = pack("<2I", 1, 0)
    with pytest.raises(ValueError, match=r"chain"):
        CompoundFile(bytes(data)).stream("Workbook")


def test_a_table_of_chains_in_circles_ends() -> None:
    data = bytearray(written())
    data[68:72] = pack("<I", 0)
    end = SECTOR + 127 * 4 + SECTOR
    data[end - 4 : end] = pack("<I", 0)
    with suppress(ValueError):
        CompoundFile(bytes(data))


@given(st.lists(st.tuples(st.integers(0, len(written()) - 1), st.integers(0, 255)), max_size=8))
def test_any_damage_is_a_file_or_an_error(damage: list[tuple[int, int]]) -> None:
    data = bytearray(written())
    for at, value in damage:
        data[at] = value
    with suppress(ValueError):
        CompoundFile(bytes(data)).stream("Workbook")
