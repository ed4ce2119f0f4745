from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from a4_rdf.errors import UsageError
from a4_rdf.release import builds

CRASH = """
import os, signal, sys
from pathlib import Path
from a4_rdf.release import builds

root = Path(sys.argv[1])
with builds.building(root) as made:
    (made.folder / "half").touch()
    (root / ".public.new").symlink_to("nowhere")
    os.kill(os.getpid(), signal.SIGKILL)
"""
DIGESTS = ("a" * 64, "b" * 64, "c" * 64)


def build(root: Path, digest: str) -> Path:
    with builds.building(root) as made:
        (made.folder / "data.txt").write_text(digest)
        (made.scratch / "x").touch()
        return made.install(digest)


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".builds").iterdir())


def test_public_points_at_the_build(tmp_path: Path) -> None:
    folder = build(tmp_path, DIGESTS[0])
    assert (tmp_path / "public").readlink() == Path(".builds/000001-aaaaaaaaaaaa")
    assert (tmp_path / "public").resolve() == folder
    assert (tmp_path / "public/data.txt").read_text() == DIGESTS[0]
    assert names(tmp_path) == ["000001-aaaaaaaaaaaa", "lock"]


def test_the_build_before_stays_and_older_ones_go(tmp_path: Path) -> None:
    for digest in DIGESTS:
        build(tmp_path, digest)
    assert names(tmp_path) == ["000002-bbbbbbbbbbbb", "000003-cccccccccccc", "lock"]
    assert (tmp_path / "public/data.txt").read_text() == DIGESTS[2]


def test_a_build_that_fails_changes_nothing(tmp_path: Path) -> None:
    build(tmp_path, DIGESTS[0])
    with pytest.raises(RuntimeError), builds.building(tmp_path) as made:
        (made.folder / "half").touch()
        raise RuntimeError
    assert (tmp_path / "public/data.txt").read_text() == DIGESTS[0]
    assert names(tmp_path) == ["000001-aaaaaaaaaaaa", "lock"]


def test_what_a_crash_left_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path, DIGESTS[0])
    crashed = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], check=False)
    assert crashed.returncode == -signal.SIGKILL
    assert (tmp_path / ".builds/new/half").exists()
    (tmp_path / ".builds/000002-dddddddddddd").mkdir()  # finished, but never put in place
    assert (tmp_path / "public/data.txt").read_text() == DIGESTS[0]
    build(tmp_path, DIGESTS[1])
    assert names(tmp_path) == ["000001-aaaaaaaaaaaa", "000003-bbbbbbbbbbbb", "lock"]
    assert (tmp_path / "public/data.txt").read_text() == DIGESTS[1]


def test_two_builds_do_not_run_at_once(tmp_path: Path) -> None:
    with (
        builds.building(tmp_path),
        pytest.raises(UsageError, match="another build is running"),
        builds.building(tmp_path),
    ):
        pass
    assert build(tmp_path, DIGESTS[0]).is_dir()


def test_a_public_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/mine").touch()
    with pytest.raises(UsageError, match="expected the link that a build makes"):
        build(tmp_path, DIGESTS[0])
    assert (tmp_path / "public/mine").exists()


def test_a_link_that_leads_nowhere_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to(".builds/gone")
    build(tmp_path, DIGESTS[0])
    assert (tmp_path / "public/data.txt").read_text() == DIGESTS[0]
