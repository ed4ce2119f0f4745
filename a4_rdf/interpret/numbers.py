"""Numbers as Spanish documents write them: digits in mixed styles, or words.

`8.000`, `1.479.588,24`, `819,689.33`, `269934,95` and `1 200` all occur, within one file too.
What its own form does not decide is left undecided: value None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from a4_rdf import spanish

_SPACED = re.compile(r"[-−]?\d{1,3}(?: \d{3}){1,2}(?:[.,]\d{1,2})?(?![\d.,]*\d)(?! ?\d)")
_DIGITS = re.compile(r"[-−]?\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-z]+")
# What may not follow a number: part of a date, ordinal, list mark, code or second number.
_BROKEN = re.compile(r"[a-z°ºª'’´/:]|[.)]\s*[-–]?\s?[a-z]|[-–]\s?[a-z\d]|\s+\d|\s?[x×]\s?\d")
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
    while len(tokens) < 8 and (word := _WORD.match(flat, at)):
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


def decide(written: str, counted: Counted) -> Decimal | None:
    """Return the value of digits, or None where thousands and decimals cannot be told apart."""
    sign = "-" if written[0] in "-−" else ""
    spaced = written.lstrip("-−").split(" ")
    plain = "".join(spaced)
    if len(spaced) > 1 and len(set(spaced)) == 1:
        return None  # `100 100 100` are three numbers as likely as one
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        return _both(sign, plain)
    if not dots and not commas:
        return Decimal(sign + plain)
    return _one_mark(sign, plain.split("." if dots else ","), counted)


def _one_mark(sign: str, groups: list[str], counted: Counted) -> Decimal | None:
    """Return the value of digits with one kind of mark, which may part thousands or decimals."""
    grouped = _is_grouped(groups)
    if len(groups) > 2:
        return Decimal(sign + "".join(groups)) if grouped else None
    if not grouped:
        return Decimal(f"{sign}{groups[0]}.{groups[1]}")
    if groups[1] == "000" and counted is not Counted.PERCENT:
        return Decimal(sign + "".join(groups))  # nobody writes three decimals of nothing
    whole = counted in (Counted.WHOLE, Counted.MONEY)
    return Decimal(sign + "".join(groups)) if whole else None


def _both(sign: str, plain: str) -> Decimal | None:
    """Return the value of digits with both marks: the last one is the decimal mark."""
    decimal = max(".", ",", key=plain.rfind)
    head, tail = plain.rsplit(decimal, 1)
    groups = head.split("," if decimal == "." else ".")
    if not _is_grouped(groups):
        return None
    return Decimal(f"{sign}{''.join(groups)}.{tail}")


def _is_grouped(groups: list[str]) -> bool:
    """Tell whether digits are grouped in thousands: one to three, then threes."""
    head, *rest = groups
    lengths = all(len(group) == 3 and group.isdigit() for group in rest)
    return 0 < len(head) <= 3 and not head.startswith("0") and head.isdigit() and lengths
