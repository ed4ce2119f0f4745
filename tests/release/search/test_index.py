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
from a4_rdf.iris import Kind
from a4_rdf.model import Organization, Publisher, Release
from a4_rdf.release import create_workspace, read_settings, search
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.searchable import KINDS, number

BODY = Organization("ame", "Asociación de Municipalidades Ecuatorianas")
PUBLISHER = Publisher("http://127.0.0.1:8000", "Metas", "a4_rdf", "https://e.example/licencia")
RECORD = ReleaseRecord(Release(BODY, date(2015, 9, 30), 2015, "title"), "sha256:0", 62, 60, True)
TABLE = (
    "No.\tUnidad\tObjetivo\tActividad\tIndicador\tMeta cuantificable\n"
    "1\tOBRAS\tMejorar las vías\tAsfaltar calles\tCalles asfaltadas\t{n} calles\n"
    "2\tOBRAS\tMejorar las vías\tBachear avenidas\tAvenidas bacheadas\t66.700 huecos\n"
)


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


def test_bodies_units_goals_and_what_they_share_are_in_it(public: Path) -> None:
    index = public / search.NAME
    counted = dict(_rows(index, "SELECT kind, COUNT(*) FROM documents GROUP BY kind"))
    assert counted == {
        "organization": 1,
        "unit": 19,
        "goal": 62,
        "objective": 13,
        "activity": 2,
        "indicator": 3,
        "concept": len(EXPLANATIONS),
    }
    unit = _rows(index, "SELECT * FROM documents WHERE path LIKE '%/coordinacion-financiera'")
    assert unit[0][1:7] == (
        "doc/unidad/ame/coordinacion-financiera",
        "unit",
        "ame",
        "COORDINACIÓN FINANCIERA",
        "DIRECCIÓN NACIONAL ADMINISTRATIVA FINANCIERA · Asociación de Municipalidades Ecuatorianas",
        "",
    )


def test_a_stem_has_the_word_that_it_mostly_is(public: Path) -> None:
    rows = _rows(public / search.NAME, "SELECT * FROM spelling WHERE stem = 'gestion'")
    assert rows[0][:2] == ("gestion", "gestión")
    assert len(_rows(public / search.NAME, "SELECT * FROM bodies")) == 1


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


@pytest.fixture(scope="module")
def repeated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the publication of a body that said something twice, then the same with new dates."""
    root = tmp_path_factory.mktemp("repeated")
    gad = Organization("gad", "GAD de Ejemplo")
    create_workspace(root, PUBLISHER, [gad])
    for day, roads in (("2015-07-31", 3), ("2015-08-31", 4), ("2015-09-30", 4), ("2015-10-31", 4)):
        path = root / "sources" / "gad" / f"{day}.txt"
        path.write_text(TABLE.format(n=roads), encoding="utf-8")
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root / "public"


def test_a_release_that_repeats_another_is_found_by_its_content(repeated: Path) -> None:
    rows = _rows(
        repeated / search.NAME,
        "SELECT kind, name, value FROM documents WHERE kind <> 'concept' ORDER BY id",
    )
    assert rows == [
        ("organization", "GAD de Ejemplo", ""),
        ("unit", "OBRAS", ""),
        ("goal", "Asfaltar calles", "4 calles"),
        ("goal", "Bachear avenidas", "66.700 huecos"),
        ("objective", "Mejorar las vías", ""),
    ]


@pytest.mark.parametrize("word", ["66700", "66", "huecos", "gad"])
def test_numbers_are_found_as_written_and_plain(repeated: Path, word: str) -> None:
    stem = {"huecos": "hueco"}.get(word, word)
    query = f"SELECT COUNT(*) FROM words WHERE words MATCH '\"{stem}\"'"
    assert _rows(repeated / search.NAME, query)[0][0] >= 1


def test_a_number_tells_whose_a_document_is_and_its_kind() -> None:
    given = number(3, 5, "goal")
    assert (given >> 24, given & 7) == (3, KINDS.index("goal"))
    assert number(3, 5, "unit") < given < number(3, 6, "unit") < number(4, 0, "unit")
    assert all(kind in set(Kind) for kind in KINDS)
    assert [KINDS.index(k) for k in ("organization", "unit", "goal", "concept")] == [0, 1, 2, 6]
    assert len(KINDS) <= 8
    with pytest.raises(ValueError, match="at most 2097152"):
        number(0, 2_097_152, "goal")
