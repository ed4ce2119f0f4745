"""The search of a site that has no server: the index in small scripts that a page asks for.

buscar/p/GE.js     stems that begin with `ge`: the documents that have each
buscar/d/N.js      a block of documents: page, kind, name, context, value

They are scripts that call `a4Buscar`, not JSON, so that they load from a disk too, where browsers
fetch nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from a4_rdf import stems
from a4_rdf.export import names
from a4_rdf.serve.search import KINDS, NAME

FOLDER = "buscar"
BLOCK = 200
"""Documents in one file."""

BEGIN = 2
"""Letters by which stems are parted into files."""


def files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the search, path and content; none where a publication has no index.

    A document is told by its number times the number of kinds, plus its kind, so that what weighs
    most comes first without a look at the documents.
    """
    path = root / NAME
    if not path.is_file():
        return
    parts: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    block: list[tuple[str, ...]] = []
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        for number, row in enumerate(database.execute(_DOCUMENTS)):
            address, kind, name, context, text, value = row
            file = names.file_of(address, names.HTML)
            block.append((file, kind, name, context, value))
            mark = number * len(KINDS) + KINDS.index(kind)
            for stem in dict.fromkeys(s for _, _, s in stems.words(f"{name} {text} {value}")):
                parts[_part(stem)][stem].append(mark)
            if len(block) == BLOCK:
                yield _block(number // BLOCK, block)
                block = []
        if block:
            yield _block(number // BLOCK, block)
    for part, found in sorted(parts.items()):
        yield f"{FOLDER}/p/{part}.js", _call("p", part, dict(sorted(found.items())))


_DOCUMENTS = "SELECT path, kind, name, context, text, value FROM documents ORDER BY id"


def _part(stem: str) -> str:
    """Return the name of the file that holds a stem: letters beyond ASCII by their number."""
    return "".join(c if c.isascii() else f"u{ord(c):x}" for c in stem[:BEGIN])


def _block(number: int, documents: list[tuple[str, ...]]) -> tuple[str, bytes]:
    return f"{FOLDER}/d/{number}.js", _call("d", str(number), documents)


def _call(kind: str, key: str, said: object) -> bytes:
    """Return a script that hands its data over; `<` is written so that no page can end on it."""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"a4Buscar({json.dumps(kind)},{json.dumps(key)},{text});\n".encode()
