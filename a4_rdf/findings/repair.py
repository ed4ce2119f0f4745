"""Findings of the repair: what was cleaned, moved into its column, or fits none."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

REPAIR: Mapping[str, FindingKind] = {
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
    "line-left-out": FindingKind(
        INFO,
        "renglón fuera de la tabla, que no es sección ni pie: no se lee",
        "line outside the table, neither section nor footer: not read",
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
    "inherits-ambiguous": FindingKind(
        WARNING,
        "la fila hereda una celda de la línea {row}, que admite dos lecturas",
        "the row inherits a cell from line {row}, which can be read two ways",
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
