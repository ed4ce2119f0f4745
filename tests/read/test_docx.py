"""Word documents: tables, merges, changes and lines as a person sees them; all of it bounded."""

from __future__ import annotations

import os
import socket
import struct
import zipfile
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Table
from a4_rdf.read import Bounds, Document
from a4_rdf.read.docx import read_docx
from tests.read.words import MAIN, body, document, member, p, saved, tbl, tc, tr
from tests.tables import HEADER

ROW = ("1", "DIRECCIÓN A", "Objetivo", "Actividad", "Nº de obras", "3")
HEAD = tr(*HEADER)
MERGE = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


def read(data: bytes, name: str = "t.docx", **bounds: int) -> tuple[Table, tuple[Finding, ...]]:
    return read_docx(Document(name, data), Bounds(**bounds))  # type: ignore[arg-type]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def refusal(data: bytes, name: str = "t.docx", **bounds: int) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(data, name, **bounds)
    return caught.value


def test_rows_are_numbered_through_lines_and_tables() -> None:
    made = document([HEADER, ROW], before="GAD de Loja", after="Periodicidad: mensual")
    table, findings = read(saved(made))
    assert texts(table) == [["GAD de Loja"], list(HEADER), list(ROW), ["Periodicidad: mensual"]]
    assert [row.number for row in table.rows] == [1, 2, 3, 4]
    assert [row.in_table for row in table.rows] == [False, True, True, False]
    assert table.rows[2].cells[5].place == Place(3, 6)
    assert table.source.media_type.endswith("wordprocessingml.document")
    assert findings == ()


def test_merges_made_by_the_library_are_seen() -> None:
    made = document([HEADER, ROW, ("", "", "", "Otra", "", ""), ("", "", "", "", "", ""), ROW])
    table = made.tables[0]
    for column in (0, 1, 2, 4, 5):
        table.cell(1, column).merge(table.cell(2, column))
    table.cell(3, 0).merge(table.cell(3, 5)).text = "NIVEL DE APOYO"
    read_table, _ = read(saved(made))
    below = read_table.rows[2].cells
    assert [(cell.text, cell.place.row) for cell in below] == [
        ("1", 2),
        ("DIRECCIÓN A", 2),
        ("Objetivo", 2),
        ("Otra", 3),
        ("Nº de obras", 2),
        ("3", 2),
    ]
    assert texts(read_table)[3:] == [["NIVEL DE APOYO"], list(ROW)]


def test_a_merge_continued_over_a_whole_row_leaves_it_blank() -> None:
    rows = [tr(*(tc(text, MERGE) for text in ROW)), tr(*(tc("", GOES_ON) for _ in ROW))]
    table, _ = read(body(tbl(HEAD, *rows)))
    assert table.rows[2].cells == ()


def test_cells_that_a_row_leaves_out_keep_the_others_in_place() -> None:
    short = tr("Actividad", "Nº de obras", properties='<w:gridBefore w:val="3"/>')
    table, _ = read(body(tbl(HEAD, short)))
    assert [cell.place.column for cell in table.rows[1].cells] == [4, 5]


def test_a_merge_ends_where_a_row_does_not_continue_it() -> None:
    table, _ = read(
        body(
            tbl(
                HEAD,
                tr(tc("1", MERGE), *ROW[1:]),
                tr(tc("", GOES_ON), *ROW[1:]),
                tr(properties='<w:gridBefore w:val="6"/>'),
                tr(tc("suelta", GOES_ON), *ROW[1:]),
            )
        )
    )
    firsts = [row.cells[0] for row in table.rows if row.cells]
    assert [(cell.text, cell.place.row) for cell in firsts[1:]] == [
        ("1", 2),
        ("1", 2),
        ("suelta", 5),
    ]


def test_old_sideways_merges_count() -> None:
    wide = tr(tc("NIVEL", '<w:hMerge w:val="restart"/>'), *[tc("", "<w:hMerge/>")] * 5)
    table, _ = read(body(tbl(HEAD, wide, tr(*ROW))))
    assert texts(table)[1:] == [["NIVEL"], list(ROW)]


def test_borders_dragged_by_a_hair_make_no_columns() -> None:
    two = '<w:gridSpan w:val="2"/>'
    head = tr(HEADER[0], tc(HEADER[1], two), *HEADER[2:])
    row = tr(tc(ROW[0], two), *ROW[1:])
    widths = (500, 40, 2000, 2000, 2000, 2000, 1500)
    table, _ = read(body(tbl(head, row, widths=widths)))
    assert [[c.place.column for c in row.cells] for row in table.rows] == [[1, 2, 3, 4, 5, 6]] * 2


def test_a_narrow_column_with_a_cell_of_its_own_stays() -> None:
    widths = (100, 2000, 2000, 2000, 2000, 1500)
    table, _ = read(body(tbl(HEAD, tr(*ROW), widths=widths)))
    assert [c.place.column for c in table.rows[1].cells] == [1, 2, 3, 4, 5, 6]


def test_several_tables_are_one_and_name_their_part() -> None:
    made = document([HEADER, ROW], [HEADER, ROW], [ROW])
    table, _ = read(saved(made))
    parts = [row.cells[0].place.part for row in table.rows]
    assert parts == ["tabla 1", "tabla 1", "tabla 2", "tabla 2", "tabla 3"]


def test_a_table_in_a_cell_is_words_of_the_cell() -> None:
    inner = tbl(tr("Enero", "Febrero", "Marzo"), tr("1", "2", "3"))
    row = tr(*ROW[:5], tc(p("3 en total") + inner + p("al año")))
    table, _ = read(body(tbl(HEAD, tr(*ROW), row, tr(*ROW))))
    assert texts(table)[2][5] == "3 en total\nEnero Febrero Marzo\n1 2 3\nal año"


def test_a_table_around_the_table_is_layout() -> None:
    inner = tbl(HEAD, tr(*ROW), tr(*ROW))
    table, _ = read(body(tbl(tr(tc(p("GAD de Loja") + inner + p("Periodicidad: mensual"))))))
    assert texts(table) == [
        ["GAD de Loja"],
        list(HEADER),
        list(ROW),
        list(ROW),
        ["Periodicidad: mensual"],
    ]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inside", "said", "notes"),
    [
        (run("a ") + f'<w:hyperlink w:anchor="x">{run("b")}</w:hyperlink>', "a b", []),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a", []),
        (f'<w:fldSimple w:instr="DATE">{run("a")}</w:fldSimple>', "a", []),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("a"), "a", []),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb c", []),
        ("<w:r><w:t>sub</w:t><w:noBreakHyphen/><w:t>unidad</w:t></w:r>", "sub-unidad", []),
        (f"<w:ins>{run('50')}</w:ins>", "50", ["changes-unaccepted"]),
        (
            "<w:del><w:r><w:delText>45</w:delText></w:r></w:del>" + run("50"),
            "50",
            ["changes-unaccepted"],
        ),
        (f"<w:moveFrom>{run('45')}</w:moveFrom>{run('50')}", "50", ["changes-unaccepted"]),
        (run("45", "<w:strike/>") + run("50"), "50", ["struck-text"]),
        (run("45", '<w:strike w:val="0"/>') + run("50"), "4550", []),
        (run("45", "<w:vanish/>") + run("50"), "50", ["hidden-text"]),
        (run("m") + run("2", '<w:vertAlign w:val="superscript"/>'), "m²", []),
    ],
)
def test_words_are_what_a_person_sees(inside: str, said: str, notes: list[str]) -> None:
    row = tr(*ROW[:5], tc(f"<w:p>{inside}</w:p>"))
    table, findings = read(body(tbl(HEAD, row)))
    assert texts(table)[1] == [*ROW[:5], said]
    assert [(f.code, f.place) for f in findings] == [(note, Place(2, 6)) for note in notes]


def test_a_deleted_row_is_blank_and_wrapped_rows_and_cells_are_read() -> None:
    gone = tr(*ROW, properties="<w:del/>")
    cell = f"<w:sdt><w:sdtContent>{tc('1')}</w:sdtContent></w:sdt>"
    wrapped = f"<w:sdt><w:sdtContent>{tr(cell, *ROW[1:])}</w:sdtContent></w:sdt>"
    table, findings = read(body(tbl(HEAD, gone, wrapped)))
    assert texts(table) == [list(HEADER), [], list(ROW)]
    assert codes(findings) == ["changes-unaccepted"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('Fecha de actualización: 31/01/2025')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    choice = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{box}'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    xml = f"<w:p><w:r><w:t>GAD de Loja</w:t>{choice}</w:r></w:p>" + tbl(HEAD, tr(*ROW))
    table, _ = read(body(xml))
    assert texts(table)[:2] == [["GAD de Loja"], ["Fecha de actualización: 31/01/2025"]]


def test_page_headers_and_footers_are_lines_once_without_page_numbers() -> None:
    made = document([HEADER, ROW])
    section = made.sections[0]
    section.header.paragraphs[0].text = "GAD de Loja"
    section.footer.paragraphs[0].text = "Página 1 de 3"
    section.footer.add_paragraph("Periodicidad: mensual")
    table, _ = read(saved(made))
    assert texts(table) == [["GAD de Loja"], list(HEADER), list(ROW), ["Periodicidad: mensual"]]


def test_a_docx_or_a_page_called_doc_is_read_as_what_it_is() -> None:
    _, findings = read(saved(document([HEADER, ROW])), "plan.doc")
    assert [(f.code, f.detail("suffix")) for f in findings] == [("content-unlike-suffix", ".doc")]
    html = "<html><table><tr><td>a<td>b<td>c</table>"
    table, findings = read(html.encode(), "plan.doc")
    assert texts(table) == [["a", "b", "c"]]
    assert findings[0].detail("content") == "una página HTML"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (OLE, "old-format", "guárdelo como «Documento de Word (.docx)»"),
        (b"{\\rtf1 hola}", "old-format", "hay un RTF"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-file", "sin contraseña"),
        (b"%PDF-1.7", "not-docx", "hay un PDF"),
        (b"hola", "not-docx", "hay otro contenido"),
        (saved(document([("a", "b")])), "not-a-table", "3 columnas"),
        (saved(document(before="Organigrama")), "not-a-table", "no trae ninguna"),
    ],
)
def test_what_is_no_word_document_is_refused_with_what_to_do(
    data: bytes, code: str, words: str
) -> None:
    error = refusal(data, "plan.doc")
    assert error.code == code
    assert words in error.message


SOUND = saved(document([HEADER, ROW], before="GAD de Loja"))


def zipped(**members: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", 8) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "words"),
    [("xl/workbook.xml", "un libro XLSX"), ("content.xml", "un documento de LibreOffice")],
)
def test_containers_of_other_programs_are_named(name: str, words: str) -> None:
    error = refusal(zipped(**{name: "<a/>"}))
    assert error.code == "not-docx"
    assert words in error.message


@pytest.mark.parametrize(
    "data",
    [
        SOUND[: len(SOUND) // 2],
        SOUND[:30],
        zipped(a="b"),
        member(SOUND, MAIN, lambda xml: xml[:-40]),
        member(SOUND, MAIN, lambda _: b"<a/>"),
        member(SOUND, MAIN, lambda _: b""),
        member(SOUND, "[Content_Types].xml", lambda _: b"<a/>"),
        member(SOUND, "_rels/.rels", lambda _: b"<a/>"),
        member(SOUND, "_rels/.rels", lambda x: x.replace(b"word/document", b"../../etc/passwd")),
        member(
            SOUND,
            "[Content_Types].xml",
            lambda x: x.replace(
                b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"ms-word.document.macroEnabled.main+xml",
            ),
        ),
    ],
)
def test_what_is_damaged_is_refused(data: bytes) -> None:
    assert refusal(data).code in {"broken-docx", "broken-container"}


def declaring(dtd: str) -> bytes:
    def change(xml: bytes) -> bytes:
        end = xml.index(b"?>") + 2
        text = xml[end:].replace(b"<w:t>GAD", b"<w:t>&x;GAD")
        return xml[:end] + dtd.encode() + text

    return member(SOUND, MAIN, change)


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    os.mkfifo(canary)  # whoever opened it would wait for ever
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        for place in (f"http://127.0.0.1:{listening.getsockname()[1]}/x", canary.as_uri()):
            for dtd in (
                f"<!DOCTYPE d [<!ENTITY x SYSTEM '{place}'>]>",
                f"<!DOCTYPE d SYSTEM '{place}'>",
                f"<!DOCTYPE d [<!ENTITY % p SYSTEM '{place}'> %p; <!ENTITY x 'a'>]>",
                f"<!DOCTYPE d [<!ENTITY l0 'ja'>{LAUGHS}<!ENTITY x '&l11;'>]>",
            ):
                assert refusal(declaring(dtd)).code == "markup-with-entities"
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_external_relationships_are_not_followed() -> None:
    with socket.socket() as canary:
        canary.bind(("127.0.0.1", 0))
        canary.listen()
        canary.setblocking(False)
        target = f"http://127.0.0.1:{canary.getsockname()[1]}/x"
        kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        more = "".join(
            f'<Relationship Id="x{n}" Type="{kinds}{kind}" Target="{target}" '
            'TargetMode="External"/>'
            for n, kind in enumerate(("attachedTemplate", "header", "image", "oleObject"))
        )
        data = member(
            SOUND,
            "word/_rels/document.xml.rels",
            lambda rels: rels.replace(b"</Relationships>", more.encode() + b"</Relationships>"),
        )
        assert texts(read(data)[0])[-1] == list(ROW)
        with pytest.raises(BlockingIOError):
            canary.accept()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (member(SOUND, MAIN, lambda xml: xml + b" " * 300_000_000), "too-large-unpacked"),
        (member(SOUND, MAIN, lambda xml: xml + b" " * 100_000_000), "suspicious-compression"),
        (body(tbl(HEAD, *[tr(*ROW)] * 60)), "too-many-rows"),
        (body(tbl(tr(*["a"] * 1_025))), "too-many-columns"),
        (body(tbl(tr(tc("a", '<w:gridSpan w:val="1000000"/>'), "b", "c"))), "too-many-columns"),
        (body(tbl(HEAD, tr("x" * 32_768))), "cell-too-long"),
    ],
)
def test_what_is_over_a_bound_is_refused(data: bytes, code: str) -> None:
    assert refusal(data, rows=50).code == code


def nested(depth: int) -> bytes:
    opened = b"<w:tbl><w:tr><w:tc>" * depth
    closed = b"</w:tc></w:tr></w:tbl>" * depth
    return member(SOUND, MAIN, lambda x: x.replace(b"<w:body>", b"<w:body>" + opened + closed))


def test_nesting_is_bounded_by_the_reader_then_by_the_parser() -> None:
    assert refusal(nested(40)).code == "too-deep"
    start = process_time()
    assert refusal(nested(100_000)).code == "broken-docx"
    assert process_time() - start < 5


def test_a_huge_span_of_a_last_cell_harms_nothing() -> None:
    wide = tr(tc("NIVEL DE APOYO", '<w:gridSpan w:val="1000000"/>'))
    table, _ = read(body(tbl(HEAD, wide, tr(*ROW))))
    assert texts(table)[1:] == [["NIVEL DE APOYO"], list(ROW)]


def test_a_chain_of_parts_ends_in_a_refusal_or_a_table() -> None:
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"

    def link(n: int) -> str:
        return (
            f'<Relationships xmlns="{rels}"><Relationship Id="r" Type="{kind}" '
            f'Target="h{n}.xml"/></Relationships>'
        )

    stream = BytesIO(SOUND)
    with zipfile.ZipFile(stream, "a", 8) as archive:
        for n in range(1_500):
            archive.writestr(f"word/h{n}.xml", "<a/>")
            archive.writestr(f"word/_rels/h{n}.xml.rels", link(n + 1))
    data = member(stream.getvalue(), "word/_rels/document.xml.rels", lambda _: link(0).encode())
    assert refusal(data).code == "broken-docx"


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=12), st.integers(0, 5_000), st.integers(0, 40))
def test_a_mutated_part_is_read_or_refused(noise: bytes, at: int, cut: int) -> None:
    for name in (MAIN, "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        data = member(SOUND, name, lambda xml: xml[: at % len(xml)] + noise + xml[at + cut :])
        try:
            table, _ = read(data)
        except SourceError as error:
            assert error.message
        else:
            assert table.rows


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.integers(0, 255), st.integers(0, 40))
def test_a_mutated_file_is_read_or_refused(at: int, byte: int, cut: int) -> None:
    data = SOUND[:at] + struct.pack("B", byte) + SOUND[at + 1 + cut :]
    try:
        table, _ = read(data)
    except SourceError as error:
        assert error.message
    else:
        assert table.rows
