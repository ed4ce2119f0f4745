"""CSV on the Web metadata of the tidy table (W3C REC-tabular-metadata-20151217)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from a4_rdf.model import Bound, Publisher, TargetStatus
from a4_rdf.release.tidy import COLUMNS
from a4_rdf.vocab import Poa

SUFFIX = "-metadata.json"


def metadata(url: str, publisher: Publisher, modified: date) -> bytes:
    """Return the metadata document of the table at `url`, a path relative to the document.

    A processor finds it at the table's address with `-metadata.json` behind it.
    """
    document: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "es"}],
        "url": url,
        "dc:title": publisher.title,
        "dc:description": [
            {"@value": _NOTE_ES, "@language": "es"},
            {"@value": _NOTE_EN, "@language": "en"},
        ],
        "dc:publisher": publisher.name,
        "dc:license": {"@id": publisher.licence},
        "dc:modified": {"@value": modified.isoformat(), "@type": "xsd:date"},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "headerRowCount": 1},
        "tableSchema": {
            "columns": [_column(name, publisher.base) for name in COLUMNS],
            "primaryKey": ["release", "goal_iri", "ordinal"],
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column's titles, datatype, and the property of the vocabulary that it states, if one."""

    es: str
    en: str
    datatype: str | Mapping[str, str] = "string"
    required: bool = False
    term: str = ""


def _one_of(values: Sequence[str]) -> Mapping[str, str]:
    return {"base": "string", "format": "|".join(values)}


_NATURAL = {"base": "integer", "minimum": "1"}

_TABLE: Mapping[str, _Column] = {
    "organization": _Column("Entidad", "Organization", required=True),
    "release": _Column("Publicación", "Release", "date", required=True),
    "row": _Column("Fila de la fuente", "Source row", _NATURAL, required=True),
    "section": _Column("Sección", "Section"),
    "number": _Column("No.", "No."),
    "unit": _Column("Unidad", "Unit", required=True),
    "parent_unit": _Column("Unidad superior", "Parent unit"),
    "objective": _Column("Objetivo", "Objective"),
    "activity": _Column("Actividad", "Activity"),
    "indicator": _Column("Indicador", "Indicator"),
    "target_text": _Column("Meta cuantificable", "Target as written", term="targetCellText"),
    "ordinal": _Column("Orden", "Ordinal", _NATURAL, term="ordinal"),
    "value": _Column("Valor", "Value", "decimal", term="targetValue"),
    "value_max": _Column("Valor máximo", "Greatest value", "decimal", term="targetValueMax"),
    "bound": _Column("Cota", "Bound", _one_of(tuple(Bound))),
    "unit_of_measure": _Column("Unidad de medida", "Unit of measure"),
    "status": _Column("Estado", "Status", _one_of(tuple(TargetStatus)), required=True),
    "findings": _Column("Hallazgos", "Findings"),
    "goal_iri": _Column("Dirección de la fila", "Goal IRI", "anyURI", required=True),
    "target_iri": _Column("Dirección de la meta", "Target IRI", "anyURI", term="hasTarget"),
}
_OF_TARGET = frozenset({"ordinal", "value", "value_max", "bound", "unit_of_measure"})
_NOTE_ES = (
    "Una línea por meta cuantificable; una fila sin meta tiene una línea. Valores con punto"
    " decimal, porcentajes como 90. Si un texto empieza como una fórmula (= + - @), lleva delante"
    " un apóstrofo que no es de la fuente. Son metas declaradas, no resultados."
)
_NOTE_EN = (
    "One line per target; a goal without target has one line. Values with a decimal point,"
    " percentages as 90. A text that begins like a formula (= + - @) has an apostrophe in front"
    " that is not the source's. These are declared goals, not results."
)


def _column(name: str, base: str) -> dict[str, Any]:
    """Return a column's description; its name, which is the header, is among its titles."""
    column = _TABLE[name]
    described: dict[str, Any] = {
        "name": name,
        "titles": {"en": [name, column.en], "es": [column.es]},
        "datatype": column.datatype,
        "required": column.required,
        "aboutUrl": "{+target_iri}" if name in _OF_TARGET else "{+goal_iri}",
    }
    if name == "findings":
        described["separator"] = " "
    if name == "target_iri":
        described["valueUrl"] = "{+target_iri}"
    if column.term:
        described["propertyUrl"] = str(Poa(base)[column.term])
    return described
