"""Tell whether a goal row can stand as written, cheaply, before any other reading is tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from a4_rdf import spanish
from a4_rdf.model import Cell, Column, Row
from a4_rdf.repair.likeness import is_indicator, is_quantity, look

LEFT = (Column.UNIT, Column.OBJECTIVE, Column.ACTIVITY)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a header puts the columns, and the positions of headings that are none of ours."""

    positions: Mapping[Column, int]
    foreign: frozenset[int] = frozenset()


def own_cells(row: Row, frame: Frame) -> tuple[Cell, ...]:
    """Return the row's own texts: not those inherited, not those under a foreign heading."""
    return tuple(
        cell
        for cell in row.cells
        if cell.place.row == row.number
        and cell.text
        and (cell.column is not None or cell.place.column not in frame.foreign)
    )


def fits(row: Row, frame: Frame) -> bool:
    """Tell whether the row's texts suit the columns that they stand under."""
    cells = own_cells(row, frame)
    positions = frame.positions
    texts = {cell.column: cell.text for cell in cells if cell.column is not None}
    if not cells or _beyond(cells, positions):
        return False
    number = texts.get(Column.NUMBER)
    if number is not None and not look(number).row_number:
        return False
    folded = {column: spanish.fold(text) for column, text in texts.items()}
    if any(is_indicator(folded[column]) for column in LEFT if column in folded):
        return False
    return _target_fits(folded, positions) and _unit_fits(texts)


def _beyond(cells: tuple[Cell, ...], positions: Mapping[Column, int]) -> bool:
    """Tell whether a text stands right of the last column."""
    last = max(positions.values(), default=0)
    return any(cell.column is None and cell.place.column > last for cell in cells)


def _target_fits(folded: Mapping[Column, str], positions: Mapping[Column, int]) -> bool:
    """Tell whether the right end of a row is sound: a number in the target's column or nowhere."""
    target = folded.get(Column.TARGET)
    indicator = folded.get(Column.INDICATOR, "")
    if target is None:
        if indicator and not is_indicator(indicator):
            return False  # it may be a target in words that lost its place
        return not any(is_quantity(folded.get(column, "")) for column in LEFT)
    if is_indicator(target) and not is_quantity(target):
        return False
    full = {column for column in positions if column is not Column.NUMBER} <= folded.keys()
    return full or is_quantity(target) or look(target).mild_quantity


def _unit_fits(texts: Mapping[Column, str]) -> bool:
    """Tell whether a text in the unit's column may be a unit; a sentence alone there is not."""
    unit = texts.get(Column.UNIT)
    if unit is None:
        return True
    seen = look(unit)
    return seen.unit_head or (Column.OBJECTIVE in texts and not seen.infinitive)
