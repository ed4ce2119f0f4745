"""Describe goals and their targets; a target with a number is an observation of the cube."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from a4_rdf import terms
from a4_rdf.describe.context import NOT_DECLARED, Context
from a4_rdf.iris import Kind
from a4_rdf.model import Goal, GoalNames, Target
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB, SDMX_ATTRIBUTE


def describe(context: Context) -> Iterator[Triple]:
    """Yield every goal and its targets."""
    for goal, names in context.goals():
        subject = context.own(Kind.GOAL, key=names.goal)
        yield from _goal(context, subject, goal, names)
        targets = zip(goal.targets, names.ordinals, strict=True)
        for n, (target, ordinal) in enumerate(targets, start=1):
            iri = context.target(names, n)
            yield subject, context.poa["hasTarget"], iri
            yield iri, context.poa["ordinal"], terms.positive(ordinal)
            yield from _target(context, iri, subject, target)
            if target.value is not None:
                yield from _place(context, iri, goal, names, target)
                yield from _measure(context, iri, target, target.value)


def _goal(context: Context, subject: URIRef, goal: Goal, names: GoalNames) -> Iterator[Triple]:
    poa = context.poa
    yield subject, RDF.type, poa["Goal"]
    yield subject, RDFS.label, terms.spanish(_label(goal))
    yield subject, DCTERMS.identifier, terms.text(names.goal)
    yield subject, poa["inPlan"], context.own(Kind.PLAN, year=str(context.release.year))
    yield subject, poa["responsibleUnit"], context.unit(goal.unit)
    if goal.objective:
        yield subject, poa["objective"], context.objective(names)
    if goal.activity:
        yield subject, poa["activity"], context.activity(names)
    if goal.indicator:
        yield subject, poa["indicator"], context.indicator(names)
    if goal.target_cell:
        yield subject, poa["targetCellText"], terms.spanish(goal.target_cell.text)
    yield subject, poa["targetStatus"], context.concept("estado-meta", goal.status)
    if goal.link:
        yield subject, RDFS.seeAlso, URIRef(goal.link.text)
    yield subject, PROV.wasDerivedFrom, context.dated(Kind.SOURCE_ROW, row=str(goal.row))


def _label(goal: Goal) -> str:
    """Return the words by which a goal is known: what is done, else how it is measured."""
    statements = (goal.activity, goal.indicator, goal.target_cell, goal.objective)
    return next((s.text for s in statements if s), goal.unit[-1])


def _target(context: Context, subject: URIRef, goal: URIRef, target: Target) -> Iterator[Triple]:
    poa = context.poa
    yield subject, RDF.type, poa["Target"]
    yield subject, RDFS.label, terms.spanish(target.text)
    yield subject, poa["targetOf"], goal
    yield subject, poa["targetText"], terms.spanish(target.text)
    yield subject, poa["targetStatus"], context.concept("estado-meta", target.status)


def _place(
    context: Context, subject: URIRef, goal: Goal, names: GoalNames, target: Target
) -> Iterator[Triple]:
    """Yield the dimensions of an observation, but its ordinal, which every target has.

    What is not declared is the code list's concept for it: a dimension is never empty.
    """
    poa = context.poa
    yield subject, RDF.type, poa["QuantifiedTarget"]
    yield subject, RDF.type, QB.Observation
    yield subject, QB.dataSet, context.dated(Kind.RELEASE)
    yield subject, poa["refPeriod"], context.period(target.month)
    yield subject, poa["asOf"], terms.day(context.release.date)
    yield subject, poa["responsibleUnit"], context.unit(goal.unit)
    activity = context.concept("actividad", NOT_DECLARED)
    if goal.activity:
        activity = context.activity(names)
    yield subject, poa["activity"], activity
    indicator = context.concept("indicador", NOT_DECLARED)
    if goal.indicator:
        indicator = context.indicator(names)
    yield subject, poa["indicator"], indicator


def _measure(context: Context, subject: URIRef, target: Target, value: Decimal) -> Iterator[Triple]:
    """Yield the measure of an observation and its attributes."""
    poa = context.poa
    yield subject, poa["targetValue"], terms.decimal(value)
    if target.value_max is not None:
        yield subject, poa["targetValueMax"], terms.decimal(target.value_max)
    measure = context.unit_of_measure(target.unit_of_measure)
    yield subject, SDMX_ATTRIBUTE.unitMeasure, measure
    yield subject, poa["bound"], context.concept("cota", target.bound)
    yield subject, poa["basis"], context.concept("fundamento", target.basis)
