"""The document's heading and sections: organisation, law, process levels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a4_rdf import names, spanish
from a4_rdf.model import (
    SET_OF_FILES,
    Column,
    Finding,
    Place,
    ProcessLevel,
    Regime,
    Row,
    RowStatus,
    Table,
)

_LAW = re.compile(
    r"art(?:\.|iculo)?\s?\d|literal\b|numeral\b|ley\b|lotaip|(?:las )?metas y objetivos"
    r"|transparencia\b|conjunto de datos|\d{4}$"
    r"|(?:nombre de la )?(?:institucion|entidad|organizacion)(?: publica)?\s?:?$"
    r"|sujeto obligado\s?:?$"
)
_LAW_2023 = re.compile(r"\bart(?:\.|iculo)?\s?19\b|numeral\s?1\.3|\b1\.3\b")
_LAW_2004 = re.compile(r"\bart(?:\.|iculo)?\s?7\b|literal\s?a\s?4?\)?|\ba4\)")
_LEVELS: tuple[tuple[ProcessLevel, re.Pattern[str]], ...] = (
    (ProcessLevel.DECONCENTRATED, re.compile(r"desconcentr")),
    (ProcessLevel.ADVISORY, re.compile(r"asesor")),
    (ProcessLevel.SUPPORT, re.compile(r"\bapoyo\b")),
    (ProcessLevel.GOVERNING, re.compile(r"gobern|directiv")),
    (ProcessLevel.VALUE_ADDING, re.compile(r"agreg|sustantiv|operativ|misional")),
)


def title_of(rows: Sequence[Row]) -> str:
    """Return the organisation's name as the first title row says it, without the law's words.

    What a person's label begins, and what stands before or after a blanked name, is none.
    """
    for row in rows:
        if row.status is not RowStatus.TITLE:
            continue
        for cell in row.cells:
            folded = spanish.fold(cell.text)
            if not folded or _LAW.match(folded) or names.is_label(folded):
                continue
            if name := names.before_placeholder(spanish.tidy(cell.text)):
                return name
    return ""


def regime_of(table: Table, findings: list[Finding]) -> Regime:
    """Return the law that the document names, else the one that its form or columns follow.

    Only the 2023 law asks for a set of files, and for links to verify the goals.
    """
    said = " ".join(
        spanish.fold(cell.text)
        for row in table.rows
        if row.status is RowStatus.TITLE
        for cell in row.cells
    )
    if _LAW_2023.search(said):
        return Regime.LAW_2023
    if _LAW_2004.search(said):
        return Regime.LAW_2004
    if Column.LINK in table.columns or table.source.media_type == SET_OF_FILES:
        return Regime.LAW_2023
    plain = Column.NUMBER not in table.columns and Column.ACTIVITY not in table.columns
    regime = Regime.LAW_2023 if plain else Regime.LAW_2004
    findings.append(Finding("regime-assumed", Place(1, 1), (("regime", regime.value),)))
    return regime


def level_of(text: str) -> ProcessLevel | None:
    """Return the process level that a section's text names, or None."""
    folded = spanish.fold(text)
    return next((level for level, name in _LEVELS if name.search(folded)), None)
