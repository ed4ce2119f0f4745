"""How much a text looks like a number, unit, objective, activity, indicator or target.

Scores are in tenths of nothing physical: about +4 is "surely", 0 "could be", -4 "surely not".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from a4_rdf import spanish
from a4_rdf.memo import remembered
from a4_rdf.model import Column

_ROW_NUMBER = re.compile(r"\d{1,4}(?:[.\-]\d{1,3})*\.?")
_INDICATOR = re.compile(
    r"%|#|(?:numero|nro\.?|num\.?|n[o]\.?)\s(?!(?:menor|mayor|mas|menos|aplica|inferior|superior"
    r"|disponible|se)\b)|(?:porcentaje|porciento|cantidad|indice|tasa|promedio|proporcion|grado"
    r"|nivel|ratio|total)\s+(?:de|del)\b|indicador\b"
)
_COUNT = "|".join(sorted((word for word in spanish.NUMBER_WORDS if word != "cero"), key=len))
_BOUND = (
    r"(?:al|por\s+lo)\s+menos|(?:como\s+|un\s+)?(?:minimo|maximo)|entre|hasta"
    r"|(?:no\s+)?(?:menor|mayor|mas|menos|superior|inferior)(?:\s+o\s+igual)?\s+(?:a|al|de|del|que)"
)
_QUANTITY = re.compile(
    rf"(?:{_BOUND})\s+(?:(?:el|la|los|las|un|una|a|de)\s+)*\$?\s?\d"
    rf"|(?:el\s+|un\s+)?[$\-−≥≤<>=]*\s?\d(?:[\d.,]*\d)?+(?!\s?[.)\-–]+\s*[a-z])"
    rf"|(?:{_BOUND}\s+)?(?:{_COUNT})\s+(?:\(\d|[a-z])"
)
_INSIDE = re.compile(
    r"^[a-z]+[aei]r\s+(?:(?:a|al|el|las?|los|con|en)\s+)*\d|\d\s?%"
    r"|\b(?:al|por lo) menos\b|\bminimo\b|\bmaximo\b"
)
_ABSENT = re.compile(r"no aplica|n/?a|n\.a\.|s/n|-+|(?:informacion )?no disponible")
_NOUN_OF_ACTION = re.compile(
    r"\w+(?:cion|ciones|sion|siones|miento|mientos|eo|eos|aje|ajes|oria|orias|encia|ncias|ura)"
    r"|diseno|rediseno|desarrollo|apoyo|compra|pago|soporte|seguimiento|campanas?|eventos?"
    r"|talleres|taller|contratos?|cursos?|mejora|estudios?|registro|control|entrega|levantamiento"
)
_UNIT_HEADS = spanish.UNIT_HEADS | spanish.SUB_UNIT_HEADS
_ACTS = re.compile(r" (?:a|al|ante|con|en|para|por|sobre) ")  # `Asesoría en estudios` is no unit
_HEAD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_NO_INFINITIVE = frozenset(
    spanish.listed(
        "taller lugar hogar escolar familiar popular mujer bienestar par azar pilar auxiliar"
        " militar similar circular titular curricular alquiler primer tercer caracter lider"
        " haber deber poder"
    )
)


NEVER = -20.0  # what is no number is no row's number


class Look(NamedTuple):
    """What can be seen of a text: its folded form, first word, and which cues it bears."""

    folded: str
    first: str
    capitals: bool
    row_number: bool
    unit_head: bool
    infinitive: bool
    action_noun: bool
    indicator: bool
    quantity: bool
    mild_quantity: bool


@remembered
def look(text: str) -> Look:
    """Return what can be seen of a text."""
    folded = spanish.fold(text)
    head = _HEAD.match(folded)
    first = head.group() if head else ""
    return Look(
        folded=folded,
        first=first,
        capitals=text.isupper() and len(first) > 2,
        row_number=_ROW_NUMBER.fullmatch(folded) is not None,
        unit_head=first in _UNIT_HEADS and _ACTS.match(folded, len(first)) is None,
        infinitive=first[-2:] in ("ar", "er", "ir") and first not in _NO_INFINITIVE,
        action_noun=_NOUN_OF_ACTION.fullmatch(first) is not None,
        indicator=is_indicator(folded),
        quantity=is_quantity(folded),
        mild_quantity=_may_count(folded) and _INSIDE.search(folded) is not None,
    )


def _may_count(folded: str) -> bool:
    """Tell quickly that a text may state a quantity inside: spares most texts the search."""
    bound = "menos" in folded or "minimo" in folded or "maximo" in folded
    return bound or _DIGIT.search(folded) is not None


def is_indicator(folded: str) -> bool:
    """Tell whether a folded text starts as indicators do (`Número de`, `% de`)."""
    return _INDICATOR.match(folded) is not None


def is_quantity(folded: str) -> bool:
    """Tell whether a folded text starts as targets do: with a number, bound, or absent marker."""
    return _QUANTITY.match(folded) is not None or _ABSENT.fullmatch(folded) is not None


def is_absent(folded: str) -> bool:
    """Tell whether a folded text says that there is nothing (`NO APLICA`)."""
    return _ABSENT.fullmatch(folded) is not None


def is_name(seen: Look) -> bool:
    """Tell whether a text is surely a unit's name: a word that heads units, in capitals."""
    return seen.unit_head and seen.capitals


def likeness(seen: Look) -> Mapping[Column, float]:
    """Return how much the text looks like each column, by its words alone."""
    measured = 2.5 * seen.indicator + 2.5 * seen.quantity
    return {
        Column.NUMBER: 4.0 if seen.row_number else NEVER,
        Column.UNIT: _unit(seen) - measured,
        Column.OBJECTIVE: 1.0 * seen.infinitive - 0.5 * seen.action_noun - _named(seen) - measured,
        Column.ACTIVITY: 0.5 * seen.infinitive + 1.0 * seen.action_noun - _named(seen) - measured,
        Column.INDICATOR: _indicator(seen),
        Column.TARGET: _target(seen),
    }


def _named(seen: Look) -> float:
    """Return how much a text is a unit's name, and so no objective nor activity."""
    return 2.0 if is_name(seen) else 0.0


def _unit(seen: Look) -> float:
    """Return the likeness to a unit's name: a word that heads units, capitals, no sentence."""
    if seen.unit_head:
        return 4.0 if seen.capitals else 2.0
    return (0.0 if seen.capitals else -1.5) - 2.0 * seen.infinitive - 1.0 * seen.action_noun


def _indicator(seen: Look) -> float:
    """Return the likeness to an indicator."""
    if seen.indicator:
        return 4.0
    return 0.3 * seen.action_noun - 0.5 * seen.infinitive - 2.0 * seen.quantity - _named(seen)


def _target(seen: Look) -> float:
    """Return the likeness to a target: a number first of all."""
    if seen.quantity:
        return 4.0
    if seen.mild_quantity and not seen.indicator:
        return 2.5
    return -1.5 - 3.0 * seen.indicator - 0.5 * seen.infinitive - 2.0 * _named(seen)
