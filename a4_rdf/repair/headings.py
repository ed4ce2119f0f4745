"""Recognise the template's column headings, section rows, example and footer by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from a4_rdf import spanish
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
    )
)
_PLAIN = {
    "descripcion de la unidad": Column.UNIT,
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
    r"\W*(?:n|[ií]tem|descrip|unidad|objetiv|activ|indic|indc|meta|proceso)|#", re.IGNORECASE
)
FEWEST_HINTS = 2

_SECTION = re.compile(
    r"(?:macro)?procesos?\s+(?:gobern|direct|habilit|agreg|sustant|adjetiv|desconcent|operativ"
    r"|de\s+(?:apoyo|asesor|gobern)|estrateg|misional)"
    r"|nivel(?:es)?\s+(?:direct|gobern|operativ|de\s+(?:apoyo|asesor)|asesor|desconcent|ejecutivo)"
    r"|(?:gobernantes?|habilitantes?|agregadores?|sustantivos?|adjetivos?|desconcentrad[oa]s?)\b"
)
_EXAMPLE = re.compile(r"ejemplos?\s*[:.]?\s*\d{0,2}\s*[:.]?")
_TEMPLATE_EXAMPLE = "secretario/a nacional de la administracion publica"
_FOOTER = re.compile(
    r"fecha\s+(?:de\s+)?(?:la\s+)?(?:ultima\s+)?actuali"
    r"|periodicidad\b"
    r"|unidad\s+(?:poseedora|responsable\s+de\s+la\s+informacion)"
    r"|(?P<person>(?:nombre\s+del?\s+(?:la\s+|o\s+la\s+)?)?responsable\s*(?::|del?\b)"
    r"|(?:elaborado|revisado|aprobado|autorizado)\s+por\b"
    r"|correo\s+(?:electronico|institucional)\b|correo\s*:|e-?mail\b"
    r"|(?:numero\s+)?(?:telefonico|de\s+telefono)\b|telefonos?\b)"
)


def column_of(text: str) -> Column | None:
    """Return the column that a heading names, or None; accents, case and notes do not matter."""
    if len(text) > LONGEST_HEADING:
        return None
    folded = spanish.fold(text)
    return next((column for column, name in _HEADINGS if name.fullmatch(folded)), None)


def closest_column(text: str) -> Column | None:
    """Return the column of a heading even where it is misspelt (`Indcador`)."""
    exact = column_of(text)
    if exact is not None or len(text) > 40:
        return exact
    folded = spanish.fold(text)
    for name, column in _PLAIN.items():
        if SequenceMatcher(None, folded, name).ratio() >= CLOSE:
            return column
    return None


def header_columns(texts: Iterable[str]) -> tuple[Column | None, ...] | None:
    """Return the column of each text where they are a header's headings, or None.

    A header names a target or an indicator and at least three columns in all.
    """
    found = list(texts)
    if sum(_HINT.match(text) is not None for text in found) < FEWEST_HINTS:
        return None
    columns = tuple(closest_column(text) for text in found)
    named = {column for column in columns if column is not None}
    measured = Column.TARGET in named or Column.INDICATOR in named
    if len(named) < FEWEST_HEADINGS or not measured:
        return None
    return columns


def is_section(folded: str) -> bool:
    """Tell whether a folded text that stands alone in its row names a process level."""
    return _SECTION.match(folded) is not None


def is_example(folded_texts: tuple[str, ...]) -> bool:
    """Tell whether a row is the template's example."""
    if _EXAMPLE.fullmatch(folded_texts[0]) or folded_texts[0].startswith("ejemplo:"):
        return True
    return _TEMPLATE_EXAMPLE in folded_texts[:2] and any("..." in text for text in folded_texts)


def is_footer(folded: str) -> bool:
    """Tell whether a folded text starts with one of the footer's labels."""
    return _FOOTER.match(folded) is not None


def is_person_label(folded: str) -> bool:
    """Tell whether a folded text starts with a label that asks for a person's data."""
    match = _FOOTER.match(folded)
    return match is not None and match["person"] is not None
