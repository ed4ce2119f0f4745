"""The check of a release as a whole: what passes, and what stops a build."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
import rdflib
from rdflib import Literal, URIRef
from rdflib.namespace import FOAF, ORG, RDF, SKOS, XSD

from a4_rdf import resources
from a4_rdf.check import Report, check, check_catalogue
from a4_rdf.describe import describe
from a4_rdf.identify import names_of
from a4_rdf.model import Organization, Severity
from a4_rdf.pipeline import Known, convert
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT, QB, Poa
from tests.plans import BASE, PUBLISHER, RELEASE, small_plan

POA = Poa(BASE)
PLAN = small_plan()
TRIPLES = describe(PUBLISHER, RELEASE, PLAN, names_of(PLAN))
THING = URIRef(f"{BASE}/id/cosa")


def codes(report: Report, severity: Severity = Severity.VIOLATION) -> set[str]:
    return {result.code for result in report.of(severity)}


def without(predicate: URIRef, of: URIRef | None = None) -> tuple[Triple, ...]:
    return tuple(t for t in TRIPLES if t[1] != predicate or (of is not None and t[0] != of))


def some(kind: URIRef) -> URIRef:
    """Return the first thing of a class, in dump order."""
    return next(s for s, p, o in TRIPLES if p == RDF.type and o == kind)


def test_a_small_release_conforms() -> None:
    report = check(TRIPLES, BASE)
    assert report.conforms
    assert report.counts() == {"violation": 0, "warning": 5, "info": 3}


def test_warnings_and_infos_do_not_stop_a_build() -> None:
    report = check(TRIPLES, BASE)
    assert codes(report, Severity.WARNING) == {
        "goal-without-activity",
        "goal-without-indicator",
        "goal-without-objective",
        "goal-without-target",
        "measure-unlike-indicator",
    }
    assert codes(report, Severity.INFO) == {"goal-not-one-number", "observation-bounded"}


def test_nothing_is_no_release() -> None:
    report = check((), BASE)
    assert not report.conforms
    assert codes(report) == {"release-present", "goals-present"}


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [
        (POA["inPlan"], {"goal-plan"}),
        (POA["targetValue"], {"observation-value", "ic-14"}),
        (POA["asOf"], {"observation-as-of", "slice-as-of", "ic-10", "ic-11"}),
        (POA["bound"], {"observation-bound", "observation-range", "ic-13"}),
        (QB.structure, {"release-structure", "ic-2"}),
        (POA["rowStatus"], {"row-status"}),
    ],
)
def test_what_is_missing_is_told(predicate: URIRef, expected: set[str]) -> None:
    assert codes(check(without(predicate), BASE)) == expected


def test_a_unit_outside_the_tree_breaks_the_cube_too() -> None:
    report = check(without(ORG.hasSubOrganization), BASE)
    assert codes(report) == {"organization-tree", "unit-parts-mutual", "ic-20"}


def test_a_concept_of_another_list_breaks_the_cube_too() -> None:
    activity = some(POA["PlannedActivity"])
    report = check(without(SKOS.inScheme, activity), BASE)
    assert codes(report) == {"concept-list", "activity-list", "ic-19"}


def test_a_number_that_is_none_is_told_once_by_shape_and_once_by_cube() -> None:
    target = some(POA["QuantifiedTarget"])
    wrong = Literal("muchos", datatype=XSD.decimal)
    report = check(
        (*without(POA["targetValue"], target), (target, POA["targetValue"], wrong)), BASE
    )
    assert {"ic-0", "observation-value"} <= codes(report)


def test_a_person_stops_the_build() -> None:
    report = check((*TRIPLES, (THING, RDF.type, FOAF.Person)), BASE)
    assert codes(report) == {"no-person"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Escribir a alguien@ejemplo.gob.ec", "no-email"),
        ("Llamar al 0991234567", "no-telephone"),
        ("<b>PROCESOS</b>", "no-markup"),
    ],
)
def test_words_that_stop_the_build_are_not_repeated_in_the_report(words: str, code: str) -> None:
    """Whatever the property: the guard reads every literal."""
    report = check((*TRIPLES, (THING, URIRef("http://example.org/p"), Literal(words))), BASE)
    (result,) = report.of(Severity.VIOLATION)
    assert result.code == code
    assert result.value == THING
    assert result.path == "http://example.org/p"
    assert words not in repr(report)


def test_two_goals_of_one_key_are_told_and_published() -> None:
    twice = replace(PLAN, goals=(PLAN.goals[0], replace(PLAN.goals[0], row=PLAN.goals[1].row)))
    report = check(describe(PUBLISHER, RELEASE, twice, names_of(twice)), BASE)
    assert report.conforms
    repeated = [r for r in report.of(Severity.WARNING) if r.code == "repeated-key"]
    assert len(repeated) == len(twice.goals[1].targets)


def test_a_percentage_over_100_is_told_and_published() -> None:
    goal = PLAN.goals[0]
    target = replace(goal.targets[0], value=Decimal(120), unit_of_measure="%")
    plan = replace(PLAN, goals=(replace(goal, targets=(target, *goal.targets[1:])),))
    report = check(describe(PUBLISHER, RELEASE, plan, names_of(plan)), BASE)
    assert report.conforms
    assert "percent-over-100" in codes(report, Severity.WARNING)


def test_the_bundled_document_conforms() -> None:
    known = Known(Organization("ame", "Asociación de Municipalidades Ecuatorianas"))
    conversion = convert(resources.sample(), PUBLISHER, known)
    report = check(conversion.triples, BASE)
    assert [result.message("en") for result in report.of(Severity.VIOLATION)] == []


def test_a_catalogue_is_checked_by_shapes_of_its_own() -> None:
    assert codes(check_catalogue((), BASE)) == {"catalogue-present"}
    catalogue = URIRef(f"{BASE}/catalogo")
    report = check_catalogue(((catalogue, RDF.type, DCAT.Catalog),), BASE)
    assert codes(report) == {
        "catalogue-datasets",
        "catalogue-description",
        "catalogue-licence",
        "catalogue-publisher",
        "catalogue-title",
    }


def test_a_check_leaves_rdflib_as_it_was() -> None:
    check(TRIPLES, BASE)
    assert rdflib.NORMALIZE_LITERALS
    assert str(Literal("01", datatype=XSD.integer)) == "1"
