"""Each check fires where it should and nowhere else: examples per shape file, see examples.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from a4_rdf import resources
from a4_rdf.check.background import release_shapes
from a4_rdf.vocab import SH
from tests.shapes.examples import BASE, FILES, HERE, checks_of, line, results, shapes_of

INVALID = sorted(HERE.glob("*/invalid*.ttl"))
# What is published with a warning or an info; all other checks stop a build.
WARNINGS = {
    "goal-without-activity",
    "goal-without-indicator",
    "goal-without-objective",
    "goal-without-target",
    "measure-unlike-indicator",
    "observation-range-order",
    "percent-indicator",
    "percent-over-100",
    "percent-target",
    "repeated-key",
}
INFOS = {
    "goal-not-one-number",
    "observation-bounded",
    "observation-number-word",
    "row-repaired",
}


def expected(example: Path) -> list[str]:
    """Return the results that stand beside an invalid example."""
    path = example.with_name(example.name.replace("invalid", "expected")).with_suffix(".txt")
    return path.read_text(encoding="utf-8").splitlines()


def test_every_shape_file_has_examples() -> None:
    assert [path.stem for path in resources.shapes()] == list(FILES)
    assert len(INVALID) == 9


@pytest.mark.parametrize("name", FILES)
def test_a_valid_example_has_no_result(name: str) -> None:
    assert [line(result) for result in results(name, HERE / name / "valid.ttl")] == []


@pytest.mark.parametrize("example", INVALID, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_an_invalid_example_has_the_expected_results(example: Path) -> None:
    assert sorted(line(r) for r in results(example.parent.name, example)) == expected(example)


def test_every_check_fires_in_an_example() -> None:
    fired = {found.split()[1] for example in INVALID for found in expected(example)}
    checks = {check for name in FILES for check in checks_of(name)}
    assert fired == checks
    assert len(checks) == 144


def test_severities() -> None:
    shapes = release_shapes(BASE)
    found = {
        str(shape).rsplit("#", 1)[1]: str(severity).rsplit("#", 1)[1]
        for shape, severity in shapes.subject_objects(SH.severity)
    }
    assert {name for name, severity in found.items() if severity == "Warning"} == WARNINGS
    assert {name for name, severity in found.items() if severity == "Info"} == INFOS


@pytest.mark.parametrize("name", FILES)
def test_every_shape_is_named_and_every_check_speaks_both_languages(name: str) -> None:
    shapes = shapes_of(name)
    named = {
        shape
        for kind in (SH.PropertyShape, SH.NodeShape)
        for shape in shapes.subjects(RDF.type, kind)
    }
    assert all(isinstance(shape, URIRef) for shape in named)
    for shape in named:
        messages = [m for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)]
        constrains = not list(shapes.objects(shape, SH.property))
        assert sorted(str(m.language) for m in messages) == (["en", "es"] if constrains else [])
        assert len(list(shapes.objects(shape, SH.severity))) == constrains


@pytest.mark.parametrize("name", FILES)
def test_every_property_shape_is_reached_by_a_target(name: str) -> None:
    shapes = shapes_of(name)
    targets = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        own = any(list(shapes.objects(shape, target)) for target in targets)
        holders = list(shapes.subjects(SH.property, shape))
        assert own or holders, shape
        assert not (own and holders), shape
