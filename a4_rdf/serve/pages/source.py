"""The pages of a document and of its rows: each row as it was written, and how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rdflib import URIRef
from rdflib.namespace import PROV

from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.pages.goals import GoalCard, Notice, goal_cards, notices
from a4_rdf.vocab import CSVW, Poa


@dataclass(frozen=True, slots=True)
class RowLine:
    """One source row: its cells as written, its status, repairs, notices, and its goal if any."""

    iri: URIRef
    number: int
    cells: tuple[str, ...]
    status: URIRef | None
    repairs: tuple[URIRef, ...]
    notices: tuple[Notice, ...] = ()
    goal: GoalCard | None = None


def row_lines(
    facts: Facts, labels: Labels, base: str, lines: Mapping[int, str]
) -> tuple[RowLine, ...]:
    """Return the rows of a document's view in source order; `lines` holds the published copy."""
    goals = {card.row: card for card in goal_cards(facts, labels, base)}
    rows = [
        replace(
            _row(facts, base, row, lines),
            notices=notices(facts, labels, base, row, PROV.wasDerivedFrom),
            goal=goals.get(row),
        )
        for row in facts.of_type(CSVW.Row)
    ]
    return tuple(sorted(rows, key=lambda row: row.number))


def source_lines(path: Path | None) -> dict[int, str]:
    """Return the lines of a published source copy by their 1-based number; none without a copy."""
    if path is None:
        return {}
    return dict(enumerate(path.read_text(encoding="utf-8").split("\n"), start=1))


def _row(facts: Facts, base: str, row: URIRef, lines: Mapping[int, str]) -> RowLine:
    """Return a row without what was read of it."""
    number = int(facts.text(row, CSVW.rownum) or 0)
    written = (cell.strip() for cell in lines.get(number, "").split("\t"))
    poa = Poa(base)
    return RowLine(
        iri=row,
        number=number,
        cells=tuple(cell for cell in written if cell),
        status=facts.link(row, poa["rowStatus"]),
        repairs=facts.links(row, poa["repair"]),
    )
