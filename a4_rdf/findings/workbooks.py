"""Findings on a workbook: its sheets, hidden parts, merged cells, formulas and numbers."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

WORKBOOKS: Mapping[str, FindingKind] = {
    "sheet-not-read": FindingKind(
        WARNING,
        "la hoja «{sheet}» también trae una tabla a4 y no se lee; se leyó «{read}»",
        "the sheet «{sheet}» holds an a4 table too and is not read; «{read}» was",
    ),
    "hidden-sheet-read": FindingKind(
        WARNING,
        "la tabla a4 está en una hoja oculta: «{sheet}»",
        "the a4 table stands on a hidden sheet: «{sheet}»",
    ),
    "hidden-rows-read": FindingKind(
        WARNING,
        "filas ocultas, se leen como las demás: {rows}",
        "hidden rows, read like the others: {rows}",
    ),
    "hidden-column-read": FindingKind(
        WARNING,
        "columna oculta, se lee como las demás: {column}",
        "hidden column, read like the others: {column}",
    ),
    "covered-cell": FindingKind(
        WARNING,
        "texto tapado por una celda combinada, no se lee",
        "text covered by a merged cell, not read",
    ),
    "cell-error": FindingKind(
        WARNING,
        "la celda tiene un error y queda vacía: {error}",
        "the cell holds an error and is left empty: {error}",
    ),
    "formula-without-value": FindingKind(
        WARNING,
        "fórmula sin resultado guardado: la celda queda vacía",
        "formula without a stored result: the cell is left empty",
    ),
    "value-rounded": FindingKind(
        INFO,
        "la celda muestra {shown} y guarda {exact}: se publica lo que muestra",
        "the cell shows {shown} and stores {exact}: what it shows is published",
    ),
    "formats-unread": FindingKind(
        WARNING,
        "no se pudo saber cómo muestra el libro sus números: un porcentaje puede verse como 0.65",
        "how the workbook shows its numbers is not known: a percentage may look like 0.65",
    ),
    "macros-ignored": FindingKind(
        INFO,
        "el libro contiene macros: no se ejecutan ni se leen",
        "the workbook holds macros: they are neither run nor read",
    ),
    "external-links-ignored": FindingKind(
        INFO,
        "el libro enlaza otros archivos: no se consultan, vale el último resultado guardado",
        "the workbook links to other files: they are not consulted, stored results hold",
    ),
}
