"""Cut a target cell into its clauses: where one promise ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a4_rdf import spanish
from a4_rdf.interpret.quantities import Quantity, quantity_at
from a4_rdf.model import Basis

# After these a promise may start anew: a sentence's end, a bracket's, a bullet.
_STRONG = re.compile(r"(?<=[a-z]{4})\s?\.\s?(?=\S)|(?<=\))\.?\s?(?=\S)|;\s?|\s[•*]\s?|\s\+\s")
# After these only a plain number with its noun may, within the same phrase.
_WEAK = re.compile(r",?\s[ye]\s(?=\d)|,\s(?=\d)")
_IN_A_PLACE = re.compile(r"\b(?:a|al|ante|con|desde|en|entre|hasta|para|por|sobre)\b|\d\s*$")
_MONTHS = "|".join(
    (*spanish.MONTHS, *spanish.listed("ene feb mar abr may jun jul ago sept? oct nov dic"))
)
_MONTHLY = re.compile(rf"(?:^|[\s,;|/]+)(?=(?:{_MONTHS})\.?\s?[:=\-–]?\s?\d)")
_MONTH = re.compile(rf"(?:{_MONTHS})\.?\s?[:=\-–]?\s?")
_LINK = re.compile(r"\s*,?\s[ye]$|\s*[,;+•*]$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """One promise of a cell: its words and its quantity, if it states one."""

    text: str
    quantity: Quantity | None = None


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a tidy text, in order; their words are all of it but the links."""
    flat = spanish.flat(text)
    found = _monthly(text, flat) or _in_order(text, flat)
    if not found:
        return (Clause(text),)
    starts = [start for start, _ in found]
    if starts[0] > 0 and _in_order(text, flat):
        found.insert(0, (0, None))
        starts.insert(0, 0)
    ends = [*starts[1:], len(text)]
    return tuple(
        Clause(_words(text, start, end), quantity)
        for (start, quantity), end in zip(found, ends, strict=True)
    )


def _words(text: str, start: int, end: int) -> str:
    """Return a clause's words, without the `y` or comma that links it to the next."""
    said = text[start:end].strip()
    return _LINK.sub("", said) if end < len(text) else said


def unread_number(text: str) -> str:
    """Return the first digits of a text without quantity, or an empty string."""
    found = _DIGIT.search(text)
    return found.group().rstrip(".,") if found else ""


def _in_order(text: str, flat: str) -> list[tuple[int, Quantity | None]]:
    """Return start and quantity of each clause that states one, from left to right."""
    found: list[tuple[int, Quantity | None]] = []
    last = quantity_at(text, flat, 0)
    if last is not None:
        found.append((0, last))
        if last.doubt:
            return found
    for left, at, strong in _breaks(flat):
        if last is not None and left < last.end:
            continue
        quantity = quantity_at(text, flat, at)
        between = None if strong else flat[last.end : left] if last and last.unit else "en"
        if quantity is not None and _continues(flat, quantity, between):
            found.append((at, quantity))
            last = quantity
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
    if new.doubt or not new.unit or new.basis is not Basis.DIGITS:
        return False
    if _YEAR.match(flat, new.start):
        return False
    return between is None or _IN_A_PLACE.search(between) is None


def _monthly(text: str, flat: str) -> list[tuple[int, Quantity | None]]:
    """Return the quantities of a cell that gives one per month, each under its month's name."""
    starts = [match.end() for match in _MONTHLY.finditer(flat)]
    if len(starts) < 2 or starts[0] != 0:
        return []
    found: list[tuple[int, Quantity | None]] = []
    for start in starts:
        month = _MONTH.match(flat, start)
        found.append((start, _in_month(text, flat, month.end() if month else start)))
    return found if all(quantity is not None for _, quantity in found) else []


def _in_month(text: str, flat: str, at: int) -> Quantity | None:
    """Return one month's quantity, without taking the next month's name for a noun."""
    end = next((m.start() for m in _MONTHLY.finditer(flat, at)), len(flat))
    quantity = quantity_at(text[:end], flat[:end], at)
    return None if quantity is None or quantity.doubt else quantity
