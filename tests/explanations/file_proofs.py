"""Examples as text files, folders of files, series of documents and decisions of curators."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from a4_rdf.explanations.examples import Example, Part
from a4_rdf.model import Column, Correction
from a4_rdf.release.calendar import amiss
from a4_rdf.release.corrections import read_corrections, without_document
from a4_rdf.release.workspace import Document
from tests.explanations.documents import (
    BODY,
    FOOTER,
    GOAL,
    HEADINGS,
    TITLE,
    Proof,
    codes,
    piece_of,
    text,
    whole,
    written,
)
from tests.explanations.page_proofs import page, table
from tests.pipeline.workspaces import build, put, workspace

SEPTEMBER, OCTOBER = date(2015, 9, 30), date(2015, 10, 31)
DATA = (
    "Unidad;Objetivos;Indicador;Meta cuantificable\n"
    "DIRECCIÓN DE OBRAS PÚBLICAS;Mejorar las vías;Número de puentes;3 puentes\n"
)
METADATA = "Institución;GAD DE EJEMPLO\nFECHA ACTUALIZACIÓN DE LA INFORMACIÓN;30/9/2015\n"
FIELDS = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable")
DICTIONARY = "".join(f"{field};Lo que dice\n" for field in ("Nombre del campo", *FIELDS))
SAID = {
    "Conjunto de datos.csv": DATA,
    "Metadatos.csv": METADATA,
    "Diccionario.csv": DICTIONARY,
    "Oficio.pdf": "%PDF-1.4",
}


def encoded(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a text in an encoding of before, or in UTF-8."""
    data = text(whole(piece_of(example, wrong)))
    return written(folder / "t.txt", data.decode().encode("cp1252") if wrong else data)


def in_lines(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a file of comma-separated values, line by line as the piece has it."""
    rows = piece_of(example, wrong).rows
    return written(folder / "t.csv", text(rows))


def named(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a web page in a file of the piece's name."""
    name = piece_of(example, wrong).rows[0][0]
    return written(folder / name, page(table((HEADINGS, GOAL))))


def in_folder(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a folder with files of the piece's names, or with it as dictionary."""
    piece = piece_of(example, wrong)
    said = dict(SAID)
    del said["Oficio.pdf"]
    if example.part is Part.FOLDER:
        said = {name: SAID[name] for (name,) in piece.rows}
    else:
        said["Diccionario.csv"] = "".join(
            ";".join(row) + "\n" for row in (piece.headings, *piece.rows)
        )
    for name, content in said.items():
        (folder / name).write_text(content, encoding="utf-8")
    return codes(folder)


def dated(
    published: tuple[date, ...], today: date, example: Example, wrong: bool, folder: Path
) -> set[str]:
    """Return the codes of documents of the piece's names; `published` are earlier releases."""
    names = [name for (name,) in piece_of(example, wrong).rows]
    documents = [Document(BODY, date.fromisoformat(n[:10]), folder / n) for n in names]
    before = published if wrong or len(names) > 1 else ()
    if not wrong and example.wrong.rows == example.mended.rows:
        before = tuple(document.date for document in documents)
    noticed = amiss(documents, before, today)
    return {finding.code for _, found in noticed for finding in found}


def ledger(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes that a build has on a body without a ledger, then on one that has it."""
    root = workspace(folder / "work")
    for (name,) in example.wrong.rows:
        put(root, "gad", date.fromisoformat(Path(name).stem))
    _, told = build(root)
    assert (root / example.mended.rows[1][0]).is_file()
    if not wrong:
        _, told = build(root)
    return {code for found in told.noticed.values() for code in found}


def decided(
    row: int, column: Column, value: str, example: Example, wrong: bool, folder: Path
) -> set[str]:
    """Return the codes of a text on which a curator decided; the other has no decision."""
    data = text(whole(piece_of(example, wrong)))
    decision = Correction(sha256(data).hexdigest(), row, column, value, "Planificación", "cotejado")
    (folder / "t.txt").write_bytes(data)
    return codes(folder / "t.txt", corrections=(decision,) if wrong else ())


def corrections(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a file of corrections beside a text of 30 bridges."""
    data = text((*TITLE, HEADINGS, (*GOAL[:-1], "30 puentes"), *FOOTER))
    digest = sha256(data).hexdigest()
    digests = {"huella del documento": digest, "huella de otro documento": "0" * 64}
    piece = piece_of(example, wrong)
    lines = [piece.headings, *((digests[row[0]], *row[1:]) for row in piece.rows)]
    (folder / "gad.csv").write_text("".join(",".join(line) + "\n" for line in lines))
    read = read_corrections(folder / "gad.csv")
    lost = {finding.code for finding in without_document(read, frozenset((digest,)))}
    (folder / "t.txt").write_bytes(data)
    return lost | codes(folder / "t.txt", corrections=read)


def stated(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a text with the piece as footer, published as of October."""
    data = text(whole(piece_of(example, wrong), Part.FOOTER))
    (folder / "t.txt").write_bytes(data)
    return codes(folder / "t.txt", OCTOBER)


FILES: Mapping[str, Proof] = {
    "encoding-guessed": encoded,
    "delimiter-guessed": in_lines,
    "stray-quote": in_lines,
    "content-unlike-suffix": named,
    "metadata-missing": in_folder,
    "dictionary-missing": in_folder,
    "dictionary-lacks-fields": in_folder,
    "dictionary-defines-others": in_folder,
    "file-ignored": in_folder,
    "date-in-future": partial(dated, (), date(2026, 2, 15)),
    "late-document": partial(dated, (OCTOBER,), OCTOBER),
    "same-month": partial(dated, (), OCTOBER),
    "month-missing": partial(dated, (), OCTOBER),
    "documents-gone": partial(dated, (SEPTEMBER, OCTOBER), OCTOBER),
    "ledger-begun": ledger,
    "cell-corrected": partial(decided, 4, Column.TARGET, "3 puentes"),
    "cell-confirmed": partial(decided, 4, Column.TARGET, "3 puentes"),
    "decided": partial(decided, 5, Column.OBJECTIVE, "Cuidar ríos"),
    "correction-without-document": corrections,
    "correction-without-row": corrections,
    "correction-without-column": corrections,
    "date-differs": stated,
}
