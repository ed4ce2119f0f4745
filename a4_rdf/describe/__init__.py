"""Describe a plan as RDF: one release graph per document, no blank nodes, one order."""

from __future__ import annotations

from collections.abc import Sequence

from a4_rdf.describe import concepts, goals, organization, release, source
from a4_rdf.describe.context import Context
from a4_rdf.describe.identity import identify
from a4_rdf.model import Finding, Identifiers, Plan, Publisher, Release
from a4_rdf.terms import Triple, ordered

__all__ = ["DESCRIBERS", "describe", "identify"]

DESCRIBERS = (
    organization.describe,
    concepts.describe,
    goals.describe,
    source.describe,
    release.describe,
)


def describe(
    publisher: Publisher,
    release: Release,
    plan: Plan,
    identifiers: Identifiers,
    findings: Sequence[Finding] = (),
) -> tuple[Triple, ...]:
    """Return the release graph of a plan, distinct triples in dump order (MODEL: one document)."""
    context = Context.of(publisher, release, plan, identifiers, findings)
    return ordered(triple for part in DESCRIBERS for triple in part(context))
