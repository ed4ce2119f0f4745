"""IC-0 to IC-21 over each release on its own and over all of them merged, as the dump has them.

Two publications: a small one with all that could break a union of releases (a month that only
changes its date, a unit that moves, a lowered target, targets of single months), and a made one
of several bodies and months. The standard's own texts are asked too.
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import ORG, RDF

from a4_rdf import formats
from a4_rdf.check import cube
from a4_rdf.check.background import vocabulary
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB, Poa
from bench import national
from bench.national.make import PUBLISHER as MADE
from tests.conformance import constraints
from tests.pipeline import workspaces
from tests.pipeline.workspaces import FIRST, NOVEMBER, OCTOBER, SECOND, SEPTEMBER, THIRD
from tests.plans import BASE

CODES = [cube.DATATYPES.code, *(constraint.code for constraint in cube.CONSTRAINTS)]
MONTHS = "Ene 1; Feb 2; Mar 3; Abr 4; May 5; Jun 6; Jul 7; Ago 8; Sep 9; Oct 10; Nov 11; Dic 12"
BEFORE = ("3", "DIRECCIÓN DE OBRAS - COORDINACIÓN DE VÍAS", "Vías", "Bacheo", "Vías", "7 vías")
AFTER = ("3", "DIRECCIÓN DE AGUA - COORDINACIÓN DE VÍAS", "Vías", "Bacheo", "Vías", MONTHS)
LOWERED = (*FIRST[:-1], "5 obras")


def small(root: Path) -> str:
    """Write a small workspace and return its base."""
    workspaces.workspace(root)
    for day in (SEPTEMBER, OCTOBER):
        workspaces.put(root, "gad", day, FIRST, SECOND, THIRD, BEFORE)
    workspaces.put(root, "gad", NOVEMBER, LOWERED, SECOND, THIRD, AFTER)
    workspaces.put(root, "otra", SEPTEMBER, THIRD)
    workspaces.put(root, "otra", NOVEMBER, THIRD, FIRST)
    return BASE


def made(root: Path) -> str:
    """Make a workspace that looks like the nation's and return its base."""
    national.make(root, bodies=4, months=4, seed=3)
    return MADE.base


@dataclass(frozen=True)
class History:
    """A publication's history, in triples.

    What each release graph says; what all say with the vocabulary; what the endpoint's default
    graph says: the latest release of each body, the vocabulary, the catalogue.
    """

    base: str
    releases: Mapping[str, tuple[Triple, ...]]
    merged: tuple[Triple, ...]
    current: tuple[Triple, ...]

    def pairs(self, predicate: URIRef) -> Iterator[tuple[URIRef, URIRef | Literal]]:
        return ((s, o) for s, p, o in self.merged if p == predicate)

    def of_type(self, kind: URIRef) -> set[URIRef]:
        return {s for s, o in self.pairs(RDF.type) if o == kind}


@pytest.fixture(scope="module", params=[small, made], ids=["small", "made"])
def history(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> History:
    root = tmp_path_factory.mktemp("history") / "work"
    base = request.param(root)
    workspaces.build(root)
    dumps = root / "public" / "dumps"
    packed = (dumps / "history.nq.gz").read_bytes()
    quads = rdfio.parse_quads(gzip.decompress(packed), formats.NQUADS, base)
    releases: dict[str, list[Triple]] = defaultdict(list)
    for s, p, o, graph in quads:
        releases[str(graph)].append((s, p, o))
    merged = dict.fromkeys((*vocabulary(base), *((s, p, o) for s, p, o, _ in quads)))
    latest = rdfio.parse(dumps / "latest.nt", formats.NTRIPLES, base)
    catalogue = rdfio.parse(dumps / "catalogo.ttl", formats.TURTLE, base)
    return History(
        base,
        {graph: tuple(said) for graph, said in releases.items()},
        tuple(merged),
        tuple(dict.fromkeys((*latest, *catalogue))),
    )


@pytest.fixture(scope="module")
def breaches(history: History) -> tuple[tuple[str, str], ...]:
    """Return what breaks a constraint in the merged history: code and culprit."""
    found = cube.validate(history.merged, history.base)
    return tuple((result.code, str(result.focus)) for result in found)


@pytest.fixture(scope="module")
def broken(history: History) -> frozenset[str]:
    """Return what the standard's own texts find broken in the merged history."""
    constraints.ready()
    data = rdfio.write(history.merged, formats.NTRIPLES, history.base)
    return constraints.broken(data)


def test_there_are_all_constraints() -> None:
    assert [f"ic-{n}" for n in range(22)] == CODES


@pytest.mark.parametrize("code", CODES)
def test_the_merged_history_keeps_each_constraint(
    breaches: tuple[tuple[str, str], ...], code: str
) -> None:
    assert [culprit for found, culprit in breaches if found == code] == []


@pytest.mark.parametrize("code", CODES[1:])
def test_and_by_the_standards_own_text(broken: frozenset[str], code: str) -> None:
    assert code not in broken


def test_every_release_keeps_all_of_them_on_its_own(history: History) -> None:
    for graph, triples in history.releases.items():
        found = cube.validate((*vocabulary(history.base), *triples), history.base)
        assert [(result.code, str(result.focus)) for result in found] == [], graph


def test_the_default_graph_keeps_all_of_them(history: History) -> None:
    found = cube.validate(history.current, history.base)
    assert [(result.code, str(result.focus)) for result in found] == []


@pytest.mark.parametrize("history", [small], indirect=True, ids=["small"])
def test_the_small_history_has_what_could_break_it(history: History) -> None:
    releases, full = history.of_type(QB.DataSet), {o for _, o in history.pairs(QB.dataSet)}
    assert (len(history.releases), len(releases)) == (5, 5)
    assert [str(r) for r in releases - full] == [f"{BASE}/id/conjunto/gad/2015-10-31"]
    assert len(history.of_type(QB.Observation)) == 4 + 3 + 12 + 1 + 2
    assert len(history.of_type(QB.Slice)) == 3 + 3 + 1 + 2
    parents = Counter(str(unit) for unit, _ in history.pairs(ORG.subOrganizationOf))
    assert parents == {f"{BASE}/id/unidad/gad/coordinacion-de-vias": 2}


@pytest.mark.parametrize("history", [made], indirect=True, ids=["made"])
def test_the_made_history_is_larger(history: History) -> None:
    releases, full = history.of_type(QB.DataSet), {o for _, o in history.pairs(QB.dataSet)}
    assert len(releases) == len(history.releases) > 12
    assert len(releases - full) > 2
    assert len(history.of_type(QB.Observation)) > 500


def test_an_observation_is_in_one_slice_that_fixes_what_it_says(history: History) -> None:
    key = Poa(history.base).slice_key
    fixed = {o for s, o in history.pairs(QB.componentProperty) if s == key}
    said: dict[URIRef, set[tuple[URIRef, URIRef | Literal]]] = defaultdict(set)
    for s, p, o in history.merged:
        if p in (*fixed, QB.dataSet):
            said[s].add((p, o))
    for release, piece in history.pairs(QB.slice):
        said[URIRef(piece)].add((QB.dataSet, release))
    inside = [(piece, URIRef(observation)) for piece, observation in history.pairs(QB.observation)]
    assert len(fixed) == 2
    assert sorted(o for _, o in inside) == sorted(s for s, _ in history.pairs(QB.dataSet))
    assert all(said[piece] == said[observation] for piece, observation in inside)


def test_a_copy_of_an_observation_is_found_among_all(history: History) -> None:
    observation = min(history.of_type(QB.Observation))
    copy = URIRef(f"{observation}0")
    copied = tuple((copy, p, o) for s, p, o in history.merged if s == observation)
    (found,) = cube.validate((*history.merged, *copied), history.base)
    assert (found.code, found.focus, found.value) == ("ic-12", observation, copy)
