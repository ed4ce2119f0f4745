"""`a4-rdf export`: the site as files, said in one line; other folders are left alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.export.conftest import workspace


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace of three rows and two months, built."""
    root = tmp_path_factory.mktemp("small") / "work"
    workspace(root)
    return root


def test_a_site_is_exported_and_replaced(a4: Run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = a4("export", "--no-history", small, out)
    assert (result.exit_code, result.stderr) == (0, "")
    said = re.fullmatch(r"(.+): (\d+) pages, (\d+) files, (\d+\.\d) MB\n", result.stdout)
    assert said
    assert said[1] == str(out)
    told = json.loads((out / "exportado.json").read_text())
    assert (int(said[2]), int(said[3])) == (told["pages"], told["files"])
    assert told["pages"] > 400
    (out / "exportado.sha256").unlink()
    again = a4("export", "--no-history", "--jobs", "2", small, out)
    assert (again.exit_code, again.stdout) == (0, result.stdout)
    assert json.loads((out / "exportado.json").read_text()) == told
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_another_folder_is_left_alone_with_exit_2(a4: Run, built: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    result = a4("export", built, tmp_path)
    assert result.exit_code == 2
    assert "is no export of a site" in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_no_publication_is_said(a4: Run, tmp_path: Path) -> None:
    result = a4("export", tmp_path / "none", tmp_path / "out")
    assert result.exit_code == 1
    assert "no publication here" in result.stderr
    assert not (tmp_path / "out").exists()


def test_within_the_publication_is_refused(a4: Run, built: Path) -> None:
    result = a4("export", built, built / "public" / "site")
    assert result.exit_code == 2
    assert "is within the publication" in result.stderr
    assert not (built / "public" / "site").exists()
