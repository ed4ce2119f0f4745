"""The organisation tree that the unit column spells: composite names split into paths."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from a4_rdf import spanish
from a4_rdf.memo import remembered
from a4_rdf.model import Finding, Place, ProcessLevel, Statement, Unit, UnitKind

_HEADS = "|".join(sorted(spanish.SUB_UNIT_HEADS))
# A hyphen splits only before a word that heads a sub-unit; SUB-DIRECCIÓN is one word.
_HYPHEN = re.compile(rf"(?<!\bsub)(?<!\bvice)(?<!\bco)\s*[-–—]\s*(?=(?:{_HEADS})\b)")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class _Node:
    """A unit while the document is being read."""

    path: tuple[str, ...]
    place: Place
    level: ProcessLevel | None
    reported: list[str] = field(default_factory=list)


@dataclass(slots=True)
class UnitTree:
    """The units met so far, by the key of their path; the first spelling is kept."""

    nodes: dict[tuple[str, ...], _Node] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    doubled: set[Place] = field(default_factory=set)
    known: dict[tuple[str, ProcessLevel | None], tuple[str, ...]] = field(default_factory=dict)

    def add(self, reported: Statement, level: ProcessLevel | None) -> tuple[str, ...]:
        """Return the path of the unit that a reported name means, adding it and its parents."""
        if path := self.known.get((reported.text, level)):
            return path
        names = split_name(reported.text)
        keys = tuple(unit_key(name) for name in names)
        for depth in range(1, len(names) + 1):
            if keys[:depth] not in self.nodes:
                parent = self.nodes[keys[: depth - 1]].path if depth > 1 else ()
                path = (*parent, names[depth - 1])
                self.nodes[keys[:depth]] = _Node(path, reported.place, level)
        node = self.nodes[keys]
        if reported.text not in node.reported:
            self._notice(node, reported, names)
            node.reported.append(reported.text)
        self._check_level(node, level, reported.place)
        if level is None or level is node.level:  # nothing more to notice of such a row
            self.known[reported.text, level] = node.path
        return node.path

    def units(self) -> tuple[Unit, ...]:
        """Return the units in the order of their first mention, parents before children."""
        return tuple(
            Unit(node.path, tuple(node.reported), node.level, _kind(node.path), node.place)
            for node in self.nodes.values()
        )

    def _notice(self, node: _Node, reported: Statement, names: tuple[str, ...]) -> None:
        """Leave a finding where a known unit is spelled otherwise than above."""
        if names != node.path:
            details = (("written", reported.text), ("name", " - ".join(node.path)))
            self.findings.append(Finding("unit-spelling", reported.place, details))

    def _check_level(self, node: _Node, level: ProcessLevel | None, place: Place) -> None:
        """Leave a finding where a unit stands under a second process level."""
        if node.level is None:
            node.level = level
        elif level is not None and level is not node.level and place not in self.doubled:
            self.doubled.add(place)
            details = (("name", node.path[-1]),)
            self.findings.append(Finding("unit-in-two-levels", place, details))


@remembered
def split_name(reported: str) -> tuple[str, ...]:
    """Return the names that a reported name joins, largest unit first."""
    names: list[str] = []
    start = 0
    for match in _HYPHEN.finditer(spanish.flat(reported)):
        names.append(reported[start : match.start()].strip())
        start = match.end()
    names.append(reported[start:].strip())
    return tuple(name for name in names if name)


@remembered
def unit_key(name: str) -> str:
    """Return what two spellings of one unit share: no accents, case or punctuation."""
    return _NO_LETTERS.sub(" ", spanish.fold(name)).strip() or spanish.fold(name)


def _kind(path: tuple[str, ...]) -> UnitKind:
    """Return whether a path names a project that stands in the unit column."""
    first = spanish.fold(path[-1]).split(" ")[0]
    return UnitKind.PROJECT if first in ("proyecto", "proyectos") else UnitKind.UNIT
