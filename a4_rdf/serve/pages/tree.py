"""The organisation chart: units under their parents, with the number of goals of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import ORG

from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels


@dataclass(frozen=True, slots=True)
class Node:
    """A unit: its own goals, and the units below it."""

    iri: URIRef
    label: str
    own: int
    children: tuple[Node, ...]

    @property
    def total(self) -> int:
        """Return the goals of this unit and of all below it."""
        return self.own + sum(child.total for child in self.children)

    @property
    def units(self) -> int:
        """Return how many units stand below this one."""
        return len(self.children) + sum(child.units for child in self.children)

    @property
    def declaring(self) -> int:
        """Return how many units below this one declared goals of their own."""
        return sum((child.own > 0) + child.declaring for child in self.children)


def tree(facts: Facts, labels: Labels, goals: Mapping[URIRef, int], root: URIRef) -> Node:
    """Return the tree below an organisation or unit, in name order at each level.

    `goals` counts the goals of each unit that has any.
    """
    return _node(facts, labels, goals, root, frozenset())


def place(facts: Facts, unit: URIRef) -> tuple[URIRef, ...]:
    """Return what stands above a unit, the organisation first."""
    above: list[URIRef] = []
    here: URIRef | None = unit
    while here is not None and here not in above:
        above.append(here)
        here = facts.link(here, ORG.subOrganizationOf) or facts.link(here, ORG.unitOf)
    return tuple(reversed(above[1:]))


def _node(
    facts: Facts,
    labels: Labels,
    goals: Mapping[URIRef, int],
    unit: URIRef,
    above: frozenset[URIRef],
) -> Node:
    below = facts.links(unit, ORG.hasSubOrganization)
    # Checked data has no cycle; the page must end even where it was not checked.
    children = [
        _node(facts, labels, goals, child, above | {unit}) for child in below if child not in above
    ]
    by_name = tuple(sorted(children, key=lambda node: (node.label, node.iri)))
    return Node(unit, labels.label(unit), goals.get(unit, 0), by_name)
