"""Released documents for the tests: the small plan, described, of any date and organisation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from a4_rdf.describe import describe
from a4_rdf.identify import names_of
from a4_rdf.model import Organization, Plan, Release
from a4_rdf.release import ReleasedDocument, Settings
from tests.plans import PUBLISHER, RELEASE, small_plan

SETTINGS = Settings(PUBLISHER)
SEPTEMBER, OCTOBER = date(2015, 9, 30), date(2015, 10, 31)
REPORT = b'{"conforms": true}\n'


def released(
    day: date = SEPTEMBER,
    previous: date | None = None,
    organization: Organization = RELEASE.organization,
    plan: Plan | None = None,
) -> ReleasedDocument:
    """Return a document that has passed its checks."""
    plan = plan or small_plan()
    release = Release(organization, day, 2015, previous=previous)
    identifiers = names_of(plan)
    triples = describe(PUBLISHER, release, plan, identifiers, ())
    return ReleasedDocument(release, plan, identifiers, (), triples, REPORT)


def raised_plan() -> Plan:
    """Return the small plan with another first goal: its content is not the same."""
    plan = small_plan()
    return replace(plan, goals=(replace(plan.goals[0], number="7"), *plan.goals[1:]))
