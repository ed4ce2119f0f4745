"""The quality of the data as people read it: by rule, organisation and unit, and how fresh it is.

All is counted by the build (`a4_rdf.release.quality`); a page only puts it in order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from rdflib import URIRef

from a4_rdf import findings, iris
from a4_rdf.iris import Kind
from a4_rdf.model import Severity
from a4_rdf.serve.manifest import Manifest
from a4_rdf.serve.pages.freshness import Freshness, freshness

SHOWN = 50
"""Organisations or units on one page."""

LIST = "hallazgo"
"""The code list of the kinds of notices."""

NAME = "calidad"

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of notice: how often it stands, and in how many organisations."""

    code: str
    iri: URIRef
    is_warning: bool
    notices: int
    places: int


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: its goals, those with notices of quality, notices of the rule asked for."""

    slug: str
    name: str
    goals: int
    warned: int
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
    """What a page of quality shows: totals, rules, one page of bodies or units.

    `notices` are those of the rule asked for; `fresh` says how fresh the bodies shown are, by slug.
    """

    goals: int
    warned: int
    rules: tuple[Rule, ...]
    notices: int = 0
    bodies: tuple[Body, ...] = ()
    units: tuple[UnitLine, ...] = ()
    fresh: Mapping[str, Freshness] = field(default_factory=dict)
    number: int = 1
    pages: int = 1


def overview(root: Path, manifest: Manifest, rule: str = "", number: int = 1) -> Quality | None:
    """Return the quality of a whole publication, or of one rule; None for a page that is not there.

    Bodies come with the greatest share of goals with notices first; those of a rule with the most
    notices of it.
    """
    said = _having(root, rule)
    every = _bodies(said, manifest, rule)
    shown, pages = _page(every, number)
    if number > pages:
        return None
    return Quality(
        goals=sum(body.goals for body in every),
        warned=sum(body.warned for body in every),
        rules=_rules(manifest.base, [one["notices"] for one in said]),
        notices=sum(body.notices for body in every),
        bodies=shown,
        fresh=freshness(manifest, {body.slug for body in shown}),
        number=number,
        pages=pages,
    )


def of_organization(
    root: Path, manifest: Manifest, slug: str, rule: str = "", number: int = 1
) -> Quality | None:
    """Return the quality of one organisation, unit by unit; None for a page that is not there.

    With a `rule` the units are those that have it, the ones with most goals that do first.
    """
    own = next((one for one in _having(root) if one["slug"] == slug), None)
    if own is None:
        return None
    shown, pages = _page(_unit_lines(root, manifest.base, slug, rule), number)
    if number > pages:
        return None
    return Quality(
        goals=own["goals"],
        warned=own["warned"],
        rules=_rules(manifest.base, [own["notices"]]),
        notices=own["notices"].get(rule, 0),
        bodies=_bodies([own], manifest, rule),
        units=shown,
        fresh=freshness(manifest, (slug,)),
        number=number,
        pages=pages,
    )


def bodies_with(root: Path, manifest: Manifest, rule: str) -> tuple[Body, ...]:
    """Return the organisations that have a rule, those with the most notices of it first."""
    return _bodies(_having(root, rule), manifest, rule)


def units_with(root: Path, base: str, slug: str, rule: str) -> dict[URIRef, int]:
    """Return the units of an organisation that have a rule, each with how many goals have it."""
    return {unit.iri: unit.notices for unit in _unit_lines(root, base, slug, rule)}


def rules(root: Path, base: str) -> tuple[Rule, ...]:
    """Return the kinds of notices that occur in a publication, those of quality first."""
    return _rules(base, [one["notices"] for one in _having(root)])


def is_there(root: Path) -> bool:
    """Tell whether the build counted the notices."""
    return (root / f"{NAME}.json").is_file()


def is_warning(code: str) -> bool:
    """Tell a notice of quality from a note about the reading."""
    known = findings.KINDS.get(code)
    return known is not None and known.severity is not Severity.INFO


def _having(root: Path, rule: str = "") -> list[dict[str, Any]]:
    """Return what was counted of each organisation, of those that have a rule where one is told."""
    said = _read(root / f"{NAME}.json").get("organizations", [])
    return [one for one in said if not rule or rule in one["notices"]]


def _page(lines: Sequence[Line], number: int) -> tuple[tuple[Line, ...], int]:
    """Return the lines of a page, and how many pages there are."""
    pages = max(1, -(-len(lines) // SHOWN))
    return tuple(lines[(number - 1) * SHOWN : number * SHOWN]), pages


def _rules(base: str, counts: Sequence[Mapping[str, int]]) -> tuple[Rule, ...]:
    """Return the kinds of notices that occur, those of quality first, then by how often."""
    notices, places = Counter[str](), Counter[str]()
    for one in counts:
        notices.update(one)
        places.update(one.keys())
    occurring = (
        Rule(code, _rule(base, code), is_warning(code), times, places[code])
        for code, times in notices.items()
    )
    return tuple(
        sorted(occurring, key=lambda rule: (not rule.is_warning, -rule.notices, rule.code))
    )


def _bodies(said: Sequence[Mapping[str, Any]], manifest: Manifest, rule: str) -> tuple[Body, ...]:
    bodies = (
        Body(
            slug=one["slug"],
            name=manifest.organizations.get(one["slug"], one["slug"]),
            goals=one["goals"],
            warned=one["warned"],
            notices=one["notices"].get(rule, 0),
        )
        for one in said
    )
    return tuple(
        sorted(
            bodies, key=lambda body: (-body.notices, -body.warned / max(1, body.goals), body.name)
        )
    )


def _unit_lines(root: Path, base: str, slug: str, rule: str) -> list[UnitLine]:
    """Return the units of an organisation, of those that have a rule where one is told."""
    units = [
        UnitLine(_unit(base, slug, key), one["goals"], one["warned"], one["codes"].get(rule, 0))
        for key, one in _read(root / NAME / f"{slug}.json").items()
        if not rule or rule in one["codes"]
    ]
    return sorted(units, key=lambda unit: (-unit.notices, -unit.warned, -unit.goals, unit.iri))


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
