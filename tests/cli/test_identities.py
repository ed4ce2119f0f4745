"""`review` and names: what may be the same is listed, decided in the ledger, and built so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a4_rdf.serve.app import create_app
from tests.cli.conftest import Run
from tests.pipeline.workspaces import FIRST, NOVEMBER, SEPTEMBER, THIRD, put, workspace

NEW, OLD = "direccion-de-las-obras", "direccion-de-obras"
RENAMED = ("1", "DIRECCIÓN DE LAS OBRAS", *FIRST[2:])


@pytest.fixture
def root(a4: Run, tmp_path: Path) -> Path:
    """Return a built workspace in which a unit got nearly the same name."""
    root = workspace(tmp_path / "work")
    put(root, "gad", SEPTEMBER, FIRST, THIRD)
    put(root, "gad", NOVEMBER, RENAMED, THIRD)
    assert a4("build", root).exit_code == 0
    return root


def graph(root: Path) -> str:
    return (root / "public/dumps/gad/2015-11-30.nt").read_text()


def test_a_likely_unit_is_listed_with_how_to_decide(a4: Run, root: Path) -> None:
    result = a4("review", root, "--list")
    assert f"unidad/gad/{NEW}: ¿es lo mismo que unidad/gad/{OLD}?" in result.stdout
    assert f"--same unidad/gad/{NEW}" in result.stderr
    objects = [json.loads(line) for line in a4("review", root, "--json").stdout.splitlines()]
    assert [(o["new"], o["old"]) for o in objects if "new" in o] == [
        (f"unidad/gad/{NEW}", f"unidad/gad/{OLD}")
    ]


def test_the_same_unit_keeps_its_name_and_the_other_is_retired(a4: Run, root: Path) -> None:
    assert a4("review", root, "--same", f"unidad/gad/{NEW}").exit_code == 0
    assert a4("build", root).exit_code == 0
    assert f"/id/unidad/gad/{OLD}>" in graph(root)
    assert f"/id/unidad/gad/{NEW}>" not in graph(root)
    retired = json.loads((root / "public/retired.json").read_text())
    assert retired == {f"id/unidad/gad/{NEW}": f"id/unidad/gad/{OLD}"} | {
        path: after for path, after in retired.items() if "/unidad/" not in path
    }
    assert "¿es lo mismo" not in a4("review", root, "--list").stdout
    told = json.loads((root / "public/state/gad/2015-11-30.kept.json").read_text())
    assert [(c["kind"], c["old"], c["new"]) for c in told["changes"]] == [
        ("unit-renamed", "DIRECCIÓN DE OBRAS", "DIRECCIÓN DE LAS OBRAS")
    ]


def test_a_successor_is_a_change_event_and_the_old_unit_is_retired(a4: Run, root: Path) -> None:
    assert a4("review", root, "--successor", f"unidad/gad/{NEW}").exit_code == 0
    assert a4("build", root).exit_code == 0
    retired = json.loads((root / "public/retired.json").read_text())
    assert retired == {f"id/unidad/gad/{OLD}": f"id/unidad/gad/{NEW}"}
    text = graph(root)
    event = [line for line in text.splitlines() if "org#ChangeEvent" in line]
    assert len(event) == 1
    assert f"org#originalOrganization> <https://datos.ejemplo.ec/id/unidad/gad/{OLD}>" in text
    assert f"org#resultingOrganization> <https://datos.ejemplo.ec/id/unidad/gad/{NEW}>" in text


def test_a_successor_is_told_as_taking_the_others_place(a4: Run, root: Path) -> None:
    days = (root, "gad", "2015-09-30", "2015-11-30")
    said = "«DIRECCIÓN DE LAS OBRAS» ocupó el lugar de «DIRECCIÓN DE OBRAS»"
    assert a4("diff", *days).stdout.startswith("unit-renamed: ")
    a4("review", root, "--successor", f"unidad/gad/{NEW}")
    assert a4("build", root).exit_code == 0
    assert a4("diff", *days).stdout == f"unit-replaced: La unidad {said}.\n"
    (line,) = (root / "public/cambios.jsonl").read_text("utf-8").splitlines()
    told = json.loads(line)
    assert (told["kind"], told["es"]) == ("unit-replaced", f"La unidad {said}.")
    client = create_app(root / "public").test_client()
    for path in ("/cambios", f"/doc/unidad/gad/{NEW}", f"/doc{told['iri'].partition('/id')[2]}"):
        assert f"La unidad {said}" in client.get(path).text


def test_what_is_apart_is_not_asked_again(a4: Run, root: Path) -> None:
    assert a4("review", root, "--apart", f"unidad/gad/{NEW}").exit_code == 0
    assert a4("build", root).exit_code == 0
    assert "¿es lo mismo" not in a4("review", root, "--list").stdout
    assert json.loads((root / "public/retired.json").read_text()) == {}


@pytest.mark.parametrize("name", ["unidad/gad/nada", "x"])
def test_what_is_not_listed_cannot_be_decided(a4: Run, root: Path, name: str) -> None:
    before = (root / "ledger/gad.csv").read_bytes()
    result = a4("review", root, "--same", name)
    assert (result.exit_code, name in result.stderr) == (2, True)
    assert (root / "ledger/gad.csv").read_bytes() == before


def test_a_retired_address_answers_with_its_successor(a4: Run, root: Path) -> None:
    a4("review", root, "--same", f"unidad/gad/{NEW}")
    a4("build", root)
    client = create_app(root / "public").test_client()
    gone = client.get(f"/id/unidad/gad/{NEW}")
    assert gone.status_code == 410
    assert f'unidad/gad/{OLD}>; rel="successor-version"' in gone.headers["Link"]
    assert client.get(f"/id/unidad/gad/{OLD}").status_code == 303
