"""Cut a target cell into its clauses: where one promise ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a4_rdf import spanish
from a4_rdf.interpret.quantities import NO_HINTS, Hints, Quantity, quantity_at
from a4_rdf.interpret.remainder import WORD, is_in_doubt, left_over
from a4_rdf.memo import remembered

# After these a promise may start anew: a sentence's end, a bracket's, a bullet.
_STRONG = re.compile(
    r"(?<=[a-z]{4})\s?\.\s?(?=\S)|(?<=\))\.?\s?(?=\S)|;\s?(?=\S)|\s?[•·▪]\s?|\s\*\s?|\s\+\s"
)
# After these only a plain number with its noun may, within the same phrase.
_WEAK = re.compile(rf",?\s(?:y|e|mas)\s(?=\d|{WORD})|,\s(?=\d|{WORD})|\sy\s(?=un[ao]?\b)")
_BULLET = re.compile(r"[•·▪*]\s?")
_IN_A_PLACE = re.compile(r"\b(?:a|al|ante|con|desde|en|entre|hasta|para|por|sobre)\b|\d\s*$")
_MONTH = re.compile(rf"(?P<name>{'|'.join(spanish.MONTH_NAMES)})\.?\s?[:=\-–]?\s?(?=[$\d])")
_MONTHLY = re.compile(rf"(?:^|[\s,;|/]+)(?={_MONTH.pattern})")
_LINK = re.compile(r"\s*,?\s(?:[ye]|m[aá]s)$|\s*[,;+•·▪*]$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d[\d.,]*")
_ARTICLE = re.compile(r"un[ao]?\b")
_NUMBER = re.compile(rf"\d|\b{WORD}|\by un[ao]?\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """One promise of a cell: its words, its quantity if it states one, its month (1–12) or 0.

    `left_over` are the digits that follow its noun at once: `5 talleres / 3 ferias`.
    """

    text: str
    quantity: Quantity | None = None
    month: int = 0
    left_over: str = ""


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a clause starts, what it states there, and under which month's name."""

    at: int
    quantity: Quantity | None = None
    month: int = 0


def clauses(text: str, hints: Hints = NO_HINTS) -> tuple[Clause, ...]:
    """Return the clauses of a tidy text, in order; their words are all of it but the links."""
    return _without_hints(text) if hints == NO_HINTS else _clauses(text, hints)


@remembered
def _without_hints(text: str) -> tuple[Clause, ...]:
    return _clauses(text, NO_HINTS)


def _clauses(text: str, hints: Hints) -> tuple[Clause, ...]:
    flat = spanish.flat(text)
    found = _monthly(text, flat, hints) or _in_order(text, flat, hints)
    if not found:
        return (Clause(text),)
    ends = [*(start.at for start in found[1:]), len(text)]
    return tuple(_clause(text, flat, *each) for each in zip(found, ends, strict=True))


def _clause(text: str, flat: str, start: _Start, end: int) -> Clause:
    """Return a clause; its quantity is a doubt where it begins a list that no one can cut."""
    words, quantity = _words(text, start.at, end), start.quantity
    if quantity is None or quantity.doubt:
        return Clause(words, quantity, start.month)
    rest = flat[quantity.end : end]
    if is_in_doubt(quantity, rest):
        doubt = text[quantity.start : end].strip()
        return Clause(words, Quantity(quantity.start, end, doubt=doubt), start.month)
    return Clause(words, quantity, start.month, left_over(rest))


def _words(text: str, start: int, end: int) -> str:
    """Return a clause's words, without the `y` or comma that links it to the next."""
    said = text[start:end].strip()
    return _LINK.sub("", said) if end < len(text) else said


def unread_number(text: str) -> str:
    """Return the first digits of a text without quantity, or an empty string."""
    found = _DIGIT.search(text)
    return found.group().rstrip(".,") if found else ""


def _in_order(text: str, flat: str, hints: Hints) -> list[_Start]:
    """Return each clause that states a quantity, from left to right, and the words before it."""
    bullet = _BULLET.match(flat)
    last = quantity_at(text, flat, bullet.end() if bullet else 0, hints)
    found = [] if last is None else [_Start(0, last)]
    if last is not None and last.doubt:
        return found
    # Most cells have no more numbers.
    more = _NUMBER.search(flat, last.end if last is not None else 0)
    for left, at, strong in _breaks(flat) if more else ():
        if last is not None and left < last.end:
            continue
        quantity = quantity_at(text, flat, at, hints)
        between = None if strong else flat[last.end : left] if last and last.unit else "en"
        if quantity is not None and _continues(flat, quantity, between):
            found.append(_Start(at, quantity))
            last = quantity
    if found and found[0].at > 0:
        found.insert(0, _Start(0))
    return found


def _breaks(flat: str) -> list[tuple[int, int, bool]]:
    """Return the breaks where clauses may start: start, end, and whether it is a strong one."""
    strong = [(match.start(), match.end(), True) for match in _STRONG.finditer(flat)]
    weak = [(match.start(), match.end(), False) for match in _WEAK.finditer(flat)]
    return sorted(strong + weak)


def _continues(flat: str, new: Quantity, between: str | None) -> bool:
    """Tell whether a later quantity is a promise of its own and not part of the phrase before.

    `between` is the text since the last quantity; None after a strong break.
    """
    if new.doubt or not new.unit or _YEAR.match(flat, new.start):
        return False
    if _ARTICLE.match(flat, new.start):
        return between == ""
    return between is None or _IN_A_PLACE.search(between) is None


def _monthly(text: str, flat: str, hints: Hints) -> list[_Start]:
    """Return the quantities of a cell that gives one per month, each under its month's name."""
    if _MONTH.match(flat) is None:
        return []
    starts = [match.end() for match in _MONTHLY.finditer(flat)]
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(flat)]
    found = [_in_month(text[:e], flat[:e], s, hints) for s, e in zip(starts, ends, strict=True)]
    months = [start.month for start in found]
    stated = all(start.quantity is not None for start in found)
    return found if stated and len(set(months)) == len(months) else []


def _in_month(text: str, flat: str, start: int, hints: Hints) -> _Start:
    """Return one month's quantity, without taking the next month's name for a noun."""
    month = _MONTH.match(flat, start)
    if month is None:
        return _Start(start)
    quantity = quantity_at(text, flat, month.end(), hints)
    sure = None if quantity is None or quantity.doubt else quantity
    return _Start(start, sure, spanish.month_number(month["name"]))
