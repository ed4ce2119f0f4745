"""Findings on a document as a whole: its title, law, sections, units and footer."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

DOCUMENT: Mapping[str, FindingKind] = {
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
