"""What every describer is handed: the plan, its release and keys, and the IRIs of its things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.model import Finding, Goal, GoalNames, Identifiers, Plan, Publisher, Release
from a4_rdf.vocab import Poa

ACRONYM_LENGTH = 4
_CODED = {"%": "porcentaje", "USD": "usd"}
PERCENT, NOT_DECLARED = "porcentaje", "no-declarada"


@dataclass(frozen=True, slots=True)
class Context:
    """One plan on its way to RDF; the methods mint the IRIs of the plan's things."""

    publisher: Publisher
    release: Release
    plan: Plan
    identifiers: Identifiers
    findings: tuple[Finding, ...]

    @classmethod
    def of(
        cls,
        publisher: Publisher,
        release: Release,
        plan: Plan,
        identifiers: Identifiers,
        findings: Sequence[Finding] = (),
    ) -> Context:
        """Return the context of one plan."""
        return cls(publisher, release, plan, identifiers, tuple(findings))

    @property
    def poa(self) -> Poa:
        """Return the vocabulary under the publisher's base."""
        return Poa(self.publisher.base)

    @property
    def date(self) -> str:
        """Return the release date as it stands in IRIs."""
        return self.release.date.isoformat()

    def name(self, kind: Kind, **parts: str) -> URIRef:
        """Return the IRI of a thing of any kind."""
        return URIRef(iris.mint(self.publisher.base, kind, **parts))

    def own(self, kind: Kind, **parts: str) -> URIRef:
        """Return the IRI of a thing of this organisation."""
        return self.name(kind, org=self.release.organization.slug, **parts)

    def dated(self, kind: Kind, **parts: str) -> URIRef:
        """Return the IRI of a thing of this organisation and release date."""
        return self.own(kind, date=self.date, **parts)

    def concept(self, scheme: str, code: str) -> URIRef:
        """Return the IRI of a concept of a code list."""
        return self.name(Kind.CONCEPT, list=scheme, code=code)

    def scheme(self, scheme: str) -> URIRef:
        """Return the IRI of a code list."""
        return self.name(Kind.SCHEME, list=scheme)

    def organization(self) -> URIRef:
        """Return the IRI of the organisation."""
        return self.own(Kind.ORGANIZATION)

    def unit(self, path: tuple[str, ...]) -> URIRef:
        """Return the IRI of the unit with this path."""
        return self.own(Kind.UNIT, key=self.identifiers.units[path])

    def period(self, month: int = 0) -> URIRef:
        """Return the IRI of the plan's year, or of one of its months."""
        year = str(self.release.year)
        return self.name(Kind.PERIOD, year=f"{year}-{month:02}" if month else year)

    def goals(self) -> Iterator[tuple[Goal, GoalNames]]:
        """Yield the goals with their names."""
        yield from zip(self.plan.goals, self.identifiers.goals, strict=True)

    def objective(self, names: GoalNames) -> URIRef:
        """Return the IRI of a goal's objective: a unit's own words."""
        return self.own(Kind.OBJECTIVE, key=names.objective)

    def activity(self, names: GoalNames) -> URIRef:
        """Return the IRI of a goal's activity: a unit's own words."""
        return self.own(Kind.ACTIVITY, key=names.activity)

    def indicator(self, names: GoalNames) -> URIRef:
        """Return the IRI of a goal's indicator, shared by the units of the organisation."""
        return self.own(Kind.INDICATOR, key=names.indicator)

    def target(self, names: GoalNames, n: int) -> URIRef:
        """Return the IRI of a goal's n-th target; they count from 1."""
        return self.dated(Kind.TARGET, key=names.goal, n=str(n))

    def unit_of_measure(self, noun: str) -> URIRef:
        """Return the concept of a unit of measure: `%`, a currency code, a noun, or none."""
        return self.concept("unidad-medida", unit_of_measure_code(noun))


def unit_of_measure_code(noun: str) -> str:
    """Return the code of a unit of measure in its list; a counted noun is its own code.

    Code and label are the same word, so that two releases can never give one concept two
    labels: in lower case with its accents, but an acronym (GAD) as it is. A slash is no part
    of an address, so `alcaldes/sas` has the code `alcaldes~sas`.
    """
    if not noun:
        return NOT_DECLARED
    if noun in _CODED:
        return _CODED[noun]
    return unit_of_measure_label(noun).replace("/", "~")


def unit_of_measure_label(noun: str) -> str:
    """Return the one label of a counted noun."""
    return noun if noun.isupper() and len(noun) <= ACRONYM_LENGTH else iris.normalised(noun)
