"""The records of delimited text: quoted cells, cells over several lines, quotes without a pair.

A quoted cell begins with a quote and ends with one that a delimiter or the end of a line follows;
a quote inside it is doubled (RFC 4180). Any other quote is a sign like the rest.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

QUOTE = '"'
# The csv module refuses longer cells; what is longer than a cell may be is refused by its reader.
_LONGEST_LINE = 100_000
_CLOSED = re.compile(r'"[^"\n]*+(?:""[^"\n]*+)*+"')


@dataclass(slots=True)
class Records:
    """The records of a text whose lines end in a line feed, under one delimiter.

    `columns` is the number of cells that most records have, 0 where it is not known: it tells a
    cell of several lines from a quote that was never closed. `stray` collects line and cell of
    each such quote while the records are read. A record with quotes is given up after `most` cells.
    """

    text: str
    delimiter: str
    columns: int = 0
    most: int = 1_024
    stray: list[tuple[int, int]] = field(default_factory=list)
    _sound: re.Pattern[str] = field(init=False)
    _quoted: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        sign = re.escape(self.delimiter)
        quoted = '"[^"]*+(?:""[^"]*+)*+"'
        cell = rf"(?:{quoted}|(?! *\")[^{sign}]*+)"
        self._sound = re.compile(rf"{cell}(?:{sign}{cell})*+")
        self._quoted = re.compile(rf" *({quoted}) *(?={sign}|\n|\Z)")

    def __iter__(self) -> Iterator[tuple[int, list[str], int]]:
        """Yield of each record the line on which it begins, its cells, and its length."""
        text, delimiter, size = self.text, self.delimiter, len(self.text)
        at, number = 0, 1
        while at < size:
            end = text.find("\n", at)
            if end < 0:
                end = size
            line = text[at:end]
            if QUOTE not in line:
                yield number, line.split(delimiter), end - at
            elif len(line) < _LONGEST_LINE and self._sound.fullmatch(line):
                yield number, next(csv.reader((line,), delimiter=delimiter)), end - at
            else:
                cells, end = self._scanned(number, at)
                yield number, cells, end - at
                number += text.count("\n", at, end)
            number += 1
            at = end + 1

    def _scanned(self, number: int, start: int) -> tuple[list[str], int]:
        """Return the cells of the record that begins at `start`, and where it ends."""
        text, cells, at = self.text, list[str](), start
        line_end = self._end_of_line(start)
        while True:
            match = self._quoted.match(text, at)
            if match and not self._runs_on(match, len(cells)):
                cells.append(match[1][1:-1].replace('""', QUOTE))
                end = match.end()
                if end > line_end:
                    line_end = self._end_of_line(end)
            else:
                end = text.find(self.delimiter, at, line_end)
                end = line_end if end < 0 else end
                cells.append(text[at:end])
                if cells[-1].lstrip(" ").startswith(QUOTE):
                    self.stray.append((number, len(cells)))
            if end == line_end or len(cells) > self.most:
                return cells, end
            at = end + 1

    def _end_of_line(self, at: int) -> int:
        """Return where the line goes to its end."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _runs_on(self, match: re.Match[str], before: int) -> bool:
        """Tell whether a quote was never closed and the next one belongs to another record.

        Then its line is a whole record by itself, and so are most of the lines up to the other
        quote. `before` is the number of cells before the quote; delimiters inside of quoted cells
        part nothing.
        """
        if not self.columns or "\n" not in match[1]:
            return False
        first, *between, last = match[1].split("\n")
        rest = self.text[match.end() : self._end_of_line(match.end())]
        delimiters = [before + first.count(self.delimiter)]
        delimiters += [line.count(self.delimiter) for line in between]
        delimiters.append((last + _CLOSED.sub("", rest)).count(self.delimiter))
        whole = [count + 1 == self.columns for count in delimiters]
        return whole[0] and 3 * sum(whole) >= 2 * len(whole)
