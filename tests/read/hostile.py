"""Hostile documents, made on the spot, and how they end: read one after another in a process."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

from tests.read.pdf_bytes import file, form, page, stream, tree
from tests.read.words import MAIN, body, member, tbl, tr

MEGABYTE = 1024 * 1024
Make = Callable[[], bytes]
READ, SLOW = "read", "too-slow"  # a machine with other work may reach the bound on time first
HEAD = ("No.", "Unidad", "Objetivo", "Actividad", "Indicador", "Meta")
ROW = ("1", "DIRECCIÓN A", "Objetivo", "Actividad", "Número de obras", "3")
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a0 'ja'>"
    + "".join(f"<!ENTITY a{n} '{10 * f'&a{n - 1};'}'>" for n in range(1, 12))
    + "]>"
)
CELL = '<w:tc v="{}"><w:p/></w:tc>'
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"

READ_ALL = """
import json, resource, sys, time
from pathlib import Path
from a4_rdf.errors import SourceError
from a4_rdf.read import limited, read

found = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.monotonic()
    try:
        read(path, limited(sys.argv[2:]))
        code = "read"
    except SourceError as error:
        code = error.code
    found[path.name] = [code, time.monotonic() - start]
# Not RUSAGE_SELF, which remembers how large the process was that this one was forked from.
status = Path("/proc/self/status").read_text().split()
own = int(status[status.index("VmHWM:") + 1])
peak = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(json.dumps([found, peak]))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How files ended: code and seconds of each; the most memory that a process took, in kB."""

    ends: Mapping[str, tuple[str, float]]
    peak: int


def read_all(folder: Path, files: Mapping[str, Make], *limits: str) -> Outcome:
    """Make the files in a folder, and read them all within limits in a process of their own."""
    for name, make in files.items():
        (folder / name).write_bytes(make())
    command = [sys.executable, "-c", READ_ALL, str(folder), *limits]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    assert run.stderr == ""
    found, peak = json.loads(run.stdout)
    return Outcome({name: (code, seconds) for name, (code, seconds) in found.items()}, peak)


def large_member(data: bytes, name: str, parts: Sequence[bytes], size: int, noise: bool) -> bytes:
    """Return an archive of which one member has so many bytes between two parts."""
    out = BytesIO()
    chunk = Random(1).randbytes(MEGABYTE // 2).hex().encode() if noise else b"x" * MEGABYTE
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for other in old.namelist():
            if other != name:
                new.writestr(other, old.read(other), zipfile.ZIP_DEFLATED)
        entry = zipfile.ZipInfo(name)
        entry.compress_type = zipfile.ZIP_DEFLATED
        with new.open(entry, "w", force_zip64=True) as large:
            large.write(parts[0])
            for _ in range(size // MEGABYTE):
                large.write(chunk)
            large.write(parts[1])
    return out.getvalue()


def sound_docx() -> bytes:
    return body(tbl(tr(*HEAD), tr(*ROW)))


def large_docx(size: int, noise: bool = False) -> bytes:
    """Return a DOCX file with one text of a size."""
    with zipfile.ZipFile(BytesIO(sound_docx())) as archive:
        before, _, after = archive.read(MAIN).partition(b"Objetivo")
    return large_member(sound_docx(), MAIN, (before, after), size, noise)


def docx_with(xml: str) -> bytes:
    """Return a DOCX file whose body begins with some markup."""
    more = b"<w:body>" + xml.encode()
    return member(sound_docx(), MAIN, lambda old: old.replace(b"<w:body>", more))


def declaring_docx(dtd: str) -> bytes:
    """Return a DOCX file whose main part declares entities."""

    def change(xml: bytes) -> bytes:
        end = xml.index(b"?>") + 2
        return xml[:end] + dtd.encode() + xml[end:].replace(b"Objetivo", b"&a11;")

    return member(sound_docx(), MAIN, change)


def html(inside: str) -> bytes:
    """Return a page with the table, and something before it."""
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in (HEAD, ROW))
    return f"<html><body>{inside}<table>{rows}</table></body></html>".encode()


def numbered(form_of: str, count: int) -> str:
    """Return a text so many times, with a number in it that hardly packs."""
    return "".join(form_of.format(n * 7919) for n in range(count))


def pdf_of_forms() -> bytes:
    """Return a PDF whose forms draw three more forms each, 34 deep."""
    calls = b"/X Do /X Do /X Do"
    forms = (form(at, calls) for at in range(7, 40))
    return page(stream(b"/X Do"), b"<</XObject<</X 6 0 R>>>>", *forms)


def lines(*texts: str) -> bytes:
    return "\n".join((";".join(HEAD), *texts)).encode()


def wide_head(sign: str) -> bytes:
    """Return a text whose header goes on for a million cells."""
    return (sign.join(HEAD) + sign * 10**6 + "\n" + sign.join(ROW)).encode()


def misspelt() -> bytes:
    """Return a megabyte of cells that have a heading's letters, each in another order."""
    random = Random(1)
    cell = list("ndicadores")
    rows = []
    for _ in range(90):
        cells = ["i" + "".join(random.sample(cell, len(cell))) for _ in range(1_000)]
        rows.append(";".join(["Unidad", "Unidad", *cells]))
    return "\n".join(rows).encode()


def _wide(count: int) -> Iterator[str]:
    yield "<tr>" + '<td rowspan="65534">a' * 1_000
    yield "<tr><td>b" * count


# What is made, and what becomes of it: it is read, or refused with one of these codes.
HOSTILE: Mapping[str, tuple[Make, tuple[str, ...]]] = {
    "cell-500-mb.docx": (partial(large_docx, 500 * MEGABYTE), ("too-large-unpacked",)),
    "cell-200-mb.docx": (partial(large_docx, 200 * MEGABYTE), ("suspicious-compression",)),
    "cell-9-mb.docx": (partial(large_docx, 9 * MEGABYTE, noise=True), ("cell-too-long",)),
    "laughs.docx": (partial(declaring_docx, LAUGHS), ("markup-with-entities",)),
    "file.docx": (
        partial(declaring_docx, "<!DOCTYPE a [<!ENTITY a11 SYSTEM 'file:///etc/passwd'>]>"),
        ("markup-with-entities",),
    ),
    "columns.docx": (
        lambda: docx_with(tbl(f"<w:tr>{numbered(CELL, 10**6)}</w:tr>")),
        ("too-many-columns", "too-much-memory", SLOW),
    ),
    "tables.docx": (
        lambda: docx_with(numbered(f"<w:tbl><w:tr>{CELL}</w:tr></w:tbl>", 40_000)),
        (READ, "too-much-memory", SLOW),
    ),
    "nested.docx": (
        lambda: docx_with("<w:tbl><w:tr><w:tc>" * 100_000 + "</w:tc></w:tr></w:tbl>" * 100_000),
        ("broken-docx",),
    ),
    "cut.docx": (lambda: sound_docx()[:-200], ("broken-container",)),
    "columns.html": (
        lambda: html("<table><tr>" + "<td>a" * 10**6 + "</table>"),
        ("too-many-columns",),
    ),
    "cell-60-mb.html": (
        lambda: html("x" * 60 * MEGABYTE),
        ("broken-page", "cell-too-long", "too-much-memory"),
    ),
    "nested.html": (lambda: html("<table><tr><td>" * 200_000), ("too-deep",)),
    "spans.html": (
        lambda: html(f"<table>{''.join(_wide(90_000))}</table>"),
        (READ, "too-much-memory", SLOW),
    ),
    "rows.html": (
        lambda: html("<table>" + "<tr><td>a<td>b<td>c" * 210_000),
        ("too-many-rows", SLOW),
    ),
    "laughs.html": (
        lambda: LAUGHS.encode().replace(b"DOCTYPE a", b"DOCTYPE html") + html("&a11;"),
        (READ,),
    ),
    "headed.csv": (partial(wide_head, ";"), ("too-many-columns",)),
    "headed.txt": (partial(wide_head, "\t"), ("too-many-columns",)),
    "headed.tsv": (partial(wide_head, "\t"), ("too-many-columns",)),
    "misspelt.csv": (misspelt, (READ,)),
    "columns.csv": (lambda: lines(";" * 10**6), ("too-many-columns",)),
    "cell-15-mb.csv": (lambda: lines('"' + "x\n;" * 5 * MEGABYTE + '"'), ("too-many-rows",)),
    "quotes.csv": (lambda: lines('a;"b' * 3 * MEGABYTE), ("too-many-columns",)),
    "quoted-lines.csv": (lambda: lines(*['a;"b"";c;d;e;f'] * 190_000), ("too-many-cells",)),
    "cells.csv": (lambda: lines(*["a;b;c;d;e;f"] * 190_000), ("too-many-cells",)),
    "large.csv": (lambda: lines("x" * 70 * MEGABYTE), ("too-large",)),
    "loop-tree.pdf": (lambda: file(CATALOG, tree([2])), ("no-text",)),
    "loop-object.pdf": (lambda: file(CATALOG, b"2 0 R"), (SLOW,)),
    "loop-form.pdf": (
        lambda: page(stream(b"/X Do"), b"<</XObject<</X 6 0 R>>>>", form(6, b"/X Do")),
        ("no-text",),
    ),
    "loop-references.pdf": (
        lambda: page(stream(b"")).replace(b"/Root", b"/Prev 9/Root"),
        ("no-text",),
    ),
    "forms.pdf": (pdf_of_forms, (SLOW,)),
    "pages.pdf": (
        lambda: file(CATALOG, tree(range(3, 900)), *[b"<</Type/Page/Parent 2 0 R>>"] * 897),
        ("too-many-pages",),
    ),
    "marks.pdf": (
        lambda: page(stream(b"BT /F1 9 Tf (abcdefghij) Tj ET " * 60_000)),
        ("too-many-marks", "too-much-memory", SLOW),
    ),
    "cut.pdf": (lambda: page(stream(b"BT /F1 9 Tf (a) Tj ET"))[:300], ("damaged-pdf",)),
}
