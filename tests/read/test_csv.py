"""CSV as bodies write it: every dialect reads back exactly, and what was guessed is said."""

from __future__ import annotations

import gc
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Finding, Place, Table
from a4_rdf.read import Bounds, Document
from a4_rdf.read.csv import read_csv, read_pairs
from tests.read.dialects import Written, written

HEADER = "Unidad;Objetivos;Indicador;Meta cuantificable"


def reading(text: str, name: str = "t.csv") -> tuple[Table, tuple[Finding, ...]]:
    return read_csv(Document(name, text.encode()), Bounds())


def shown(table: Table) -> list[tuple[int, dict[int, str]]]:
    return [(r.number, {c.place.column: c.text for c in r.cells}) for r in table.rows if r.cells]


@settings(max_examples=400, deadline=None)
@given(written())
def test_a_known_table_reads_back_in_every_dialect(drawn: Written) -> None:
    table, findings = read_csv(Document("t.csv", drawn.data), Bounds())
    composed = [
        (number, {at: unicodedata.normalize("NFC", text) for at, text in cells.items()})
        for number, cells in shown(table)
    ]
    assert composed == [row for row in drawn.rows if row[1]]
    assert {finding.code for finding in findings} <= {"encoding-guessed", "delimiter-guessed"}
    assert all(c.written == c.text and c.place.row == r.number for r in table.rows for c in r.cells)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text('a";,\t|\n\r ', max_size=80).map(str.encode))
def test_any_bytes_give_a_table_or_a_refusal(data: bytes) -> None:
    try:
        table, _ = read_csv(Document("t.csv", data), Bounds())
    except SourceError:
        return
    numbers = [row.number for row in table.rows]
    assert numbers == sorted(set(numbers))


def test_a_record_is_numbered_by_the_line_on_which_it_begins() -> None:
    table, findings = reading(f'{HEADER}\nA;"uno\ndos\n\ntres";C;D\n\nE;F;G;H\n')
    assert [row.number for row in table.rows] == [1, 2, 6, 7]
    assert table.rows[1].cells[1] == Cell("uno\ndos\n\ntres", Place(2, 2), "uno\ndos\n\ntres")
    assert table.rows[2].cells == ()
    assert findings == ()


def test_empty_columns_and_rows_and_ragged_rows_are_only_empty() -> None:
    text = f"{HEADER};;;;;;;;;;\r\n" + ";;;;;;;;;;;;;\r\n" * 300 + "A;B\r\nC;;D;E;;;;;\r\n"
    table, _ = reading(text)
    assert [row.number for row in table.rows if row.cells] == [1, 302, 303]
    assert shown(table)[1:] == [(302, {1: "A", 2: "B"}), (303, {1: "C", 3: "D", 4: "E"})]


def test_a_line_that_names_the_delimiter_is_no_row_but_keeps_its_number() -> None:
    table, findings = reading("sep=|\nUnidad|Objetivos|Indicador, meta; más|Meta\nA|B|C|D\n")
    assert [(row.number, len(row.cells)) for row in table.rows] == [(1, 0), (2, 4), (3, 4)]
    assert findings == ()


def test_a_quote_that_is_never_closed_swallows_no_other_row() -> None:
    text = f'{HEADER}\nA;"B;C;D\nE;F;G;H\nI;"J";K;L\n'
    table, findings = reading(text)
    assert shown(table)[1:] == [
        (2, {1: "A", 2: '"B', 3: "C", 4: "D"}),
        (3, {1: "E", 2: "F", 3: "G", 4: "H"}),
        (4, {1: "I", 2: "J", 3: "K", 4: "L"}),
    ]
    assert [(f.code, f.place) for f in findings] == [("stray-quote", Place(2, 2))]


def test_an_unclosed_quote_does_not_pair_with_that_of_a_later_row() -> None:
    text = f'{HEADER}\nA;"B;C;D\n' + "E;F;G;H\n" * 5 + 'I;J";K;L\nM;N;O;P\n'
    table, findings = reading(text)
    assert [row.number for row in table.rows] == list(range(1, 10))
    assert [(f.code, f.place.row) for f in findings] == [("stray-quote", 2)]


def test_quotes_inside_a_cell_are_signs() -> None:
    table, findings = reading(f'{HEADER}\nPlan "Vida" 2025;5" de tubería;C;""\n')
    assert shown(table)[1] == (2, {1: 'Plan "Vida" 2025', 2: '5" de tubería', 3: "C"})
    assert findings == ()


def test_a_rival_delimiter_is_named() -> None:
    table, findings = reading("a;b;c,d,e\nf;g;h,i,j\n")
    assert [len(row.cells) for row in table.rows] == [3, 3]
    assert [(f.code, f.details) for f in findings] == [
        ("delimiter-guessed", (("delimiter", "«;»"), ("rival", "«,»")))
    ]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("t.csv", "text/csv"),
        ("T.CSV", "text/csv"),
        ("t.tsv", "text/tab-separated-values"),
        ("t.txt", "text/plain"),
    ],
)
def test_the_media_type_is_the_suffix_s(name: str, media_type: str) -> None:
    assert reading(f"{HEADER}\nA;B;C;D\n", name)[0].source.media_type == media_type


def test_pairs_may_be_in_two_cells_or_in_one() -> None:
    two, _ = read_pairs(Document("m.csv", b"Fecha;31/1/2025\nUnidad;A, B y C\n"), Bounds())
    one, _ = read_pairs(Document("m.csv", b"Fecha: 31/1/2025\nUnidad: A\n"), Bounds())
    assert shown(two) == [(1, {1: "Fecha", 2: "31/1/2025"}), (2, {1: "Unidad", 2: "A, B y C"})]
    assert shown(one) == [(1, {1: "Fecha: 31/1/2025"}), (2, {1: "Unidad: A"})]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("a;b;c\n" * 100, "too-large", "se esperaban a lo sumo 500 bytes; hay 600"),
        ("a;b;c\n" * 9 + "d\n", "too-many-rows", "se esperaban a lo sumo 8 filas; hay 10"),
        ("a;b;c\n" * 7, "too-many-cells", "se esperaban a lo sumo 20 celdas con texto; hay 21"),
        ("a;b;c\n;;;;;;\n", "too-many-columns", "se esperaban a lo sumo 5 columnas; hay 7 en"),
        ('a;b;c\n;;"x\n' + "y" * 30 + '"', "cell-too-long", "a lo sumo 20 caracteres en una celda"),
    ],
)
def test_what_is_over_a_bound_is_refused(text: str, code: str, message: str) -> None:
    bounds = Bounds(text=500, rows=8, columns=5, cells=20, cell_characters=20)
    with pytest.raises(SourceError) as caught:
        read_csv(Document("t.csv", text.encode()), bounds)
    assert caught.value.code == code
    assert message in caught.value.message


MANY = 200_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"a;' * MANY, "too-many-columns"),
        ('"""x;' * MANY, "too-many-columns"),
        ('""x;' * MANY, "too-many-columns"),
        (";" * MANY, "too-many-columns"),
        ('"' * MANY, "cell-too-long"),
        ('a;b;"' + "x\n" * MANY, "too-many-rows"),
        (f'a;"{"x" * 999}\n";' * 300 + "\n", ""),
        ("a;b;" + "x" * MANY, "cell-too-long"),
        (("a;" * 600 + "\n") * 2_000, "too-many-cells"),
    ],
)
def test_hostile_texts_end_in_a_clear_refusal(text: str, code: str) -> None:
    try:
        reading(f"{HEADER}\n{text}")
    except SourceError as error:
        assert error.code == code
    else:
        assert code == ""


def test_blank_rows_at_the_end_break_no_bound() -> None:
    data = ("a;b;c\n" * 5 + ";;\n" * 1000).encode()
    table, _ = read_csv(Document("t.csv", data), Bounds(rows=10))
    assert len(table.rows) == 5


def test_the_collector_of_garbage_runs_again_after_reading_and_after_a_refusal() -> None:
    reading(f"{HEADER}\nA;B;C;D\n")
    assert gc.isenabled()
    with pytest.raises(SourceError):
        read_csv(Document("t.csv", b"a;b;c\nd;e;f\n"), Bounds(cells=2))
    assert gc.isenabled()
