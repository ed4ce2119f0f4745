"""Text tables: lines are rows, tabulators part cells, places are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Place
from a4_rdf.read import Bounds, Document
from a4_rdf.read.text import read_text
from tests.tables import lines

CELL = st.text(
    st.characters(blacklist_characters='\t\r\n\0"', blacklist_categories=("Cs",)), max_size=12
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_is_a_row_whatever_its_end(end: str) -> None:
    data = f"a\t\tb\tc{end}{end}d{end}".encode()
    table, findings = read_text(Document("t.txt", data), Bounds())
    assert [row.number for row in table.rows] == [1, 2, 3]
    assert table.rows[0].cells == (
        Cell("a", Place(1, 1), "a"),
        Cell("b", Place(1, 3), "b"),
        Cell("c", Place(1, 4), "c"),
    )
    assert table.rows[1].cells == ()
    assert findings == ()


def test_a_form_feed_ends_no_line() -> None:
    table, _ = read_text(Document("t.tsv", b"a\tb\x0cb\tc"), Bounds())
    assert [cell.text for cell in table.rows[0].cells] == ["a", "b\x0cb", "c"]
    assert table.source.media_type == "text/tab-separated-values"


def test_a_guessed_encoding_is_a_finding() -> None:
    data = "acción\tniño\taño".encode("cp1252")
    table, findings = read_text(Document("t.txt", data), Bounds())
    assert table.source.encoding == "cp1252"
    assert [(f.code, f.detail("encoding")) for f in findings] == [("encoding-guessed", "cp1252")]


def test_prose_is_no_table() -> None:
    with pytest.raises(SourceError) as caught:
        read_text(Document("t.txt", b"Lista de cumplimiento\nde la ley\tsi\n"), Bounds())
    assert caught.value.code == "not-a-table"
    assert caught.value.message == (
        "se esperaba una tabla de 3 columnas o más, separadas por tabulador, «;», «,», «|»;"
        " la línea más ancha tiene 2"
    )


def test_a_text_may_be_parted_as_a_csv_is() -> None:
    table, _ = read_text(Document("t.txt", b'a;b;"c;d"\ne;f;g\n'), Bounds())
    assert [cell.text for cell in table.rows[0].cells] == ["a", "b", "c;d"]


@given(st.lists(st.lists(CELL, min_size=3, max_size=6), min_size=1, max_size=6))
def test_reading_inverts_writing(rows: list[list[str]]) -> None:
    rows[0][:3] = ["a", "b", "c"]
    data = lines(*(tuple(row) for row in rows)).encode()
    table, _ = read_text(Document("t.txt", data), Bounds())
    read = [[cell.written for cell in row.cells] for row in table.rows]
    assert read == [[cell for cell in row if cell and not cell.isspace()] for row in rows]
