"""Which sign parts the cells of a text: the one under which most records have as many columns.

Where a record is an a4 header under one sign and none under another, that decides.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from a4_rdf.headings import header_columns
from a4_rdf.read.records import Records
from a4_rdf.read.words import composed

TABULATOR = "\t"
DELIMITERS = (TABULATOR, ";", ",", "|")
NAMES = {TABULATOR: "tabulador", ";": "«;»", ",": "«,»", "|": "«|»"}
FEWEST_COLUMNS = 3
LOOKED_AT = 1_000  # records
HEADERS_LOOKED_AT = 60
CELLS_LOOKED_AT = 256  # of a record, for headings: comparing them is dear
_SAMPLE = 512 * 1024  # characters
# A rival that comes this near is named.
_NEAR = 0.8
# Excel's own line: `sep=;` above the table.
_DECLARED = re.compile(r"sep=([^\w\s\"]|\t)(?=\n|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """A delimiter, the number of cells that most records have, and the delimiter next in line.

    `declared` says that the text's first line names the delimiter: it is no record.
    """

    delimiter: str
    columns: int
    rival: str = ""
    declared: bool = False


def choose(text: str, fewest: int = FEWEST_COLUMNS) -> Dialect | None:
    """Return the dialect of a text, or None where no delimiter gives `fewest` columns.

    A tabulator hardly ever stands inside a cell, the others do: so it counts wherever it parts
    enough cells, they where they part as many as in most records.
    """
    declared = _DECLARED.match(text)
    if declared:
        return Dialect(declared[1], _Trial(text, declared[1], fewest).columns, declared=True)
    trials = [_Trial(text, sign, fewest) for sign in DELIMITERS]
    best, rival = sorted(trials, key=lambda trial: trial.rank, reverse=True)[:2]
    if not best.score:
        return None
    near = best.headed == rival.headed and rival.score >= _NEAR * best.score
    return Dialect(best.sign, best.columns, rival.sign if near else "")


def widest(text: str) -> int:
    """Return the most cells with words that any delimiter gives a record."""
    counts = (
        sum(1 for cell in cells if cell.strip())
        for sign in DELIMITERS
        for _, cells, _ in islice(Records(text[:_SAMPLE], sign), LOOKED_AT)
    )
    return max(counts, default=0)


class _Trial:
    """What one delimiter makes of the first records of a text."""

    __slots__ = ("columns", "headed", "score", "sign")

    def __init__(self, text: str, sign: str, fewest: int) -> None:
        records = [cells for _, cells, _ in islice(Records(text[:_SAMPLE], sign), LOOKED_AT)]
        said = [cells for cells in records if any(map(str.strip, cells))]
        sizes = Counter(len(cells) for cells in said if len(cells) >= fewest)
        wide = sizes.total()
        self.sign = sign
        self.columns = max(sizes, key=lambda size: (sizes[size], size), default=0)
        self.score = wide if sign == TABULATOR else (wide + sizes[self.columns]) / 2
        self.headed = any(
            header_columns(map(composed, cells[:CELLS_LOOKED_AT]))
            for cells in said[:HEADERS_LOOKED_AT]
        )

    @property
    def rank(self) -> tuple[bool, float]:
        """Return what the better of two trials has more of."""
        return self.headed and self.score > 0, self.score
