"""The drawing of the vocabulary: its classes as boxes, the properties between them as lines.

Only where a box stands is decided here; what it is called is what the vocabulary says, and a test
holds each line against the domain and range that the vocabulary states.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDFS, SKOS

from a4_rdf.vocab import CSVW, SDMX_ATTRIBUTE, Poa

WIDTH, HEIGHT = 800, 490
BOX = (196, 40)
"""Width and height of a box, in the units of the drawing."""

NAME_AT = 0.42
"""How far along its line the name of a property stands."""


@dataclass(frozen=True, slots=True)
class Box:
    """A class at its place: the left upper corner."""

    iri: URIRef
    x: int
    y: int

    @property
    def centre(self) -> tuple[int, int]:
        """Return the middle of the box."""
        return self.x + BOX[0] // 2, self.y + BOX[1] // 2


@dataclass(frozen=True, slots=True)
class Line:
    """A property from one class to another: where its line begins, ends, and is named."""

    iri: URIRef
    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def name_at(self) -> tuple[float, float]:
        """Return where the name stands: before the middle, where lines cross least."""
        (x, y), (right, down) = self.start, self.end
        return round(x + NAME_AT * (right - x), 1), round(y + NAME_AT * (down - y), 1)


@dataclass(frozen=True, slots=True)
class Relation:
    """A property between two classes, as a person reads it."""

    subject: URIRef
    property: URIRef
    object: URIRef


@dataclass(frozen=True, slots=True)
class Diagram:
    """The drawing: its boxes, its lines, and the relations that the lines show."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    relations: tuple[Relation, ...]
    width: int = WIDTH
    height: int = HEIGHT
    box: tuple[int, int] = BOX


def diagram(base: str) -> Diagram:
    """Return the drawing of the vocabulary of a publisher."""
    boxes = {box.iri: box for box in _boxes(base)}
    relations = _relations(base)
    return Diagram(
        boxes=tuple(boxes.values()),
        lines=tuple(_line(r, boxes) for r in relations),
        relations=relations,
    )


def _boxes(base: str) -> tuple[Box, ...]:
    poa = Poa(base)
    left, middle, right = 2, 302, 602
    return (
        Box(ORG.FormalOrganization, left, 10),
        Box(ORG.OrganizationalUnit, left, 120),
        Box(CSVW.Row, left, 230),
        Box(poa["DisclosureDocument"], left, 340),
        Box(poa["OperationalPlan"], middle, 10),
        Box(poa["Goal"], middle, 230),
        Box(poa["Target"], middle, 340),
        Box(poa["QuantifiedTarget"], middle, 440),
        Box(poa["OperationalObjective"], right, 90),
        Box(poa["PlannedActivity"], right, 200),
        Box(poa["Indicator"], right, 320),
        Box(SKOS.Concept, right, 440),
    )


def _relations(base: str) -> tuple[Relation, ...]:
    poa = Poa(base)
    goal, unit, plan = poa["Goal"], ORG.OrganizationalUnit, poa["OperationalPlan"]
    objective, activity, target = (
        poa[name] for name in ("OperationalObjective", "PlannedActivity", "Target")
    )
    quantified = poa["QuantifiedTarget"]
    return (
        Relation(unit, ORG.unitOf, ORG.FormalOrganization),
        Relation(plan, poa["planOf"], ORG.FormalOrganization),
        Relation(goal, poa["inPlan"], plan),
        Relation(goal, poa["responsibleUnit"], unit),
        Relation(goal, poa["objective"], objective),
        Relation(objective, poa["objectiveOf"], unit),
        Relation(goal, poa["activity"], activity),
        Relation(activity, poa["supportsObjective"], objective),
        Relation(goal, poa["indicator"], poa["Indicator"]),
        Relation(goal, poa["hasTarget"], target),
        Relation(goal, PROV.wasDerivedFrom, CSVW.Row),
        Relation(CSVW.Row, DCTERMS.isPartOf, poa["DisclosureDocument"]),
        Relation(quantified, RDFS.subClassOf, target),
        Relation(quantified, SDMX_ATTRIBUTE.unitMeasure, SKOS.Concept),
    )


def _line(relation: Relation, boxes: Mapping[URIRef, Box]) -> Line:
    start, end = boxes[relation.subject], boxes[relation.object]
    return Line(relation.property, _border(start, end.centre), _border(end, start.centre))


def _border(box: Box, towards: tuple[int, int]) -> tuple[float, float]:
    """Return where the line from the middle of a box to a point leaves the box."""
    (x, y), (half_width, half_height) = box.centre, (BOX[0] / 2, BOX[1] / 2)
    right, down = towards[0] - x, towards[1] - y
    reach = max(abs(right) / half_width, abs(down) / half_height)
    return round(x + right / reach, 1), round(y + down / reach, 1)
