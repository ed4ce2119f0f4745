"""Long lists page by page: what a row holds is never parted, and every page leads to the next."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF, XSD

from a4_rdf.serve import rows
from a4_rdf.serve.rows import goal_rows
from a4_rdf.store import Quad, Store, memory_store
from a4_rdf.vocab import CSVW, Poa
from tests.serve.small import BASE

UNIT = URIRef(f"{BASE}/id/unidad/gad/obras")
GRAPH = URIRef(f"{BASE}/graph/gad/a4/2015-08-31")
POA = Poa(BASE)


def goal(n: int) -> URIRef:
    return URIRef(f"{BASE}/id/meta/gad/{n:03}")


def quads(numbers: list[int], graph: URIRef | None = None) -> list[Quad]:
    """Return goals of the unit, the nth read from the row of the nth number; 0 is no row."""
    said: list[Quad] = []
    for n, number in enumerate(numbers):
        said += [(goal(n), RDF.type, POA["Goal"], graph)]
        said += [(goal(n), POA["responsibleUnit"], UNIT, graph)]
        if number:
            row = URIRef(f"{BASE}/id/documento/gad/2015-09-30/fila/{number}")
            said += [(goal(n), PROV.wasDerivedFrom, row, graph)]
            said += [(row, CSVW.rownum, Literal(str(number), datatype=XSD.integer), graph)]
    return said


def walked(store: Store, graph: URIRef | None = None) -> list[tuple[int, int, list[URIRef]]]:
    """Return the pages that lead on from the first: first and last row, and goals."""
    pages = []
    start: int | None = 0
    while start is not None:
        page = goal_rows(store, UNIT, start, graph)
        pages.append((page.rows.first, page.rows.last, list(page.shown)))
        start = page.rows.next
    return pages


@pytest.fixture(autouse=True)
def _three_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "GOALS_SHOWN", 3)


def test_goals_come_in_the_order_of_their_rows() -> None:
    store = memory_store(BASE, quads([20, 4, 12, 9, 7, 100, 8]))
    assert walked(store) == [
        (4, 8, [goal(1), goal(4), goal(6)]),
        (9, 20, [goal(3), goal(2), goal(0)]),
        (100, 100, [goal(5)]),
    ]


def test_a_page_knows_its_neighbours_and_the_whole() -> None:
    store = memory_store(BASE, quads([20, 4, 12, 9, 7, 100, 8]))
    page = goal_rows(store, UNIT, 9).rows
    assert (page.total, page.previous, page.next, page.is_whole) == (7, 4, 100, False)


def test_a_list_of_one_page_is_whole() -> None:
    page = goal_rows(memory_store(BASE, quads([4, 5, 6])), UNIT, 0).rows
    assert (page.total, page.previous, page.next, page.is_whole) == (3, None, None, True)


def test_a_row_between_two_begins_at_the_next() -> None:
    store = memory_store(BASE, quads([4, 8, 12, 16]))
    assert goal_rows(store, UNIT, 5).shown == (goal(1), goal(2), goal(3))


def test_goals_of_one_row_are_not_parted() -> None:
    store = memory_store(BASE, quads([4, 5, 6, 6, 6, 7]))
    assert walked(store) == [
        (4, 6, [goal(0), goal(1), goal(2), goal(3), goal(4)]),
        (7, 7, [goal(5)]),
    ]


def test_goals_without_a_row_come_first() -> None:
    store = memory_store(BASE, quads([5, 0, 0, 0, 0]))
    assert walked(store) == [
        (0, 0, [goal(1), goal(2), goal(3), goal(4)]),
        (5, 5, [goal(0)]),
    ]


def test_beyond_the_last_row_there_is_nothing_but_a_way_back() -> None:
    page = goal_rows(memory_store(BASE, quads([4, 5])), UNIT, 6)
    assert page.shown == ()
    assert (page.rows.total, page.rows.previous, page.rows.next) == (2, 4, None)


def test_a_thing_without_goals_has_an_empty_page() -> None:
    page = goal_rows(memory_store(BASE), UNIT, 0)
    assert (page.shown, page.rows.total, page.rows.is_whole) == ((), 0, True)


def test_a_release_pages_its_own_goals() -> None:
    store = memory_store(BASE, [*quads([4, 5]), *quads([7, 8, 9, 10], GRAPH)])
    assert [(first, last, len(shown)) for first, last, shown in walked(store, GRAPH)] == [
        (7, 9, 3),
        (10, 10, 1),
    ]
    assert [(first, last, len(shown)) for first, last, shown in walked(store)] == [(4, 5, 2)]
