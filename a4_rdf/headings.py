"""Recognise the headings of the template's columns, whatever their spelling, case and accents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from a4_rdf import spanish
from a4_rdf.memo import remembered
from a4_rdf.model import Column

FEWEST_HEADINGS = 3
LONGEST_HEADING = 160
CLOSE = 0.86

_OF_UNIT = r"(?:\s+(?:de|del|por)\b.*|\s+operativ\w+.*|\s+institucional\w*.*|\s+estrategic\w+.*)?"
_NOTE = r"(?:\s*\(.*\))?\s*[:.]?"
_HEADINGS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern + _NOTE))
    for column, pattern in (
        (Column.NUMBER, r"(?:no|nro|num|numero|item|#|n)\.?"),
        (Column.UNIT, r"(?:descripcion\s+de\s+la\s+)?unidad(?:es)?(?:\s+administrativas?)?"),
        (Column.UNIT, r"nombre\s+de\s+la\s+unidad.*|procesos?\s+o\s+unidad.*"),
        (Column.OBJECTIVE, rf"objetivos?{_OF_UNIT}"),
        (Column.ACTIVITY, rf"actividad(?:es)?{_OF_UNIT}"),
        (Column.INDICATOR, rf"indicador(?:es)?{_OF_UNIT}"),
        (Column.TARGET, rf"metas?(?:\s+cuantificables?)?{_OF_UNIT}"),
        (Column.LINK, r"(?:hiper)?(?:enlaces?|vinculos?)\b.*|(?:links?|url)\b.*|direccion\s+web.*"),
    )
)
_PLAIN = {
    "descripcion de la unidad": Column.UNIT,
    "unidad": Column.UNIT,
    "objetivo": Column.OBJECTIVE,
    "objetivo de la unidad": Column.OBJECTIVE,
    "actividad": Column.ACTIVITY,
    "actividades": Column.ACTIVITY,
    "indicador": Column.INDICATOR,
    "indicadores": Column.INDICATOR,
    "meta cuantificable": Column.TARGET,
    "metas cuantificables": Column.TARGET,
}

# How headings begin: spares the rows of the table the full comparison.
_HINT = re.compile(
    r"\W*(?:n|[ií]tem|descrip|unid|objet|activ|indic|indc|meta|proceso|enlace|link|url|v[ií]nculo"
    r"|hiper)|#",
    re.IGNORECASE,
)
FEWEST_HINTS = 2


@remembered
def column_of(text: str) -> Column | None:
    """Return the column that a heading names, or None; accents, case and notes do not matter."""
    if len(text) > LONGEST_HEADING:
        return None
    folded = spanish.fold(text)
    return next((column for column, name in _HEADINGS if name.fullmatch(folded)), None)


@remembered
def closest_column(text: str) -> Column | None:
    """Return the column of a heading even where it is misspelt (`Indcador`)."""
    exact = column_of(text)
    if exact is not None or len(text) > 40:
        return exact
    folded = spanish.fold(text)
    return next((column for name, column in _PLAIN.items() if _is_close(folded, name)), None)


def _is_close(text: str, name: str) -> bool:
    """Tell whether two texts are nearly the same; first letter, lengths and letters mostly tell."""
    length = len(text) + len(name)
    if text[:1] != name[0] or 2 * min(len(text), len(name)) < CLOSE * length:
        return False
    shared = sum(min(text.count(letter), name.count(letter)) for letter in set(name))
    return 2 * shared >= CLOSE * length and SequenceMatcher(None, text, name).ratio() >= CLOSE


def header_columns(texts: Iterable[str]) -> tuple[Column | None, ...] | None:
    """Return the column of each text where they are a header's headings, or None.

    A header names a target or an indicator and at least three columns in all.
    """
    found = list(texts)
    if len([text for text in found if _HINT.match(text)]) < FEWEST_HINTS:
        return None
    if all(column_of(text) is None for text in found):
        return None  # nobody misspells them all
    columns = tuple(closest_column(text) for text in found)
    named = set(columns) - {None, Column.LINK}
    measured = Column.TARGET in named or Column.INDICATOR in named
    if len(named) < FEWEST_HEADINGS or not measured:
        return None
    return columns
