"""Time a publication month after month: the first build, the same again, one month more.

    python -m bench.months [--bodies 20] [--months 6] [--jobs 1] [--seed 3]

Builds run as whole processes of the command. The last month of every body is set aside for the
third build; the fourth converts all documents anew and has to give the same publication.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.national import make


def build(root: Path, *options: str) -> tuple[float, float, float]:
    """Build a workspace; return wall seconds, processor seconds, peak memory in MB."""
    command = [sys.executable, "-m", "a4_rdf", "build", str(root), *options]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def last_month(root: Path) -> list[Path]:
    """Return the newest document of each body."""
    folders = sorted(path for path in (root / "sources").iterdir() if path.is_dir())
    found = [
        sorted(p for p in folder.iterdir() if not p.name.startswith(".")) for folder in folders
    ]
    return [documents[-1] for documents in found if len(documents) > 1]


def releases(root: Path) -> Sequence[dict[str, object]]:
    """Return the releases that a publication says it has."""
    found: Sequence[dict[str, object]] = manifest(root)["releases"]
    return found


def manifest(root: Path) -> dict[str, object]:
    """Return the manifest of a publication."""
    found: dict[str, object] = json.loads((root / "public" / "publication.json").read_text())
    return found


def row(name: str, root: Path, figures: tuple[float, float, float]) -> str:
    """Return a line of the table."""
    wall, cpu, peak = figures
    repeats = sum(entry["repeats"] is not None for entry in releases(root))
    return f"| {name} | {len(releases(root))} | {repeats} | {wall:.1f} | {cpu:.1f} | {peak:.0f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=20)
    parser.add_argument("--months", type=int, default=6)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    jobs = ("--jobs", str(options.jobs))
    with tempfile.TemporaryDirectory() as folder:
        root, aside = Path(folder) / "work", Path(folder) / "aside"
        make(root, options.bodies, options.months, options.seed)
        aside.mkdir()
        newest = last_month(root)
        for path in newest:
            shutil.move(path, aside / f"{path.parent.name}@{path.name}")
        print(f"Python {platform.python_version()}; {options.bodies} bodies, {jobs[1]} processes\n")
        print("| build | releases | repeats | wall s | processor s | peak MB |")
        print("|---|--:|--:|--:|--:|--:|")
        print(row("first", root, build(root, *jobs)))
        print(row("nothing new", root, build(root, *jobs)))
        for path in newest:
            shutil.move(aside / f"{path.parent.name}@{path.name}", path)
        print(row("one month more", root, build(root, *jobs)))
        digest = manifest(root)["digest"]
        print(row("all anew", root, build(root, *jobs, "--anew")))
        same = manifest(root)["digest"] == digest
        print(f"\nThe last two publications are {'the same' if same else 'NOT THE SAME'}.")


if __name__ == "__main__":
    main()
