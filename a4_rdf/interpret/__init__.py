"""Interpret a repaired table: the plan that the document declares, and what was noticed."""

from __future__ import annotations

from a4_rdf.interpret.footer import read_footer
from a4_rdf.interpret.footer_values import holders
from a4_rdf.interpret.goals import read_goals
from a4_rdf.interpret.heading import regime_of, title_of
from a4_rdf.interpret.rows import source_rows
from a4_rdf.model import Finding, Place, Plan, Table

__all__ = ["interpret"]


def interpret(table: Table) -> tuple[Plan, tuple[Finding, ...]]:
    """Return the plan of a repaired table and the findings, in source order."""
    findings: list[Finding] = []
    title = title_of(table.rows)
    if not title:
        findings.append(Finding("title-missing", Place(1, 1)))
    regime = regime_of(table, findings)
    goals, units, from_goals = read_goals(table)
    footer, footer_rows, from_footer = read_footer(table.rows, holders(units, title))
    findings.extend((*from_goals, *from_footer))
    plan = Plan(
        source=table.source,
        title=title,
        regime=regime,
        columns=table.columns,
        goals=goals,
        units=units,
        rows=source_rows(table.rows, footer_rows),
        footer=footer,
    )
    return plan, tuple(sorted(findings, key=lambda finding: finding.place))
