"""What the command-line tests share: the command run in process, and a workspace built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from a4_rdf import resources
from a4_rdf.cli import main

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def a4() -> Run:
    """Run `a4-rdf ARGUMENTS` and return what came of it; a bug is raised, not swallowed."""

    def run(*arguments: object, stdin: str | None = None) -> Result:
        return CliRunner().invoke(
            main, [str(a) for a in arguments], input=stdin, catch_exceptions=False
        )

    return run


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a copy of the AME document, named as a publisher might."""
    return Path(shutil.copy(resources.sample(), tmp_path / "ame.txt"))


def make_workspace(a4: Run, folder: Path) -> Path:
    """Make a workspace that holds the AME document, not yet built."""
    assert a4("init", folder, "--organization", "ame", "--name", "AME").exit_code == 0
    shutil.copy(resources.sample(), folder / "sources" / "ame" / "2015-09-30.txt")
    return folder


@pytest.fixture
def workspace(a4: Run, tmp_path: Path) -> Path:
    return make_workspace(a4, tmp_path / "work")


@pytest.fixture(scope="session")
def built(a4: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace that was built; tests must not change it."""
    folder = make_workspace(a4, tmp_path_factory.mktemp("built") / "work")
    result = a4("build", folder)
    assert result.exit_code == 0, result.stderr
    return folder
