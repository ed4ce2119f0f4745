"""What margins repeat is read once; page numbers are not read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a4_rdf.read.pdf_blocks import Piece, PieceRow
from a4_rdf.read.pdf_margins import without_margins
from a4_rdf.read.pdf_text import Line, Word

GRID = (0.0, 100.0, 200.0)
HEAD = ("Unidad", "Objetivo", "Indicador", "Meta")


def line(text: str) -> tuple[Line, ...]:
    return (Line((Word(text, 0, 0, 10, 10),)),)


def free(text: str) -> PieceRow:
    return PieceRow(0, (Piece(0, line(text)),))


def row(*texts: str) -> PieceRow:
    return PieceRow(0, tuple(Piece(at, line(text)) for at, text in enumerate(texts)), GRID)


def box(*texts: str) -> PieceRow:
    """Return a row of a table that is not the main one."""
    return replace(row(*texts), grid=(0.0, 50.0, 200.0))


def across(text: str) -> PieceRow:
    return PieceRow(0, (Piece(0, line(text), 2),), GRID)


def said(*pages: list[PieceRow]) -> list[list[str]]:
    kept, lost = without_margins(pages)
    assert [len(page) - gone for page, gone in zip(pages, lost, strict=True)] == list(
        map(len, kept)
    )
    return [[each.pieces[0].lines[0].text for each in page] for page in kept]


def test_the_first_running_title_and_the_last_running_foot_stay() -> None:
    page = [free("GAD"), row("a", "b"), free("Correo")]
    assert said(page, page, page) == [["GAD", "a"], ["a"], ["a", "Correo"]]


def test_a_title_inside_of_the_table_is_a_running_title_too() -> None:
    page = [across("GAD"), row("a", "b"), across("PROCESOS"), row("c", "d")]
    assert said(page, page) == [["GAD", "a", "PROCESOS", "c"], ["a", "PROCESOS", "c"]]


def test_a_heading_box_with_its_page_number_is_read_once() -> None:
    pages = [
        [box("POA", f"Página {at} de 2"), *[row("a", f"{at}")] * 3, box("Firma", "x")]
        for at in (1, 2)
    ]
    assert said(*pages) == [["POA", "a", "a", "a"], ["a", "a", "a", "Firma"]]


def test_a_header_is_never_a_margin() -> None:
    head = PieceRow(0, tuple(Piece(at, line(text)) for at, text in enumerate(HEAD)), (0, 9, 18, 27))
    page = [head, row("a", "b"), row("c", "d")]
    assert said(page, page) == [["Unidad", "a", "c"]] * 2


def test_a_section_that_ends_a_page_stays() -> None:
    page = [row("a", "b"), across("PROCESOS")]
    assert said(page, page) == [["a", "PROCESOS"], ["a", "PROCESOS"]]


def test_rows_and_lines_of_the_body_stay() -> None:
    page = [row("a", "b"), free("GAD"), row("a", "b")]
    assert said(page, page) == [["a", "GAD", "a"], ["a", "GAD", "a"]]


@pytest.mark.parametrize("number", ["Página 3", "pág. 3 de 12", "3", "3/12", "- 3 -"])
def test_page_numbers_are_left_out(number: str) -> None:
    assert said([row("a", "b"), free(number)], [row("c", "d")]) == [["a"], ["c"]]


def test_a_number_that_is_not_at_the_edge_or_on_the_only_page_stays() -> None:
    assert said([free("3"), row("a", "b")]) == [["3", "a"]]
    assert said([free("GAD"), free("3"), row("a", "b")], [row("c", "d")])[0] == ["GAD", "3", "a"]
