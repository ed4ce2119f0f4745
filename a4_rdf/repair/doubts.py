"""When a person should look at a row that was read anew, and at the rows that inherit from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from a4_rdf.model import Column, Finding, Place, Row, RowStatus
from a4_rdf.repair.readings import TEMPLATE, Candidate, Reading, Score, holes

CLOSE_MARGIN = 2.0  # a runner-up that near is named
MISFIT = 1.0  # an outer text that suits a column further inside by that much more
SURE_MARGIN = 5.0  # the same for a row whose target states no number
MOVED_MARGIN = 9.0  # the same where it moved
LEANING = {Column.OBJECTIVE: 1.5, Column.ACTIVITY: 0.5}  # the same for a text alone in its row
NAMED = 3.5  # a unit's likeness, at least, where its name is one
NUMBERED = 1.0  # a target's likeness, at least, where it states a number
PINNED = 4.5  # an indicator's likeness, at least, where it says that it counts
DEED = 0.6  # the last text of a row without indicator that suits one by that much more
ANSWERS = 0.5  # the share of words, at least, of a target that repeats its indicator
FAR_MARGIN = 4.0  # a runner-up farther than that changes nothing for the rows below

HANDED_DOWN = (Column.UNIT, Column.OBJECTIVE, Column.ACTIVITY)


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many places the texts of a row went right from where they were written.

    A row that was pushed left goes right. A text that is left over goes nowhere and is not counted.
    """

    places: tuple[int, ...]

    def __bool__(self) -> bool:
        """Tell whether any text moved."""
        return any(self.places)

    @property
    def right(self) -> bool:
        """Tell whether each text went right."""
        return all(step > 0 for step in self.places)

    @property
    def together(self) -> bool:
        """Tell whether all texts went the same way."""
        return len(set(self.places)) == 1


Doubts = Mapping[int, frozenset[Column]]  # row number → inherited columns that are undecided


def is_doubtful(
    row: Candidate,
    found: Sequence[Reading],
    order: Sequence[Column],
    moved: Moved,
    alone: float,
) -> bool:
    """Tell whether a person should look at a row: `found` are its best readings, best first.

    So it is with a near second reading, a text left over or said twice, a lost indicator or
    target, a target in words in a row that moved, a text that suits another column better. `alone`
    is the margin of the best reading without the help of neighbouring rows.
    """
    best, margin = found[0], margin_of(found[0], found)
    if margin < CLOSE_MARGIN or None in best.columns or row.repeated:
        return True
    if holes(best.columns, order) and not _is_named(row, best):
        return True
    if _counts_elsewhere(row, best) or (moved and _is_strange_unit(row, best)):
        return True
    if Column.TARGET not in best.columns:
        held = len(best.columns) == 1 or _is_named(row, best)
        sure = SURE_MARGIN if held else MOVED_MARGIN
        return bool(moved) or margin < sure or not _is_funding(row, best, order)
    if _is_worded(row, best) and not _is_sure_worded(row, best, order, moved, min(margin, alone)):
        return True
    return len(best.columns) == 1 or _leans_inward(row, best, order, moved)


def undecided(row: Candidate, found: Sequence[Reading], moved: Moved) -> frozenset[Column]:
    """Return the inherited columns that a doubtful row may fill otherwise than was read."""
    best = found[0]
    if None in best.columns[-1:]:
        return frozenset()  # a note at the row's end
    lost = Column.TARGET not in best.columns and not _is_pinned(row, best)
    strange = moved and _is_strange_unit(row, best)
    unsure = strange or _is_spare(row, best) or _is_worded(row, best)
    if lost or unsure or holes(best.columns, TEMPLATE):
        alone = best.columns == (Column.ACTIVITY,)
        return _around(row, best, bool(moved) or alone or best.columns[-1] not in HANDED_DOWN)
    if margin_of(found[0], found) > FAR_MARGIN:
        return frozenset()
    texts = [dict(zip(reading.columns, row.same, strict=True)) for reading in found]
    return frozenset(c for c in HANDED_DOWN if len({own.get(c) for own in texts}) > 1)


def _is_spare(row: Candidate, best: Reading) -> bool:
    """Tell whether a text is left over, or said twice and not left over once."""
    if None in best.columns:
        left = row.same[best.columns.index(None)]
        return row.same.count(left) == 1
    return row.repeated


def margin_of(best: Reading, found: Sequence[Reading]) -> float:
    """Return by how much a reading is better than the best other one of `found`, 0 if worse."""
    own = next((one.score for one in found if one.columns == best.columns), -inf)
    others = [one.score for one in found if one.columns != best.columns]
    return max(0.0, own - max(others)) if others else 0.0


def _around(row: Candidate, best: Reading, wide: bool) -> frozenset[Column]:
    """Return the inherited columns that a row may fill: those read, if `wide` the next one left.

    A unit's name is sure wherever it stands.
    """
    at = [HANDED_DOWN.index(column) for column in best.columns if column in HANDED_DOWN]
    first = max(0, min(at, default=len(HANDED_DOWN) - 1) - wide)
    return frozenset(HANDED_DOWN[first:]) - ({Column.UNIT} if _is_named(row, best) else set())


def inheriting(rows: Iterable[Row], doubts: Doubts) -> list[Finding]:
    """Return a finding for each row that inherits a cell which a doubtful row may have changed."""
    found: list[Finding] = []
    open_doubts: dict[Column, int] = {}
    for row in rows:
        if row.status is RowStatus.SECTION:
            open_doubts.clear()
        if row.status is not RowStatus.GOAL:
            continue
        if row.number in doubts:
            open_doubts.update(dict.fromkeys(doubts[row.number], row.number))
            continue
        _settle(row, open_doubts)
        if open_doubts:
            lines = [str(line) for line in sorted(set(open_doubts.values()))]
            place = Place(row.number, 1) if not row.cells else row.cells[0].place
            details = (("row", lines[0]), ("rows", " ".join(lines)))
            found.append(Finding("inherits-ambiguous", place, details))
    return found


def _settle(row: Row, open_doubts: dict[Column, int]) -> None:
    """Close the doubts about columns that the row says itself, and about those to their right."""
    own = {c.column for c in row.cells if c.text and c.place.row == row.number}
    left = next((at for at, column in enumerate(HANDED_DOWN) if column in own), None)
    for column in HANDED_DOWN[left:] if left is not None else ():
        open_doubts.pop(column, None)


def _is_funding(row: Candidate, best: Reading, order: Sequence[Column]) -> bool:
    """Tell whether a row ends left of the indicator, as lines of funding do, and surely so.

    The text before the indicator's column may stand alone where it is no unit; other texts are held
    by their unit's name, or by each other.
    """
    last, end = best.columns[-1], order[order.index(Column.INDICATOR) - 1]
    if len(best.columns) == 1:
        beyond = (Column.INDICATOR, Column.TARGET)
        leaning = LEANING.get(end)
        if last is not end or leaning is None:
            return False
        return not _prefers(row.likeness[0], end, beyond, -leaning)
    if last is not end or _is_strange_unit(row, best):
        return False
    if _prefers(row.likeness[-1], end, (Column.INDICATOR, Column.TARGET), DEED):
        return False
    return _is_named(row, best) or not any(
        column and _prefers(likes, column, order, MISFIT)
        for likes, column in zip(row.likeness, best.columns, strict=True)
    )


def _is_worded(row: Candidate, best: Reading) -> bool:
    """Tell whether a row's target states no number."""
    if Column.TARGET not in best.columns:
        return False
    return row.likeness[best.columns.index(Column.TARGET)][Column.TARGET] < NUMBERED


def _counts_elsewhere(row: Candidate, best: Reading) -> bool:
    """Tell whether a text that suits the target far better than its own column stands elsewhere."""
    return any(
        column is not Column.TARGET and _prefers(likes, column, (Column.TARGET,), FAR_MARGIN)
        for likes, column in zip(row.likeness, best.columns, strict=True)
        if column is not None
    )


def _is_strange_unit(row: Candidate, best: Reading) -> bool:
    """Tell whether a row says a unit, but not by a unit's name nor after a number."""
    return Column.UNIT in best.columns and not _is_named(row, best)


def _is_sure_worded(
    row: Candidate, best: Reading, order: Sequence[Column], moved: Moved, margin: float
) -> bool:
    """Tell whether a target in words is one: in a whole row, far before other readings, or where it
    repeats its indicator (`Plan de agua`, `Plan de agua vigente`).

    An indicator that names a deed may be an activity, and the target its indicator, pushed right.
    """
    whole = _is_named(row, best) and not set(order) - set(best.columns)
    if moved:
        return margin >= MOVED_MARGIN or (whole and moved.together)
    if Column.INDICATOR not in best.columns:
        return margin >= SURE_MARGIN
    indicator, target = map(best.columns.index, (Column.INDICATOR, Column.TARGET))
    if not whole and row.deeds[indicator]:
        return False
    return margin >= SURE_MARGIN or row.kin[indicator][target] >= ANSWERS


def _is_named(row: Candidate, best: Reading) -> bool:
    """Tell whether a row says its unit, by a unit's name or after a number, and so holds the rest.

    A text that is no number never stands in the number's column.
    """
    if best.columns[:2] == (Column.NUMBER, Column.UNIT):
        return True
    texts = zip(row.likeness, best.columns, strict=True)
    return any(column is Column.UNIT and likes[column] > NAMED for likes, column in texts)


def _is_pinned(row: Candidate, best: Reading) -> bool:
    """Tell whether a row's end holds the others: a unit's name, or an indicator that counts."""
    at = len(best.columns) - 1
    counts = best.columns[at] is Column.INDICATOR and row.likeness[at][Column.INDICATOR] > PINNED
    return counts or _is_named(row, best)


def _leans_inward(row: Candidate, best: Reading, order: Sequence[Column], moved: Moved) -> bool:
    """Tell whether the outer texts would rather stand further inside, where others stand.

    Then one of the texts may be too many: it pushes the others to the right, never to the left. A
    target in words that did not move is no sign of that.
    """
    first = next(at for at, column in enumerate(best.columns) if column is not Column.NUMBER)
    own = best.columns[first] or Column.TARGET
    inside, outside = order[order.index(own) :], order[:-1]
    return (not moved.right and _prefers(row.likeness[first], own, inside, MISFIT)) or (
        bool(moved) and _prefers(row.likeness[-1], Column.TARGET, outside, MISFIT)
    )


def _prefers(likes: Score, own: Column, others: Iterable[Column], by: float) -> bool:
    """Tell whether a text suits one of the other columns better than its own, by that much."""
    return own is not Column.NUMBER and any(likes[c] - likes[own] > by for c in others)
