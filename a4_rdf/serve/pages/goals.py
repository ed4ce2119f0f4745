"""Goals as people read them: a number with its unit of measure, the source's words, the notices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import groupby

from rdflib import URIRef
from rdflib.namespace import PROV, RDFS

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.model import Bound
from a4_rdf.serve import words
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.quality import is_warning
from a4_rdf.vocab import CSVW, OA, SDMX_ATTRIBUTE, Poa

RANGES: Mapping[str, str] = {words.SPANISH: " a ", words.ENGLISH: " to "}
PERCENT, NOT_DECLARED = "porcentaje", "no-declarada"
UNSAID_BOUNDS = (Bound.STATED, Bound.RANGE)
"""Bounds that the number itself shows."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding about a goal or row; `is_warning` tells a quality notice from a reading note."""

    iri: URIRef
    kind: URIRef | None
    text: str
    is_warning: bool


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target: `value` is written out (`80 a 90,5`), empty where nothing was counted."""

    iri: URIRef
    value: str
    measure: str
    bound: str
    text: str


@dataclass(frozen=True, slots=True)
class GoalCard:
    """One goal with all that its page part shows; what the source does not say is None or empty."""

    iri: URIRef
    unit: URIRef | None
    objective: URIRef | None
    activity: URIRef | None
    indicator: URIRef | None
    cell: str
    status: URIRef | None
    targets: tuple[TargetLine, ...]
    row: URIRef | None
    row_number: int
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class ActivityGroup:
    """The goals of one activity; None where the source names none."""

    activity: URIRef | None
    goals: tuple[GoalCard, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveGroup:
    """The activities of one objective; None where the source names none."""

    objective: URIRef | None
    activities: tuple[ActivityGroup, ...]


def goal_cards(facts: Facts, labels: Labels, base: str) -> tuple[GoalCard, ...]:
    """Return the goals of a view in source order."""
    cards = [_card(facts, labels, base, goal) for goal in facts.of_type(Poa(base)["Goal"])]
    return tuple(sorted(cards, key=lambda card: (card.row_number, card.iri)))


def grouped(cards: Iterable[GoalCard]) -> tuple[ObjectiveGroup, ...]:
    """Group goals by objective, then activity, as they follow each other in the source."""
    return tuple(
        ObjectiveGroup(objective, _by_activity(tuple(own)))
        for objective, own in groupby(cards, key=lambda card: card.objective)
    )


def notices(
    facts: Facts, labels: Labels, base: str, subject: URIRef, by: URIRef
) -> tuple[Notice, ...]:
    """Return the notices that point at a subject by a property, warnings first."""
    found = [_notice(facts, labels, base, note) for note in facts.subjects(by, subject)]
    kept = [notice for notice in found if notice.text]
    return tuple(sorted(kept, key=lambda notice: (not notice.is_warning, notice.iri)))


def _by_activity(cards: tuple[GoalCard, ...]) -> tuple[ActivityGroup, ...]:
    return tuple(
        ActivityGroup(activity, tuple(own))
        for activity, own in groupby(cards, key=lambda card: card.activity)
    )


def _card(facts: Facts, labels: Labels, base: str, goal: URIRef) -> GoalCard:
    poa = Poa(base)
    row = facts.link(goal, PROV.wasDerivedFrom)
    targets = [_target(facts, labels, base, t) for t in facts.links(goal, poa["hasTarget"])]
    return GoalCard(
        iri=goal,
        unit=facts.link(goal, poa["responsibleUnit"]),
        objective=facts.link(goal, poa["objective"]),
        activity=facts.link(goal, poa["activity"]),
        indicator=facts.link(goal, poa["indicator"]),
        cell=facts.text(goal, poa["targetCellText"]),
        status=facts.link(goal, poa["targetStatus"]),
        targets=tuple(sorted(targets, key=lambda target: _position(target.iri))),
        row=row,
        row_number=_integer(facts.text(row, CSVW.rownum)) if row else 0,
        notices=notices(facts, labels, base, goal, OA.hasTarget),
    )


def _target(facts: Facts, labels: Labels, base: str, target: URIRef) -> TargetLine:
    poa = Poa(base)
    values = (facts.text(target, poa[p]) for p in ("targetValue", "targetValueMax"))
    measure = facts.link(target, SDMX_ATTRIBUTE.unitMeasure)
    bound = facts.link(target, poa["bound"])
    is_said = bound is not None and _code(base, bound) not in UNSAID_BOUNDS
    return TargetLine(
        iri=target,
        value=RANGES[labels.lang].join(_number(value, labels.lang) for value in values if value),
        measure=_measure(labels, base, measure),
        bound=labels.label(bound) if bound and is_said else "",
        text=facts.text(target, poa["targetText"]),
    )


def _notice(facts: Facts, labels: Labels, base: str, note: URIRef) -> Notice:
    kind = facts.link(note, OA.hasBody)
    text = facts.text(note, RDFS.comment, labels.lang)
    return Notice(note, kind, text, is_warning(base, kind))


def _measure(labels: Labels, base: str, measure: URIRef | None) -> str:
    """Return the unit of measure as it follows a number; empty where none was declared."""
    code = _code(base, measure) if measure else NOT_DECLARED
    if measure is None or code == NOT_DECLARED:
        return ""
    return "%" if code == PERCENT else labels.label(measure)


def _code(base: str, concept: URIRef) -> str:
    name = iris.parse(base, concept)
    return name["code"] if name and name.kind is Kind.CONCEPT else ""


def _number(text: str, lang: str) -> str:
    try:
        return words.number(Decimal(text), lang)
    except InvalidOperation:
        return text


def _position(target: URIRef) -> tuple[str, int]:
    head, _, last = target.rpartition("/")
    return head, _integer(last)


def _integer(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
