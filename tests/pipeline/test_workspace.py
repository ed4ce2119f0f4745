"""Builds over the months: what is unchanged is taken over, and the bytes are the same."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from a4_rdf import pipeline
from a4_rdf.errors import UsageError
from a4_rdf.pipeline import BuildRefusedError, How
from a4_rdf.release import read_settings
from a4_rdf.store import open_store
from tests.pipeline.workspaces import (
    FIRST,
    NOVEMBER,
    OCTOBER,
    SECOND,
    SEPTEMBER,
    THIRD,
    build,
    published,
    put,
    workspace,
)
from tests.plans import BASE

LOWERED = (*FIRST[:-1], "5 obras")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with two months of one body, the second alike, and one of another."""
    root = workspace(tmp_path / "work")
    put(root, "gad", SEPTEMBER)
    put(root, "gad", OCTOBER)
    put(root, "otra", SEPTEMBER, THIRD)
    return root


def release(root: Path, slug: str, day: date) -> dict[str, object]:
    manifest = json.loads((root / "public" / "publication.json").read_text())
    entries = manifest["releases"]
    return next(e for e in entries if (e["organization"], e["date"]) == (slug, str(day)))


def test_what_is_unchanged_is_not_converted_again(root: Path) -> None:
    first, told = build(root)
    assert told.converted == ["gad/2015-09-30", "gad/2015-10-31", "otra/2015-09-30"]
    before = published(root)
    again, told = build(root)
    assert told.converted == []
    assert (again.digest, published(root)) == (first.digest, before)


def test_a_new_month_is_all_that_is_converted(root: Path) -> None:
    build(root)
    put(root, "gad", NOVEMBER, LOWERED, SECOND, THIRD)
    _, told = build(root)
    assert told.converted == ["gad/2015-11-30"]


def test_taking_over_gives_the_bytes_that_converting_gives(root: Path) -> None:
    build(root)
    put(root, "gad", NOVEMBER, LOWERED, SECOND, THIRD)
    build(root)
    taken, ledger = published(root), (root / "ledger" / "gad.csv").read_text()
    build(root, How(anew=True))
    assert published(root) == taken
    shutil.rmtree(root / ".builds")
    (root / "public").unlink()
    for name in ("gad", "otra"):
        (root / "ledger" / f"{name}.csv").unlink()
    build(root)
    assert published(root) == taken
    assert sorted((root / "ledger" / "gad.csv").read_text().splitlines()) == sorted(
        ledger.splitlines()
    )


def test_one_process_or_several_give_the_same_bytes(root: Path) -> None:
    build(root)
    alone = published(root)
    workers = partial(ProcessPoolExecutor, 8, get_context("fork"))
    _, told = build(root, How(workers, anew=True))
    assert told.converted == ["gad/2015-09-30", "gad/2015-10-31", "otra/2015-09-30"]
    assert published(root) == alone


def test_a_month_that_only_changes_its_date_is_stored_once(root: Path) -> None:
    build(root)
    public = root / "public"
    assert release(root, "gad", OCTOBER)["repeats"] == "2015-09-30"
    assert release(root, "gad", SEPTEMBER)["repeats"] is None
    assert not (public / "dumps/gad/2015-10-31.csv").exists()
    header = (public / "dumps/gad/2015-10-31.nt").read_text()
    same = f"<{BASE}/id/conjunto/gad/2015-09-30>"
    assert f"<http://www.w3.org/ns/prov#alternateOf> {same} ." in header
    assert "Goal" not in header
    with open_store(public / "store", BASE) as store:
        goals = store.select("SELECT ?g WHERE { ?g a <def/poa#Goal> }").column("g")
        sizes = store.select(
            "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <graph/gad/a4/2015-10-31> { ?s ?p ?o } }"
        ).column("n")
    assert len(goals) == 4
    assert int(sizes[0]) < 30
    rows = (public / "dumps/goals.csv").read_text().splitlines()
    assert [line.split(",")[:2] for line in rows[1:]] == [["gad", "2015-09-30"]] * 3 + [
        ["otra", "2015-09-30"]
    ]


def test_a_changed_cell_changes_only_what_must(root: Path) -> None:
    build(root)
    before = published(root)
    put(root, "gad", OCTOBER, LOWERED, SECOND, THIRD)
    _, told = build(root)
    assert told.converted == ["gad/2015-10-31"]
    after = published(root)
    changed = {path for path in before if after.get(path) != before[path]}
    assert {path.split("/")[0] for path in changed} <= {
        "catalogo.ttl",
        "catalogo",
        "publication.json",
        "busqueda.sqlite",
        "cambios.atom",
        "cambios.jsonl",
        "cambios.index.json",
        "dumps",
        "ldes",
        "sources",
    }
    assert not any(path.startswith(("dumps/otra", "dumps/gad/2015-09-30")) for path in changed)


def test_a_curators_decision_converts_the_body_again(root: Path) -> None:
    build(root)
    path = root / "corrections" / "gad.csv"
    digest = json.loads((root / "public/state/gad/2015-09-30.kept.json").read_text())["source"]
    line = f"{digest},4,target,8 obras,Planificación,Cotejado\n"
    path.write_text("source,row,column,value,role,why\n" + line)
    _, told = build(root)
    assert told.converted == ["gad/2015-09-30", "gad/2015-10-31"]
    assert release(root, "gad", OCTOBER)["repeats"] is None


def test_a_bad_document_leaves_everything_as_it_was(root: Path) -> None:
    build(root)
    before, ledger = published(root), (root / "ledger" / "gad.csv").read_bytes()
    put(root, "gad", NOVEMBER, LOWERED, SECOND, THIRD)
    (root / "sources/otra/2015-10-31.txt").write_text("nada\n")
    with pytest.raises(BuildRefusedError):
        build(root)
    assert (published(root), (root / "ledger" / "gad.csv").read_bytes()) == (before, ledger)


def test_the_ledger_is_append_only(root: Path) -> None:
    build(root)
    path = root / "ledger" / "gad.csv"
    text = path.read_text()
    put(root, "gad", NOVEMBER, LOWERED, SECOND)
    build(root)
    assert path.read_text().startswith(text)
    added = path.read_text()[len(text) :].splitlines()
    gone = [line for line in added if ",2015-09-30,2015-10-31," in line]
    assert len(gone) == len(added) == 5  # the unit, goal and three concepts of the third row
    second = path.read_text()
    build(root)
    assert path.read_text() == second


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda text: text.replace("direccion-de-obras", "obras", 1), "unchanged, and new ones"),
        (lambda text: "".join(text.splitlines(keepends=True)[:-1]), "unchanged, and new ones"),
        (lambda text: text + "/id/unidad/gad/x,unit\n", "expected 6 cells, found 2"),
        (lambda text: text + "/id/unidad/otra/x,unit,x,,,\n", "the IRI of a thing of 'gad'"),
        (lambda text: text + "/id/unidad/gad/x,goal,x,,,\n", "expected the kind 'unit'"),
        (lambda text: text + "/id/unidad/gad/x,unit,x,ayer,,\n", "expected a date"),
    ],
)
def test_a_ledger_edited_by_hand_is_refused(root: Path, damage: object, expected: str) -> None:
    build(root)
    before = published(root)
    path = root / "ledger" / "gad.csv"
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    with pytest.raises((UsageError, BuildRefusedError), match=expected) as caught:
        build(root)
    assert str(path) in str(caught.value)
    assert published(root) == before


def test_a_lost_ledger_is_reported(root: Path) -> None:
    _, told = build(root)
    assert told.noticed["gad.csv"] == ["ledger-begun"]
    (root / "ledger" / "gad.csv").unlink()
    with pytest.raises(UsageError, match="it is not there"):
        build(root)


def test_a_unit_that_a_person_said_to_be_the_same_keeps_its_name(root: Path) -> None:
    renamed = ("1", "DIRECCIÓN DE OBRAS Y VÍAS", *FIRST[2:])
    put(root, "gad", NOVEMBER, renamed, SECOND, THIRD)
    build(root)
    assert "/id/unidad/gad/direccion-de-obras-y-vias" in (root / "ledger/gad.csv").read_text()
    path = root / "ledger" / "gad.csv"
    new, old = "/id/unidad/gad/direccion-de-obras-y-vias", "/id/unidad/gad/direccion-de-obras"
    with path.open("a") as ledger:
        ledger.write(f"{new},unit,direccion-de-obras-y-vias,2015-11-30,,{old}\n")
        ledger.write(f"{old},unit,direccion-de-obras-y-vias,2015-11-30,,\n")
    _, told = build(root)
    assert told.converted == ["gad/2015-09-30", "gad/2015-10-31", "gad/2015-11-30"]
    text = (root / "public/dumps/gad/2015-11-30.nt").read_text()
    assert f"<{BASE}{old}>" in text
    assert f"<{BASE}{new}>" not in text
    retired = json.loads((root / "public/retired.json").read_text())
    assert retired[new.lstrip("/")] == old.lstrip("/")
    kept = path.read_text()
    build(root)
    assert path.read_text() == kept


def test_what_is_amiss_with_dates_is_said(root: Path) -> None:
    build(root)
    put(root, "gad", date(2015, 8, 31))
    put(root, "gad", date(2015, 10, 15))
    put(root, "gad", date(2016, 1, 31))
    _, told = build(root, How(today=date(2015, 12, 31)))
    assert told.noticed == {
        "2015-08-31.txt": ["late-document"],
        "2015-10-15.txt": ["late-document"],
        "2015-10-31.txt": ["same-month"],
        "2016-01-31.txt": ["date-in-future", "month-missing"],
    }
    (root / "sources/otra/2015-09-30.txt").rename(root / "sources/otra/2015-11-30.txt")
    _, told = build(root)
    assert told.noticed["otra"] == ["documents-gone"]


def test_two_bodies_of_one_slug_are_refused(root: Path) -> None:
    path = root / "a4.toml"
    path.write_text(path.read_text() + '\n[[organization]]\nslug = "gad"\nname = "Otro GAD"\n')
    with pytest.raises(UsageError, match="'gad' is another organization's"):
        pipeline.build(root, read_settings(root), lambda *_: None)


def test_an_older_month_that_comes_later_takes_its_place(root: Path) -> None:
    build(root)
    put(root, "gad", date(2015, 8, 31), LOWERED, SECOND, THIRD)
    build(root)
    assert release(root, "gad", SEPTEMBER)["previous"] == "2015-08-31"
    first = [
        line for line in (root / "ledger/gad.csv").read_text().splitlines() if "aceras" in line
    ]
    assert first[-1].endswith("2015-08-31,,")


def test_a_goal_under_new_words_is_told_as_reworded_however_it_is_built(root: Path) -> None:
    reworded = (*FIRST[:3], "Hacer las aceras", *FIRST[4:])
    put(root, "gad", NOVEMBER, reworded, SECOND, THIRD)
    build(root)
    path = root / "public/state/gad/2015-11-30.kept.json"
    told = json.loads(path.read_text())
    assert [(c["kind"], c["old"], c["new"]) for c in told["changes"]] == [
        ("reworded", "Hacer aceras", "Hacer las aceras")
    ]
    assert [c["kind"] for c in told["candidates"]] == ["goal"]
    build(root, How(anew=True))
    assert json.loads(path.read_text()) | {"key": ""} == told | {"key": ""}
