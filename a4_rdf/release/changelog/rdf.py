"""A change as RDF: an activity of Activity Streams 2.0 that happened to a goal or a unit.

A change never changes: its name is made of all that it says, so whatever a later build finds to be
otherwise is another change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from a4_rdf import iris, sentences, terms
from a4_rdf.iris import Kind
from a4_rdf.model import Change, ChangeKind
from a4_rdf.terms import Triple
from a4_rdf.vocab import AS

CODE_LIST = "tipo-cambio"

TYPES: Mapping[ChangeKind, tuple[URIRef, ...]] = {
    ChangeKind.ADDED: (AS.Create,),
    ChangeKind.WITHDRAWN: (AS.Delete,),
    ChangeKind.TARGET_RAISED: (AS.Update,),
    ChangeKind.TARGET_LOWERED: (AS.Update,),
    ChangeKind.REWORDED: (AS.Update,),
    ChangeKind.UNIT_RENAMED: (AS.Update,),
    ChangeKind.UNIT_REPLACED: (AS.Create,),
    ChangeKind.MOVED: (AS.Update, AS.Move),
}
"""What kind of activity each change is; a stream's reader knows those of create, update, delete."""


@dataclass(frozen=True, slots=True)
class Named:
    """A change with the IRIs of what it is about."""

    base: str
    change: Change

    @property
    def iri(self) -> URIRef:
        """Return the change's IRI."""
        return self._own(Kind.CHANGE, date=self.change.date.isoformat(), key=_key(self.change))

    @property
    def thing(self) -> URIRef:
        """Return the goal or unit that changed."""
        change = self.change
        return self.goal(change.goal) if change.goal else self.place(change.unit)

    @property
    def release(self) -> URIRef:
        """Return the release that says it otherwise."""
        return self._own(Kind.RELEASE, date=self.change.date.isoformat())

    @property
    def organization(self) -> URIRef:
        """Return the organisation whose release it is."""
        return self._own(Kind.ORGANIZATION)

    def goal(self, name: str) -> URIRef:
        """Return a goal of the organisation."""
        return self._own(Kind.GOAL, key=name)

    def place(self, slug: str) -> URIRef:
        """Return a unit of the organisation, or itself where there is no slug."""
        return self._own(Kind.UNIT, key=slug) if slug else self.organization

    def targets(self) -> tuple[URIRef, URIRef] | None:
        """Return the target before and now, where one of them was raised or lowered."""
        change = self.change
        if not change.target or change.before is None:
            return None
        was = self._target(change.former or change.goal, change.before, change.old_target)
        return was, self._target(change.goal, change.date, change.target)

    def _target(self, goal: str, day: date, number: int) -> URIRef:
        return self._own(Kind.TARGET, key=goal, date=day.isoformat(), n=str(number))

    def _own(self, kind: Kind, **parts: str) -> URIRef:
        return URIRef(iris.mint(self.base, kind, org=self.change.organization, **parts))


def describe(base: str, change: Change) -> Iterator[Triple]:
    """Yield what is said of one change, each triple once, always in the same order."""
    named = Named(base, change)
    subject = named.iri
    for kind in TYPES[change.kind]:
        yield subject, RDF.type, kind
    concept = iris.mint(base, Kind.CONCEPT, list=CODE_LIST, code=change.kind)
    yield subject, DCTERMS.type, URIRef(concept)
    yield subject, RDFS.label, terms.spanish(sentences.sentence(change, "es"))
    yield subject, RDFS.label, terms.english(sentences.sentence(change, "en"))
    yield subject, DCTERMS.issued, terms.day(change.date)
    yield subject, AS.published, terms.midnight(change.date)
    yield subject, DCTERMS.isPartOf, named.release
    yield subject, AS.actor, named.organization
    yield subject, AS.object, named.thing
    yield from _before_and_now(named, subject)


def _before_and_now(named: Named, subject: URIRef) -> Iterator[Triple]:
    """Yield the targets, the former thing, and the places that the change leads from and to."""
    change = named.change
    if change.kind is ChangeKind.MOVED:
        yield subject, AS.origin, named.place(change.old_place)
        yield subject, AS.target, named.place(change.new_place)
    if change.former:
        former = named.goal(change.former) if change.goal else named.place(change.former)
        yield subject, PROV.used, former
        yield subject, PROV.generated, named.thing
    if targets := named.targets():
        yield subject, PROV.used, targets[0]
        yield subject, PROV.generated, targets[1]


def _key(change: Change) -> str:
    """Return a short hash of all that a change says."""
    values = (change.old_value, change.new_value)
    said = (
        change.kind,
        "" if change.before is None else change.before.isoformat(),
        *(change.unit, change.goal, change.former, change.label, change.old, change.new),
        *(change.old_place, change.new_place, change.measure),
        *(str(number) for number in (change.old_target, change.target)),
        *("" if value is None else str(terms.decimal(value)) for value in values),
    )
    return sha256("\x1f".join(said).encode()).hexdigest()[: iris.KEY_LENGTH]
