"""Page models: goals grouped, the tree, properties, rows; a cycle ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import ORG, RDF, RDFS, XSD

from a4_rdf import resources
from a4_rdf.serve import things
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.pages.goals import goal_cards, grouped
from a4_rdf.serve.pages.properties import literal_text, properties
from a4_rdf.serve.pages.source import source_lines
from a4_rdf.serve.pages.tree import place, tree
from a4_rdf.serve.publication import Publication, open_publication
from a4_rdf.serve.site import load_site
from a4_rdf.serve.things import goal_counts
from a4_rdf.store import memory_store
from tests.serve.small import BASE

UNIT = f"{BASE}/id/unidad/gad/coordinacion-de-vias"
A, B = URIRef(f"{BASE}/id/unidad/x/a"), URIRef(f"{BASE}/id/unidad/x/b")


@pytest.fixture(scope="module")
def publication(public: Path) -> Publication:
    return open_publication(public, load_site(resources.folder("site")))


@pytest.fixture
def labels() -> Labels:
    return Labels(memory_store(BASE), BASE)


def test_goals_are_cards_in_source_order(publication: Publication) -> None:
    view = things.view(publication, UNIT)
    assert view is not None
    bridges, budget = goal_cards(view.facts, view.labels, BASE)
    assert (bridges.row_number, budget.row_number) == (4, 5)
    assert [(t.value, t.measure, t.bound) for t in bridges.targets] == [
        ("3", "puentes", ""),
        ("2", "pasos", "Como mínimo"),
    ]
    assert [(t.value, t.measure, t.bound) for t in budget.targets] == [("80 a 90,5", "%", "")]
    assert bridges.cell == "3 puentes y al menos 2 pasos de agua"
    assert budget.activity is None
    assert [notice.is_warning for notice in budget.notices] == [False]


def test_goals_are_grouped_by_objective_then_activity(publication: Publication) -> None:
    view = things.view(publication, UNIT)
    assert view is not None
    (group,) = grouped(goal_cards(view.facts, view.labels, BASE))
    assert [len(own.goals) for own in group.activities] == [1, 1]
    assert group.activities[1].activity is None


def test_a_goal_without_target_has_a_warning(publication: Publication) -> None:
    view = things.view(publication, f"{BASE}/id/unidad/gad/proyecto-puentes")
    assert view is not None
    (card,) = goal_cards(view.facts, view.labels, BASE)
    assert (card.targets, card.cell) == ((), "")
    assert [notice.is_warning for notice in card.notices] == [True]


def test_the_tree_adds_up(publication: Publication) -> None:
    iri = URIRef(f"{BASE}/id/organizacion/gad")
    view = things.view(publication, iri)
    assert view is not None
    goals = goal_counts(publication.store, "goal_counts", iri)
    root = tree(view.facts, view.labels, goals, iri)
    assert (root.total, root.units, root.own, root.declaring) == (3, 3, 0, 2)
    assert [(child.label, child.total) for child in root.children] == [
        ("Dirección de obras", 2),
        ("Proyecto puentes", 1),
    ]


def test_a_cycle_in_the_tree_ends(labels: Labels) -> None:
    facts = Facts([(A, ORG.hasSubOrganization, B), (B, ORG.hasSubOrganization, A)])
    assert tree(facts, labels, {}, A).units == 1
    turned = Facts([(A, ORG.subOrganizationOf, B), (B, ORG.subOrganizationOf, A)])
    assert place(turned, A) == (B,)


def test_properties_are_named_and_sorted_types_first(labels: Labels) -> None:
    said = [
        (A, RDFS.comment, Literal("hi", lang="en")),
        (A, RDFS.comment, Literal("hola", lang="es")),
        (A, RDF.type, ORG.OrganizationalUnit),
    ]
    kind, comment = properties(Facts(said), labels, A)
    assert kind.iri == RDF.type
    assert [(v.text, v.lang) for v in comment.values] == [("hola", "")]


def test_a_text_in_another_language_is_shown_where_there_is_no_spanish(labels: Labels) -> None:
    said = [(A, RDFS.comment, Literal("hi", lang="en")), (A, RDFS.comment, Literal("1"))]
    (comment,) = properties(Facts(said), labels, A)
    assert [(v.text, v.lang) for v in comment.values] == [("1", ""), ("hi", "en")]


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        (Literal("66700.0", datatype=XSD.decimal), "66.700"),
        (Literal("2015-09-30", datatype=XSD.date), "30 de septiembre de 2015"),
        (Literal("true", datatype=XSD.boolean), "sí"),
        (Literal("2015"), "2015"),
        (Literal("x", datatype=XSD.decimal), "x"),
    ],
)
def test_literals_are_written_as_in_ecuador(literal: Literal, text: str) -> None:
    assert literal_text(literal) == text


def test_a_document_without_a_published_copy_has_no_lines() -> None:
    assert source_lines(None) == {}
