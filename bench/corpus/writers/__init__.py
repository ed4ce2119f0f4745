"""Write a grid in each format that bodies publish; the same grid gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.corpus.grid import Grid, Style
from bench.corpus.writers.delimited import in_csv, in_html, in_txt
from bench.corpus.writers.pdf import in_pdf
from bench.corpus.writers.triple import TRIPLE, in_triple
from bench.corpus.writers.word import in_docx
from bench.corpus.writers.workbooks import in_ods, in_xls, in_xlsx

__all__ = ["FORMATS", "TRIPLE", "WRITERS", "write"]

WRITERS: Mapping[str, Callable[[Grid, Style], bytes]] = {
    "txt": in_txt,
    "csv": in_csv,
    "xlsx": in_xlsx,
    "xls": in_xls,
    "ods": in_ods,
    "docx": in_docx,
    "html": in_html,
    "pdf": in_pdf,
}
FORMATS = (*WRITERS, TRIPLE)


def write(grid: Grid, form: str, style: Style) -> Mapping[str, bytes]:
    """Return the files of a document by what follows its date in their paths."""
    if form == TRIPLE:
        return {f"/{name}": data for name, data in in_triple(grid, style).items()}
    return {f".{form}": WRITERS[form](grid, style)}
