"""How a file marks thousands and decimals: what its own numbers show, if they agree.

`1.479.588,24` and `819,689.33` show which mark parts thousands, `1.479.588` too. A number with
decimals alone (`269934,95`) shows too little to settle others, for few write three decimals, but a
file with numbers of both styles settles nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

POINT, COMMA = ".", ","

_MARKED = re.compile(r"[0-9][.,][0-9]")
_NUMBER = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)+(?![.,]?\d)")


@dataclass(frozen=True, slots=True)
class Style:
    """The mark that parts thousands in a file; the other one parts decimals.

    `shown_by` is the first number of the file that shows it.
    """

    thousands: str
    shown_by: str


def has_marks(text: str) -> bool:
    """Tell whether a text has digits that a point or a comma parts."""
    return _MARKED.search(text) is not None


def marked_numbers(text: str) -> list[str]:
    """Return the numbers of a text that have marks, as written."""
    return _NUMBER.findall(text)


def style_of(numbers: Iterable[str]) -> Style | None:
    """Return the style that the numbers of a file settle, or None.

    `numbers` are quantities as written, no dates or lists.
    """
    settled: Style | None = None
    seen: set[str] = set()
    for written in numbers:
        mark = _thousands(written)
        if mark:
            seen.add(mark)
        if mark and settled is None and _settles(written):
            settled = Style(mark, written)
    return settled if len(seen) == 1 else None


def is_grouped(groups: list[str]) -> bool:
    """Tell whether digits are grouped in thousands: one to three, then threes."""
    head, *rest = groups
    lengths = all(len(group) == 3 and group.isdigit() for group in rest)
    return 0 < len(head) <= 3 and not head.startswith("0") and head.isdigit() and lengths


def _settles(written: str) -> bool:
    """Tell whether a number shows how thousands are marked, not only how decimals are."""
    return written.count(POINT) + written.count(COMMA) > 1


def _thousands(written: str) -> str:
    """Return the mark that parts thousands where a number is written so, "" if it can be either."""
    if POINT in written and COMMA in written:
        decimal = max(POINT, COMMA, key=written.rfind)
        head = written.rpartition(decimal)[0]
        return _other(decimal) if is_grouped(head.split(_other(decimal))) else ""
    mark = POINT if POINT in written else COMMA
    groups = written.split(mark)
    if len(groups) > 2:
        return mark if is_grouped(groups) else ""
    return "" if is_grouped(groups) else _other(mark)


def _other(mark: str) -> str:
    return COMMA if mark == POINT else POINT
