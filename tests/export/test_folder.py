"""The folder of an export: whole or not there, never over what is another's."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from a4_rdf.errors import UsageError
from a4_rdf.export.folder import MARK, replacing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(out: Path, *files: str) -> None:
    with replacing(out) as aside:
        for file in (MARK, *files):
            (aside / file).write_text(file)


def test_a_new_export_takes_the_place_of_the_old(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    write(out, "old.html")
    write(out, "new.html")
    assert names(out) == [MARK, "new.html"]
    assert names(out.parent) == ["out"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out")
    assert names(tmp_path / "out") == [MARK]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, "old.html")
    with pytest.raises(KeyboardInterrupt), replacing(out) as aside:
        (aside / "half.html").write_text("half")
        raise KeyboardInterrupt
    assert names(out) == [MARK, "old.html"]
    assert names(tmp_path) == ["out"]


def test_what_cannot_be_put_in_place_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write(out, "old.html")
    rename = Path.rename

    def fail_once(path: Path, target: Path) -> Path:
        if path.name == ".out.part":
            raise OSError("the disk is gone")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(OSError, match="the disk is gone"):
        write(out, "new.html")
    assert names(out) == [MARK, "old.html"]
    assert names(tmp_path) == ["out"]


def test_what_a_crash_left_is_cleared_away(tmp_path: Path) -> None:
    for name in (".out.part", ".out.before"):
        (tmp_path / name / "pages").mkdir(parents=True)
        (tmp_path / name / "half.html").write_text("half")
    write(tmp_path / "out")
    assert names(tmp_path / "out") == [MARK]
    assert names(tmp_path) == ["out"]


def test_one_export_at_a_time(tmp_path: Path) -> None:
    (tmp_path / ".out.part").mkdir()
    descriptor = os.open(tmp_path / ".out.part", os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="another export is running"):
            write(tmp_path / "out")
    finally:
        os.close(descriptor)
    assert names(tmp_path) == [".out.part"]


def test_what_is_another_s_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "years.txt").write_text("of work")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="is no export"):
        write(tmp_path / "thesis")
    with pytest.raises(UsageError, match="is a file"):
        write(tmp_path / "file")
    assert names(tmp_path) == ["file", "thesis"]
