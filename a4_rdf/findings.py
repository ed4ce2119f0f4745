"""The findings that a4_rdf can report: one row per code, with its weight and its words.

Codes are stable: corrections, shapes and help pages are keyed by them. `{name}` in a text is
filled from the finding's details.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from a4_rdf.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class FindingKind:
    """The weight of a finding code and its text in each language."""

    severity: Severity
    es: str
    en: str

    def text(self, lang: str) -> str:
        """Return the text template in `lang`; Spanish for any language but English."""
        return self.en if lang == "en" else self.es


INFO, WARNING = Severity.INFO, Severity.WARNING

READING: Mapping[str, FindingKind] = {
    "encoding-guessed": FindingKind(
        INFO,
        "el archivo no está en UTF-8: se leyó como {encoding}",
        "the file is not UTF-8: it was read as {encoding}",
    ),
}

REPAIRING: Mapping[str, FindingKind] = {
    "marks-removed": FindingKind(
        INFO,
        "marcas de formato quitadas: {marks}",
        "formatting marks removed: {marks}",
    ),
    "characters-normalised": FindingKind(
        INFO,
        "caracteres invisibles, espacios especiales o acentos descompuestos normalizados",
        "invisible characters, special spaces or decomposed accents normalised",
    ),
    "personal-data-withheld": FindingKind(
        INFO,
        "dato personal omitido: {field}",
        "personal data withheld: {field}",
    ),
    "unknown-column": FindingKind(
        WARNING,
        "columna no reconocida, no se interpreta: «{heading}»",
        "column not recognised, left uninterpreted: «{heading}»",
    ),
    "columns-missing": FindingKind(
        WARNING,
        "faltan columnas en el encabezado: {columns}",
        "columns missing from the header: {columns}",
    ),
    "row-realigned": FindingKind(
        INFO,
        "fila desplazada: sus celdas se leyeron como {columns} ({certainty})",
        "shifted row: its cells were read as {columns} ({certainty})",
    ),
    "ambiguous-row": FindingKind(
        WARNING,
        "la fila admite dos lecturas: se tomó {reading}; también cabe {alternative}",
        "the row can be read two ways: {reading} was taken; {alternative} is possible too",
    ),
    "extra-text": FindingKind(
        WARNING,
        "texto que ninguna columna recibe: «{text}»",
        "text that no column takes: «{text}»",
    ),
    "unplaced-text": FindingKind(
        INFO,
        "texto de la columna «{heading}», que no se interpreta: «{text}»",
        "text of the column «{heading}», which is left uninterpreted: «{text}»",
    ),
    "unit-across-numbers": FindingKind(
        WARNING,
        "número nuevo sin unidad: se toma la unidad de arriba",
        "new number without a unit: the unit above is taken",
    ),
}

INTERPRETING: Mapping[str, FindingKind] = {
    "title-missing": FindingKind(
        INFO,
        "el documento no nombra a la entidad antes de la tabla",
        "the document does not name the organisation above the table",
    ),
    "regime-assumed": FindingKind(
        INFO,
        "el documento no nombra la ley: se asume la de {regime} por sus columnas",
        "the document does not name the law: that of {regime} is assumed from its columns",
    ),
    "level-unknown": FindingKind(
        WARNING,
        "sección sin nivel de proceso conocido: «{text}»",
        "section without a known process level: «{text}»",
    ),
    "unit-spelling": FindingKind(
        INFO,
        "unidad escrita de otra manera que arriba: «{written}» por «{name}»",
        "unit spelled otherwise than above: «{written}» for «{name}»",
    ),
    "unit-in-two-levels": FindingKind(
        WARNING,
        "la unidad figura en dos niveles de proceso: «{name}»",
        "the unit stands under two process levels: «{name}»",
    ),
    "goal-without-unit": FindingKind(
        WARNING,
        "fila sin unidad responsable, no se publica como meta: «{text}»",
        "row without a responsible unit, not published as a goal: «{text}»",
    ),
    "objective-missing": FindingKind(WARNING, "meta sin objetivo", "goal without objective"),
    "activity-missing": FindingKind(WARNING, "meta sin actividad", "goal without activity"),
    "indicator-missing": FindingKind(WARNING, "meta sin indicador", "goal without indicator"),
    "target-missing": FindingKind(WARNING, "fila sin meta cuantificable", "goal without a target"),
    "absent-marker": FindingKind(
        INFO,
        "la celda dice que no hay dato: «{text}»",
        "the cell says that there is no value: «{text}»",
    ),
    "target-qualitative": FindingKind(
        INFO, "meta sin cantidad: se publica como cualitativa", "target without a quantity"
    ),
    "target-multiple": FindingKind(
        INFO, "la celda contiene {count} metas", "the cell holds {count} targets"
    ),
    "unread-number": FindingKind(
        INFO,
        "la meta contiene un número que no se toma como cantidad: «{number}»",
        "the target contains a number that is not taken as a quantity: «{number}»",
    ),
    "ambiguous-number": FindingKind(
        WARNING,
        "número que puede leerse de dos maneras, queda sin cantidad: «{number}»",
        "number that can be read two ways, left without a quantity: «{number}»",
    ),
    "percent-without-sign": FindingKind(
        WARNING,
        "el indicador es un porcentaje y la meta no: {value} {unit}",
        "the indicator is a percentage and the target is not: {value} {unit}",
    ),
    "percent-unexpected": FindingKind(
        WARNING,
        "el indicador cuenta «{noun}» y la meta es un porcentaje",
        "the indicator counts «{noun}» and the target is a percentage",
    ),
    "percent-over-100": FindingKind(
        WARNING, "porcentaje mayor que 100: {value} %", "percentage over 100: {value} %"
    ),
    "unit-unlike-indicator": FindingKind(
        WARNING,
        "el indicador cuenta «{noun}» y la meta «{unit}»",
        "the indicator counts «{noun}» and the target «{unit}»",
    ),
    "repeated-row": FindingKind(
        WARNING,
        "fila idéntica a la de la línea {first}: se publica también",
        "row identical to that of line {first}: published as well",
    ),
    "footer-date-missing": FindingKind(
        WARNING,
        "el documento no dice su fecha de actualización",
        "the document does not say its update date",
    ),
    "date-differs": FindingKind(
        WARNING,
        "el documento dice ser del {stated} y se publica como del {expected}",
        "the document says it is of {stated} and is published as of {expected}",
    ),
    "footer-date-unread": FindingKind(
        WARNING,
        "fecha de actualización ilegible",
        "update date not readable",
    ),
    "footer-unread": FindingKind(
        INFO,
        "texto del pie que no se interpreta, no se publica",
        "footer text that is not interpreted, not published",
    ),
}

KINDS: Mapping[str, FindingKind] = {**READING, **REPAIRING, **INTERPRETING}


CERTAINTIES: tuple[tuple[float, str, str], ...] = (
    (0.88, "lectura segura", "sure reading"),
    (0.73, "lectura probable", "likely reading"),
    (0.0, "lectura dudosa", "doubtful reading"),
)
"""From which confidence on a reading is called what; 0.88 is where no second reading is near."""


def message(finding: Finding, lang: str = "es") -> str:
    """Return the words of a finding in Spanish, or in English with `lang="en"`.

    A detail `confidence` is said in words: `{certainty}`.
    """
    details = dict(finding.details)
    if confidence := details.get("confidence"):
        details["certainty"] = _certainty(float(confidence), lang)
    return KINDS[finding.code].text(lang).format_map(details)


def _certainty(confidence: float, lang: str) -> str:
    _, es, en = next(row for row in CERTAINTIES if confidence >= row[0])
    return en if lang == "en" else es


def severity(finding: Finding) -> Severity:
    """Return how much a finding weighs."""
    return KINDS[finding.code].severity
