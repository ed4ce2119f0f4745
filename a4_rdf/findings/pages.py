"""Findings on a Word document or a web page: what was read of it and what was left out."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

PAGES: Mapping[str, FindingKind] = {
    "tables-left-out": FindingKind(
        INFO,
        "otras tablas del documento, sin encabezado a4, que no se leen: {count}",
        "other tables of the document, without an a4 header, not read: {count}",
    ),
    "lines-left-out": FindingKind(
        INFO,
        "renglones lejos de la tabla que no se leen: {count}",
        "lines far from the table, not read: {count}",
    ),
    "links-left-out": FindingKind(
        INFO,
        "renglones de menú o de formulario que no se leen: {count}",
        "lines of menus or forms, not read: {count}",
    ),
    "cells-overlap": FindingKind(
        WARNING,
        "una celda combinada de arriba y una de la fila ocupan el mismo lugar: vale la de la fila",
        "a merged cell from above and one of the row take the same place: that of the row holds",
    ),
    "changes-unaccepted": FindingKind(
        WARNING,
        "cambios sin aceptar: se lee lo insertado y se omite lo eliminado",
        "changes not accepted: what was inserted is read, what was deleted is left out",
    ),
    "hidden-cell-read": FindingKind(
        WARNING,
        "celda oculta, se lee como las demás",
        "hidden cell, read like the others",
    ),
    "struck-text": FindingKind(
        WARNING,
        "texto tachado, no se lee",
        "struck-out text, not read",
    ),
    "hidden-text": FindingKind(
        WARNING,
        "texto oculto, no se lee",
        "hidden text, not read",
    ),
}
