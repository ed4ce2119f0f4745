"""Workbooks by content: one table in each format; other content under a workbook's name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from a4_rdf.errors import SourceError
from a4_rdf.model import Row
from a4_rdf.read import Bounds, Document, read
from a4_rdf.read.workbook import SUFFIXES, read_workbook
from tests.read.workbooks import GOAL, HEADER, exchanged, ods, xls, xlsx

ROWS: tuple[Sequence[Any], ...] = (
    ("GAD Municipal de Prueba",),
    (),
    HEADER,
    ("PROCESOS AGREGADORES DE VALOR",),
    GOAL,
    ("2", "", "", "", "Porcentaje de vías", "80%"),
)
PAGE = (
    "<html><body><table>"
    + "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    + "</table></body></html>"
)
TEXT = "\n".join("\t".join(row) for row in ROWS)


def refusal(name: str, data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_workbook(Document(name, data), Bounds())
    return caught.value


def words(rows: Sequence[Row]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows if row.cells]


EXPECTED = [[text for text in row if text] for row in ROWS if row]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.xlsx", xlsx(*ROWS)),
        ("t.xls", xls(*ROWS)),
        ("t.ods", ods(*ROWS)),
        ("T.XLSM", xlsx(*ROWS)),
    ],
)
def test_one_table_reads_the_same_in_each_format(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    table, findings = read(tmp_path / name)
    assert words(table.rows) == EXPECTED
    assert [row.number for row in table.rows if row.cells] == [1, 3, 4, 5, 6]
    assert findings == ()


@pytest.mark.parametrize(
    ("name", "data", "content"),
    [
        ("t.xls", xlsx(*ROWS), "un libro XLSX"),
        ("t.xlsx", xls(*ROWS), "un libro XLS"),
        ("t.xls", ods(*ROWS), "un libro ODS"),
        ("t.xls", PAGE.encode(), "una página HTML"),
        ("t.xls", TEXT.encode("cp1252"), "texto separado"),
    ],
)
def test_other_tables_under_a_workbooks_name_are_read(name: str, data: bytes, content: str) -> None:
    table, findings = read_workbook(Document(name, data), Bounds())
    assert words(table.rows) == EXPECTED
    assert findings[0].code == "content-unlike-suffix"
    assert findings[0].detail("suffix") == name[1:]
    assert findings[0].detail("content") == content


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("t.xlsx", b"%PDF-1.7", "un PDF"),
        ("t.xls", b"\x89PNG\r\n", "una imagen PNG"),
        ("t.xls", b"{\\rtf1", "un documento RTF"),
        (
            "t.xlsx",
            exchanged(xlsx(), {"xl/workbook.xml": None, "word/document.xml": b"<a/>"}),
            "un documento DOCX",
        ),
        (
            "t.xlsx",
            exchanged(xlsx(), {"xl/workbook.xml": None, "xl/workbook.bin": b""}),
            "un libro XLSB",
        ),
        (
            "t.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "un libro XML de Excel 2003",
        ),
    ],
)
def test_content_that_is_no_table_is_refused(name: str, data: bytes, found: str) -> None:
    error = refusal(name, data)
    assert error.code == "not-a-workbook"
    assert error.message.startswith(f"se esperaba un libro de cálculo; el contenido es {found}")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100)])
def test_an_archive_cut_at_its_beginning_is_refused(suffix: str, data: bytes) -> None:
    assert refusal(f"t{suffix}", data).code == "broken-container"
