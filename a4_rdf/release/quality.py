"""What the notices of a publication add up to, counted once by the build for who asks later.

calidad.json        each organisation and each kind of notice, of the releases that hold now
calidad/ORG.json    the units of an organisation
dumps/calidad.csv   the same as one table: organisation, unit, rule, severity, goals
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from a4_rdf import findings, iris, queries
from a4_rdf.iris import Kind
from a4_rdf.model import Severity
from a4_rdf.release.dumps import DUMPS
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.store import Store

NAME = "calidad"
COLUMNS = ("organization", "release", "unit", "rule", "severity", "goals")


@dataclass(frozen=True, slots=True)
class Counted:
    """A release in numbers: goals, goals that have notices of quality, notices by code.

    `units` are its units by name in addresses; a notice that stands on no goal belongs to none.
    """

    slug: str
    date: str
    goals: int
    warned: int
    notices: Counter[str]
    units: dict[str, Unit] = field(default_factory=dict)


@dataclass(slots=True)
class Unit:
    """A unit in numbers: goals, goals that have notices of quality, goals by code of notice."""

    goals: int = 0
    warned: int = 0
    codes: Counter[str] = field(default_factory=Counter)


def write(folder: Path, base: str, records: Iterable[ReleaseRecord], store: Store) -> list[Path]:
    """Count the releases that hold now; return the files that say it, below a build's folder."""
    latest = sorted((r for r in records if r.latest), key=lambda record: record.slug)
    (folder / NAME).mkdir(exist_ok=True)
    paths = [folder / f"{NAME}.json", folder / DUMPS / f"{NAME}.csv"]
    summary = []
    with paths[1].open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for record in latest:
            counted = _count(base, record, store)
            summary.append(_organization(counted))
            table.writerows(_lines(counted))
            paths.append(folder / NAME / f"{counted.slug}.json")
            _write_json(paths[-1], _units(counted))
    _write_json(paths[0], {"organizations": summary})
    return paths


def is_warning(code: str) -> bool:
    """Tell a notice of quality from a note about the reading."""
    known = findings.KINDS.get(code)
    return known is not None and known.severity is not Severity.INFO


def _count(base: str, record: ReleaseRecord, store: Store) -> Counted:
    graph = record.content_graph(base)
    found = store.select(queries.load("notice_kinds"), graph=graph)
    pairs = zip(found.column("kind"), found.column("notes"), strict=True)
    notices = Counter({_code(base, kind): int(notes) for kind, notes in pairs})
    units: defaultdict[str, Unit] = defaultdict(Unit)
    declared = store.select(queries.load("units_goals"), graph=graph)
    for unit, goals in zip(declared.column("unit"), declared.column("goals"), strict=True):
        units[_key(base, unit)].goals = int(goals)
    warned: defaultdict[str, set[object]] = defaultdict(set)
    rows = store.select(queries.load("noticed_goals"), graph=graph)
    for row in rows:
        key, code, goal = _key(base, row["unit"]), _code(base, row["kind"]), row["goal"]
        units[key].codes[code] += 1
        if is_warning(code):
            warned[key].add(goal)
    for key, goals_of in warned.items():
        units[key].warned = len(goals_of)
    total = sum(unit.warned for unit in units.values())
    return Counted(record.slug, record.date, record.goals, total, notices, dict(units))


def _key(base: str, unit: object) -> str:
    name = iris.parse(base, str(unit))
    return name["key"] if name and name.kind is Kind.UNIT else ""


def _code(base: str, kind: object) -> str:
    name = iris.parse(base, str(kind))
    return name["code"] if name and name.kind is Kind.CONCEPT else ""


def _organization(counted: Counted) -> dict[str, object]:
    return {
        "slug": counted.slug,
        "date": counted.date,
        "goals": counted.goals,
        "warned": counted.warned,
        "notices": dict(sorted(counted.notices.items())),
    }


def _units(counted: Counted) -> dict[str, object]:
    return {
        key: {"goals": unit.goals, "warned": unit.warned, "codes": dict(sorted(unit.codes.items()))}
        for key, unit in sorted(counted.units.items())
    }


def _lines(counted: Counted) -> Iterator[tuple[str, str, str, str, str, int]]:
    """Yield a line for each unit and rule; names in addresses are no formulas."""
    for key, unit in sorted(counted.units.items()):
        for code, goals in sorted(unit.codes.items()):
            severity = findings.KINDS[code].severity.value if code in findings.KINDS else ""
            yield counted.slug, counted.date, key, code, severity, goals


def _write_json(path: Path, said: object) -> None:
    path.write_text(json.dumps(said, ensure_ascii=False) + "\n", encoding="utf-8")
