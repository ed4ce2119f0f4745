"""`a4-rdf diff`: what changed between two releases, from what a publication keeps of them."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from a4_rdf.changes import to_json
from a4_rdf.changes.snapshot import GoalState
from tests.changes.states import BEFORE, WORKSHOPS, aimed, one, with_goals
from tests.cli.conftest import Run

FAIRS = GoalState("riego", "", "Ferias", "", "Ninguna", 9)
NONE = aimed(WORKSHOPS, "0 talleres", one("0 talleres", 0, "talleres"))
AFTER = with_goals(talleres=NONE, ferias=FAIRS)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return a workspace whose publication keeps August, which September repeats, and October."""
    state = tmp_path / "public" / "state" / "gad"
    state.mkdir(parents=True)
    (state.parent / "ledger").mkdir()
    (state / "2015-08-31.json").write_text(to_json(BEFORE), "utf-8")
    (state / "2015-10-31.json").write_text(to_json(AFTER), "utf-8")
    for day in ("2015-08-31", "2015-09-30", "2015-10-31"):
        (state / f"{day}.kept.json").write_text("{}", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "days",
    [("2015-08-31", "2015-10-31"), ("2015-09-30", "2015-10-31"), ("2015-10-31", "2015-08-31")],
)
def test_changes_are_told_a_line_each(a4: Run, kept: Path, days: tuple[str, str]) -> None:
    result = a4("diff", kept, "gad", *days)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "target-lowered: La meta bajó de 45 a 0 talleres: Talleres a municipios.",
        "added: Hay una meta nueva: Ferias («Ninguna»).",
    ]


def test_in_english(a4: Run, kept: Path) -> None:
    result = a4("diff", kept, "gad", "2015-08-31", "2015-10-31", "--lang", "en")
    assert result.stdout.startswith("target-lowered: The target fell from 45 to 0 talleres:")


def test_as_json_an_object_a_line(a4: Run, kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "changes.jsonl"
    result = a4("diff", kept, "gad", "2015-08-31", "2015-10-31", "--json", "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    lowered, added = map(json.loads, out.read_text("utf-8").splitlines())
    assert lowered == {
        "kind": "target-lowered",
        "organization": "gad",
        "date": "2015-10-31",
        "before": "2015-09-30",
        "unit": "capacitacion",
        "goal": "talleres",
        "label": "Talleres a municipios",
        "old": "45 talleres",
        "new": "0 talleres",
        "target": 1,
        "old_target": 1,
        "old_value": "45",
        "new_value": "0",
        "measure": "talleres",
        "sentence": "La meta bajó de 45 a 0 talleres: Talleres a municipios.",
    }
    assert (added["kind"], added["goal"]) == ("added", "ferias")
    assert Decimal(lowered["new_value"]) == 0


@pytest.mark.parametrize("day", ["2015-08-31", "2015-09-30"])
def test_nothing_changed(a4: Run, kept: Path, day: str) -> None:
    result = a4("diff", kept, "gad", "2015-08-31", day)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_goals_in_other_words_are_the_same_as_a_build_finds_them(a4: Run, kept: Path) -> None:
    state = kept / "public" / "state" / "gad"
    words = replace(WORKSHOPS, activity="Talleres a los municipios")
    (state / "2015-10-31.json").write_text(to_json(with_goals(talleres=None, nuevo=words)), "utf-8")
    keys = {
        "2015-08-31": ("talleres a municipios", "talleres"),
        "2015-10-31": ("talleres a los municipios", "nuevo"),
    }
    for day, (activity, name) in keys.items():
        key = f"capacitacion | fortalecer los municipios | {activity} | número de talleres"
        names = json.dumps([["goal", key, name]])
        (state / f"{day}.names.json").write_text(names, "utf-8")
    result = a4("diff", kept, "gad", "2015-08-31", "2015-10-31")
    assert result.stdout == (
        "reworded: La meta tiene otras palabras: antes «Talleres a municipios»,"
        " ahora «Talleres a los municipios».\n"
    )


def test_a_date_that_is_not_there_is_exit_2(a4: Run, kept: Path) -> None:
    result = a4("diff", kept, "gad", "2015-08-31", "2015-11-30")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "gad: no release of 2015-11-30; there are those of 2015-08-31, 2015-09-30, 2015-10-31\n"
    )


@pytest.mark.parametrize("slug", ["otra", "ledger", "../state/gad", ""])
def test_an_organisation_that_is_not_there_is_exit_2(a4: Run, kept: Path, slug: str) -> None:
    result = a4("diff", kept, slug, "2015-08-31", "2015-10-31")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{slug}: no such organisation; there are gad\n"


def test_a_workspace_not_built_is_exit_2(a4: Run, tmp_path: Path) -> None:
    result = a4("diff", tmp_path, "gad", "2015-08-31", "2015-10-31")
    assert result.exit_code == 2
    assert "build it first" in result.stderr
    assert a4("diff", tmp_path, "gad", "31/08/2015", "2015-10-31").exit_code == 2


@pytest.mark.parametrize("text", ["", "[]", '{"organization": "gad"}'])
def test_a_broken_publication_is_told(a4: Run, kept: Path, text: str) -> None:
    path = kept / "public" / "state" / "gad" / "2015-10-31.json"
    path.write_text(text, "utf-8")
    result = a4("diff", kept, "gad", "2015-08-31", "2015-10-31")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}: not what a build keeps of a release: ")
