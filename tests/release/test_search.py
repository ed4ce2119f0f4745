"""The search index: what is in it, and that it is the same each time."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from a4_rdf import pipeline, resources
from a4_rdf.explanations import EXPLANATIONS
from a4_rdf.model import Organization, Publisher, Release
from a4_rdf.release import create_workspace, read_settings, search
from a4_rdf.release.released import ReleaseRecord

BODY = Organization("ame", "Asociación de Municipalidades Ecuatorianas")
PUBLISHER = Publisher("http://127.0.0.1:8000", "Metas", "a4_rdf", "https://e.example/licencia")
RECORD = ReleaseRecord(Release(BODY, date(2015, 9, 30), 2015, "title"), "sha256:0", 62, 60, True)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("index")
    create_workspace(root, PUBLISHER, [BODY])
    shutil.copy(resources.sample(), root / "sources" / "ame" / "2015-09-30.txt")
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root / "public"


def _rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_bodies_units_goals_and_notices_are_in_it(public: Path) -> None:
    index = public / search.NAME
    counted = dict(_rows(index, "SELECT kind, COUNT(*) FROM documents GROUP BY kind"))
    assert counted == {"organization": 1, "unit": 19, "goal": 62, "concept": len(EXPLANATIONS)}
    unit = _rows(index, "SELECT * FROM documents WHERE path LIKE '%/coordinacion-financiera'")
    assert unit[0][1:7] == (
        "doc/unidad/ame/coordinacion-financiera",
        "unit",
        "ame",
        "COORDINACIÓN FINANCIERA",
        "DIRECCIÓN NACIONAL ADMINISTRATIVA FINANCIERA · Asociación de Municipalidades Ecuatorianas",
        "",
    )


def test_the_same_releases_give_the_same_bytes(public: Path, tmp_path: Path) -> None:
    (tmp_path / "state").symlink_to(public / "state")
    again = search.write(tmp_path, [RECORD])
    assert again.read_bytes() == (public / search.NAME).read_bytes()


def test_only_what_holds_now_is_found(public: Path, tmp_path: Path) -> None:
    (tmp_path / "state").symlink_to(public / "state")
    path = search.write(tmp_path, [replace(RECORD, latest=False)])
    assert _rows(path, "SELECT COUNT(*) FROM documents WHERE kind <> 'concept'") == [(0,)]


def test_a_release_that_was_not_kept_leaves_its_body_alone(tmp_path: Path) -> None:
    path = search.write(tmp_path, [RECORD])
    kinds = _rows(path, "SELECT kind FROM documents WHERE kind <> 'concept'")
    assert kinds == [("organization",)]
