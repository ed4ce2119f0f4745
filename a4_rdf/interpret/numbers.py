"""Numbers as Spanish documents write them: digits in mixed styles, or words.

`8.000`, `1.479.588,24`, `819,689.33`, `269934,95` and `1 200` all occur, within one file too.
What neither its own form nor the file's style decides is left undecided: value None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from a4_rdf import spanish
from a4_rdf.interpret.styles import COMMA, POINT, Style, is_grouped

_SPACED = re.compile(r"[-−]?\d{1,3}(?: \d{3}){1,2}(?:[.,]\d{1,2})?(?![\d.,]*\d)(?! ?\d)")
_DIGITS = re.compile(r"[-−]?\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-z]+")
# What may not follow a number: part of a date, ordinal, list mark, code or second number.
_BROKEN = re.compile(
    r"[a-z°ºª'’´`/:¼½¾]|[.)]\s*[-–]?\s*[a-z\d]|[-–]\s?[a-z\d]|\s+[\d¼½¾]|\s?[x×*^]\s?\d|\s?±"
    r"|\s(?:er|era|ero|ra|ro|do|da|to|ta|mo|ma|vo|va)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Counted(Enum):
    """What a number counts, as far as it decides between thousands and decimals."""

    WHOLE = "whole things"
    MEASURE = "something that has fractions"
    PERCENT = "percent"
    MONEY = "money"
    NOTHING = "nothing said"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: where it ends, its digits as written or its value if in words."""

    end: int
    written: str
    value: int | None = None
    sound: bool = True


def number_at(flat: str, start: int) -> Number | None:
    """Return the number that starts at an offset of a flat text, or None.

    `sound` is False where what follows shows that the digits are no plain number.
    """
    match = _SPACED.match(flat, start) or _DIGITS.match(flat, start)
    if match is None:
        return _words_at(flat, start)
    sound = _BROKEN.match(flat, match.end()) is None
    return Number(match.end(), match.group(), None, sound)


def _words_at(flat: str, start: int) -> Number | None:
    """Return the number in words that starts at an offset."""
    tokens: list[str] = []
    ends: list[int] = []
    at = start
    while len(tokens) < 16 and (word := _WORD.match(flat, at)):
        tokens.append(word.group())
        ends.append(word.end())
        at = word.end() + 1 if flat[word.end() : word.end() + 1] == " " else len(flat)
    found = spanish.number_word(tokens)
    if found is None:
        return None
    value, used = found
    return Number(ends[used - 1], flat[start : ends[used - 1]], value)


def is_year(written: str) -> bool:
    """Tell whether digits can be a year."""
    return _YEAR.fullmatch(written) is not None


def decide(written: str, counted: Counted, style: Style | None = None) -> Decimal | None:
    """Return the value of digits, or None where thousands and decimals cannot be told apart.

    `style` is the file's, if its other numbers settle one.
    """
    sign = "-" if written[0] in "-−" else ""
    spaced = written.lstrip("-−").split(" ")
    plain = "".join(spaced)
    if len(spaced) > 1 and len(set(spaced)) == 1:
        return None  # `100 100 100` are three numbers as likely as one
    if len(spaced) > 1 and plain.isdecimal() and _may_be_apart(spaced):
        return None
    marks = {POINT, COMMA} & set(plain)
    if not marks:
        return Decimal(sign + plain)
    if len(marks) == 2:
        return _both(sign, plain)
    return _one_mark(sign, plain, marks.pop(), counted, style)


def _may_be_apart(groups: list[str]) -> bool:
    """Tell whether each group may be a number of its own: `100 120`, but not `100 000`."""
    return len(groups[0]) == 3 and not any(group.startswith("0") for group in groups[1:])


def _one_mark(
    sign: str, plain: str, mark: str, counted: Counted, style: Style | None
) -> Decimal | None:
    """Return the value of digits with one kind of mark, which may part thousands or decimals."""
    groups = plain.split(mark)
    if not is_grouped(groups):
        return Decimal(f"{sign}{groups[0]}.{groups[1]}") if len(groups) == 2 else None
    if len(groups) > 2 or _parts_thousands(mark, groups[1], counted, style):
        return Decimal(sign + "".join(groups))
    if _parts_decimals(mark, groups[1], counted, style):
        return Decimal(f"{sign}{groups[0]}.{groups[1]}")
    return None


def _parts_thousands(mark: str, last: str, counted: Counted, style: Style | None) -> bool:
    """Tell whether the one mark of a number parts thousands for sure."""
    if counted is Counted.PERCENT:
        return False
    if counted is Counted.WHOLE:
        return True
    return _looks_grouped(last, counted) if style is None else style.thousands == mark


def _parts_decimals(mark: str, last: str, counted: Counted, style: Style | None) -> bool:
    """Tell whether the file's style makes the one mark a decimal mark, and nothing speaks for not.

    Where the number looks grouped the two are at odds, and nothing is decided.
    """
    return style is not None and style.thousands != mark and not _looks_grouped(last, counted)


def _looks_grouped(last: str, counted: Counted) -> bool:
    """Tell whether three digits are likely thousands: nobody writes three decimals of nothing."""
    return counted is Counted.MONEY or (last == "000" and counted is not Counted.PERCENT)


def _both(sign: str, plain: str) -> Decimal | None:
    """Return the value of digits with both marks: the last one is the decimal mark."""
    decimal = max(POINT, COMMA, key=plain.rfind)
    head, tail = plain.rsplit(decimal, 1)
    groups = head.split(COMMA if decimal == POINT else POINT)
    if not is_grouped(groups):
        return None
    return Decimal(f"{sign}{''.join(groups)}.{tail}")
