"""The search of a site that has no server: the index in small scripts that a page asks for.

buscar/v/g.js      the stems that begin with `g`, and where each file of them begins
buscar/p/g-0.js    stems: the documents that have each
buscar/d/0.js      a block of documents: page, kind, name, context, value

They are scripts that call `a4Buscar`, not JSON, so that they load from a disk too, where browsers
fetch nothing.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from a4_rdf import spanish, stems
from a4_rdf.errors import A4Error
from a4_rdf.export import names
from a4_rdf.searchable import BLOCK, KINDS, NAME
from a4_rdf.serve.words import sentence_case

FOLDER = "buscar"
PART = 60_000
"""Bytes of stems with their documents in one file, about; a stem is never parted."""

_DOCUMENTS = "SELECT path, kind, name, context, text, value, also FROM documents ORDER BY id"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

_Postings = defaultdict[str, "array[int]"]


def files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the search, path and content; none where a publication has no index.

    A document is told by its number and, in the last place, how much its kind and the place of
    the word weigh: what weighs most comes first without a look at the documents. Raises A4Error
    where the index cannot be read.
    """
    path = root / NAME
    if not path.is_file():
        return
    postings: _Postings = defaultdict(lambda: array("Q"))
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            yield from _blocks(database, postings)
    except sqlite3.Error as error:
        raise A4Error(f"{path}: the search index cannot be read: {error}") from error
    beginnings: defaultdict[str, list[str]] = defaultdict(list)
    for stem in sorted(postings):
        beginnings[beginning(stem)].append(stem)
    for letter, listed in beginnings.items():
        yield from _parts(letter, listed, postings)


def beginning(stem: str) -> str:
    """Return the name of the files that hold a stem: its first letter, beyond ASCII its number."""
    return stem[0] if stem[0].isascii() else f"u{ord(stem[0]):x}"


def packed(marks: Iterable[int]) -> str:
    """Return growing numbers as the steps between them, in base 36, with spaces."""
    said, last = [], 0
    for mark in marks:
        said.append(_base36(mark - last))
        last = mark
    return " ".join(said)


def _blocks(database: sqlite3.Connection, postings: _Postings) -> Iterator[tuple[str, bytes]]:
    """Yield the documents block by block, and note which words they have."""
    block: list[tuple[object, ...]] = []
    last = 0
    for number, row in enumerate(database.execute(_DOCUMENTS)):
        address, kind, name, context, text, value, also = row
        weight = KINDS.index(kind)
        own, rest = (weight, name), (weight + len(KINDS), f"{text} {value} {also}")
        _note(postings, number, own, rest)
        shown = " · ".join(map(sentence_case, context.split(" · ")))
        file = names.file_of(address, names.HTML)
        block.append((file, weight, sentence_case(name), shown, value))
        last = number // BLOCK
        if len(block) == BLOCK:
            yield f"{FOLDER}/d/{last}.js", _call("d", str(last), block)
            block = []
    if block:
        yield f"{FOLDER}/d/{last}.js", _call("d", str(last), block)


def _note(postings: _Postings, number: int, *weighed: tuple[int, str]) -> None:
    """Note the words of a document, each once, where it weighs most; no small ones (`de`)."""
    seen = set(spanish.STOP_WORDS)
    for weight, text in weighed:
        for _, _, stem in stems.words(text):
            if stem not in seen:
                seen.add(stem)
                postings[stem].append(number * 2 * len(KINDS) + weight)


def _parts(letter: str, listed: list[str], postings: _Postings) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the stems of one letter, then their list."""
    starts, part, size = [0], dict[str, str](), 0
    for index, stem in enumerate(listed):
        said = packed(postings[stem])
        if part and size + len(stem) + len(said) > PART:
            yield _part(letter, len(starts) - 1, part)
            starts.append(index)
            part, size = {}, 0
        part[stem] = said
        size += len(stem) + len(said) + 6
    yield _part(letter, len(starts) - 1, part)
    yield f"{FOLDER}/v/{letter}.js", _call("v", letter, [" ".join(listed), starts])


def _part(letter: str, number: int, part: dict[str, str]) -> tuple[str, bytes]:
    name = f"{letter}-{number}"
    return f"{FOLDER}/p/{name}.js", _call("p", name, part)


def _base36(number: int) -> str:
    said = ""
    while True:
        number, digit = divmod(number, 36)
        said = _DIGITS[digit] + said
        if not number:
            return said


def _call(kind: str, key: str, said: object) -> bytes:
    """Return a script that hands its data over; `<` is written so that no page can end on it."""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"a4Buscar({json.dumps(kind)},{json.dumps(key)},{text});\n".encode()
