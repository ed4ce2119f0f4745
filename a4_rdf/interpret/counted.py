"""What a number counts: the percent sign, the currency or the noun after it, and `millones`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a4_rdf import spanish
from a4_rdf.interpret.numbers import Counted

PERCENT, DOLLAR, EURO = "%", "USD", "EUR"
PERIODS = frozenset(("ano", "anos", "vez", "veces"))  # counted, but not after "un"

BEFORE = r"(?:us ?\$|u\$[sd]|usd\.?|\$|€|eur\b)[ .]{0,2}\$? ?"
"""A currency before its number."""

_PERCENT = re.compile(r" ?%| por ?ciento\b")
_MONEY = re.compile(
    r" ?(?:de )?(?:(?P<euro>€|euros?\b|eur\b)"
    r"|(?:usd|us ?\$|u\$[sd]|dolar(?:es)?(?: americanos)?|\$)(?![a-z]))"
)
_TIMES = re.compile(r" (?P<times>mil millon(?:es)?|millon(?:es)?|mil)(?![^\W\d_])(?P<of> de(?= ))?")
_FACTORS = {"mil": 1_000, "millon": 1_000_000, "mil millon": 1_000_000_000}
# `alcaldes/sas` is one noun, `talleres/dos ferias` is a noun and the next number.
_NUMBER_WORD = rf"(?:{'|'.join(sorted(spanish.NUMBER_WORDS, key=len, reverse=True))})\b"
_NOUN = re.compile(
    r" (?:de )?(?:(?:nuev|gran|distint|divers|diferent)\w* )?"
    rf"(?P<noun>[^\W\d_]+\d?(?:['’/](?!{_NUMBER_WORD})[^\W\d_]+)*)"
)
_FRACTIONS = frozenset(
    spanish.listed(
        "bar bares centimetro centimetros cm cm2 cm3 cuadra cuadras gal galon galones gb grado"
        " grados gramo gramos ha has hectarea hectareas hora horas hz indice kg kgs kilo"
        " kilogramo kilogramos kilometro kilometros kilos km km2 kms kv kva kw kwh l lb lbs"
        " libra libras litro litros lps m m2 m3 mb mbps metro metros mg ml mm mva mw mwh"
        " promedio punto puntos qq quintal quintales tasa tb tm ton tonelada toneladas"
    )
)
_NOT_COUNTED = (
    spanish.STOP_WORDS
    | frozenset(
        spanish.listed(
            "adecuada adecuado ano anos anual anuales buen buena c/u cada diario diarios"
            " disminucion gran incremento aumento mayor mejor mejora mensual mensuales menor"
            " reduccion semanal total trimestral trimestrales vez veces semestral semestrales"
            " cumplir aprox aproximada aproximadas aproximado aproximados aproximadamente"
            " minimo maximo mil millon millones"
        )
    )
    | frozenset(spanish.MONTHS)
    | frozenset(spanish.NUMBER_WORDS)
) - PERIODS


@dataclass(frozen=True, slots=True)
class Suffix:
    """What follows a number: the unit as written, what it counts, its factor, where it ends."""

    end: int
    unit: str
    counted: Counted
    factor: int = 1


def suffix_at(text: str, flat: str, end: int) -> Suffix:
    """Return what stands after a number that ends at `end`."""
    at, factor = _times(flat, end)
    if factor == 1:
        return _unit(text, flat, end, 1, Counted.NOTHING)
    # `1.250 millones` may have decimals, whatever it counts.
    found = _unit(text, flat, at, factor, Counted.MEASURE)
    return Suffix(found.end, found.unit, Counted.MEASURE, factor)


def what(noun: str) -> Counted:
    """Return what a noun counts: whole things, unless it is known to have fractions."""
    return Counted.MEASURE if spanish.fold(noun) in _FRACTIONS else Counted.WHOLE


def currency(before: str) -> str:
    """Return the code of the currency sign that stands before a number."""
    return EURO if "€" in before or "eur" in before else DOLLAR


def _times(flat: str, end: int) -> tuple[int, int]:
    """Return where `mil` or `millones` after a number ends, and its factor."""
    match = _TIMES.match(flat, end)
    if match is None:
        return end, 1
    return match.end(), _FACTORS[match["times"].removesuffix("es")]


def _unit(text: str, flat: str, end: int, factor: int, nothing: Counted) -> Suffix:
    """Return the unit that stands at `end`."""
    if percent := _PERCENT.match(flat, end):
        return Suffix(percent.end(), PERCENT, Counted.PERCENT, factor)
    if money := _MONEY.match(flat, end):
        return Suffix(money.end(), EURO if money["euro"] else DOLLAR, Counted.MONEY, factor)
    noun = _NOUN.match(flat, end)
    if noun is None or noun["noun"] in _NOT_COUNTED:
        return Suffix(end, "", nothing, factor)
    counted = Counted.MEASURE if noun["noun"] in _FRACTIONS else Counted.WHOLE
    return Suffix(noun.end(), text[noun.start("noun") : noun.end("noun")], counted, factor)
