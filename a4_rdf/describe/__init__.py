"""Describe a plan as RDF: one release graph per document, no blank nodes, one order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rdflib.namespace import PROV, RDFS

from a4_rdf.describe import concepts, goals, organization, slices, source
from a4_rdf.describe import release as release_of
from a4_rdf.describe.context import Context
from a4_rdf.iris import Kind
from a4_rdf.model import Finding, Identifiers, Plan, Publisher, Release
from a4_rdf.terms import Triple, english, ordered, spanish

__all__ = ["DESCRIBERS", "describe", "describe_repeat"]

DESCRIBERS = (
    organization.describe,
    concepts.describe,
    goals.describe,
    slices.describe,
    source.describe,
    release_of.describe,
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


def describe_repeat(
    publisher: Publisher, release: Release, plan: Plan, content: date
) -> tuple[Triple, ...]:
    """Return the graph of a release that says what that of the date `content` says.

    It has the release, its document and its conversion; goals and rows stand with the content.
    """
    context = Context.of(publisher, release, plan, Identifiers({}, ()))
    same = context.own(Kind.RELEASE, date=content.isoformat())
    own = context.dated(Kind.RELEASE)
    es = f"Repite la publicación del {content}: sus observaciones están allí."
    en = f"Repeats the release of {content}: its observations are there."
    return ordered(
        (
            *source.describe_document(context),
            *release_of.describe(context),
            (own, PROV.alternateOf, same),
            (own, RDFS.comment, spanish(es)),
            (own, RDFS.comment, english(en)),
        )
    )
