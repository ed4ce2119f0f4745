"""PDF: tables over pages read as a person reads them; what was not drawn is said to be inferred."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from a4_rdf.errors import SourceError
from a4_rdf.interpret import interpret
from a4_rdf.model import Goal, Place, Plan, Row
from a4_rdf.read import Bounds, Document
from a4_rdf.read.pdf import read_pdf
from a4_rdf.repair import repair
from tests.read.ame_pdf import ame_pdf, text_plan
from tests.read.pdfs import GRID, TOP, Sheet, drawn, pdf

HEADER = ("No.", "Unidad", "Objetivo", "Actividad", "Indicador", "Meta cuantificable")
WIDTHS = (30.0, 90.0, 100.0, 100.0, 100.0, 100.0)
PAGE = (600.0, 400.0)


def rows_of(data: bytes) -> list[list[str]]:
    """Return the texts of each row that has any."""
    table, _ = read_pdf(Document("t.pdf", data), Bounds())
    return [[cell.text for cell in row.cells] for row in table.rows if row.cells]


def codes_of(data: bytes) -> list[tuple[int, str]]:
    """Return row and code of each finding."""
    _, findings = read_pdf(Document("t.pdf", data), Bounds())
    return [(finding.place.row, finding.code) for finding in findings]


def refusal(data: bytes, bounds: Bounds = Bounds()) -> str:  # noqa: B008
    """Return the code and message with which a document is refused."""
    with pytest.raises(SourceError) as caught:
        read_pdf(Document("t.pdf", data), bounds)
    return f"{caught.value.code}: {caught.value.message}"


def small(*rows: tuple[str, ...], **options: object) -> Sheet:
    """Return a sheet of six narrow columns."""
    return Sheet(rows, widths=WIDTHS, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def ame_plan() -> Plan:
    return text_plan()


def said(goal: Goal) -> tuple[object, ...]:
    """Return all that a goal says, places aside."""
    words = (goal.reported_unit, goal.objective, goal.activity, goal.indicator, goal.target_cell)
    texts = tuple(None if word is None else word.text for word in words)
    return goal.number, goal.unit, goal.section, goal.level, *texts, goal.status, goal.targets


@pytest.mark.parametrize("rows_a_page", [5, 12, 20])
def test_the_ame_table_with_its_merged_cells_gives_the_same_goals(
    ame_plan: Plan, rows_a_page: int
) -> None:
    table, findings = read_pdf(Document("ame.pdf", ame_pdf(ame_plan, rows_a_page)), Bounds())
    plan, _ = interpret(repair(table)[0])
    assert len(plan.goals) == 62
    assert [said(goal) for goal in plan.goals] == [said(goal) for goal in ame_plan.goals]
    assert sum(t.value is not None for goal in plan.goals for t in goal.targets) == 58
    assert plan.title == ame_plan.title
    assert plan.footer == ame_plan.footer
    assert {finding.code for finding in findings} <= {"word-rejoined"}


INNER = colors.black
STYLES = {
    "no rules": (TOP,),
    "level rules": (TOP, ("LINEBELOW", (0, 0), (-1, -1), 0.5, INNER)),
    "shaded": (TOP, ("BACKGROUND", (0, 0), (-1, -1), colors.lightgrey)),
    "upright rules": (
        TOP,
        ("BOX", (0, 0), (-1, -1), 0.5, INNER),
        ("LINEAFTER", (0, 0), (-1, -1), 0.5, INNER),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, INNER),
    ),
    "centred": (GRID, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")),
}
INFERRED = {
    "no rules": {"columns-inferred", "rows-inferred"},
    "level rules": {"columns-inferred"},
    "shaded": {"columns-inferred", "rows-inferred"},
    "upright rules": {"rows-inferred"},
    "centred": set(),
}


@pytest.mark.parametrize("style", list(STYLES))
def test_what_rules_do_not_draw_is_inferred_and_said(ame_plan: Plan, style: str) -> None:
    data = ame_pdf(ame_plan, style=STYLES[style])
    table, findings = read_pdf(Document("ame.pdf", data), Bounds())
    plan, _ = interpret(repair(table)[0])
    assert [said(goal) for goal in plan.goals] == [said(goal) for goal in ame_plan.goals]
    assert {f.code for f in findings} - {"word-rejoined"} == INFERRED[style]


def test_rows_are_numbered_through_all_pages_and_places_name_the_page() -> None:
    data = pdf(small(HEADER, ("1", "A", "b", "c", "d", "5")), small(("2", "B", "e", "f", "g", "6")))
    table, findings = read_pdf(Document("t.pdf", data), Bounds())
    assert [row.number for row in table.rows] == [1, 2, 3]
    assert table.rows[2].cells[5].place == Place(3, 6, "p. 2")
    assert table.source.media_type == "application/pdf"
    assert findings == ()


def test_a_single_page_is_not_named() -> None:
    table, _ = read_pdf(Document("t.pdf", pdf(small(HEADER))), Bounds())
    assert table.rows[0].cells[0].place == Place(1, 1, "")


def test_a_merged_cell_keeps_the_place_of_its_text() -> None:
    rows = (HEADER, ("1", "U", "o", "a", "i", "5"), ("", "", "", "b", "", "6"))
    spans = [(0, 1, 0, 2), (1, 1, 1, 2), (2, 1, 2, 2), (4, 1, 4, 2)]
    table, _ = read_pdf(Document("t.pdf", pdf(small(*rows, spans=spans))), Bounds())
    last: Row = table.rows[2]
    assert [cell.text for cell in last.cells] == ["1", "U", "o", "b", "i", "6"]
    assert [cell.place.row for cell in last.cells] == [2, 2, 2, 3, 2, 3]


def test_another_table_has_no_a4_header() -> None:
    payroll = small(("No.", "Apellidos", "Puesto", "Grado", "RMU", "Total"), ("1",) * 6)
    table, _ = read_pdf(Document("t.pdf", pdf(payroll)), Bounds())
    with pytest.raises(SourceError) as caught:
        repair(table)
    assert caught.value.code == "no-a4-header"


def test_an_empty_cell_is_none_and_a_row_of_covered_cells_is_blank() -> None:
    rows = (HEADER, ("1", "U", "", "a", "i", "5"), ("",) * 6, ("2", "V", "o", "", "j", "6"))
    spans = [(at, 1, at, 2) for at in range(5)]
    table, _ = read_pdf(Document("t.pdf", pdf(small(*rows, spans=spans))), Bounds())
    assert [[c.place.column for c in row.cells] for row in table.rows[1:]] == [
        [1, 2, 4, 5, 6],
        [],
        [1, 2, 3, 5, 6],
    ]


def test_a_section_across_the_table_and_lines_around_it_are_rows() -> None:
    sheet = small(
        HEADER,
        ("PROCESOS GOBERNANTES", "", "", "", "", ""),
        ("1", "U", "o", "a", "i", "5"),
        spans=[(0, 1, 5, 1)],
        above=["GAD MUNICIPAL DE PRUEBA"],
        below=["FECHA DE ACTUALIZACIÓN: 31/01/2025"],
    )
    found = rows_of(pdf(sheet))
    assert [len(row) for row in found] == [1, 6, 1, 6, 1]
    assert found[0] == ["GAD MUNICIPAL DE PRUEBA"]
    assert found[-1] == ["FECHA DE ACTUALIZACIÓN: 31/01/2025"]


def test_two_tables_on_a_page_follow_each_other() -> None:
    one = small(HEADER, ("1", "U", "o", "a", "i", "5"))
    other = small(HEADER, ("2", "V", "p", "b", "j", "6"))
    from tests.read.pdfs import flowables, paragraph  # noqa: PLC0415

    one.extra = [paragraph("PROCESOS DE APOYO"), *flowables(other)]
    found = rows_of(pdf(one))
    assert [row[0] for row in found] == ["No.", "1", "PROCESOS DE APOYO", "No.", "2"]


def test_columns_of_a_narrower_table_are_those_of_the_main_one() -> None:
    main = small(HEADER, ("1", "U", "o", "a", "i", "5"), ("2", "V", "p", "b", "j", "6"))
    foot = Sheet([("PERIODICIDAD", "Mensual")], widths=(220.0, 300.0))
    table, _ = read_pdf(Document("t.pdf", pdf(main, foot)), Bounds())
    assert [cell.place.column for cell in table.rows[-1].cells] == [1, 4]


def test_words_cut_by_a_narrow_column_are_joined_where_the_document_knows_them() -> None:
    rows = (HEADER, ("1", "UNIDAD", "Fortalecimiento", "Fortalecimiento", "y", "5"))
    sheet = Sheet(rows, widths=(30.0, 90.0, 35.0, 100.0, 60.0, 80.0))
    assert rows_of(pdf(sheet))[1][2:4] == ["Fortalecimiento", "Fortalecimiento"]
    assert codes_of(pdf(sheet)) == [(1, "word-rejoined"), (2, "word-rejoined")]


def test_a_row_cut_by_the_end_of_a_page_is_one_row() -> None:
    first = small(HEADER, ("1", "UNIDAD", "Mejorar la", "Dictar", "Número de talleres", "5"))
    rest = small(HEADER, ("", "", "gestión", "talleres", "dictados", ""))
    data = pdf(first, rest)
    assert rows_of(data)[1] == [
        "1",
        "UNIDAD",
        "Mejorar la gestión",
        "Dictar talleres",
        "Número de talleres dictados",
        "5",
    ]
    assert codes_of(data) == [(2, "row-continued")]


def test_a_row_that_may_go_on_is_kept_and_flagged() -> None:
    first = small(HEADER, ("1", "UNIDAD", "Mejorar la", "Dictar", "Número de talleres", "5"))
    data = pdf(first, small(HEADER, ("", "", "gestión", "talleres", "Nº", "6")))
    assert rows_of(data)[-1] == ["gestión", "talleres", "Nº", "6"]
    assert codes_of(data) == [(4, "row-perhaps-continued")]


def test_running_titles_and_page_numbers_are_left_out_openly() -> None:
    sheets = [
        small(HEADER, (str(at), "U", "o", "a", "i", "5"), above=["GAD DE PRUEBA"], below=[below])
        for at, below in ((1, "Página 1 de 2"), (2, "Página 2 de 2"))
    ]
    data = pdf(*sheets)
    assert [row[0] for row in rows_of(data)] == ["GAD DE PRUEBA", "No.", "1", "No.", "2"]
    assert codes_of(data) == [(1, "margins-left-out"), (4, "margins-left-out")]


def test_a_full_line_goes_on_in_the_next_one_outside_of_tables() -> None:
    long = "GOBIERNO AUTÓNOMO DESCENTRALIZADO MUNICIPAL DEL CANTÓN DE LOS MÁS LARGOS NOMBRES "
    long += "QUE UN TÍTULO DE DOS RENGLONES TUVO JAMÁS EN ESTE PAÍS"
    sheet = small(HEADER, ("1", "U", "o", "a", "i", "5"), above=[long, "Literal a4)", "Otro"])
    assert [row[0] for row in rows_of(pdf(sheet, size=PAGE))] == [
        long,
        "Literal a4)",
        "Otro",
        "No.",
        "1",
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("declared", [True, False])
def test_turned_pages_read_as_upright_ones(turn: int, declared: bool) -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(600, 600), invariant=1)
    if declared:
        canvas.setPageRotation(turn)
    else:
        canvas.translate(300, 300)
        canvas.rotate(turn)
        canvas.translate(-300, -300)
    canvas.setFont("Helvetica", 8)
    for x in range(100, 501, 100):
        canvas.line(x, 100, x, 500)
    for y in range(100, 501, 100):
        canvas.line(100, y, 500, y)
        for x in range(100, 500, 100):
            if y < 500:
                canvas.drawString(x + 5, y + 50, f"{x} en {y}")
    canvas.save()
    data = stream.getvalue()
    if declared:
        assert sorted(text for row in rows_of(data) for text in row) == sorted(
            f"{x} en {y}" for x in range(100, 500, 100) for y in range(100, 500, 100)
        )
    else:
        assert rows_of(data)[0] == ["100 en 400", "200 en 400", "300 en 400", "400 en 400"]
        assert len(rows_of(data)) == 4


def image_page(canvas: Canvas, *texts: str) -> None:
    """Draw a page that is one image, with texts on it."""
    from PIL import Image  # noqa: PLC0415

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 128)), 0, 0, 600, 800)
    canvas.setFont("Helvetica", 8)
    for at, text in enumerate(texts):
        canvas.drawString(50, 700 - 12 * at, text)
    canvas.showPage()


def scanned(*pages: tuple[str, ...]) -> bytes:
    """Return a PDF of images."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800), invariant=1)
    for texts in pages:
        image_page(canvas, *texts)
    canvas.save()
    return stream.getvalue()


def test_a_scan_is_refused_even_with_a_stamp_on_it() -> None:
    expected = (
        "no-text: se esperaba un PDF con texto; "
        "es una imagen escaneada, sin reconocimiento de texto ({})"
    )
    assert refusal(scanned(())) == expected.format("1 página")
    assert refusal(scanned((), ("Firmado electrónicamente",))) == expected.format("2 páginas")


def test_text_over_a_scan_is_read_and_flagged() -> None:
    line = "Renglón reconocido por una máquina, con las letras que creyó ver en la imagen."
    assert (1, "scanned-text") in codes_of(scanned((line,) * 6, ()))
    assert (7, "page-without-text") in codes_of(scanned((line,) * 6, ()))


def test_a_blank_document_is_refused() -> None:
    message = "no-text: se esperaba un PDF con texto; está en blanco (1 página)"
    assert refusal(drawn([(10, 10, " ")])) == message


def test_an_empty_password_opens_and_any_other_is_refused() -> None:
    sheet = small(HEADER, ("1", "U", "o", "a", "i", "5"))
    opened = pdfencrypt.StandardEncryption("", ownerPassword="x", canModify=0, strength=128)
    assert len(rows_of(pdf(sheet, encrypt=opened))) == 2
    closed = pdfencrypt.StandardEncryption("secreta", strength=128)
    message = "encrypted: se esperaba un PDF que se abra sin contraseña; éste la pide"
    assert refusal(pdf(sheet, encrypt=closed)) == message


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<!DOCTYPE html><html><body>404</body></html>", "una página HTML"),
        (b"PK\x03\x04rest", "un archivo comprimido (ZIP, XLSX, DOCX u ODS)"),
        (b"Unidad;Objetivo;Meta\n", "texto"),
    ],
)
def test_what_is_no_pdf_is_refused_by_what_it_is(data: bytes, found: str) -> None:
    assert refusal(data) == f"not-a-pdf: se esperaba un PDF; el contenido es {found}"


def test_evenly_spaced_lines_without_rules_are_refused() -> None:
    lines = []
    for at in range(12):
        words = ("Atender", "a quien", "lo pide", "siempre") if at % 3 == 0 else ("y más",) * 4
        lines += [(50 + 130 * column, 50 + 10 * at, word) for column, word in enumerate(words)]
    assert refusal(drawn(lines)).startswith("rows-unclear: se esperaba una tabla con líneas, o")


def test_unknown_letters_are_flagged_and_a_text_of_them_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pdfminer.pdffont import PDFSimpleFont, PDFUnicodeNotDefined  # noqa: PLC0415

    known = PDFSimpleFont.to_unichr

    def forgetful(font: PDFSimpleFont, cid: int) -> str:
        if chr(cid) in forgotten:
            raise PDFUnicodeNotDefined("", cid)
        return known(font, cid)

    data = pdf(small(HEADER, ("1", "Unidad X", "Objetivo", "Actividad", "Indicador", "5 talleres")))
    monkeypatch.setattr(PDFSimpleFont, "to_unichr", forgetful)
    forgotten = "X"
    assert rows_of(data)[1][1] == "Unidad \ufffd"
    assert codes_of(data) == [(2, "unmapped-characters")]
    forgotten = "aeiou"
    assert refusal(data) == (
        "no-letters: se esperaba un PDF con texto; sus fuentes no dicen qué letra es cada signo"
    )


@pytest.mark.parametrize(
    ("bounds", "code"),
    [
        (Bounds(pages=1), "too-many-pages: se esperaban a lo sumo 1 páginas; hay 2"),
        (Bounds(marks=20), "too-many-marks: se esperaban a lo sumo 20 trazos en una página"),
        (Bounds(rows=2), "too-many-rows: se esperaban a lo sumo 2 filas; hay 3"),
        (Bounds(columns=4), "too-many-columns: se esperaban a lo sumo 4 columnas"),
        (Bounds(cell_characters=3), "cell-too-long: se esperaban a lo sumo 3 caracteres"),
    ],
)
def test_every_bound_has_its_refusal(bounds: Bounds, code: str) -> None:
    sheet = small(HEADER, ("1", "U", "o", "a", "i", "5"))
    assert refusal(pdf(sheet, sheet), bounds).startswith(code)


def test_more_rules_than_a_table_needs_are_refused() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(6000, 6000), invariant=1)
    canvas.drawString(10, 10, "texto")
    for at in range(400):
        canvas.line(0, 4 * at, 5000, 4 * at)
        canvas.line(4 * at, 0, 4 * at, 5000)
    canvas.save()
    message = "too-many-rules: se esperaba una tabla; hay demasiadas líneas en la página 1"
    assert refusal(stream.getvalue()) == message
