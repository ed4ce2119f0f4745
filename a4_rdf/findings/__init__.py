"""The findings that a4_rdf can report: one row per code, with its weight and its words.

Codes are stable: corrections, shapes and help pages are keyed by them. `{name}` in a text is
filled from the finding's details.
"""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.calendar import CALENDAR
from a4_rdf.findings.curation import CURATED, CURATION, DECIDABLE
from a4_rdf.findings.document import DOCUMENT
from a4_rdf.findings.files import FILES
from a4_rdf.findings.goals import GOALS
from a4_rdf.findings.kind import FindingKind
from a4_rdf.findings.pages import PAGES
from a4_rdf.findings.pdf import PDF
from a4_rdf.findings.repair import REPAIR
from a4_rdf.findings.workbooks import WORKBOOKS
from a4_rdf.model import Finding, Severity

__all__ = ["CERTAINTIES", "CURATED", "DECIDABLE", "KINDS", "FindingKind", "message", "severity"]

KINDS: Mapping[str, FindingKind] = {
    **FILES,
    **CALENDAR,
    **WORKBOOKS,
    **PAGES,
    **PDF,
    **REPAIR,
    **DOCUMENT,
    **GOALS,
    **CURATION,
}

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
