"""Notices of quality: which kinds are, and goals with several of them count once."""

from __future__ import annotations

import pytest
from rdflib import URIRef
from rdflib.namespace import RDF

from a4_rdf.serve.quality import is_warning, warned_goals
from a4_rdf.store import Quad, memory_store
from a4_rdf.vocab import OA, Poa
from tests.serve.small import BASE

UNIT = URIRef(f"{BASE}/id/unidad/gad/obras")
WARNING, READING = "target-missing", "row-realigned"


def kind(code: str) -> URIRef:
    return URIRef(f"{BASE}/kos/hallazgo/{code}")


def noted(n: int, *codes: str) -> list[Quad]:
    goal = URIRef(f"{BASE}/id/meta/gad/{n}")
    said: list[Quad] = [
        (goal, RDF.type, Poa(BASE)["Goal"], None),
        (goal, Poa(BASE)["responsibleUnit"], UNIT, None),
    ]
    for at, code in enumerate(codes):
        note = URIRef(f"{BASE}/id/conversion/gad/2015-09-30/hallazgo/{n}-{at}")
        said += [(note, OA.hasTarget, goal, None), (note, OA.hasBody, kind(code), None)]
    return said


@pytest.mark.parametrize(
    ("concept", "warns"),
    [
        (kind(WARNING), True),
        (kind(READING), False),
        (kind("no-such-code"), False),
        (URIRef("https://other.example/x"), False),
        (None, False),
    ],
)
def test_some_kinds_of_notices_are_of_quality(concept: URIRef | None, warns: bool) -> None:
    assert is_warning(BASE, concept) is warns


def test_goals_with_a_notice_of_quality_are_counted_once_each() -> None:
    said = [
        *noted(1, WARNING, WARNING, READING),
        *noted(2, READING),
        *noted(3, WARNING),
        *noted(4),
    ]
    assert warned_goals(memory_store(BASE, said), UNIT) == 2
    assert warned_goals(memory_store(BASE), UNIT) == 0
