"""The quality of the data as people read it: by rule, organisation and unit, and how fresh it is.

All is counted by the build (`a4_rdf.release.quality`); a page only puts it in order. How fresh an
organisation is, is seen from the newest release of all, for a page never asks a clock.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rdflib import URIRef

from a4_rdf import findings, iris
from a4_rdf.iris import Kind
from a4_rdf.model import Severity
from a4_rdf.serve.manifest import Manifest

SHOWN = 50
"""Organisations or units on one page."""

LIST = "hallazgo"
"""The code list of the kinds of notices."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of notice: how often it stands, and in how many organisations or units."""

    code: str
    iri: URIRef
    is_warning: bool
    notices: int
    places: int


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: its goals, those with notices of quality, and how fresh its data are.

    `behind` are the months between its last release and the newest of all; `missing` those that
    its own series leaves out.
    """

    slug: str
    name: str
    goals: int
    warned: int
    date: date
    behind: int
    missing: int
    notices: int = 0


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit: its goals, those with notices of quality, and how many have the rule asked for."""

    iri: URIRef
    goals: int
    warned: int
    notices: int = 0


@dataclass(frozen=True, slots=True)
class Quality:
    """What a page of quality shows: totals, rules, one page of bodies or units."""

    goals: int
    warned: int
    newest: date | None
    rules: tuple[Rule, ...]
    bodies: tuple[Body, ...] = ()
    units: tuple[UnitLine, ...] = ()
    number: int = 1
    pages: int = 1


def overview(root: Path, manifest: Manifest, rule: str = "", number: int = 1) -> Quality | None:
    """Return the quality of a whole publication, or of one rule; None for a page that is not there.

    Bodies come with the greatest share of goals with notices first; those of a rule with the most
    notices of it.
    """
    said = _read(root / "calidad.json").get("organizations", [])
    newest = max((date.fromisoformat(one["date"]) for one in said), default=None)
    listed = [one for one in said if not rule or rule in one["notices"]]
    bodies = [_body(manifest, one, newest, rule) for one in listed]
    bodies.sort(key=lambda body: (-body.notices, -body.warned / max(1, body.goals), body.name))
    pages = max(1, -(-len(bodies) // SHOWN))
    if number > pages:
        return None
    return Quality(
        goals=sum(body.goals for body in bodies),
        warned=sum(body.warned for body in bodies),
        newest=newest,
        rules=_rules(manifest.base, [one["notices"] for one in listed]),
        bodies=tuple(bodies[(number - 1) * SHOWN : number * SHOWN]),
        number=number,
        pages=pages,
    )


def of_organization(root: Path, manifest: Manifest, slug: str, number: int = 1) -> Quality | None:
    """Return the quality of one organisation, unit by unit; None for a page that is not there."""
    said = _read(root / "calidad.json").get("organizations", [])
    newest = max((date.fromisoformat(one["date"]) for one in said), default=None)
    own = next((one for one in said if one["slug"] == slug), None)
    if own is None:
        return None
    units = [
        UnitLine(_unit(manifest.base, slug, key), one["goals"], one["warned"])
        for key, one in _read(root / "calidad" / f"{slug}.json").items()
    ]
    units.sort(key=lambda unit: (-unit.warned, -unit.goals, unit.iri))
    pages = max(1, -(-len(units) // SHOWN))
    if number > pages:
        return None
    return Quality(
        goals=own["goals"],
        warned=own["warned"],
        newest=newest,
        rules=_rules(manifest.base, [own["notices"]]),
        bodies=(_body(manifest, own, newest),),
        units=tuple(units[(number - 1) * SHOWN : number * SHOWN]),
        number=number,
        pages=pages,
    )


def units_with(root: Path, base: str, slug: str, rule: str) -> dict[URIRef, int]:
    """Return the units of an organisation that have a rule, each with how many goals have it."""
    said = _read(root / "calidad" / f"{slug}.json")
    return {
        _unit(base, slug, key): one["codes"][rule]
        for key, one in said.items()
        if rule in one["codes"]
    }


def is_there(root: Path) -> bool:
    """Tell whether the build counted the notices."""
    return (root / "calidad.json").is_file()


def is_warning(code: str) -> bool:
    """Tell a notice of quality from a note about the reading."""
    known = findings.KINDS.get(code)
    return known is not None and known.severity is not Severity.INFO


def months_missing(days: Sequence[date]) -> int:
    """Return how many months between the first and the last of some dates have none."""
    months = {day.year * 12 + day.month for day in days}
    return max(months) - min(months) + 1 - len(months) if months else 0


def _rules(base: str, counts: Sequence[Mapping[str, int]]) -> tuple[Rule, ...]:
    """Return the kinds of notices that occur, those of quality first, then by how often."""
    notices, places = Counter[str](), Counter[str]()
    for one in counts:
        notices.update(one)
        places.update(one.keys())
    rules = (
        Rule(code, _rule(base, code), is_warning(code), times, places[code])
        for code, times in notices.items()
    )
    return tuple(sorted(rules, key=lambda rule: (not rule.is_warning, -rule.notices, rule.code)))


def _body(manifest: Manifest, said: Mapping[str, Any], newest: date | None, rule: str = "") -> Body:
    day = date.fromisoformat(said["date"])
    last = newest or day
    return Body(
        slug=said["slug"],
        name=manifest.organizations.get(said["slug"], said["slug"]),
        goals=said["goals"],
        warned=said["warned"],
        date=day,
        behind=(last.year - day.year) * 12 + last.month - day.month,
        missing=months_missing([release.date for release in manifest.of(said["slug"])]),
        notices=said["notices"].get(rule, 0),
    )


def _unit(base: str, slug: str, key: str) -> URIRef:
    return URIRef(iris.mint(base, Kind.UNIT, org=slug, key=key))


def _rule(base: str, code: str) -> URIRef:
    return URIRef(iris.mint(base, Kind.CONCEPT, list=LIST, code=code))


def _read(path: Path) -> dict[str, Any]:
    """Return what the build counted; nothing where it did not."""
    if not path.is_file():
        return {}
    said: dict[str, Any] = json.loads(path.read_bytes())
    return said
