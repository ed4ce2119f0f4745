"""Put the cells of shifted rows back under their columns, by what the cells say.

Rows that fit where they stand are left alone and teach what each column of this file looks like;
the others get their best reading, a confidence, and a warning where a second reading is close.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import exp

from a4_rdf.model import Cell, Column, Finding, Place, Row, RowStatus, Table
from a4_rdf.repair import doubts
from a4_rdf.repair.columns import HEADERS, NAMES_ES
from a4_rdf.repair.context import Context, bag, learn, overlap
from a4_rdf.repair.fits import Frame, fits, own_cells
from a4_rdf.repair.likeness import likeness, look
from a4_rdf.repair.readings import Candidate, Reading, Score, readings

REALIGNED = "row-realigned"
NEAR_ROWS = 3
SHIFT_WEIGHT = 1.5  # for the column that neighbouring shifted rows gave to the same position

Moves = Mapping[int, Mapping[int, Column | None]]  # row number → written position → column


@dataclass(slots=True)
class _Notes:
    """What is noticed while rows are decided: findings, and columns left undecided by row."""

    findings: list[Finding] = field(default_factory=list)
    doubts: dict[int, frozenset[Column]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A row that does not fit as written, with its texts and where its header puts columns."""

    row: Row
    cells: tuple[Cell, ...]
    frame: Frame
    candidate: Candidate
    found: Sequence[Reading]


def realign_rows(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with shifted rows realigned, and what was moved, left over or unclear.

    A table with realigned rows has been here before: nothing is decided anew.
    """
    if any(REALIGNED in row.repairs for row in table.rows):
        return table, ()
    frames = _frames(table)
    sure: dict[int, dict[Column, str]] = {}
    unsure: list[Row] = []
    for row in table.rows:
        if row.status is not RowStatus.GOAL:
            continue
        frame = frames[row.number]
        if fits(row, frame):
            own = own_cells(row, frame)
            sure[row.number] = {c.column: c.text for c in own if c.column is not None}
        else:
            unsure.append(row)
    context = learn(sure, table.columns)
    notes = _Notes()
    changed = _decide(unsure, frames, context, notes)
    rows = tuple(changed.get(row.number, row) for row in table.rows)
    inheriting = doubts.inheriting(rows, notes.doubts) if notes.doubts else []
    return replace(table, rows=rows), (*notes.findings, *inheriting)


def _frames(table: Table) -> Mapping[int, Frame]:
    """Return for each row number the frame of the header above it."""
    found: dict[int, Frame] = {}
    current = Frame({})
    for row in table.rows:
        if row.status in HEADERS:
            current = Frame.of(row)
        found[row.number] = current
    return found


def _decide(
    unsure: list[Row],
    frames: Mapping[int, Frame],
    context: Context,
    notes: _Notes,
) -> dict[int, Row]:
    """Return the rows in their best reading: each alone first, then beside its neighbours."""
    offers = []
    for row in unsure:
        frame = frames[row.number]
        cells = own_cells(row, frame)
        if 0 < len(cells) <= len(frame.positions) + 1:
            candidate = _candidate(row.number, cells, context)
            found = readings(candidate, frame.positions)
            offers.append(_Offer(row, cells, frame, candidate, found))
        else:
            _report_left_over(cells, notes.findings)
            notes.doubts[row.number] = frozenset(doubts.HANDED_DOWN if cells else ())
    moves = {offer.row.number: _moves(offer) for offer in offers}
    return {offer.row.number: _decided(offer, moves, notes) for offer in offers}


def _candidate(number: int, cells: tuple[Cell, ...], context: Context) -> Candidate:
    """Return the row's texts with all that speaks for each column."""
    seen = [look(cell.text) for cell in cells]
    scores: list[Score] = []
    for one in seen:
        parts = (likeness(one), context.lexical(one), context.neighbourly(number, one))
        scores.append({c: sum(part.get(c, 0.0) for part in parts) for c in Column})
    bags = [bag(one.folded) for one in seen]
    said = [one.folded for one in seen]
    return Candidate(
        written=tuple(cell.place.column for cell in cells),
        likeness=tuple(scores),
        kin=tuple(tuple(overlap(a, b) for b in bags) for a in bags),
        same=tuple(said.index(text) for text in said),
        deeds=tuple(one.infinitive or one.action_noun for one in seen),
    )


def _moves(offer: _Offer) -> dict[int, Column | None]:
    """Return where the row's own best reading takes its positions; nothing where all stay."""
    best = offer.found[0].columns
    if best == tuple(cell.column for cell in offer.cells):
        return {}
    return dict(zip(offer.candidate.written, best, strict=True))


def _beside(offer: _Offer, moves: Moves) -> _Offer:
    """Return the row with a bonus for moving as the shifted rows near it do."""
    number = offer.row.number
    near = [
        moves[other]
        for other in range(number - NEAR_ROWS, number + NEAR_ROWS + 1)
        if other != number and moves.get(other)
    ]
    if not near:
        return offer
    scores: list[Score] = []
    for at, likes in zip(offer.candidate.written, offer.candidate.likeness, strict=True):
        taken = [move[at] for move in near if at in move]
        bonus = {c: SHIFT_WEIGHT * taken.count(c) / len(taken) for c in taken}
        scores.append({c: value + bonus.get(c, 0.0) for c, value in likes.items() if c})
    candidate = replace(offer.candidate, likeness=tuple(scores))
    return replace(offer, candidate=candidate, found=readings(candidate, offer.frame.positions))


def _decided(alone: _Offer, moves: Moves, notes: _Notes) -> Row:
    """Return a row in its best reading; findings say what moved and what else it could be."""
    offer = _beside(alone, moves)
    candidate, found = offer.candidate, offer.found
    best = found[0]
    margin = doubts.margin_of(best, found)
    moved = _how(offer, best)
    place = offer.cells[0].place
    own_margin = doubts.margin_of(best, alone.found)
    if doubts.is_doubtful(candidate, found, offer.frame.worded, moved, own_margin):
        notes.findings.append(_ambiguous(place, offer.candidate.written, found))
        notes.doubts[offer.row.number] = doubts.undecided(candidate, found, moved)
    if best.columns == tuple(cell.column for cell in offer.cells):
        _report_left_over(offer.cells, notes.findings)
        return offer.row
    notes.findings.append(_realigned(place, best, margin))
    columns = dict(zip((cell.place for cell in offer.cells), best.columns, strict=True))
    cells = tuple(replace(c, column=columns.get(c.place, c.column)) for c in offer.row.cells)
    row = replace(offer.row, cells=cells, repairs=(*offer.row.repairs, REALIGNED))
    _report_left_over(own_cells(row, offer.frame), notes.findings)
    return row


def _how(offer: _Offer, best: Reading) -> doubts.Moved:
    """Return how the row's texts move in a reading."""
    pairs = zip(offer.candidate.written, best.columns, strict=True)
    positions = offer.frame.positions
    return doubts.Moved(tuple(positions[c] - at for at, c in pairs if c is not None))


def _ambiguous(place: Place, written: Sequence[int], found: Sequence[Reading]) -> Finding:
    """Return the finding that names the reading taken and the next one, for people and `review`."""
    details = (
        ("reading", _named(found[0])),
        ("alternative", _named(found[-1])),
        ("reading-cells", _placed(written, found[0])),
        ("alternative-cells", _placed(written, found[-1])),
    )
    return Finding("ambiguous-row", place, details)


def _placed(written: Sequence[int], reading: Reading) -> str:
    """Return where a reading puts the texts, as `POSITION:COLUMN` parted by spaces."""
    pairs = zip(written, reading.columns, strict=True)
    return " ".join(f"{at}:{column.value}" for at, column in pairs if column is not None)


def _realigned(place: Place, best: Reading, margin: float) -> Finding:
    """Return the finding that says where the cells went; confidence from 0.50 to 1.00."""
    confidence = f"{1 / (1 + exp(-margin)):.2f}"
    return Finding(REALIGNED, place, (("columns", _named(best)), ("confidence", confidence)))


def _report_left_over(cells: tuple[Cell, ...], findings: list[Finding]) -> None:
    """Keep in findings the texts that no column takes."""
    findings.extend(
        Finding("extra-text", cell.place, (("text", cell.text),))
        for cell in cells
        if cell.column is None
    )


def _named(reading: Reading) -> str:
    """Return the Spanish names of a reading's columns, in order."""
    return ", ".join("(sobra)" if c is None else NAMES_ES[c] for c in reading.columns)
