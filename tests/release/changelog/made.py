"""Changes of two bodies over three months, and a publication folder with their log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from a4_rdf.changes import compare
from a4_rdf.model import Change
from a4_rdf.release import changelog
from tests.changes.states import AFTER, BEFORE, BRIDGES, WORKSHOPS, aimed, one, with_goals
from tests.plans import PUBLISHER

NAMES = {"gad": "GAD de Ejemplo", "otra": "=Otra & <b>compañía</b>"}
NOVEMBER = date(2015, 11, 30)


def log() -> tuple[Change, ...]:
    """Return the changes of `gad` in October and November, and of `otra` in November."""
    lowered = aimed(WORKSHOPS, "30 talleres", one("30 talleres", 30, "talleres"))
    october = with_goals(talleres=lowered, nuevo=replace(BRIDGES, activity="=2+2"))
    november = replace(AFTER, date=NOVEMBER, goals={"puentes": BRIDGES})
    return (
        *compare(BEFORE, october),
        *compare(october, november),
        *(replace(c, organization="otra") for c in compare(AFTER, november)),
    )


def many(count: int, day: date = NOVEMBER, slug: str = "gad") -> tuple[Change, ...]:
    """Return changes of one release, all others."""
    (first, *_) = log()
    return tuple(replace(first, date=day, organization=slug, goal=f"g{n}") for n in range(count))


def written(folder: Path, *changes: Change) -> Path:
    """Return a folder with the log of some changes."""
    folder.mkdir(exist_ok=True)
    changelog.write(folder, PUBLISHER, changes, NAMES)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder, by path."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
