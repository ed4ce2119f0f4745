"""The grammar of quantities: `[verb] [bound] [article] number [%|currency|noun]`, anchored.

A quantity starts a cell or a clause of it. Numbers elsewhere (editions, years, places, "a los 221
GADS") are no quantity. What cannot be decided is a doubt, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from a4_rdf import spanish
from a4_rdf.interpret.bounds import LEAST, MOST, bound_after
from a4_rdf.interpret.counted import BEFORE, PERCENT, PERIODS, Suffix, currency, suffix_at
from a4_rdf.interpret.numbers import Counted, Number, decide, is_year, number_at
from a4_rdf.interpret.styles import Style
from a4_rdf.model import Basis, Bound

_LEAD = re.compile(
    r"(?P<verb>(?!taller |primer |tercer |mayor |menor |superior |inferior )"
    r"[a-z]{2,}(?:ar|er|ir) (?:(?:al?(?! menos)|con|en) )?)?"
    rf"(?:(?P<least>{LEAST}) ?|(?P<most>{MOST}) ?)?"
    r"(?P<article>(?:en )?(?:el|la|los|las|un|una) (?=[\d$]))?"
    rf"(?P<money>{BEFORE})?"
)
_RANGE = re.compile(
    r"(?:(?P<between>entre)|(?P<from>del?|desde))? ?(?:el |la |los |las )?"
    rf"(?P<lowmoney>{BEFORE})?"
    r"(?P<low>\d[\d.,]*\d|\d)(?P<lowunit> ?%)?"
    r"(?: (?:(?P<and>y)|a|al|hasta|-|–) (?:el |la |los |las )?|(?P<tight>[-–]))"
    rf"(?P<highmoney>{BEFORE})?(?=\d)"
)
_IN_BRACKETS = re.compile(r" ?\((?P<inside>[^()]{1,40})\)")
_LINK = re.compile(r"\s?[,;]?(?: ?\b(?:y|e|pero))? ?(?=\S)")
_OF_ANOTHER = re.compile(r" de (?:cada |los |las )?\d")
_OF_MONTH = re.compile(rf" de (?:{'|'.join(spanish.MONTHS)})\b")
_ONE = frozenset(("un", "una", "uno"))


@dataclass(frozen=True, slots=True)
class Hints:
    """What stands around a cell and helps to read its numbers: what a bare one counts, the style.

    `bare` comes from the indicator, `style` from the file's other targets.
    """

    bare: Counted = Counted.NOTHING
    style: Style | None = None


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `start:end` of a text; `doubt` holds the words of one that is undecided.

    `by_file` holds the digits that only the file's style decides.
    """

    start: int
    end: int
    value: Decimal | None = None
    value_max: Decimal | None = None
    bound: Bound = Bound.STATED
    unit: str = ""
    basis: Basis = Basis.DIGITS
    doubt: str = ""
    by_file: tuple[str, ...] = ()


def quantity_at(text: str, flat: str, start: int, hints: Hints = NO_HINTS) -> Quantity | None:
    """Return the quantity that starts at an offset of a tidy text, or None.

    `flat` is `spanish.flat(text)`. A quantity with a doubt has no value.
    """
    first = _range_at(text, flat, start, hints) or _single_at(text, flat, start, hints)
    if first is None or first.doubt or first.bound is Bound.RANGE:
        return first
    link = _LINK.match(flat, first.end)
    at = link.end() if link else first.end
    second = _single_at(text, flat, at, hints)
    if second is None or (second.bound is Bound.STATED and not second.doubt):
        return first
    return _both(text, first, second, linked=bool(flat[first.end : at].strip()))


def _both(text: str, first: Quantity, second: Quantity, linked: bool) -> Quantity:
    """Return the range of `mínimo 2 y máximo 5 talleres`, or a doubt; the first if it stands alone.

    `45 informes hasta 30 días` bounds something else.
    """
    stated = first.bound is Bound.STATED
    same = second.unit == first.unit or "" in (first.unit, second.unit)
    if second.doubt and (stated or not linked):
        return first
    if not second.doubt and not same and (stated or not linked):
        return first
    ends = (first, second) if first.bound is Bound.AT_LEAST else (second, first)
    low, high = (each.value for each in ends)
    opposite = {first.bound, second.bound} == {Bound.AT_LEAST, Bound.AT_MOST}
    if not same or not opposite or low is None or high is None or low >= high:
        return Quantity(first.start, second.end, doubt=text[first.start : second.end])
    basis = first.basis if first.basis is second.basis else Basis.NUMBER_WORD
    unit, by_file = first.unit or second.unit, first.by_file + second.by_file
    return Quantity(first.start, second.end, low, high, Bound.RANGE, unit, basis, by_file=by_file)


def _range_at(text: str, flat: str, start: int, hints: Hints) -> Quantity | None:
    """Return `Entre X y Y`, `de X a Y`, `X a Y noun`, `X%-Y%`."""
    head = _RANGE.match(flat, start)
    if head is None or bool(head["between"]) != bool(head["and"]):
        return None
    if head["tight"] and not head["lowunit"] and not head["lowmoney"]:
        return None
    number = number_at(flat, head.end())
    if number is None or not number.sound or number.value is not None:
        return None
    suffix = suffix_at(text, flat, number.end)
    money = head["lowmoney"] or head["highmoney"]
    mixed = bool(money) and suffix.unit == PERCENT
    if money:
        suffix = _in_money(suffix, money)
    low, high = (_value(said, suffix, hints) for said in (head["low"], number.written))
    bare = not head["between"] and not head["from"] and not suffix.unit
    years = not suffix.unit and is_year(head["low"]) and is_year(number.written)
    odd = mixed or (bool(head["lowunit"]) and suffix.unit != PERCENT)
    if low is None or high is None or low >= high or bare or years or odd:
        return Quantity(start, suffix.end, doubt=text[start : suffix.end])
    if _OF_MONTH.match(flat, number.end):
        return Quantity(start, suffix.end, doubt=text[start : suffix.end])
    by_file = _by_file((head["low"], number.written), suffix, hints)
    return Quantity(start, suffix.end, low, high, Bound.RANGE, suffix.unit, by_file=by_file)


def _single_at(text: str, flat: str, start: int, hints: Hints) -> Quantity | None:
    """Return a single number with its lead and what it counts."""
    lead = _LEAD.match(flat, start)
    at = lead.end() if lead else start
    number = number_at(flat, at)
    if lead is None or number is None:
        return None
    bound = Bound.AT_LEAST if lead["least"] else Bound.AT_MOST if lead["most"] else Bound.STATED
    if number.value is not None:
        return _in_words(text, flat, lead, number, bound)
    return _in_digits(text, flat, lead, number, bound, hints)


def _in_digits(
    text: str, flat: str, lead: re.Match[str], number: Number, bound: Bound, hints: Hints
) -> Quantity | None:
    """Return a quantity in digits; None where they are no plain number or a known set's size."""
    start = lead.start()
    if not number.sound:
        return None
    end = _skip_same_in_words(flat, number)
    suffix, bounds = _suffix_and_bounds(text, flat, end, bound)
    if lead["money"]:
        suffix = _in_money(suffix, lead["money"])
    if _names_a_known_set(flat, lead, suffix) or _OF_MONTH.match(flat, end):
        return None
    value = _value(number.written, suffix, hints)
    negative = value is not None and value < 0 and suffix.unit != ""
    year = is_year(number.written) and not suffix.unit
    if value is None or negative or year or len(bounds) > 1 or _OF_ANOTHER.match(flat, end):
        return Quantity(start, suffix.end, doubt=text[start : suffix.end].strip())
    by_file = _by_file((number.written,), suffix, hints)
    return Quantity(start, suffix.end, value, None, _sole(bounds), suffix.unit, by_file=by_file)


def _in_money(suffix: Suffix, sign: str) -> Suffix:
    """Return what follows a number that has a currency's sign before it."""
    counted = Counted.MONEY if suffix.factor == 1 else suffix.counted
    return Suffix(suffix.end, currency(sign), counted, suffix.factor)


def _value(written: str, suffix: Suffix, hints: Hints) -> Decimal | None:
    """Return the value of digits before what they count, `millones` included."""
    value = decide(written, _counted(suffix, hints), hints.style)
    return value if value is None or suffix.factor == 1 else _times(value, suffix.factor)


def _by_file(numbers: tuple[str, ...], suffix: Suffix, hints: Hints) -> tuple[str, ...]:
    """Return the digits that would be undecided without the file's style."""
    if hints.style is None:
        return ()
    counted = _counted(suffix, hints)
    return tuple(written for written in numbers if decide(written, counted) is None)


def _counted(suffix: Suffix, hints: Hints) -> Counted:
    """Return what a number counts; what a bare one does, the hints say."""
    return suffix.counted if suffix.unit or suffix.factor > 1 else hints.bare


def _times(value: Decimal, factor: int) -> Decimal:
    """Return a product in plain digits, without the zeros of decimals that it used up."""
    product = value * factor
    whole = product.to_integral_value()
    return whole if whole == product else product


def _in_words(
    text: str, flat: str, lead: re.Match[str], number: Number, bound: Bound
) -> Quantity | None:
    """Return a quantity in words; an article counts only where it starts the clause or is bound."""
    start, end = lead.start(), number.end
    if lead["verb"] and bound is Bound.STATED:
        return None
    bracket = _IN_BRACKETS.match(flat, end)
    digits = bracket["inside"].strip() if bracket else ""
    digits = digits if digits.isdecimal() else ""
    if bracket and digits:
        end = bracket.end()
        if int(digits) != number.value:
            return Quantity(start, end, doubt=text[start:end])
    suffix, bounds = _suffix_and_bounds(text, flat, end, bound)
    if number.written in _ONE and not _is_counted_once(suffix):
        return None
    if flat[end : end + 1].strip() and suffix.end == end and flat[end] not in ".,;:%":
        return None
    basis = Basis.DIGITS if digits else Basis.NUMBER_WORD
    value = _times(Decimal(number.value or 0), suffix.factor)
    if len(bounds) > 1:
        return Quantity(start, suffix.end, doubt=text[start : suffix.end])
    return Quantity(start, suffix.end, value, None, _sole(bounds), suffix.unit, basis)


def _suffix_and_bounds(
    text: str, flat: str, end: int, lead: Bound
) -> tuple[Suffix, frozenset[Bound]]:
    """Return what is counted, and the bounds before and after: `5 o más talleres`, `3 días máximo`.

    The suffix ends behind the bound that follows.
    """
    bounds = {lead} - {Bound.STATED}
    if early := bound_after(flat, end):
        end = early[0]
        bounds.add(early[1])
    suffix = suffix_at(text, flat, end)
    if late := bound_after(flat, suffix.end):
        suffix = replace(suffix, end=late[0])
        bounds.add(late[1])
    return suffix, frozenset(bounds)


def _sole(bounds: frozenset[Bound]) -> Bound:
    """Return the one bound, or that there is none."""
    return next(iter(bounds), Bound.STATED)


def _is_counted_once(suffix: Suffix) -> bool:
    """Tell whether `un` is a number before what follows, and no mere article."""
    if suffix.factor > 1:
        return True
    counts = suffix.unit != "" and suffix.counted is not Counted.PERCENT
    return counts and spanish.fold(suffix.unit) not in PERIODS


def _skip_same_in_words(flat: str, number: Number) -> int:
    """Return where `2 (dos)` ends, or where the digits end."""
    bracket = _IN_BRACKETS.match(flat, number.end)
    if bracket is None:
        return number.end
    found = spanish.number_word(bracket["inside"].split())
    same = found is not None and str(found[0]) == number.written
    return bracket.end() if same else number.end


def _names_a_known_set(flat: str, lead: re.Match[str], suffix: Suffix) -> bool:
    """Tell whether an article makes the number part of a name: `a los 221 GADS`."""
    article = (lead["article"] or "").strip()
    if not article or suffix.counted in (Counted.PERCENT, Counted.MONEY):
        return False
    of = flat[lead.end() :].lstrip("0123456789.,").startswith(" de ")
    return not (article == "el" and of and not lead["verb"])
