"""The grammar of quantities: `[verb] [bound] [article] number [%|currency|noun]`, anchored.

A quantity starts a cell or a clause of it. Numbers elsewhere (editions, years, places, "a los 221
GADS") are no quantity. What cannot be decided is a doubt, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from a4_rdf import spanish
from a4_rdf.interpret.numbers import Counted, Number, decide, is_year, number_at
from a4_rdf.model import Basis, Bound

_THAN = r" (?:al?|que|del?)(?= )"
_LEAST = (
    r"(?:(?:al|por lo|cuando) menos|(?:como |un )?minimo(?: de)?"
    rf"|no (?:menor|inferior|menos){_THAN}|(?:mayor o igual|igual o mayor)(?:{_THAN})?"
    rf"|(?:mayor|superior|mas){_THAN}|>=?|≥)"
)
_MOST = (
    r"(?:(?:como |un )?maximo(?: de)?|hasta"
    rf"|no (?:mayor|superior|mas){_THAN}|(?:menor o igual|igual o menor)(?:{_THAN})?"
    rf"|(?:menor|inferior|menos){_THAN}|<=?|≤)"
)
_LEAD = re.compile(
    r"(?P<verb>(?!taller |primer |tercer |mayor |menor |superior |inferior )"
    r"[a-z]{2,}(?:ar|er|ir) (?:(?:al?(?! menos)|con|en) )?)?"
    rf"(?:(?P<least>{_LEAST}) ?|(?P<most>{_MOST}) ?)?"
    r"(?P<article>(?:en )?(?:el|la|los|las|un|una) (?=[\d$]))?"
    r"(?P<money>(?:us ?)?\$ ?|usd ?|€ ?)?"
)
_RANGE = re.compile(
    r"(?:(?P<between>entre)|(?P<from>del?|desde))? ?(?:el |la |los |las )?"
    r"(?P<low>\d[\d.,]*\d|\d)(?P<lowunit> ?%)? "
    r"(?:(?P<and>y)|a|al|hasta|-|–) (?:el |la |los |las )?(?=\d)"
)
_PERCENT = re.compile(r" ?%| por ?ciento\b")
_MONEY = re.compile(r" ?(?:usd|us\$|dolar(?:es)?(?: americanos)?|\$)(?![a-z])")
_IN_BRACKETS = re.compile(r" ?\((?P<inside>[^()]{1,40})\)")
_NOUN = re.compile(
    r" (?:de )?(?:(?:nuev|gran|distint|divers|diferent)\w* )?"
    r"(?P<noun>[^\W\d_]+\d?(?:['’/][^\W\d_]+)*)"
)
_AFTER = re.compile(
    r"(?: o (?P<more>mas)| o (?P<less>menos)| (?:como )?(?P<least>minimo)"
    r"| (?:como )?(?P<most>maximo)| en (?P<onward>adelante))\b"
)
_FRACTIONS = frozenset(
    spanish.listed(
        "ha hectarea hectareas hora horas kg kilogramo kilogramos kilometro kilometros km km2 kw"
        " kwh litro litros m m2 m3 metro metros mw tonelada toneladas"
    )
)
_NOT_COUNTED = (
    spanish.STOP_WORDS
    | frozenset(
        spanish.listed(
            "adecuada adecuado ano anos anual anuales buen buena cada diario diarios disminucion"
            " gran incremento aumento mayor mejor mejora mensual mensuales menor reduccion semanal"
            " total trimestral trimestrales vez veces semestral semestrales cumplir"
        )
    )
    | frozenset(spanish.MONTHS)
)
_PERIODS = frozenset(("ano", "anos", "vez", "veces"))  # counted, but not after "un"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `start:end` of a text; `doubt` holds the words of one that is undecided."""

    start: int
    end: int
    value: Decimal | None = None
    value_max: Decimal | None = None
    bound: Bound = Bound.STATED
    unit: str = ""
    basis: Basis = Basis.DIGITS
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Suffix:
    """What follows a number: the unit as written, what it counts, where it ends."""

    end: int
    unit: str
    counted: Counted


def quantity_at(text: str, flat: str, start: int) -> Quantity | None:
    """Return the quantity that starts at an offset of a tidy text, or None.

    `flat` is `spanish.flat(text)`. A quantity with a doubt has no value.
    """
    return _range_at(text, flat, start) or _single_at(text, flat, start)


def _range_at(text: str, flat: str, start: int) -> Quantity | None:
    """Return `Entre X y Y`, `de X a Y`, `X a Y noun`."""
    head = _RANGE.match(flat, start)
    if head is None or bool(head["between"]) != bool(head["and"]):
        return None
    number = number_at(flat, head.end())
    if number is None or not number.sound or number.value is not None:
        return None
    suffix = _suffix(text, flat, number.end)
    low, high = decide(head["low"], suffix.counted), decide(number.written, suffix.counted)
    said = text[start : suffix.end]
    bare = not head["between"] and not head["from"] and not suffix.unit
    if low is None or high is None or low >= high or bare:
        return Quantity(start, suffix.end, doubt=said)
    return Quantity(start, suffix.end, low, high, Bound.RANGE, suffix.unit)


def _single_at(text: str, flat: str, start: int) -> Quantity | None:
    """Return a single number with its lead and what it counts."""
    lead = _LEAD.match(flat, start)
    at = lead.end() if lead else start
    number = number_at(flat, at)
    if lead is None or number is None:
        return None
    bound = Bound.AT_LEAST if lead["least"] else Bound.AT_MOST if lead["most"] else Bound.STATED
    if number.value is not None:
        return _in_words(text, flat, lead, number, bound)
    return _in_digits(text, flat, lead, number, bound)


def _in_digits(
    text: str, flat: str, lead: re.Match[str], number: Number, bound: Bound
) -> Quantity | None:
    """Return a quantity in digits; None where they are no plain number or a known set's size."""
    start = lead.start()
    if not number.sound:
        return None
    end = _skip_same_in_words(flat, number)
    suffix = _suffix(text, flat, end)
    if lead["money"]:
        suffix = _Suffix(end, "EUR" if "€" in lead["money"] else "USD", Counted.MONEY)
    if _names_a_known_set(flat, lead, suffix) or _is_date(flat, end):
        return None
    value = decide(number.written, suffix.counted)
    negative = value is not None and value < 0 and suffix.unit != ""
    year = is_year(number.written) and not suffix.unit
    if value is None or negative or year or _is_part_of(flat, end):
        return Quantity(start, suffix.end, doubt=text[start : suffix.end].strip())
    after = _bound_after(flat, suffix.end)
    return Quantity(start, suffix.end, value, None, after or bound, suffix.unit)


def _in_words(
    text: str, flat: str, lead: re.Match[str], number: Number, bound: Bound
) -> Quantity | None:
    """Return a quantity in words; an article counts only where it starts the clause or is bound."""
    start, end = lead.start(), number.end
    one = number.written in ("un", "una", "uno")
    if lead["verb"] and bound is Bound.STATED:
        return None
    bracket = _IN_BRACKETS.match(flat, end)
    digits = bracket["inside"].strip() if bracket else ""
    if bracket and digits.isdigit():
        end = bracket.end()
        if int(digits) != number.value:
            return Quantity(start, end, doubt=text[start:end])
    suffix = _suffix(text, flat, end)
    noun = spanish.fold(suffix.unit)
    if one and (not suffix.unit or noun in _PERIODS or suffix.counted is Counted.PERCENT):
        return None
    if flat[end : end + 1].strip() and suffix.end == end and flat[end] not in ".,;:%":
        return None
    basis = Basis.DIGITS if digits.isdigit() else Basis.NUMBER_WORD
    return Quantity(start, suffix.end, Decimal(number.value or 0), None, bound, suffix.unit, basis)


def _suffix(text: str, flat: str, end: int) -> _Suffix:
    """Return what stands after a number."""
    if percent := _PERCENT.match(flat, end):
        return _Suffix(percent.end(), "%", Counted.PERCENT)
    if money := _MONEY.match(flat, end):
        return _Suffix(money.end(), "USD", Counted.MONEY)
    noun = _NOUN.match(flat, end)
    if noun is None or noun["noun"] in _NOT_COUNTED - _PERIODS:
        return _Suffix(end, "", Counted.NOTHING)
    counted = Counted.MEASURE if noun["noun"] in _FRACTIONS else Counted.WHOLE
    return _Suffix(noun.end(), text[noun.start("noun") : noun.end("noun")], counted)


def _skip_same_in_words(flat: str, number: Number) -> int:
    """Return where `2 (dos)` ends, or where the digits end."""
    bracket = _IN_BRACKETS.match(flat, number.end)
    if bracket is None:
        return number.end
    found = spanish.number_word(bracket["inside"].split())
    same = found is not None and str(found[0]) == number.written
    return bracket.end() if same else number.end


def _names_a_known_set(flat: str, lead: re.Match[str], suffix: _Suffix) -> bool:
    """Tell whether an article makes the number part of a name: `a los 221 GADS`."""
    article = (lead["article"] or "").strip()
    if not article or suffix.counted in (Counted.PERCENT, Counted.MONEY):
        return False
    of = flat[lead.end() :].lstrip("0123456789.,").startswith(" de ")
    return not (article == "el" and of and not lead["verb"])


def _is_date(flat: str, end: int) -> bool:
    """Tell whether a day's number is followed by a month."""
    return any(flat.startswith(f" de {month}", end) for month in spanish.MONTHS)


def _is_part_of(flat: str, end: int) -> bool:
    """Tell whether the number is said of another: `3 de cada 10`, `10 de 15 municipios`."""
    return re.match(r" de (?:cada |los |las )?\d", flat[end : end + 16]) is not None


def _bound_after(flat: str, end: int) -> Bound | None:
    """Return the bound that follows a quantity: `10 días máximo`, `80% o más`."""
    found = _AFTER.match(flat, end)
    if found is None:
        return None
    least = found["more"] or found["least"] or found["onward"]
    return Bound.AT_LEAST if least else Bound.AT_MOST
