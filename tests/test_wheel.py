"""The wheel: ontology, shapes, site and sample travel in it, and an installation of it works."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    if path:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(out))
    run(sys.executable, *build, cwd=ROOT)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_what_the_program_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("ontology", "shapes", "site", "samples"):
        tracked = {p.relative_to(ROOT) for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert tracked
        assert names >= {f"a4_rdf/_data/{path.as_posix()}" for path in tracked}
    assert "a4_rdf/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/"))]


def test_an_installed_wheel_publishes_the_sample(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target))
    run(sys.executable, *pip, str(wheel), cwd=tmp_path)
    script = (
        "from a4_rdf import resources; from pathlib import Path;"
        "import a4_rdf; assert Path(a4_rdf.__file__).is_relative_to(Path('installed').resolve());"
        "Path('ame.txt').write_bytes(resources.sample().read_bytes())"
    )
    run(sys.executable, "-c", script, cwd=tmp_path, path=target)
    a4 = (sys.executable, "-m", "a4_rdf")
    run(*a4, "init", "work", "--organization", "ame", cwd=tmp_path, path=target)
    source = tmp_path / "work" / "sources" / "ame" / "2015-09-30.txt"
    (tmp_path / "ame.txt").rename(source)
    built = run(*a4, "build", "work", cwd=tmp_path, path=target)
    assert "1 releases, 62 goals, 60 targets" in built.stdout
