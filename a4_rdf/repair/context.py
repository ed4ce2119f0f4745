"""What the surely read rows of a file teach about its columns: words, shapes, neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from a4_rdf import spanish
from a4_rdf.model import Column
from a4_rdf.repair.likeness import Look, look

NEIGHBOURS = 3
LEXICON_WEIGHT = 0.6
LEXICON_LIMIT = 2.0
NEIGHBOUR_WEIGHT = 2.0
SMOOTHING = 0.5

Sure = Mapping[int, Mapping[Column, str]]


@dataclass(frozen=True, slots=True)
class Context:
    """Lexicon of shapes per column, and the surely read rows by number."""

    shapes: Mapping[Column, Counter[str]]
    sizes: Mapping[Column, int]
    numbers: Sequence[int]
    sure: Sure
    bags: dict[str, frozenset[str]] = field(default_factory=dict)

    def lexical(self, seen: Look) -> Mapping[Column, float]:
        """Return how much each column's sure texts share the shape of this one (naive Bayes)."""
        total = dict.fromkeys(self.shapes, 0.0)
        for shape in _shapes(seen):
            if not any(shapes[shape] for shapes in self.shapes.values()):
                continue  # unseen anywhere: it would only speak for columns with few texts
            odds = {column: self._log_rate(column, shape) for column in self.shapes}
            mean = sum(odds.values()) / max(len(odds), 1)
            for column, value in odds.items():
                total[column] += LEXICON_WEIGHT * (value - mean)
        return {c: max(-LEXICON_LIMIT, min(LEXICON_LIMIT, v)) for c, v in total.items()}

    def neighbourly(self, row: int, seen: Look) -> Mapping[Column, float]:
        """Return how much the text repeats words of each column in the nearest sure rows."""
        words = bag(seen.folded)
        best: dict[Column, float] = {}
        for near in self._near(row):
            for column, text in self.sure[near].items():
                shared = overlap(words, self._bag(text))
                best[column] = max(best.get(column, 0.0), NEIGHBOUR_WEIGHT * shared)
        return best

    def _log_rate(self, column: Column, shape: str) -> float:
        """Return the logarithm of how often a column's texts have a shape."""
        seen = self.shapes[column][shape]
        return log((seen + SMOOTHING) / (self.sizes[column] + 2 * SMOOTHING))

    def _bag(self, text: str) -> frozenset[str]:
        """Return the words of a sure row's text, kept because neighbours ask again."""
        if text not in self.bags:
            self.bags[text] = bag(spanish.fold(text))
        return self.bags[text]

    def _near(self, row: int) -> Sequence[int]:
        """Return the numbers of the nearest sure rows above and below."""
        at = bisect_left(self.numbers, row)
        return self.numbers[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]


def learn(sure: Sure, columns: Sequence[Column]) -> Context:
    """Return what the surely read rows teach; `sure` maps row number to column texts."""
    worded = [column for column in columns if column not in (Column.NUMBER, Column.LINK)]
    shapes: dict[Column, Counter[str]] = {column: Counter() for column in worded}
    sizes: dict[Column, int] = dict.fromkeys(worded, 0)
    for texts in sure.values():
        for column, text in texts.items():
            if column in shapes:
                shapes[column].update(_shapes(look(text)))
                sizes[column] += 1
    return Context(shapes, sizes, sorted(sure), sure)


def bag(folded: str) -> frozenset[str]:
    """Return the set of meaning words of a folded text, singular and plural alike."""
    return frozenset(map(spanish.noun_key, spanish.words(folded)))


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Return shared over smaller set of words, at most a half where one holds a single word."""
    smaller = min(len(left), len(right))
    return len(left & right) / max(smaller, 2) if smaller else 0.0


def _shapes(seen: Look) -> tuple[str, ...]:
    """Return the shapes that a text has: first word, its ending, capitals."""
    return (
        f"first {seen.first}",
        f"ending {seen.first[-3:]}",
        f"capitals {seen.capitals}",
    )
