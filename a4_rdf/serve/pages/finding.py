"""The help page of a kind of finding: an example, wrong and mended, and who has it now.

How often it occurs was counted by the build, as for the pages of quality; without those counts
the page says the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf.explanations.examples import EXAMPLES, PART_NAMES, Piece, Words
from a4_rdf.findings.calendar import CALENDAR
from a4_rdf.iris import Kind, Name
from a4_rdf.serve.pages import quality
from a4_rdf.serve.pages.quality import Body
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.things import View

MOST = 10
"""Organisations and units that a page names."""

BUILDING = frozenset((*CALENDAR, "correction-without-document"))
"""What a build says of a workspace's files, which is in no release."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of an example; the one that matters is marked."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an example in a page's language: its name, cells, and what they do not show.

    `marked` is the text of the cell that matters, `column` the heading above it, if any;
    `in_headings` where it is a heading itself.
    """

    name: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str
    marked: str
    column: str
    in_headings: bool

    @property
    def is_lines(self) -> bool:
        """Tell whether it is lines of text, or names of files, and no table."""
        return not self.headings and all(len(row) == 1 for row in self.rows)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit and how many of its goals have the finding."""

    iri: URIRef
    goals: int


@dataclass(frozen=True, slots=True)
class Help:
    """What the help page of a finding shows beside its name and meaning.

    `times` is how often it stands in the releases that hold now, None where nobody counted.
    Not `is_of_release`: it is said to who builds a publication, and never published.
    """

    code: str
    is_of_release: bool
    is_warning: bool
    is_reading: bool
    part: str
    sides: tuple[Side, Side]
    times: int | None
    bodies: tuple[Body, ...]
    units: tuple[UnitLine, ...]


def is_finding(name: Name | None) -> bool:
    """Tell whether a thing is a kind of finding that this version knows."""
    if name is None or name.kind is not Kind.CONCEPT:
        return False
    return name["list"] == quality.LIST and name["code"] in EXAMPLES


def help_of(publication: Publication, view: View) -> Help:
    """Return the help on a kind of finding, in the language of the view; `is_finding` holds."""
    code = view.name["code"] if view.name else ""
    example, lang = EXAMPLES[code], view.labels.lang
    first, second = example.names
    bodies = quality.bodies_with(publication.root, publication.manifest, code)
    units = _units(publication, bodies, code)
    view.labels.learn(unit.iri for unit in units)
    counted = quality.is_there(publication.root)
    return Help(
        code=code,
        is_of_release=code not in BUILDING,
        is_warning=quality.is_warning(code),
        is_reading=example.is_reading,
        part=PART_NAMES[example.part].text(lang),
        sides=(_side(first, example.wrong, lang), _side(second, example.mended, lang)),
        times=sum(body.notices for body in bodies) if counted else None,
        bodies=bodies[:MOST],
        units=units,
    )


def _side(name: Words, piece: Piece, lang: str) -> Side:
    headings, *rows = (
        tuple(Cell(text, (at, column) == piece.cell) for column, text in enumerate(row, 1))
        for at, row in enumerate((piece.headings, *piece.rows))
    )
    at, column = piece.cell
    return Side(
        name.text(lang),
        headings,
        tuple(rows),
        note=piece.note.text(lang) if piece.note else "",
        marked=(piece.headings, *piece.rows)[at][column - 1],
        column=piece.headings[column - 1] if at and column <= len(piece.headings) else "",
        in_headings=at == 0,
    )


def _units(publication: Publication, bodies: tuple[Body, ...], code: str) -> tuple[UnitLine, ...]:
    """Return the units with most goals that have a finding.

    A unit has it no oftener than its organisation: organisations that come too late are not asked.
    """
    most: list[UnitLine] = []
    for body in bodies:
        if len(most) == MOST and most[-1].goals >= body.notices:
            break
        units = quality.units_with(publication.root, publication.base, body.slug, code)
        most += (UnitLine(unit, goals) for unit, goals in units.items())
        most = sorted(most, key=lambda unit: (-unit.goals, unit.iri))[:MOST]
    return tuple(most)
