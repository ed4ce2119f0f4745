"""Cells that a spreadsheet may open: an apostrophe before what it would run as a formula."""

from __future__ import annotations

import re


def neutralised(cell: str) -> str:
    """Return a cell as a spreadsheet may open it: an apostrophe before what begins like a formula.

    A text that begins with apostrophes before such a sign gets one more, so `restored` is exact.
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def restored(cell: str) -> str:
    """Return what `neutralised` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


_FORMULA = re.compile(r"'*[=+\-@\t\r\n].", re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d[\d.,]*(?:[eE][+-]?\d+)?")
