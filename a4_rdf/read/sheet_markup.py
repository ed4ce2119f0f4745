"""The markup of one XLSX sheet, walked an element at a time into a grid (ECMA-376 part 1, 18.3).

Nothing is built for what a sheet only claims: its dimension is not read, and empty cells leave
no trace. Document types are refused before, so there are no entities to expand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.sheets import Area, Grid
from a4_rdf.read.shown import NumberFormat, shown, shown_bool, shown_date

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROW, _CELL, _VALUE, _FORMULA, _INLINE, _MERGE, _COLUMN, _TEXT, _RUN = (
    f"{{{_NAMESPACE}}}{name}" for name in ("row", "c", "v", "f", "is", "mergeCell", "col", "t", "r")
)
_TALLEST, _WIDEST = 1_048_576, 16_384  # a sheet's size
_MOST_MERGES = 100_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to: strings, number formats by style, dates.

    `date` returns the text of a serial number in a style, or None where the style is no date's.
    It raises ValueError or OverflowError for a number that is no date.
    """

    strings: Sequence[str]
    formats: Mapping[int, NumberFormat]
    date: Callable[[float, int], str | None]


@dataclass(slots=True)
class SheetWalk:
    """A walk through a sheet: what is filled, within which bounds, and where it stands.

    Raises SourceError for a bound; ValueError, KeyError, IndexError for what is no sheet.
    """

    name: str
    book: Book
    bounds: Bounds
    grid: Grid
    row: int = 0
    column: int = 0
    cells: int = 0

    def rows(self, markup: IO[bytes]) -> Iterator[int]:
        """Fill the grid; yield each row's number when it is read. Merged ranges come last."""
        for event, element in iterparse(markup, ("start", "end")):  # noqa: S314 - no entities
            if event == "start":
                self._open(element)
            elif element.tag == _CELL:
                self._cell(element)
                element.clear()
            elif element.tag == _ROW:
                element.clear()
                within(self.name, "rows", len(self.grid.rows), self.bounds.rows)
                yield self.row
            elif element.tag == _MERGE:
                self._merge(element)

    def _open(self, element: Element) -> None:
        """Take what an element says of a whole row or column."""
        hidden = element.get("hidden") in _TRUE
        if element.tag == _ROW:
            self.row = _within_sheet(int(element.get("r", self.row + 1)), _TALLEST)
            self.column = 0
            if hidden:
                self.grid.hidden_rows.append(self.row)
        elif element.tag == _COLUMN and hidden:
            first, last = int(element.get("min", 1)), int(element.get("max", 0))
            self.grid.hidden_columns.update(range(max(first, 1), min(last, _WIDEST) + 1))

    def _cell(self, element: Element) -> None:
        """Keep the text of a cell; one without a reference stands right of the one before."""
        reference = element.get("r")
        column = self.column + 1 if reference is None else _position(reference)[1]
        self.column = _within_sheet(column, _WIDEST)
        if not len(element):
            return
        text = self._text(element)
        if text and not text.isspace():
            within(self.name, "columns", self.column, self.bounds.columns, self.row)
            most = self.bounds.cell_characters
            within(self.name, "cell_characters", len(text), most, self.row)
            self.cells += 1
            within(self.name, "cells", self.cells, self.bounds.cells)
            self.grid.put(self.row, self.column, text)

    def _text(self, element: Element) -> str:
        """Return the text that a cell shows, empty for none; what it hides is noticed."""
        kind = element.get("t", "n")
        if kind == "inlineStr":
            return _unescaped(_inline(element.find(_INLINE)))
        value = element.findtext(_VALUE)
        if not value:
            # A formula's result may be an empty text; without `str`, an empty value is no result.
            if (value is None or kind != "str") and element.find(_FORMULA) is not None:
                self._notice("formula-without-value")
            return ""
        if kind == "s":
            return _unescaped(self.book.strings[_index(value)])
        if kind == "str":
            return _unescaped(value)
        return self._typed(kind, value, int(element.get("s", 0)))

    def _typed(self, kind: str, value: str, style: int) -> str:
        """Return the text of a number, date, truth value or error."""
        if kind == "e":
            return self._error(value[:20])
        if kind == "b":
            return shown_bool(value.strip() in _TRUE)
        if kind == "d":
            return shown_date(datetime.fromisoformat(value.strip()))
        number = _number(value)
        try:
            date = self.book.date(number, style)
        except (ValueError, OverflowError):
            return self._error("#VALUE!")
        if date is not None:
            return date
        return self._number(number, style) if isfinite(number) else self._error("#NUM!")

    def _number(self, number: float, style: int) -> str:
        """Return a number as its style shows it."""
        found = shown(number, self.book.formats[style])
        if found.exact:
            self._notice("value-rounded", exact=found.exact, shown=found.text)
        return found.text

    def _error(self, error: str) -> str:
        """Notice an error value; its cell is empty."""
        self._notice("cell-error", error=error)
        return ""

    def _notice(self, code: str, **details: str) -> None:
        self.grid.notice(code, self.row, self.column, **details)

    def _merge(self, element: Element) -> None:
        """Keep a merged range."""
        first, _, last = element.get("ref", "").partition(":")
        top, left = _position(first)
        bottom, right = _position(last or first)
        self.grid.areas.append(Area(top, left, bottom, right))
        within(self.name, "merges", len(self.grid.areas), _MOST_MERGES)


def _position(reference: str) -> tuple[int, int]:
    """Return row and column of a reference like `B7`."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError("reference")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _within_sheet(number: int, most: int) -> int:
    """Return a row's or column's number, which a sheet must have."""
    if not 1 <= number <= most:
        raise ValueError("position")
    return number


def _inline(element: Element | None) -> str:
    """Return the text of an inline string: its own, or that of its runs; no phonetic hints."""
    if element is None:
        return ""
    parts = [element.findtext(_TEXT), *(run.findtext(_TEXT) for run in element.findall(_RUN))]
    return "".join(part for part in parts if part)


def _number(value: str) -> float:
    """Return a number: int where it is written as one, so that no digit is lost."""
    return int(value) if value.isdecimal() and len(value) < 20 else float(value)


def _index(value: str) -> int:
    """Return the index of a shared string; a negative one would count from the end."""
    index = int(value)
    if index < 0:
        raise ValueError("string")
    return index


def _unescaped(text: str) -> str:
    """Return the text with `_x000D_` and its like resolved (ECMA-376 part 1, 22.9.2.19)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
