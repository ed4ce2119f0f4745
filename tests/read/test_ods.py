"""ODS: what the workbook's own texts show, spans, repeats, hidden parts."""

from __future__ import annotations

import pytest
from odf.table import TableCell

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place
from a4_rdf.read import Bounds, Document
from a4_rdf.read.document import Reading
from a4_rdf.read.ods import read_ods
from tests.read.workbooks import GOAL, HEADER, exchanged, number, ods, spanning, texts

NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def reading(data: bytes) -> Reading:
    return read_ods(Document("t.ods", data), Bounds())


def refusal(data: bytes, bounds: Bounds | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_ods(Document("t.ods", data), bounds or Bounds())
    return caught.value


def content(tables: str, styles: str = "") -> bytes:
    """Return an ODS file with the markup of its tables."""
    spaces = "".join(f' xmlns:{n}="{NAMES}{n}:1.0"' for n in ("office", "table", "text", "style"))
    markup = (
        f'<office:document-content{spaces} xmlns:calcext="{CALC}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return exchanged(ods(HEADER), {"content.xml": markup})


def table(rows: str, more: str = "") -> str:
    return f'<table:table table:name="Hoja1" {more}>{rows}</table:table>'


def cell(text: str, more: str = "") -> str:
    value = 'office:value-type="string"'
    return f"<table:table-cell {value} {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def test_rows_keep_their_numbers_and_columns() -> None:
    data = content(
        table(
            row("<table:table-cell/>", more='table:number-rows-repeated="3"')
            + row('<table:table-cell table:number-columns-repeated="2"/>', cell("a"), cell("b"))
            + row("<table:table-cell/>", more='table:number-rows-repeated="1048570"')
        )
    )
    found, findings = reading(data)
    assert texts(found) == [(4, ["a", "b"])]
    assert found.rows[0].cells[0].place == Place(4, 3)
    assert found.source.media_type == "application/vnd.oasis.opendocument.spreadsheet"
    assert findings == ()


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (number(45, "45"), "45"),
        (number(0.65, "65%", "percentage"), "65%"),
        (number(0.65, "65,00 %", "percentage"), "65%"),
        (number(0.65, "0,65"), "0.65"),
        (number(1234.5, "1.234,50"), "1234.5"),
        (number(13020.35, "$ 13.020,35", "currency"), "$ 13020.35"),
        (number(12, "12 obras"), "12 obras"),
        (TableCell(valuetype="date", datevalue="2025-01-31"), "2025-01-31"),
        (TableCell(valuetype="date", datevalue="2025-01-31T08:30:00"), "2025-01-31 08:30:00"),
        (TableCell(valuetype="boolean", booleanvalue="true"), "VERDADERO"),
        (TableCell(valuetype="string", stringvalue="texto"), "texto"),
    ],
)
def test_a_value_is_read_as_shown(shown: TableCell, text: str) -> None:
    found, findings = reading(ods(("x", shown)))
    assert texts(found) == [(1, ["x", text])]
    assert findings == ()


def test_what_is_rounded_is_reported() -> None:
    _, findings = reading(ods(("x", number(0.125, "13%", "percentage"))))
    details = (("exact", "12.5%"), ("shown", "13%"))
    assert findings == (Finding("value-rounded", Place(1, 2), details),)


def test_spans_are_inherited_from_their_origin() -> None:
    rows = (
        HEADER,
        ("1", spanning("DIRECCIÓN", 2), "a", "b", "c", "d"),
        ("2", None, "e", "f", "g", "h"),
        (spanning("PROCESOS HABILITANTES", 1, 6), *(None,) * 5),
    )
    found, findings = reading(ods(*rows))
    assert texts(found)[1:] == [
        (2, ["1", "DIRECCIÓN", "a", "b", "c", "d"]),
        (3, ["2", "DIRECCIÓN", "e", "f", "g", "h"]),
        (4, ["PROCESOS HABILITANTES"]),
    ]
    assert found.rows[2].cells[1].place == Place(2, 2)
    assert findings == ()


def test_words_under_a_span_are_reported_not_read() -> None:
    covered = '<table:covered-table-cell office:value-type="string"><text:p>b</text:p>'
    data = content(
        table(
            row(
                cell("a", 'table:number-columns-spanned="2"'),
                f"{covered}</table:covered-table-cell>",
            )
        )
    )
    found, findings = reading(data)
    assert texts(found) == [(1, ["a"])]
    assert [finding.code for finding in findings] == ["covered-cell"]


def test_repeated_words_stand_in_each_place() -> None:
    repeated = row(
        cell("a", 'table:number-columns-repeated="2"'), more='table:number-rows-repeated="2"'
    )
    assert texts(reading(content(table(repeated)))[0]) == [(1, ["a", "a"]), (2, ["a", "a"])]


def test_paragraphs_spaces_and_notes() -> None:
    inner = (
        '<office:annotation><text:p>nota</text:p></office:annotation><text:p>a<text:s text:c="3"/>'
        "b<text:tab/>c<text:line-break/>d <text:span>e</text:span></text:p><text:p>f</text:p>"
    )
    data = content(
        table(row(f'<table:table-cell office:value-type="string">{inner}</table:table-cell>'))
    )
    assert texts(reading(data)[0]) == [(1, ["a   b\tc\nd e\nf"])]


def test_errors_are_reported() -> None:
    error = cell("#REF!", 'calcext:value-type="error"')
    date = '<table:table-cell office:value-type="date" office:date-value="ayer"/>'
    infinite = '<table:table-cell office:value-type="float" office:value="INF"/>'
    found, findings = reading(content(table(row(cell("x"), error, date, infinite))))
    assert texts(found) == [(1, ["x"])]
    assert [finding.detail("error") for finding in findings] == ["#REF!", "#VALUE!", "#NUM!"]


def test_hidden_parts_are_read_and_reported() -> None:
    column = '<table:table-column table:number-columns-repeated="2"/>'
    hidden = '<table:table-column table:visibility="collapse"/>'
    rows = row(cell("a"), cell("b"), cell("c")) + row(cell("d"), more='table:visibility="filter"')
    _, findings = reading(content(table(column + hidden + rows)))
    assert [(finding.code, finding.details) for finding in findings] == [
        ("hidden-rows-read", (("rows", "2"),)),
        ("hidden-column-read", (("column", "C"),)),
    ]


def test_sheets_hidden_and_copied_from_elsewhere() -> None:
    style = (
        '<style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    header = row(*map(cell, HEADER))
    copied = table(header).replace("Hoja1", "'file:///tmp/otro.ods'#$Hoja1")
    cover = table(row(cell("Carátula"))).replace("Hoja1", "Carátula")
    data = content(copied + cover + table(header, 'table:style-name="ta1"'), style)
    found, findings = reading(data)
    assert found.rows[0].cells[0].place == Place(1, 1, "Hoja1")
    assert [finding.code for finding in findings] == [
        "external-links-ignored",
        "hidden-sheet-read",
    ]


def test_macros_are_left_aside_and_reported() -> None:
    data = exchanged(ods(HEADER, GOAL), {"Basic/Standard/Module1.xml": "<a/>"})
    assert [finding.code for finding in reading(data)[1]] == ["macros-ignored"]


def test_an_encrypted_workbook_is_refused() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    error = refusal(exchanged(ods(HEADER), {"META-INF/manifest.xml": manifest}))
    assert error.code == "encrypted-file"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (exchanged(ods(HEADER), {"content.xml": None}), "not-a-workbook"),
        (exchanged(ods(HEADER), {"content.xml": b"<a>"}), "broken-workbook"),
        (exchanged(ods(HEADER), {"content.xml": b"<a/>"}), "empty-workbook"),
        (content(table(row(table(row(cell("a")))))), "broken-workbook"),
        (content(table(row(cell("a", 'table:number-columns-repeated="x"')))), "broken-workbook"),
        (
            content(table(row(cell("a", 'table:number-columns-repeated="2000"')))),
            "too-many-columns",
        ),
        (
            content(table(row(cell("a"), more='table:number-rows-repeated="1048576"'))),
            "too-many-rows",
        ),
        (
            content(table(row(cell("a", 'table:number-columns-repeated="1000"')) * 1001)),
            "too-many-cells",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    assert refusal(data).code == code


def test_a_span_without_end_covers_only_what_is_there() -> None:
    endless = cell("a", 'table:number-rows-spanned="999999999" table:number-columns-spanned="99"')
    assert texts(reading(content(table(row(endless))))[0]) == [(1, ["a"])]
