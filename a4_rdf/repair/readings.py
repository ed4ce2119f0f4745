"""The ways to read one row: every increasing assignment of its texts to columns, with a score.

The natural row is a suffix of the columns: merged cells leave blanks on the left only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from math import inf
from operator import getitem, itemgetter

from a4_rdf.model import Column

STAY = 4.5  # nothing moves
KEPT = 0.3  # a cell that stays where it was written
SPACING = 0.4  # per place by which two neighbouring texts come nearer or farther
HOLE = -5.0  # a column left empty between the first and the last of a row that moved
NO_TARGET = -2.0
DROP = -4.0
SUITED = -0.5  # times the likeness of a left-over text to the column that it stands under
DROP_REPEATED = 0.0
SHARED = 1.5  # times the words that indicator shares with target or activity

TEMPLATE = tuple(column for column in Column if column is not Column.NUMBER)

Score = Mapping[Column | None, float]
Columns = tuple[Column | None, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a row offers: written positions, likeness and kinship of its texts.

    `kin[i][j]` is the share of words that texts i and j have in common, `same[i]` the first text
    that is equal to i. `deeds` tells which texts begin with a verb or a noun of action.
    """

    written: tuple[int, ...]
    likeness: tuple[Score, ...]
    kin: tuple[tuple[float, ...], ...]
    same: tuple[int, ...]
    deeds: tuple[bool, ...]

    @property
    def repeated(self) -> bool:
        """Tell whether a text is said twice."""
        return len(set(self.same)) < len(self.same)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row: the column of each text, None for a text that is left over."""

    columns: Columns
    score: float


def readings(row: Candidate, positions: Mapping[Column, int]) -> list[Reading]:
    """Return the two best readings of a row, best first; ties keep the order of the texts."""
    order = tuple(sorted(positions, key=positions.__getitem__))
    likely = _by_likes(row, order, positions)
    best = [Reading((), -inf), Reading((), -inf)]
    for likes, columns in likely:
        # No form can lift a reading higher than this: most need no second look.
        if likes + STAY + KEPT * len(columns) + 2 * SHARED <= best[1].score:
            break
        score = likes + _fitness(row, columns, order, positions)
        if score > best[1].score:
            best = _two_best(row, best, Reading(columns, score))
    return [reading for reading in best if reading.columns]


def _two_best(row: Candidate, best: list[Reading], new: Reading) -> list[Reading]:
    """Return the two best of three readings; of two that say the same only the better is kept."""
    said = _said(row, new)
    twin = next((one for one in best if _said(row, one) == said), None)
    if twin is not None and twin.score >= new.score:
        return best
    others = [one for one in best if one is not twin]
    return sorted((*others, new), key=lambda one: -one.score)[:2]


def _said(row: Candidate, reading: Reading) -> frozenset[tuple[Column, int]]:
    """Return which text each column gets, equal texts being one."""
    pairs = zip(reading.columns, row.same, strict=False)
    return frozenset((column, text) for column, text in pairs if column is not None)


def _by_likes(
    row: Candidate, order: tuple[Column, ...], positions: Mapping[Column, int]
) -> list[tuple[float, Columns]]:
    """Return the assignments with how much the texts look like their columns, the likeliest first.

    What is left over counts against an assignment.
    """
    scores: list[Score] = [
        {**likes, None: _left_over(row, at, positions)} for at, likes in enumerate(row.likeness)
    ]
    found = [
        (sum(map(getitem, scores, columns)), columns)
        for columns in _assignments(len(row.written), order)
    ]
    return sorted(found, key=itemgetter(0), reverse=True)


@lru_cache(maxsize=256)
def _assignments(texts: int, order: tuple[Column, ...]) -> tuple[Columns, ...]:
    """Return the increasing assignments, with all texts and with one left over."""
    whole: list[Columns] = list(combinations(order, texts))
    for at in reversed(range(texts)) if texts > 1 else ():
        whole.extend((*c[:at], None, *c[at:]) for c in combinations(order, texts - 1))
    return tuple(whole)


def _fitness(
    row: Candidate,
    columns: Columns,
    order: Sequence[Column],
    positions: Mapping[Column, int],
) -> float:
    """Return how well a reading fits beyond its texts: their kinship, the row's form."""
    used = {column: i for i, column in enumerate(columns) if column is not None}
    score = _kinship(row, used) + _moves(row, used, positions)
    stays = all(positions[column] == row.written[i] for column, i in used.items())
    whole = len(used) == len(columns)
    score += HOLE * holes(used, order)
    return score + (STAY if stays and whole else _lost(used))


def _left_over(row: Candidate, text: int, positions: Mapping[Column, int]) -> float:
    """Return the penalty for leaving a text over: higher where it suits its written column."""
    if row.same.count(row.same[text]) > 1:
        return DROP_REPEATED
    under = [column for column, at in positions.items() if at == row.written[text]]
    return DROP + SUITED * max(0.0, *(row.likeness[text][column] for column in under), 0.0)


def holes(used: Collection[Column | None], order: Collection[Column]) -> int:
    """Return how many columns are empty between the first and the last in the template's order.

    The number's does not count, nor where the header puts the columns.
    """
    worded = [column for column in TEMPLATE if column in order]
    at = [i for i, column in enumerate(worded) if column in used]
    return at[-1] - at[0] + 1 - len(at) if at else 0


def _lost(used: Mapping[Column, int]) -> float:
    """Return the penalty for a lost target or indicator."""
    return NO_TARGET * (Column.TARGET not in used) + HOLE * (Column.INDICATOR not in used)


def _kinship(row: Candidate, used: Mapping[Column, int]) -> float:
    """Return the bonus for an indicator that speaks of the target's or the activity's things."""
    if Column.INDICATOR not in used:
        return 0.0
    kin = row.kin[used[Column.INDICATOR]]
    others = [used[c] for c in (Column.TARGET, Column.ACTIVITY) if c in used]
    return SHARED * sum(kin[other] for other in others)


def _moves(row: Candidate, used: Mapping[Column, int], positions: Mapping[Column, int]) -> float:
    """Return the bonus for what stays, and the penalty for what moves apart."""
    shifts = [positions[column] - row.written[i] for column, i in used.items()]
    bends = sum(abs(after - before) for before, after in pairwise(shifts))
    return KEPT * shifts.count(0) - SPACING * bends
