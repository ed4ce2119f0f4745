"""The words that bound a quantity, before it (`al menos 5`) and after it (`5 días máximo`)."""

from __future__ import annotations

import re

from a4_rdf.model import Bound

_THAN = r" (?:al?|que|del?)(?= )"
LEAST = (
    r"(?:(?:al|por lo|cuando) menos|(?:como |un )?(?:minimo|min\.)(?: de)?"
    rf"|no (?:menor|inferior|menos){_THAN}|(?:mayor o igual|igual o mayor)(?:{_THAN})?"
    rf"|(?:mayor|superior|mas){_THAN}|>=?|≥)"
)
"""A lower bound before its number."""
MOST = (
    r"(?:(?:como |un )?(?:maximo|max\.)(?: de)?|hasta"
    rf"|no (?:mayor|superior|mas){_THAN}|(?:menor o igual|igual o menor)(?:{_THAN})?"
    rf"|(?:menor|inferior|menos){_THAN}|<=?|≤)"
)
"""An upper bound before its number."""

_AFTER = re.compile(
    r"(?: (?:habil|laborabl|calendari|plaz|termin)\w*)?,? ?(?P<open>\()?(?:"
    r"(?P<least>\bo (?:mas|superior|mayor)\b|\b(?:como )?(?:un )?minimo\b|\bmin\."
    r"|\b(?:al|por lo|cuando) menos\b|\ben adelante\b|\+(?= [a-z]|[^\w\s$]|$))"
    r"|(?P<most>\bo (?:menos|inferior|menor)\b|\b(?:como )?(?:un )?maximo\b|\bmax\.))"
    r"(?! (?:de |al? )?\$?\d)(?(open)\))"
)
_LOOSE = re.compile(
    r"\b(?:minimo|maximo|(?:al|por lo|cuando) menos|o (?:mas|menos|inferior|superior|mayor|menor))"
    r"\b(?! (?:de |al? )?(?:\$ ?)?\d)"
)


def bound_after(flat: str, end: int) -> tuple[int, Bound] | None:
    """Return where a bound that follows a quantity ends, and which it is, or None."""
    found = _AFTER.match(flat, end)
    if found is None:
        return None
    return found.end(), Bound.AT_LEAST if found["least"] else Bound.AT_MOST


def has_loose_bound(rest: str) -> bool:
    """Tell whether words after a quantity hold a bound that is not of a later number."""
    return _LOOSE.search(rest) is not None
