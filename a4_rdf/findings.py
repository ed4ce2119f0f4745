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

KINDS: Mapping[str, FindingKind] = {
    "row-realigned": FindingKind(
        INFO,
        "fila desplazada: celdas llevadas a {columns} (confianza {confidence})",
        "shifted row: cells moved to {columns} (confidence {confidence})",
    ),
}


def message(finding: Finding, lang: str = "es") -> str:
    """Return the words of a finding in Spanish, or in English with `lang="en"`."""
    return KINDS[finding.code].text(lang).format_map(dict(finding.details))


def severity(finding: Finding) -> Severity:
    """Return how much a finding weighs."""
    return KINDS[finding.code].severity
