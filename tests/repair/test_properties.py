"""What holds for every table: repairs are idempotent, lose no text, move no sound row."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from a4_rdf import spanish
from a4_rdf.model import Column, Row, RowStatus, Table
from a4_rdf.repair import REPAIRS, repair
from a4_rdf.repair.marks import clean_marks
from tests.repair.synthetic import Line, Shifted, meant_rows, shifted_tables
from tests.tables import HEADER, table

COLUMNS = tuple(Column)[:6]
WORD = st.sampled_from(
    [
        "",
        "",
        "1",
        "12 talleres",
        "Número de talleres",
        "% de avance",
        "<b>PROCESOS GOBERNANTES</b>",
        "DIRECCIÓN DE OBRAS",
        "Mejorar las vías",
        "Construcción de vías",
        "**Ejemplo:**",
        "PERIODICIDAD: MENSUAL",
        "NO APLICA",
        "Meta cuantificable",
        "a\u00a0b\u200bc",
        "cafe\u0301",
        "&amp;nbsp;nbsp;",
        "<<b>b>x",
        "80%",
    ]
)
ANY_ROWS = st.lists(st.tuples(*[WORD] * 8), max_size=12)


def own(row: Row) -> dict[Column | None, str]:
    return {c.column: c.text for c in row.cells if c.place.row == row.number}


def meant(line: Line) -> dict[Column | None, str]:
    return {column: text for column, text in zip(COLUMNS, line, strict=True) if text}


@settings(max_examples=200, deadline=None)
@given(shifted_tables())
def test_a_shifted_row_is_recovered_or_flagged(drawn: Shifted) -> None:
    result, findings = repair(table(*drawn.written))
    flagged = {f.place.row for f in findings if f.code in ("ambiguous-row", "extra-text")}
    for at, line in enumerate(drawn.meant):
        row = result.rows[at + 1]
        assert own(row) == meant(line) or row.number in flagged, row


@settings(max_examples=100, deadline=None)
@given(meant_rows())
def test_a_sound_row_is_never_moved(rows: tuple[Line, ...]) -> None:
    result, findings = repair(table(*rows))
    assert [own(row) for row in result.rows[1:]] == [meant(line) for line in rows]
    assert [f.code for f in findings] == []


@settings(max_examples=200, deadline=None)
@given(ANY_ROWS)
def test_repairs_are_idempotent(rows: list[Line]) -> None:
    once, _ = repair(table(*rows))
    assert repair(once)[0] == once


@settings(max_examples=200, deadline=None)
@given(ANY_ROWS)
def test_each_repair_alone_is_idempotent(rows: list[Line]) -> None:
    current = table(*rows)
    for step in REPAIRS:
        current, _ = step(current)
        assert step(current)[0] == current


@settings(max_examples=200, deadline=None)
@given(ANY_ROWS)
def test_no_text_is_lost(rows: list[Line]) -> None:
    source = clean_marks(table(*rows))[0]
    result, findings = repair(source)
    noted = {(f.place, f.detail("text")) for f in findings}
    assert shown(source) == shown(result)
    for row in result.rows:
        if row.status is RowStatus.GOAL:
            loose = [c for c in row.cells if c.column is None and c.text]
            assert all((c.place, c.text) in noted for c in loose)
            columns = [c.column for c in row.cells if c.column is not None]
            assert len(columns) == len(set(columns))


def shown(tables: Table) -> list[list[tuple[int, str, str]]]:
    """Return place, text and written form of each row's own cells."""
    return [
        [
            (c.place.column, spanish.tidy(c.text), c.written)
            for c in row.cells
            if c.place.row == row.number
        ]
        for row in tables.rows
    ]


def test_written_text_is_never_changed() -> None:
    source = table(("1", "<b>DIRECCIÓN</b>", "", "", "", "1 plan"), header=HEADER)
    result, _ = repair(source)
    assert [c.written for c in result.rows[1].cells] == [c.written for c in source.rows[1].cells]
    assert replace(result.rows[1].cells[1]).text == "DIRECCIÓN"
