"""Time the whole build of the sample, and each command of the main job, as whole processes.

    python -m bench.build [RUNS]

Prints wall seconds, processor seconds and peak memory: median (least to most) of RUNS runs after
one that is not counted. A bare start of Python with the same imports stands beside, so that the
work can be told from the start.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from a4_rdf import resources

PACKAGES = ("a4-rdf", "rdflib", "pyoxigraph", "pyshacl")


class Run(NamedTuple):
    """One finished process: seconds on the wall and on processors, peak memory in MB."""

    wall: float
    cpu: float
    peak: float


def measure(command: Sequence[str]) -> Run:
    """Run a command to its end and return what the operating system says of it and its children."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def row(name: str, runs: Sequence[Run]) -> str:
    """Return one line of the table: median (least to most) of each figure."""
    cells = [name]
    for figures, form in zip(zip(*runs, strict=True), ("{:.2f}", "{:.2f}", "{:.0f}"), strict=True):
        low, mid, high = (form.format(f(figures)) for f in (min, median, max))
        cells.append(f"{mid} ({low} to {high})")
    return f"| {' | '.join(cells)} |"


def commands(folder: Path) -> dict[str, list[str]]:
    """Return the measured commands; the workspace in `folder` holds the sample."""
    a4 = str(Path(sys.executable).parent / "a4-rdf")
    work, sample = str(folder / "work"), str(resources.sample())
    init = [a4, "init", work, "--organization", "ame", "--name", "AME"]
    subprocess.run(init, check=True, stdout=subprocess.DEVNULL)
    source = folder / "work" / "sources" / "ame" / "2015-09-30.txt"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(resources.sample().read_bytes())
    return {
        "start only (`a4-rdf --version`)": [a4, "--version"],
        "`a4-rdf convert --to csv`": [a4, "convert", sample, "--to", "csv", "--org", "ame"],
        "`a4-rdf convert --to turtle`": [a4, "convert", sample, "--to", "turtle", "--org", "ame"],
        "`a4-rdf check`": [a4, "check", sample, "--org", "ame"],
        "`a4-rdf build`": [a4, "build", work],
    }


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(
        f"Python {platform.python_version()}, " + ", ".join(f"{p} {version(p)}" for p in PACKAGES)
    )
    print("\n| command | wall s | processor s | peak MB |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands(Path(folder)).items():
            measure(command)
            print(row(name, [measure(command) for _ in range(runs)]))


if __name__ == "__main__":
    main()
