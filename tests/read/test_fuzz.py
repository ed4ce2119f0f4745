"""Damaged files of every format: a Table or a SourceError comes out, in bounded time.

All cases of a format run in one guarded child: one that is never done, or raises anything else,
ends it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Source, Table
from a4_rdf.read import READERS, Bounds, Document
from a4_rdf.read.document import Reader, Reading
from a4_rdf.read.guard import guarded
from tests.read.one_table import FILES
from tests.read.test_one_table import MADE, MADE_FILES

CASES = 200
FEWER = {".pdf": 60}  # a page takes longer
SECONDS = 20.0
ZIP = b"PK\x03\x04"
# What no damage of the bytes may lead to: the reader knows no better than its guard.
UNFORESEEN = {"reader-crashed", "too-slow", "too-much-memory"}
SPLICES = (
    b"",
    b"\0",
    b"\xff\xff\xff\xff",
    b"-1",
    b"99999999999999999999",
    b"<",
    b"]]>",
    b'"',
    b"&x;",
    b"\r\n",
    "ñ".encode(),
    b"1e400",
    b"%",
    b">>",
)


def damaged(data: bytes, random: Random) -> bytes:
    """Return the bytes with some turned, cut off, put in, moved or doubled."""
    made = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at = random.randrange(len(made)) if made else 0
        size = random.choice((1, 1, 2, 8, 64, 1024))
        kind = random.choice(("turn", "turn", "splice", "splice", "drop", "double", "move", "cut"))
        if kind == "turn" and made:
            made[at] ^= 1 << random.randrange(8)
        elif kind == "splice":
            made[at : at + random.choice((0, 1, size))] = random.choice(SPLICES)
        elif kind == "drop":
            del made[at : at + size]
        elif kind == "double":
            made[at:at] = made[at : at + size]
        elif kind == "move":
            piece = made[at : at + size]
            made[random.randrange(len(made) + 1) : 0] = piece
        elif kind == "cut" and random.random() < 0.3:
            del made[at:]
    return bytes(made)


def inside(data: bytes, random: Random) -> bytes:
    """Return an archive with one member damaged, and sound otherwise."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        hit = random.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, damaged(content, random) if name == hit else content)
    return out.getvalue()


def cases(name: str, data: bytes) -> Iterator[bytes]:
    """Yield damaged files, the same ones each time; of archives every other one is sound."""
    random = Random(name)
    for number in range(FEWER.get(Path(name).suffix, CASES)):
        within = data.startswith(ZIP) and number % 2
        yield inside(data, random) if within else damaged(data, random)


def all_cases(reader: Reader) -> Reader:
    """Return a reader of one file's damaged kin; a finding says how each of them ended."""

    def read(document: Document, bounds: Bounds) -> Reading:
        ends = []
        for data in cases(document.name, document.data):
            try:
                reader(Document(document.name, data), bounds)
                code = "read"
            except SourceError as error:
                assert error.source == document.name
                code = error.code
            ends.append(Finding(code, Place(1, 1)))
        return Table(Source("", "", 0, ""), ()), tuple(ends)

    return guarded(read)


@pytest.mark.parametrize("name", [*FILES, *MADE_FILES])
def test_damage_gives_a_table_or_a_refusal(name: str) -> None:
    suffix = Path(name).suffix
    data = FILES[name]() if name in FILES else (MADE / name).read_bytes()
    unguarded = getattr(READERS[suffix], "__wrapped__", READERS[suffix])
    _, ends = all_cases(unguarded)(Document(name, data), Bounds(seconds=SECONDS))
    codes = [end.code for end in ends]
    assert len(codes) == FEWER.get(suffix, CASES)
    assert not UNFORESEEN & set(codes)
    assert "read" in codes
    assert set(codes) != {"read"}
