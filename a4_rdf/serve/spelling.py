"""The known word nearest to one that is not known: typos of one or two letters."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 4
"""Letters of a word from which a typo may be forgiven; in shorter ones every letter counts."""


LONG = 7
"""Letters from which two slips are forgiven."""


def allowed(word: str) -> int:
    """Return how many slips are forgiven in a word: none, one, or two in a long one."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < LONG else 2


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the word that fewest slips lead to, the most frequent of several, or None.

    `known` are words with how often they occur. A slip is a letter too many, too few, another, or
    two neighbours in each other's place.
    """
    most = allowed(word)
    if not most or word.isdigit():
        return None
    best: tuple[int, int, str] | None = None
    for other, times in known:
        if abs(len(other) - len(word)) > most or other.isdigit():
            continue
        slips = distance(word, other, best[0] if best else most)
        if slips is not None and (best is None or (slips, -times, other) < best):
            best = (slips, -times, other)
    return best[2] if best else None


def distance(one: str, other: str, most: int) -> int | None:
    """Return how many slips lead from one word to another, None where more than `most` do.

    Optimal string alignment (Damerau and Levenshtein's operations, no place touched twice).
    """
    if not {*one[:2]} & {*other[:2]}:
        return None  # nobody errs in both of the first letters; it spares most of the work
    letters, marks = {*one}, {*other}
    if len(letters - marks) > most or len(marks - letters) > most:
        return None  # a slip brings one letter in and one out; it spares most of the rest
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, row, earlier = row, [i], before
        for j, mark in enumerate(other, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != mark))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mark:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
        before = above
    return row[-1] if row[-1] <= most else None
