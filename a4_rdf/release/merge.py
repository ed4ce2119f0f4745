"""Merge N-Triples files into one that is sorted and has no line twice, in bounded memory."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

# Files read at once; each group of them is held in memory, and one run file stays open per group.
GROUP = 256


def merge_lines(paths: Sequence[Path], scratch: Path, out: IO[bytes], group: int = GROUP) -> None:
    """Write the distinct lines of files in byte order; `scratch` is a folder for the runs."""
    starts = range(0, len(paths), group)
    runs = [_run(paths[n : n + group], scratch / f"run-{n}") for n in starts]
    with ExitStack() as stack:
        opened = [stack.enter_context(run.open("rb")) for run in runs]
        out.writelines(_distinct(heapq.merge(*opened)))
    for run in runs:
        run.unlink()


def _run(paths: Iterable[Path], run: Path) -> Path:
    lines: set[bytes] = set()
    for path in paths:
        with path.open("rb") as file:
            lines.update(file)
    with run.open("wb") as out:
        out.writelines(sorted(lines))
    return run


def _distinct(lines: Iterable[bytes]) -> Iterator[bytes]:
    previous = b""
    for line in lines:
        if line != previous:
            yield line
        previous = line
