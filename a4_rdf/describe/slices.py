"""Describe the slices of the cube: what each unit promises in this release, in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from a4_rdf import terms
from a4_rdf.describe.context import Context
from a4_rdf.iris import Kind
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB


def describe(context: Context) -> Iterator[Triple]:
    """Yield a slice for each unit that has observations of its own (Data Cube: Slices)."""
    for unit, observations in _by_unit(context).items():
        yield from _slice(context, unit, observations)


def _by_unit(context: Context) -> Mapping[tuple[str, ...], Sequence[URIRef]]:
    """Return the observations of each unit, those of the units below it apart."""
    found: dict[tuple[str, ...], list[URIRef]] = {}
    for goal, names in context.goals():
        for n, target in enumerate(goal.targets, start=1):
            if target.value is not None:
                found.setdefault(goal.unit, []).append(context.target(names, n))
    return found


def _slice(
    context: Context, unit: tuple[str, ...], observations: Sequence[URIRef]
) -> Iterator[Triple]:
    subject = context.dated(Kind.SLICE, key=context.identifiers.units[unit])
    es = f"Valores meta de {unit[-1]}, publicación del {context.date}"
    en = f"Targets of {unit[-1]}, release of {context.date}"
    yield context.dated(Kind.RELEASE), QB.slice, subject
    yield subject, RDF.type, QB.Slice
    yield subject, RDFS.label, terms.spanish(es)
    yield subject, RDFS.label, terms.english(en)
    yield subject, QB.sliceStructure, context.poa.slice_key
    yield subject, context.poa["responsibleUnit"], context.unit(unit)
    yield subject, context.poa["asOf"], terms.day(context.release.date)
    for observation in observations:
        yield subject, QB.observation, observation
