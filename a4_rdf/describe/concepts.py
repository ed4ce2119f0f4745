"""Describe the plan, its year, and the concepts that its goals name, units of measure too."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from a4_rdf import terms
from a4_rdf.describe.context import (
    NOT_DECLARED,
    PERCENT,
    Context,
    unit_of_measure_code,
    unit_of_measure_label,
)
from a4_rdf.iris import Kind
from a4_rdf.model import Goal, GoalNames
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT, TIME

YEAR_BASES = {
    "update-date": "Año tomado de la fecha de actualización; el documento no lo declara.",
    "release-date": "Año tomado de la fecha de publicación; el documento no dice ninguna.",
    "settings": "Año fijado por quien publica.",
}
STATIC_UNITS_OF_MEASURE = frozenset((PERCENT, NOT_DECLARED, "usd"))


def describe(context: Context) -> Iterator[Triple]:
    """Yield the plan, its year and months, and every concept that goals use, each labelled once."""
    yield from _plan(context)
    yield from _periods(context)
    labelled: set[URIRef] = set()
    for goal, names in context.goals():
        for subject, text, triples in _statements(context, goal, names):
            yield from triples
            if subject not in labelled:
                labelled.add(subject)
                yield subject, SKOS.prefLabel, terms.spanish(text)
    yield from _units_of_measure(context)


def _plan(context: Context) -> Iterator[Triple]:
    subject = context.own(Kind.PLAN, year=str(context.release.year))
    name = context.release.organization.name
    yield subject, RDF.type, context.poa["OperationalPlan"]
    yield subject, SKOS.prefLabel, terms.spanish(f"Plan operativo {context.release.year} de {name}")
    yield subject, context.poa["planOf"], context.organization()
    yield subject, context.poa["refPeriod"], context.period()
    basis = YEAR_BASES[context.release.year_basis]
    yield subject, DCTERMS.provenance, terms.spanish(basis)


def _periods(context: Context) -> Iterator[Triple]:
    """Yield the plan's year, and each month for which a target states a value of its own."""
    year = context.release.year
    months = {target.month for goal in context.plan.goals for target in goal.targets}
    yield from _period(context.period(), str(year), date(year, 1, 1), date(year, 12, 31))
    for month in sorted(months - {0}):
        last = date(year, month, monthrange(year, month)[1])
        subject, label = context.period(month), f"{year}-{month:02}"
        yield from _period(subject, label, date(year, month, 1), last)


def _period(subject: URIRef, label: str, first: date, last: date) -> Iterator[Triple]:
    yield subject, RDF.type, TIME.ProperInterval
    yield subject, RDF.type, DCTERMS.PeriodOfTime
    yield subject, RDFS.label, terms.text(label)
    yield subject, DCAT.startDate, terms.day(first)
    yield subject, DCAT.endDate, terms.day(last)


def _statements(
    context: Context, goal: Goal, names: GoalNames
) -> Iterator[tuple[URIRef, str, Iterator[Triple]]]:
    """Yield each concept that a goal names: its IRI, its words, and its triples but the label."""
    if goal.objective:
        subject = context.objective(names)
        yield subject, goal.objective.text, _objective(context, subject, goal)
    if goal.activity:
        subject = context.activity(names)
        yield subject, goal.activity.text, _activity(context, subject, names)
    if goal.indicator:
        subject = context.indicator(names)
        yield subject, goal.indicator.text, _concept(context, subject, "Indicator", "indicador")


def _objective(context: Context, subject: URIRef, goal: Goal) -> Iterator[Triple]:
    yield from _concept(context, subject, "OperationalObjective", "objetivo")
    yield subject, context.poa["objectiveOf"], context.unit(goal.unit)


def _activity(context: Context, subject: URIRef, names: GoalNames) -> Iterator[Triple]:
    yield from _concept(context, subject, "PlannedActivity", "actividad")
    if names.objective:
        yield subject, context.poa["supportsObjective"], context.objective(names)


def _concept(context: Context, subject: URIRef, kind: str, scheme: str) -> Iterator[Triple]:
    yield subject, RDF.type, context.poa[kind]
    yield subject, RDF.type, SKOS.Concept
    yield subject, SKOS.inScheme, context.scheme(scheme)


def _units_of_measure(context: Context) -> Iterator[Triple]:
    """Describe the counted nouns; those of every publisher stand in ontology/codes.ttl."""
    targets = (target for goal in context.plan.goals for target in goal.targets)
    for noun in sorted({target.unit_of_measure for target in targets}):
        if unit_of_measure_code(noun) in STATIC_UNITS_OF_MEASURE:
            continue
        subject = context.unit_of_measure(noun)
        yield subject, RDF.type, SKOS.Concept
        yield subject, SKOS.prefLabel, terms.spanish(unit_of_measure_label(noun))
        yield subject, SKOS.inScheme, context.scheme("unidad-medida")
