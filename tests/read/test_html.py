"""Web pages: tables and the lines near them, as seen; nothing fetched, all bounded."""

from __future__ import annotations

import socket
from html import escape
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Row, Table
from a4_rdf.read import Bounds, Document
from a4_rdf.read.html import read_html
from tests.tables import HEADER

HEAD = "<tr>" + "".join(f"<th>{heading}" for heading in HEADER)
ROW = "<tr><td>1<td>DIRECCIÓN A<td>Objetivo<td>Actividad<td>Nº de obras<td>3"


def page(body: str, bounds: Bounds | None = None) -> tuple[Table, tuple[Finding, ...]]:
    data = f"<!DOCTYPE html><html><body>{body}".encode()
    return read_html(Document("t.html", data), bounds or Bounds())


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def refusal(data: bytes, bounds: Bounds | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_html(Document("t.html", data), bounds or Bounds())
    return caught.value


def test_rows_are_numbered_through_lines_and_tables() -> None:
    table, findings = page(
        f"<h1>GAD de Loja</h1><table>{HEAD}{ROW}</table><p>Fecha de actualización: 31/01/2025"
        "<br>Periodicidad: mensual</p>"
    )
    assert texts(table) == [
        ["GAD de Loja"],
        list(HEADER),
        ["1", "DIRECCIÓN A", "Objetivo", "Actividad", "Nº de obras", "3"],
        ["Fecha de actualización: 31/01/2025"],
        ["Periodicidad: mensual"],
    ]
    assert [row.number for row in table.rows] == [1, 2, 3, 4, 5]
    assert [row.in_table for row in table.rows] == [False, True, True, False, False]
    assert table.rows[2].cells[5].place == Place(3, 6)
    assert table.source.media_type == "text/html"
    assert findings == ()


def test_merged_cells_reach_into_the_rows_below() -> None:
    table, _ = page(
        f"<table>{HEAD}<tr><td rowspan=2>1<td rowspan=2>DIRECCIÓN A<td rowspan=2>Objetivo"
        "<td>Una<td rowspan='2'>Nº de obras<td rowspan=2>3<tr><td>Otra</table>"
    )
    assert texts(table)[2] == ["1", "DIRECCIÓN A", "Objetivo", "Otra", "Nº de obras", "3"]
    assert [cell.place.row for cell in table.rows[2].cells] == [2, 2, 2, 3, 2, 2]


def test_rowspan_0_ends_with_its_group() -> None:
    table, _ = page(
        f"<table><thead>{HEAD}</thead><tbody><tr><td>1<td>A<td rowspan=0>O<td>x<td>y<td>1"
        "<tr><td>2<td>B<td>x<td>y<td>2</tbody><tbody><tr><td>3<td>C<td>P<td>x<td>y<td>3</table>"
    )
    assert texts(table)[2:] == [["2", "B", "O", "x", "y", "2"], ["3", "C", "P", "x", "y", "3"]]


@pytest.mark.parametrize("span", ["1000000", "-3", "dos", "0", "", "9" * 400, "2.9", "１"])
def test_no_span_of_a_last_cell_harms(span: str) -> None:
    table, _ = page(f"<table>{HEAD}{ROW}<tr><td colspan='{span}'>NIVEL DE APOYO{ROW}</table>")
    assert texts(table)[2] == ["NIVEL DE APOYO"]
    assert texts(table)[3] == texts(table)[1]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    table, findings = page(
        "<table><tr><td><a href=/>Inicio</a><td>GAD de Loja<br>Literal a4)"
        f"<table>{HEAD}{ROW}{ROW}</table>Fecha de actualización: 31/01/2025<td>x</table>"
    )
    assert texts(table)[0] == ["Inicio"]
    assert texts(table)[1:3] == [["GAD de Loja"], ["Literal a4)"]]
    assert texts(table)[3] == list(HEADER)
    assert texts(table)[6] == ["Fecha de actualización: 31/01/2025"]
    assert findings == ()


def test_a_small_table_in_a_cell_is_words_of_the_cell() -> None:
    inner = "<table><tr><td>Enero<td>Febrero<td>Marzo<tr><td>1<td>2<td>3</table>"
    table, _ = page(f"<table>{HEAD}{ROW}{ROW}{ROW}<br>en total{inner}al año{ROW}</table>")
    assert texts(table)[3][5] == "3\nen total\nEnero Febrero Marzo\n1 2 3\nal año"
    assert texts(table)[4] == texts(table)[1]


def test_menus_other_tables_and_far_lines_are_counted_not_read() -> None:
    table, findings = page(
        "<nav><p>Buscar</p></nav><ul><li><a href=/>Inicio</a><li><a href=/b>Ley</a></ul>"
        + "".join(f"<p>Noticia {n}</p>" for n in range(20))
        + f"<table>{HEAD}{ROW}</table>"
        + "<table><tr><td>Nombre<td>Cargo<td>Correo<tr><td>Ana<td>Jefa<td>a@b.ec</table>"
        + "<footer>Dirección: calle 1</footer><button>Enviar</button>"
    )
    assert texts(table)[0] == ["Noticia 8"]
    assert len(table.rows) == 14
    assert [(f.code, f.detail("count")) for f in findings] == [
        ("links-left-out", "4"),
        ("tables-left-out", "1"),
        ("lines-left-out", "8"),
    ]


def test_a_table_without_header_goes_on_with_the_one_before_it() -> None:
    table, _ = page(f"<table>{HEAD}{ROW}</table><p>sigue</p><table>{ROW}</table>")
    assert texts(table)[3] == texts(table)[1]
    assert [row.cells[0].place.part for row in table.rows] == ["tabla 1", "tabla 1", "", "tabla 2"]


def test_without_any_a4_header_everything_is_read_for_the_refusal() -> None:
    table, _ = page("<table><tr><td>Nombre<td>Cargo<td>Sueldo<tr><td>a<td>b<td>c</table>")
    assert texts(table) == [["Nombre", "Cargo", "Sueldo"], ["a", "b", "c"]]


def test_words_are_what_a_person_sees() -> None:
    table, findings = page(
        f"<table>{HEAD}<tr><td>1<td>DIRECCIÓN&nbsp;DE\n  <b>OBRAS</b><td>a<p>b</p><br>c<td>&aacute;"
        "&#243;&lt;b&gt;<td>m<sup>2</sup><script>alert(1)</script><!-- no --><td>"
        "<del>45</del> 50<span style='display: none'>60</span></table>"
    )
    assert texts(table)[1] == ["1", "DIRECCIÓN DE OBRAS", "a\nb\nc", "áó<b>", "m²", "50"]
    assert [(f.code, f.place) for f in findings] == [
        ("hidden-text", Place(2, 6)),
        ("struck-text", Place(2, 6)),
    ]


def test_hidden_rows_and_cells_are_read_and_reported() -> None:
    hidden = ROW.replace("<tr>", "<tr hidden>").replace("<td>3", "<td style='DISPLAY:NONE'>3")
    table, findings = page(f"<table>{HEAD}{hidden}</table>")
    assert texts(table)[1][5] == "3"
    assert [(f.code, f.place.row, f.detail("rows")) for f in findings] == [
        ("hidden-cell-read", 2, ""),
        ("hidden-rows-read", 2, "2"),
    ]


def test_badly_nested_markup_loses_no_words() -> None:
    table, _ = page(
        f"<b><table>{HEAD}</tr><td>1</b><td>A</td></tr></td><form><td>O<td>x</form><td>y<td>2"
        "</tr></tr>suelto</table></div></table><p>Periodicidad: mensual"
    )
    said = " ".join(cell.text for row in table.rows for cell in row.cells)
    assert [word for word in ("1", "A", "O", "x", "y", "2", "suelto") if word not in said] == []
    assert texts(table)[-1] == ["Periodicidad: mensual"]


MARKUP = f"<html><head>{{}}</head><body><table>{HEAD}{ROW}</table>"


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as", "guessed"),
    [
        ("<meta charset='utf-8'>", "utf-8", "utf-8", False),
        ("<meta charset=iso-8859-1>", "cp1252", "cp1252", False),
        ("<meta charset=iso-8859-1>", "utf-8", "utf-8", False),
        (
            '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
            "cp1252",
            "cp1252",
            False,
        ),
        ("<meta charset=utf-8>", "cp1252", "cp1252", True),
        ("<meta charset=zlib_codec>", "cp1252", "cp1252", True),
        ("", "utf-8-sig", "utf-8-sig", False),
        ("<meta charset=utf-8>", "utf-16", "utf-16", False),
        ("", "cp1252", "cp1252", True),
        ("<meta charset=ibm850>", "cp850", "cp850", False),
    ],
)
def test_the_encoding_is_found(declared: str, encoding: str, read_as: str, guessed: bool) -> None:
    data = MARKUP.format(declared).encode(encoding)
    table, findings = read_html(Document("t.html", data), Bounds())
    assert table.rows[1].cells[1].text == "DIRECCIÓN A"
    assert table.source.encoding == read_as
    assert codes(findings) == (["encoding-guessed"] if guessed else [])


def test_an_xml_declaration_counts_too() -> None:
    text = f"<?xml version='1.0' encoding='ISO-8859-1'?><html><table>{HEAD}{ROW}</table>"
    data = text.encode("cp1252")
    table, findings = read_html(Document("t.html", data), Bounds())
    assert table.rows[1].cells[1].text == "DIRECCIÓN A"
    assert findings == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4", "not-html"),
        (b"No.\tUnidad\tMeta", "not-html"),
        (b"<html><title>404 Not Found</title><h1>Not Found</h1>", "error-page"),
        (b"<html><body><h1>Iniciar sesi\xc3\xb3n</h1><form>", "error-page"),
        (b"<html><body><div id=app></div><script>cargar()</script>", "not-a-table"),
        (b"<html><body><table><tr><td>a<td>b</table>", "not-a-table"),
        (b"<html><frameset><frame src=hoja.htm></frameset>", "not-a-table"),
        (b"<html><table><tr><td>a<td>b<td>" + b"x" * 11_000_000, "cell-too-long"),
        (b"<html><p>" + b"x" * 40_000 + b"<table><tr><td>a<td>b<td>c", "cell-too-long"),
        (b"<html><table><tr><td>a<td>b<td>" + b"x" * 40_000, "cell-too-long"),
        (b"<html><table><tr>" + b"<td>a" * 1_025, "too-many-columns"),
        (b"<html><table>" + b"<tr><td>a<td>b<td>c" * 2_001, "too-many-rows"),
        (b"<html>" + b"<table><tr><td>" * 100_000, "too-deep"),
    ],
)
def test_what_is_no_page_with_a_table_or_over_a_bound_is_refused(data: bytes, code: str) -> None:
    assert refusal(data, Bounds(rows=2_000)).code == code


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000,
        "<b>" * 100_000,
        "<s>" * 20_000 + "x</s>" * 20_000,
        "<p hidden>x" * 50_000,
        "<a " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
        "<p style='" + "display :" * 100_000 + "'>",
        "<p>&amp;&bogus;" * 50_000,
        "<p title='" + "x" * 11_000_000 + "'>",
        "<!--" * 200_000 + "-->",
        "<![if x]>" * 100_000,
        "<script>" + "<td>" * 200_000 + "</script>",
    ],
)
def test_hostile_markup_around_a_table_is_read_in_time(hostile: str) -> None:
    start = process_time()
    table, _ = page(f"{hostile}<table>{HEAD}{ROW}</table>")
    assert process_time() - start < 5
    assert texts(table)[-1] == ["1", "DIRECCIÓN A", "Objetivo", "Actividad", "Nº de obras", "3"]


def test_nothing_is_fetched_and_no_entity_is_expanded() -> None:
    with socket.socket() as canary:
        canary.bind(("127.0.0.1", 0))
        canary.listen()
        canary.setblocking(False)
        url = f"http://127.0.0.1:{canary.getsockname()[1]}/"
        bombs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
        data = (
            f"<!DOCTYPE html SYSTEM '{url}' [<!ENTITY x SYSTEM '{url}'><!ENTITY f SYSTEM "
            f"'file:///etc/passwd'><!ENTITY l0 'ja'>{bombs}]><html><base href='{url}'>"
            f"<link rel=stylesheet href='{url}'><img src='{url}'><iframe src='{url}'></iframe>"
            f"<table>{HEAD}<tr><td>1<td>A<td>&x;<td>&f;<td>&l11;<td>3</table>"
        ).encode()
        table, _ = read_html(Document("t.html", data), Bounds())
        with pytest.raises(BlockingIOError):
            canary.accept()
    assert texts(table)[-1] == ["1", "A", "&x;", "&f;", "&l11;", "3"]


@pytest.mark.parametrize("end", [ROW[:-20], ROW, f"{ROW}<tr><td><TABLE></TABLE>"])
def test_a_page_that_ends_within_a_table_is_refused_unless_it_says_that_it_ends(end: str) -> None:
    data = f"<html><table>{HEAD}{ROW}{end}"
    error = refusal(data.encode(), Bounds())
    assert error.code == "truncated-page"
    assert error.message == "se esperaba una página HTML completa; termina dentro de una tabla"
    table, _ = read_html(Document("t.html", f"{data}</body></html>".encode()), Bounds())
    assert len(table.rows) >= 3


CELL = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn")), min_size=1, max_size=9
)


@given(st.lists(st.lists(CELL, min_size=3, max_size=6), min_size=1, max_size=6))
def test_reading_inverts_writing(rows: list[list[str]]) -> None:
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    assert texts(page(f"<table>{body}</table>")[0]) == rows


@given(st.binary(max_size=60), st.integers(0, 400), st.integers(0, 60))
def test_a_mutated_page_is_read_or_refused(noise: bytes, at: int, cut: int) -> None:
    data = f"<html><table>{HEAD}{ROW}</table><p>Fecha: 1/1/2025</p>".encode()
    mutated = data[:at] + noise + data[at + cut :]
    try:
        table, _ = read_html(Document("t.html", mutated), Bounds())
    except SourceError as error:
        assert error.message
    else:
        assert all(isinstance(row, Row) for row in table.rows)
