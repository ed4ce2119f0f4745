"""The folder of an export: made aside, put in place once whole, never over what is another's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from a4_rdf.errors import UsageError
from a4_rdf.release.locks import locked

MARK = "exportado.json"
"""In every export: what it is, so that no other folder is ever written over."""


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Hold an empty folder that takes the place of `out` at the end, if all goes well.

    Between two renames `out` is not there, for a moment; a failure leaves what was there. Raises
    UsageError where `out` is anything but an export or empty, or another export writes to it.
    """
    _refuse_others(out)
    aside = out.with_name(f".{out.name}.part")
    aside.mkdir(parents=True, exist_ok=True)
    lock = os.open(aside, os.O_RDONLY | os.O_DIRECTORY)
    with locked(lock, f"{out}: another export is running; wait for it to end"):
        try:
            _clear(aside)
            yield aside
            _put(aside, out)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _refuse_others(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is a file; expected a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise UsageError(f"{out}: is no export of a site; expected a new or an empty folder")


def _clear(folder: Path) -> None:
    """Remove what a crash left."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _put(aside: Path, out: Path) -> None:
    before = out.with_name(f".{out.name}.before")
    if before.exists():
        shutil.rmtree(before)
    if out.exists():
        out.rename(before)
    try:
        aside.rename(out)
    except OSError:
        if before.exists():
            before.rename(out)
        raise
    shutil.rmtree(before, ignore_errors=True)
