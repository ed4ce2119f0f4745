"""Tell what a curator's decision settles: open findings give way to `decided`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from a4_rdf.findings import CURATED, DECIDABLE
from a4_rdf.model import Finding
from a4_rdf.repair.decisions import ROW
from a4_rdf.repair.pending import READINGS

DECIDED = "decided"
AMBIGUOUS, INHERITING = "ambiguous-row", "inherits-ambiguous"


def settle(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings, those that a curator's decision settles replaced by `decided`."""
    fields: dict[int, set[str]] = {}
    for finding in findings:
        if finding.code in CURATED:
            fields.setdefault(finding.place.row, set()).add(finding.detail("field"))
    if not fields:
        return tuple(findings)
    settled = {f for f in findings if f.code in DECIDABLE and _is_settled(f, fields)}
    rows = {f.place.row for f in settled if f.code == AMBIGUOUS}
    return tuple(_settled(f) if f in settled or _follows(f, rows) else f for f in findings)


def _is_settled(finding: Finding, fields: Mapping[int, set[str]]) -> bool:
    """Tell whether a decision on the finding's row is about what the finding left open."""
    decided = fields.get(finding.place.row, set())
    column = DECIDABLE[finding.code]
    asked = _asked(finding) if column is None else {column.value}
    return bool(decided & asked) if asked and ROW not in decided else bool(decided)


def _follows(finding: Finding, rows: set[int]) -> bool:
    """Tell whether a finding is of a row that inherits from rows that are all settled."""
    return finding.code == INHERITING and {int(n) for n in finding.detail("rows").split()} <= rows


def _asked(finding: Finding) -> set[str]:
    """Return the columns that two readings of a row fill differently; none for other findings."""
    readings = [set(finding.detail(name).split()) for name in READINGS]
    return {pair.partition(":")[2] for pair in readings[0] ^ readings[1]}


def _settled(finding: Finding) -> Finding:
    """Return the finding that takes an open one's place and keeps its words."""
    said = (finding.detail(name) for name in ("text", "number", "alternative", "rows"))
    text = next((words for words in said if words), "")
    return Finding(DECIDED, finding.place, (("code", finding.code), ("text", text)))
