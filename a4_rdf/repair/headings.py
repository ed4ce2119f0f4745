"""Recognise the template's section rows, example and footer by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a4_rdf import spanish
from a4_rdf.headings import closest_column, column_of, header_columns

__all__ = [
    "closest_column",
    "column_of",
    "header_columns",
    "is_example",
    "is_footer",
    "is_person_label",
    "is_section",
]

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


def is_section(folded: str) -> bool:
    """Tell whether a folded text that stands alone in its row names a process level."""
    return _SECTION.match(folded) is not None


def is_example(folded: str, texts: Sequence[str]) -> bool:
    """Tell whether a row is the template's example; `folded` is the first of its texts, folded."""
    if folded.startswith("ejemplo:") or _EXAMPLE.fullmatch(folded):
        return True
    shortened = any("..." in text for text in texts)
    return shortened and _TEMPLATE_EXAMPLE in (spanish.fold(text) for text in texts[:2])


def is_footer(folded: str) -> bool:
    """Tell whether a folded text starts with one of the footer's labels."""
    return _FOOTER.match(folded) is not None


def is_person_label(folded: str) -> bool:
    """Tell whether a folded text starts with a label that asks for a person's data."""
    match = _FOOTER.match(folded)
    return match is not None and match["person"] is not None
