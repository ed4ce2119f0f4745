"""Long lists in the order of their source rows, page by page: rows, a thing's goals, notices.

A page begins at the number of a row, which later builds of one release keep, and ends with a row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from rdflib import Literal, URIRef

from a4_rdf import queries
from a4_rdf.store import Node, Store

ROWS_SHOWN = 200
"""Rows of a document shown at once."""

GOALS_SHOWN = 100
"""Goals of a unit, objective, activity or indicator shown at once."""

NOTICES_SHOWN = 50
"""Notices of one kind shown at once."""


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of a list: how many in all, the row numbers it spans, where its neighbours begin."""

    total: int
    first: int
    last: int
    previous: int | None = None
    next: int | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether the list has no other page."""
        return self.previous is None and self.next is None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list and what stands on it."""

    rows: Rows
    shown: tuple[URIRef, ...]


def document_rows(store: Store, document: URIRef, start: int, graph: URIRef | None = None) -> Page:
    """Return the page of a document's rows that begins at a row number."""
    return _page(store, "document_rows", document, start, graph, ROWS_SHOWN)


def goal_rows(store: Store, this: URIRef, start: int, graph: URIRef | None = None) -> Page:
    """Return the page of the goals that point at a thing which begins at a row number."""
    return _page(store, "goal_rows", this, start, graph, GOALS_SHOWN)


def notice_rows(store: Store, kind: URIRef, start: int, graph: URIRef | None = None) -> Page:
    """Return the page of the notices of a kind which begins at a row number."""
    return _page(store, "noticed_rows", kind, start, graph, NOTICES_SHOWN)


def _page(
    store: Store, query: str, this: URIRef, start: int, graph: URIRef | None, size: int
) -> Page:
    found = store.select(queries.load(query), {"this": this}, graph)
    numbered = sorted(
        (_number(s.get("number")), row) for s in found if isinstance(row := s.get("row"), URIRef)
    )
    numbers = [number for number, _ in numbered]
    at = bisect_left(numbers, start)
    # What one row holds is never parted: the next page begins at another row, or would not move on.
    end = bisect_right(numbers, numbers[at + size - 1]) if at + size <= len(numbers) else None
    page = numbered[at:end]
    rows = Rows(
        total=len(numbers),
        first=page[0][0] if page else 0,
        last=page[-1][0] if page else 0,
        previous=numbers[max(0, at - size)] if at else None,
        next=numbers[end] if end is not None and end < len(numbers) else None,
    )
    return Page(rows, tuple(row for _, row in page))


def _number(term: Node | None) -> int:
    text = str(term) if isinstance(term, Literal) else ""
    return int(text) if text.isascii() and text.isdigit() else 0
