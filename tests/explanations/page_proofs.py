"""Examples as web pages and Word documents, with the marks that the wrong one has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from pathlib import Path

from a4_rdf.explanations.examples import Example
from tests.explanations.documents import (
    FOOTER,
    GOAL,
    HEADINGS,
    TITLE,
    Proof,
    Rows,
    piece_of,
    table_of,
    written,
)
from tests.read.words import body, p, tbl, tc, tr

LAST = f"<td>{GOAL[-1]}</td>"
NEWS = "".join(f"<p>Noticia {n}</p>" for n in range(20))


def lines(rows: Rows) -> str:
    """Return rows as lines of a page."""
    return "".join(f"<p>{escape(' '.join(row))}</p>" for row in rows)


def table(rows: Rows) -> str:
    """Return rows as a table of a page."""
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def page(content: str) -> bytes:
    """Return a web page between the usual title and footer."""
    html = f"<!DOCTYPE html><html><body>{lines(TITLE)}{content}{lines(FOOTER)}</body></html>"
    return html.encode()


def marked(old: str, new: str, example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a page; in the wrong one the markup `old` is `new`."""
    content = table(table_of(piece_of(example, wrong)))
    if wrong:
        assert old in content
        content = content.replace(old, new)
    return written(folder / "t.html", page(content))


def beside(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a page with the piece as a second table, or as lines below the table."""
    piece = piece_of(example, wrong)
    more = table(table_of(piece)) if piece.headings else lines(piece.rows)
    return written(folder / "t.html", page(table((HEADINGS, GOAL)) + more))


def below(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a page with the wrong piece below the table, the other as the table."""
    if wrong:
        return beside(example, wrong, folder)
    return written(folder / "t.html", page(table(table_of(example.mended))))


def titled(show: Callable[[str], str], example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a page with the piece as its title, shown otherwise where it is wrong."""
    title = piece_of(example, wrong).rows[0][0]
    above = show(title) if wrong else f"<p>{title}</p>"
    content = f"<p>{TITLE[1][0]}</p>{table((HEADINGS, GOAL))}{lines(FOOTER)}"
    return written(folder / "t.html", f"<!DOCTYPE html><html>{above}{content}</html>".encode())


def crossing(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a page where a cell from above and a wide one take the same place."""
    content = table(table_of(piece_of(example, wrong)))
    if wrong:
        wide = "<td>Número de barrios</td><td></td>"
        assert wide in content
        content = content.replace(LAST, LAST.replace("<td>", "<td rowspan=2>"))
        content = content.replace(wide, "<td colspan=2>Número de barrios</td>")
    return written(folder / "t.html", page(content))


def tracked(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a Word document that keeps a change, or has it accepted."""
    goal = piece_of(example, wrong).rows[0]
    target = f"<w:r><w:t>{goal[-1]}</w:t></w:r>"
    if wrong:
        gone = "<w:del><w:r><w:delText>2 puentes</w:delText></w:r></w:del>"
        target = f"{gone}<w:ins>{target}</w:ins>"
    row = tr(*goal[:-1], tc(f"<w:p>{target}</w:p>"))
    above, under = ("".join(p(" ".join(row)) for row in rows) for rows in (TITLE, FOOTER))
    return written(folder / "t.docx", body(above + tbl(tr(*HEADINGS), row) + under))


PAGES: Mapping[str, Proof] = {
    "tables-left-out": beside,
    "lines-left-out": partial(titled, lambda title: f"<p>{title}</p>{NEWS}"),
    "links-left-out": partial(titled, lambda title: f"<p><a href='/'>{title}</a></p>"),
    "cells-overlap": crossing,
    "changes-unaccepted": tracked,
    "hidden-cell-read": partial(marked, LAST, LAST.replace("<td>", "<td style='display:none'>")),
    "struck-text": partial(marked, LAST, LAST.replace("<td>", "<td><s>2</s> ")),
    "hidden-text": partial(marked, LAST, LAST.replace("<td>", "<td><span hidden>2</span> ")),
    "line-left-out": below,
}
