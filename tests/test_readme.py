"""The README's console examples, run in order in one folder, print what the README says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from a4_rdf import resources

README = Path(__file__).parent.parent / "README.md"


def blocks(language: str) -> list[str]:
    """Return the texts of the README's code blocks in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README.read_text("utf-8"), re.M | re.S)


def examples() -> list[tuple[str, str]]:
    """Return (command, expected stdout) for each line that starts with `$ `."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(resources.folder("samples"), tmp_path / "samples")
    (tmp_path / "units.rq").write_text(blocks("sparql")[0], "utf-8")
    return tmp_path


def test_the_examples_do_what_they_say(folder: Path) -> None:
    bin_folder = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    ran = 0
    for command, expected in examples():
        done = subprocess.run(
            command,
            shell=True,
            check=False,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        if expected:
            assert done.stdout == expected, command
        ran += 1
    assert ran == 11
    assert (folder / "goals.csv").read_text("utf-8").startswith("organization,release,row,")
