"""Counts in order: which bodies and units come first, and which page they are on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a4_rdf.serve.manifest import Manifest
from a4_rdf.serve.pages import quality

BASE = "https://datos.example"
BODIES = 120


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that says: body n of 120 has n goals with notices of 200; 60 units of one."""
    folder = tmp_path_factory.mktemp("counted")
    said = [
        {"slug": f"e{n}", "date": "2015-09-30", "goals": 200, "warned": n,
         "notices": {"target-missing": n} | ({"row-realigned": 5} if n > 117 else {})}
        for n in range(1, BODIES + 1)
    ]  # fmt: skip
    (folder / "calidad.json").write_text(json.dumps({"organizations": said}))
    (folder / "calidad").mkdir()
    units = {
        f"u{n}": {"goals": 100, "warned": n, "codes": {"target-missing": n} if n else {}}
        for n in range(60)
    }
    (folder / "calidad" / "e1.json").write_text(json.dumps(units))
    return folder


@pytest.fixture
def manifest() -> Manifest:
    names = {f"e{n}": f"Entidad {n}" for n in range(1, BODIES + 1)}
    return Manifest(BASE, "", "", "", ("es",), "", names, (), {})


def test_bodies_with_most_notices_come_first_fifty_on_a_page(
    root: Path, manifest: Manifest
) -> None:
    first, last = (quality.overview(root, manifest, number=n) for n in (1, 3))
    assert first is not None
    assert last is not None
    assert [body.name for body in first.bodies[:2]] == ["Entidad 120", "Entidad 119"]
    assert (len(first.bodies), len(last.bodies), last.pages) == (50, 20, 3)
    assert (last.bodies[-1].slug, last.goals, last.warned) == ("e1", 24_000, 7260)
    assert quality.overview(root, manifest, number=4) is None


def test_rules_of_quality_come_before_notes(root: Path, manifest: Manifest) -> None:
    found = quality.overview(root, manifest)
    assert found is not None
    assert [(r.code, r.is_warning, r.notices, r.places) for r in found.rules] == [
        ("target-missing", True, 7260, 120),
        ("row-realigned", False, 15, 3),
    ]
    assert quality.rules(root, BASE) == found.rules


def test_a_rule_lists_the_bodies_that_have_it(root: Path, manifest: Manifest) -> None:
    found = quality.overview(root, manifest, "row-realigned")
    assert found is not None
    assert [(body.slug, body.notices) for body in found.bodies] == [
        ("e120", 5),
        ("e119", 5),
        ("e118", 5),
    ]
    assert found.notices == 15
    assert quality.bodies_with(root, manifest, "row-realigned") == found.bodies


def test_units_of_a_body_come_fifty_on_a_page(root: Path, manifest: Manifest) -> None:
    second = quality.of_organization(root, manifest, "e1", number=2)
    assert second is not None
    assert (len(second.units), second.pages, second.units[-1].warned) == (10, 2, 0)
    with_rule = quality.of_organization(root, manifest, "e1", "target-missing", 2)
    assert with_rule is not None
    assert (len(with_rule.units), with_rule.units[-1].notices) == (9, 1)
    assert quality.of_organization(root, manifest, "e1", number=3) is None
    assert quality.of_organization(root, manifest, "nadie") is None


def test_units_with_a_rule_say_how_many_goals_have_it(root: Path) -> None:
    found = quality.units_with(root, BASE, "e1", "target-missing")
    assert len(found) == 59
    assert {str(unit): n for unit, n in found.items()}[f"{BASE}/id/unidad/e1/u7"] == 7
    assert quality.units_with(root, BASE, "e2", "target-missing") == {}
