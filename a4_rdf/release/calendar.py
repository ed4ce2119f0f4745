"""What is amiss with the dates of a workspace's documents: one a month, in order, none to come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from a4_rdf.model import Finding, Place
from a4_rdf.release.workspace import Document

MOST_NAMED = 6

Noticed = tuple[Path, tuple[Finding, ...]]


def amiss(
    documents: Sequence[Document], published: Collection[date], today: date
) -> Iterator[Noticed]:
    """Yield what is noticed of one organisation's documents, which come by date, at their paths.

    `published` are the dates of its releases in the publication that stands; `today` is the day of
    the build, which is told to people only: the publication does not depend on it.
    """
    before: Document | None = None
    for document in documents:
        found = [*_of_its_own(document, published, today), *_after(document, before)]
        if found:
            yield document.path, tuple(found)
        before = document
    if documents and (gone := sorted(set(published) - {d.date for d in documents})):
        details = (("dates", _listed([day.isoformat() for day in gone])),)
        yield documents[0].path.parent, (Finding("documents-gone", Place(1, 1), details),)


def _of_its_own(document: Document, published: Collection[date], today: date) -> Iterator[Finding]:
    """Yield what is amiss with the date of a document itself."""
    if document.date > today:
        details = (("date", document.date.isoformat()), ("today", today.isoformat()))
        yield Finding("date-in-future", Place(1, 1), details)
    last = max(published, default=None)
    if last is not None and document.date < last and document.date not in published:
        yield Finding("late-document", Place(1, 1), (("last", last.isoformat()),))


def _after(document: Document, before: Document | None) -> Iterator[Finding]:
    """Yield what is amiss with a document's month, seen from the one before it."""
    if before is None:
        return
    months = _month(document.date) - _month(before.date)
    if months == 0:
        yield Finding("same-month", Place(1, 1), (("other", before.date.isoformat()),))
    if months > 1:
        first = _month(before.date) + 1
        missing = [_named(month) for month in range(first, first + months - 1)]
        yield Finding("month-missing", Place(1, 1), (("months", _listed(missing)),))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _named(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
