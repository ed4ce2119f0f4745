"""The cube constraints against other people's cubes, and against the standard's own texts.

The fixtures (UKGovLD/publishing-statistical-data) are named by their defect.
"""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef

from a4_rdf.check import cube
from a4_rdf.terms import Triple
from tests.conformance import constraints
from tests.conformance.constraints import FIXTURES, VECTORS

BASE = "http://example.com"

CODES = "codelist-complete"
CUBE = ("abbrv-cube", CODES)
MEASURES = ("mt-cube", CODES)

# fixture: the cube that it spoils, the constraint that its name says ("" where it is a good one),
# and what the same defect breaks besides.
CASES: dict[str, tuple[tuple[str, ...], str, set[str]]] = {
    "abbrv-cube": (CUBE, "", set()),
    "bad-component-required": (CUBE, "ic-6", set()),
    "bad-slicekey": (CUBE, "ic-7", set()),
    "bad-slicekey2": (CUBE, "ic-8", set()),
    "codelist-complete": (CUBE, "", set()),
    "codelist-partial": (("abbrv-cube",), "ic-19", set()),
    # Named as good, but older than the standard: its members are no skos:Concepts.
    "collection-complete": (("abbrv-cube",), "ic-19", set()),
    "collection-partial": (("abbrv-cube",), "ic-19", set()),
    "duplicate-observation": (CUBE, "ic-12", {"ic-13"}),
    "duplicate-slicekey": (CUBE, "ic-9", set()),
    "extra-ds": (CUBE, "ic-1", {"ic-2", "ic-11", "ic-13", "ic-19"}),
    "extra-dsd": (CUBE, "ic-2", set()),
    "hierarchy-bad": (("abbrv-cube",), "ic-20", set()),
    "hierarchy-bad-inverse": (("abbrv-cube",), "ic-21", set()),
    "hierarchy-good": (("abbrv-cube",), "", set()),
    "hierarchy-good-inverse": (("abbrv-cube",), "", set()),
    "hierarchy-good-multiroot": (("abbrv-cube",), "", set()),
    "missing-codelist": (CUBE, "ic-5", set()),
    "missing-ds": (CUBE, "ic-1", set()),
    "missing-dsd": (CUBE, "ic-2", set()),
    "missing-measure": (CUBE, "ic-3", {"ic-2"}),
    "missing-measure-on-obs": (CUBE, "ic-14", {"ic-11"}),
    "missing-obs-dim-value": (CUBE, "ic-11", {"ic-13"}),
    "missing-range": (CUBE, "ic-4", set()),
    "missing-required-attr": (CUBE, "ic-13", {"ic-11"}),
    "missing-slicedim": (CUBE, "ic-10", set()),
    "missing-slicekey": (CUBE, "ic-9", set()),
    "mt-cube": (MEASURES, "", set()),
    "mt-cube-3-measures": ((CODES,), "", set()),
    "mt-cube-with-missing-points": ((CODES,), "ic-17", set()),
    "mt-extra-measure": (MEASURES, "ic-16", {"ic-11", "ic-17"}),
    "mt-missing-measure": (MEASURES, "ic-15", {"ic-11", "ic-16", "ic-17"}),
    "observation-bad-dataset": (CUBE, "ic-18", {"ic-2", "ic-9"}),
}

# Where our verdict differs from the standard's text: constraint, fixture, reason. The standard is
# then violated and we say nothing, because IC-11 already says that the dimension is missing.
LACKING = "the standard compares only the dimensions that both observations have; one lacks dim2"
DIFFERENCES: dict[tuple[str, str], str] = {
    ("ic-12", "missing-measure-on-obs"): LACKING,
    ("ic-12", "missing-required-attr"): LACKING,
    ("ic-12", "mt-extra-measure"): LACKING,
    ("ic-12", "mt-missing-measure"): LACKING,
}

constraints.ready()


def load(name: str) -> Graph:
    """Read a fixture, the cube that it spoils, and Data Cube's own vocabulary."""
    graph = Graph(bind_namespaces="none")
    graph.parse(VECTORS / "sdmx" / "cube.ttl")
    for part in dict.fromkeys((*CASES[name][0], name)):
        graph.parse(FIXTURES / f"{part}.ttl")
    return graph


def triples(graph: Graph) -> tuple[Triple, ...]:
    """Return a graph's triples, blank nodes made IRIs: ours never has any."""
    found = []
    for s, p, o in graph.skolemize(authority=BASE):
        assert isinstance(s, URIRef) and isinstance(p, URIRef) and isinstance(o, URIRef | Literal)
        found.append((s, p, o))
    return tuple(found)


@cache
def ours(name: str) -> frozenset[str]:
    """Return the constraints that our queries find broken in a fixture."""
    return frozenset(result.code for result in cube.validate(triples(load(name)), BASE))


@cache
def theirs(name: str) -> frozenset[str]:
    """Return the constraints that the standard's texts find broken in a fixture."""
    return constraints.broken(load(name).serialize(format="nt", encoding="utf-8"))


def test_every_fixture_has_a_case() -> None:
    assert sorted(CASES) == sorted(path.stem for path in FIXTURES.glob("*.ttl"))
    assert len(CASES) == 33


@pytest.mark.parametrize("name", CASES)
def test_a_defect_breaks_the_constraint_that_its_name_says(name: str) -> None:
    _, defect, besides = CASES[name]
    assert ours(name) == ({defect} if defect else set()) | besides


@pytest.mark.parametrize("name", CASES)
def test_our_verdict_is_that_of_the_standards_text(name: str) -> None:
    for constraint in cube.CONSTRAINTS:
        code = constraint.code
        agree = (code in ours(name)) == (code in theirs(name))
        assert agree is ((code, name) not in DIFFERENCES), code


def test_every_constraint_is_broken_by_some_fixture() -> None:
    broken = {defect for _, defect, _ in CASES.values() if defect}
    assert broken == {constraint.code for constraint in cube.CONSTRAINTS}


def test_ic_17_as_printed_never_fires() -> None:
    """The reason why the portable text stands in for it above."""
    printed = (VECTORS / "qb" / "integrity" / "ic-17.rq").read_text(encoding="utf-8")
    store = ox.Store()
    data = load("mt-cube-with-missing-points").serialize(format="nt", encoding="utf-8")
    store.bulk_load(data, ox.RdfFormat.N_TRIPLES)
    assert not bool(store.query(printed))
