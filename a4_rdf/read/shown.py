"""Numbers as a workbook shows them: the number format applied, in a form that reads one way.

A shown number is a minus sign, plain digits and a decimal point (never grouped thousands), with
the format's percent sign and words around it. Three decimals after one to three digits could be
thousands, so such a number gets a zero more: 8.125 is written 8.1250.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|_.|\*."
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]"
    r"|\[[^\]]*\]"
    r"|(?P<other>E[+-]\d+|/)"
    r"|(?P<digits>[0#?][0#?.,]*|\.[0#?]+|General|Estándar|@)"
    r"|(?P<percent>%)"
    r"|(?P<end>;)"
    r"|(?P<bare>.)",
    re.DOTALL | re.IGNORECASE,
)
_SAID = re.compile(r"(?P<before>[^\d-]*)[-−]?(?P<digits>\d(?:[\d.,'’\s]*\d)?)(?P<after>\D*)")
_DIGIT = re.compile(r"\d")
_MOST_DIGITS = 15  # a double has no more
_LONGEST_FORMAT = 255  # Excel's own bound


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What a format does to a number: words before and after, percent, decimals (None: all)."""

    before: str = ""
    after: str = ""
    percent: bool = False
    decimals: int | None = None


GENERAL = NumberFormat()


@dataclass(frozen=True, slots=True)
class Shown:
    """A number's text, and the number's own digits where the format hides some of them."""

    text: str
    exact: str = ""


def number_format(code: str) -> NumberFormat:
    """Return what the first section of a format code does (ECMA-376 part 1, 18.8.31).

    The sections for negative numbers and zero are left aside: a dash for zero would say that
    there is no value. Forms that no plain number takes (fractions, thousands scaled away, digits
    in groups of their own) give all digits and no words.
    """
    before, after, digits, percent = "", "", "", False
    for kind, said in _tokens(code):
        if kind == "digits" and not digits:
            digits = said
        elif kind == "percent":
            percent = True
        elif kind != "words":
            return NumberFormat(percent=percent)
        elif digits:
            after += said
        else:
            before += said
    if not digits or digits.endswith(","):
        return NumberFormat(percent=percent)
    general = digits[0] not in "0#?."
    decimals = None if general else len(digits.partition(".")[2])
    return NumberFormat(_words(before), _words(after), percent, decimals)


def _tokens(code: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of what the first section says: words, digits, percent, or other."""
    for token in _TOKEN.finditer(code[:_LONGEST_FORMAT]):
        kind = token.lastgroup
        if kind == "end":
            return
        if kind in ("quoted", "escaped", "currency", "bare"):
            yield "words", token[kind]
        elif kind is not None:
            yield kind, token.group()


def shown(value: float, form: NumberFormat) -> Shown:
    """Return a finite number as the format shows it."""
    number = _decimal(value)
    if form.percent:
        number *= 100
    rounded = number
    if form.decimals is not None and _adjustable(number):
        rounded = number.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP)
    sign = "%" if form.percent else ""
    text = f"{form.before}{plain(rounded)}{sign}{form.after}"
    return Shown(text.strip(), "" if rounded == number else f"{plain(number)}{sign}")


def format_like(value: float, said: str, percent: bool) -> NumberFormat:
    """Return the format in which a number is shown as a text that some program wrote.

    The decimals are those that give the text's digits, whatever parts its thousands; a text that
    does not fit the number (none, a dash, a power of ten) gives all digits and no words.
    """
    found = _SAID.fullmatch(said.strip())
    if found is None or not _adjustable(_decimal(value)):
        return NumberFormat(percent=percent)
    digits = "".join(_DIGIT.findall(found["digits"]))
    number = abs(_decimal(value)) * (100 if percent else 1)
    for decimals in range(min(len(digits), _MOST_DIGITS) + 1):
        rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        if format(rounded, "f").replace(".", "") == digits:
            after = found["after"].replace("%", "") if percent else found["after"]
            return NumberFormat(_words(found["before"]), _words(after), percent, decimals)
    return NumberFormat(percent=percent)


def plain(number: Decimal) -> str:
    """Return digits with a point, no zeros at the end; one more zero where three would stand."""
    text = format(number.normalize(), "f")
    if text == "-0":
        return "0"
    head, _, tail = text.lstrip("-").partition(".")
    return f"{text}0" if len(tail) == 3 and len(head) <= 3 and head != "0" else text


def shown_date(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    """Return a date as YYYY-MM-DD, a time of day behind it where it is not midnight."""
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    return str(value)


def shown_bool(value: bool) -> str:
    """Return a truth value as a Spanish workbook shows it."""
    return "VERDADERO" if value else "FALSO"


def _decimal(value: float) -> Decimal:
    """Return a number without the noise of its last binary digits."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_MOST_DIGITS}g}")


def _words(literal: str) -> str:
    """Return a format's literal without its brackets and signs, a space where it had one."""
    return re.sub(r"\s+", " ", literal.replace("(", "").replace(")", ""))


def _adjustable(number: Decimal) -> bool:
    """Tell whether a number can be rounded within the digits that decimals are computed with."""
    return number.is_zero() or number.adjusted() < _MOST_DIGITS
