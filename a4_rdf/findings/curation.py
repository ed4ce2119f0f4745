"""Findings on curators' decisions, and which findings await one."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind
from a4_rdf.model import Column

CURATION: Mapping[str, FindingKind] = {
    "cell-corrected": FindingKind(
        INFO,
        "corregido en la revisión ({role}): {column}, de «{old}» a «{new}»; motivo: {why}",
        "corrected in review ({role}): {column}, from «{old}» to «{new}»; reason: {why}",
    ),
    "cell-confirmed": FindingKind(
        INFO,
        "confirmado en la revisión ({role}): {column}; motivo: {why}",
        "confirmed in review ({role}): {column}; reason: {why}",
    ),
    "decided": FindingKind(
        INFO,
        "decidido en la revisión; antes {code}: «{text}»",
        "decided in review; before {code}: «{text}»",
    ),
    "correction-without-document": FindingKind(
        WARNING,
        "corrección de un documento que no está, no se aplica: {digest}",
        "correction of a document that is not there, not applied: {digest}",
    ),
    "correction-without-row": FindingKind(
        WARNING,
        "corrección que no casa con la fila {row}, no se aplica: {column}",
        "correction that does not fit row {row}, not applied: {column}",
    ),
    "correction-without-column": FindingKind(
        WARNING,
        "corrección de una columna que la tabla no tiene, no se aplica: {column}",
        "correction of a column that the table does not have, not applied: {column}",
    ),
}

# What awaits a curator's decision, and the column that it has to be about (None: any of the row).
DECIDABLE: Mapping[str, Column | None] = {
    "ambiguous-row": None,
    "extra-text": None,
    "goal-without-unit": None,
    "ambiguous-number": Column.TARGET,
}
# What a curator's decision leaves: provenance of the row.
CURATED = frozenset(("cell-corrected", "cell-confirmed"))
