"""Examples: the wrong piece of each has its finding when it is read, and the other has not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from a4_rdf.explanations.examples import EXAMPLES, Part
from a4_rdf.explanations.examples.example import PART_NAMES
from a4_rdf.findings import KINDS
from tests.explanations.documents import Proof, in_text
from tests.explanations.file_proofs import FILES
from tests.explanations.page_proofs import PAGES
from tests.explanations.pdf_proofs import PDF
from tests.explanations.workbook_proofs import WORKBOOKS

NOT_RUN: Mapping[str, str] = {
    "formats-unread": "no library writes a workbook of Excel 95, nor does LibreOffice any more; "
    "tests/read/test_calamine.py raises it",
}
OWN: Mapping[str, Proof] = {**FILES, **WORKBOOKS, **PAGES, **PDF}
IN_TEXT = (Part.TABLE, Part.TITLE, Part.FOOTER)
RUN = tuple(code for code in EXAMPLES if code not in NOT_RUN)

# A lone file of comma-separated values has neither title nor footer.
LONE = {"title-missing", "regime-assumed", "footer-date-missing"}
# What the wrong piece has beside its own finding, for the one brings the other with it.
BESIDE: Mapping[str, set[str]] = {
    "delimiter-guessed": {
        *LONE,
        "ambiguous-row",
        "objective-missing",
        "indicator-missing",
        "target-missing",
    },
    "stray-quote": LONE,
    "metadata-missing": {"title-missing", "footer-date-missing"},
    "cell-error": {"target-missing"},
    "formula-without-value": {"target-missing"},
    "links-left-out": {"title-missing"},
    "cells-overlap": {"target-missing"},
    "columns-inferred": {"rows-inferred"},
    "cell-across-rows": {"rows-inferred"},
    "irregular-cell": {"objective-missing", "unit-across-numbers"},
    "word-cut": {"word-rejoined", "unread-number", "target-qualitative"},
    "scanned-text": {"columns-inferred", "rows-inferred"},
    "ambiguous-row": {"row-realigned"},
    "inherits-ambiguous": {"row-realigned", "ambiguous-row"},
    "extra-text": {"ambiguous-row"},
    "unplaced-text": {"unknown-column"},
    "footer-date-unread": {"footer-unread"},
    "unread-number": {"target-qualitative"},
    "ambiguous-number": {"target-qualitative"},
    "decided": {"cell-corrected", "row-realigned"},
}
# What the other piece has: a correction that is applied is told, too.
LEFT: Mapping[str, set[str]] = {
    "delimiter-guessed": LONE,
    "stray-quote": LONE,
    "correction-without-document": {"cell-corrected"},
    "correction-without-row": {"cell-corrected"},
    "correction-without-column": {"cell-corrected"},
}


def found(code: str, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of the findings on a piece of an example."""
    example = EXAMPLES[code]
    if code not in OWN:
        assert example.part in IN_TEXT
        return in_text(example, wrong, folder)
    return OWN[code](example, wrong, folder)


@pytest.mark.parametrize("code", RUN)
def test_the_wrong_piece_has_the_finding(code: str, tmp_path: Path) -> None:
    assert found(code, True, tmp_path) == {code, *BESIDE.get(code, ())}


@pytest.mark.parametrize("code", RUN)
def test_the_other_piece_has_not(code: str, tmp_path: Path) -> None:
    assert found(code, False, tmp_path) == LEFT.get(code, set())


def test_every_code_has_an_example_and_nothing_else() -> None:
    assert list(EXAMPLES) == list(KINDS)
    assert len(EXAMPLES) == 91


def test_what_is_not_run_is_named() -> None:
    assert len(NOT_RUN) == 1
    assert len(RUN) == 90
    assert set(OWN) <= set(RUN)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_marked_cell_is_there_and_the_pieces_differ(code: str) -> None:
    example = EXAMPLES[code]
    assert example.part in PART_NAMES
    for piece in (example.wrong, example.mended):
        row, column = piece.cell
        rows = (piece.headings, *piece.rows)
        assert 0 <= row < len(rows)
        assert 1 <= column <= len(rows[row])
        assert bool(piece.headings) or row > 0
        if piece.headings:
            assert {len(one) for one in rows} == {len(piece.headings)} or code == "extra-text"
        if piece.note:
            assert piece.note.es != piece.note.en
    for lang in ("es", "en"):
        wrong, mended = (text.partition("\n")[2] for text in example.texts(lang))
        assert wrong != mended


def test_an_example_as_text() -> None:
    assert EXAMPLES["target-missing"].texts("es") == (
        "Mal:\n"
        "No. | Unidad | Objetivo | Actividad | Indicador | Meta cuantificable\n"
        "1 | DIRECCIÓN DE OBRAS PÚBLICAS | Mejorar las vías del cantón | Construir puentes | "
        "Número de puentes | ",
        "Bien:\n"
        "No. | Unidad | Objetivo | Actividad | Indicador | Meta cuantificable\n"
        "1 | DIRECCIÓN DE OBRAS PÚBLICAS | Mejorar las vías del cantón | Construir puentes | "
        "Número de puentes | 3 puentes",
    )
    assert EXAMPLES["hidden-text"].texts("en")[0].endswith("\n(before it stands a hidden «2»)")
    assert [text.split("\n")[0] for text in EXAMPLES["row-continued"].texts("en")] == [
        "As written:",
        "As read:",
    ]
