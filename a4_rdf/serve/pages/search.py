"""What the search page shows: hits with the words that were asked for marked, ways to narrow."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from a4_rdf import stems
from a4_rdf.searchable import KINDS
from a4_rdf.serve.search import Found, Hit
from a4_rdf.serve.search_terms import MAX_LETTERS, Term
from a4_rdf.serve.words import N_, sentence_case

EXCERPT, LEAD = 240, 60
"""Letters of a long text that are shown, and how many of them before the first mark."""

KIND_NAMES: Mapping[str, str] = {
    "organization": N_("Organización"),
    "unit": N_("Unidad"),
    "goal": N_("Meta declarada"),
    "objective": N_("Objetivo"),
    "activity": N_("Actividad"),
    "indicator": N_("Indicador"),
    "concept": N_("Aviso explicado"),
}

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it was asked for."""

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit as the page shows it; its `text` is empty where it has none of the words."""

    hit: Hit
    name: Pieces
    value: Pieces
    text: Pieces


@dataclass(frozen=True, slots=True)
class Way:
    """A way to narrow a search or to widen it: its words, how much it leads to, its query.

    Without a query it is where the reader is.
    """

    words: str
    count: int
    query: Query | None


def shown(found: Found) -> tuple[ShownHit, ...]:
    """Return the hits with what was asked for marked; names in capitals in sentence case."""
    terms = found.asked.terms
    return tuple(
        ShownHit(
            hit,
            marked(sentence_case(hit.name), terms),
            marked(hit.value, terms),
            excerpt(marked(hit.text, terms)),
        )
        for hit in found.hits
    )


def marked(text: str, terms: Sequence[Term]) -> Pieces:
    """Part a text where a word of it was asked for."""
    return tuple(piece for piece in _pieces(unicodedata.normalize("NFC", text), terms) if piece[0])


def _pieces(text: str, terms: Sequence[Term]) -> Iterator[tuple[str, bool]]:
    at = 0
    for begin, end, stem in stems.words(text):
        if any(term.fits(stem) for term in terms):
            yield text[at:begin], False
            yield text[begin:end], True
            at = end
    yield text[at:], False


def excerpt(pieces: Pieces) -> Pieces:
    """Return what stands around the first mark; nothing where there is none."""
    if not any(is_marked for _, is_marked in pieces):
        return ()
    ends = tuple(accumulate(len(text) for text, _ in pieces))
    first = next(n for n, (_, is_marked) in enumerate(pieces) if is_marked)
    begin = max(0, ends[first] - len(pieces[first][0]) - LEAD)
    if ends[-1] <= EXCERPT:
        begin = 0
    end = begin + EXCERPT
    starts = (0, *ends)
    kept = [
        (text[max(0, begin - start) : end - start], is_marked)
        for start, (text, is_marked) in zip(starts, pieces, strict=False)
        if start < end and start + len(text) > begin
    ]
    before, after = [("… ", False)] * (begin > 0), [(" …", False)] * (ends[-1] > end)
    return (*before, *kept, *after)


def query(found: Found, exact: bool) -> dict[str, str]:
    """Return what the page was asked for with, the number of the page apart."""
    wanted = found.wanted
    said = {
        "q": wanted.text[:MAX_LETTERS],
        "tipo": wanted.kind,
        "org": wanted.org,
        "exacto": "1" if exact else "",
    }
    return {name: value for name, value in said.items() if value}


def kind_ways(found: Found, own: Query) -> tuple[Way, ...]:
    """Return the kinds of what was found, each with its search; none where there is but one."""
    if len(found.counts) < 2 and not found.wanted.kind:
        return ()
    everything = Way(N_("Todo"), sum(found.counts.values()), _without(own, "tipo"))
    kinds = (kind for kind in KINDS if kind in found.counts or kind == found.wanted.kind)
    ways = (
        Way(
            KIND_NAMES[kind],
            found.counts.get(kind, 0),
            None if kind == found.wanted.kind else {**own, "tipo": kind},
        )
        for kind in kinds
    )
    return (everything, *ways) if found.wanted.kind else tuple(ways)


def body_ways(found: Found, own: Query) -> tuple[Way, ...]:
    """Return the organisations that have most of what was found; none where there is but one."""
    if found.wanted.org or len(found.bodies) < 2:
        return ()
    return tuple(Way(name, count, {**own, "org": slug}) for slug, name, count in found.bodies)


def without_body(found: Found, own: Query) -> Query | None:
    """Return the same search in all organisations, None where it is that already."""
    return _without(own, "org") if found.wanted.org else None


def _without(own: Query, name: str) -> dict[str, str]:
    return {other: value for other, value in own.items() if other != name}
