"""The weight of a finding code and its words, as a template."""

from __future__ import annotations

from dataclasses import dataclass

from a4_rdf.model import Severity


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
