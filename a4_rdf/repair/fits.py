"""Tell whether a goal row can stand as written, cheaply, before any other reading is tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from a4_rdf.model import Cell, Column, Row
from a4_rdf.repair.likeness import Look, is_name, look
from a4_rdf.repair.readings import TEMPLATE

LEFT = (Column.UNIT, Column.OBJECTIVE, Column.ACTIVITY)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a header puts the columns, and the positions of headings that are none of ours."""

    positions: Mapping[Column, int]
    foreign: frozenset[int] = frozenset()
    worded: Sequence[Column] = ()

    @classmethod
    def of(cls, header: Row) -> Frame:
        """Return the frame of a header row; `worded` are its columns without number and link."""
        named = {c.column: c.place.column for c in header.cells if c.column is not None}
        named.pop(Column.LINK, None)
        foreign = frozenset(c.place.column for c in header.cells if c.column is None and c.text)
        return cls(named, foreign, [column for column in TEMPLATE if column in named])


def own_cells(row: Row, frame: Frame) -> tuple[Cell, ...]:
    """Return the row's own texts: none inherited, no link, none under a foreign heading."""
    return tuple(
        [
            cell
            for cell in row.cells
            if cell.text
            and cell.place.row == row.number
            and cell.column is not Column.LINK
            and (cell.column is not None or cell.place.column not in frame.foreign)
        ]
    )


def fits(row: Row, frame: Frame) -> bool:
    """Tell whether the row is surely the end of a row, each text fit for its column.

    Merged cells leave blanks on the left only: a row with a hole is looked at again.
    """
    cells = own_cells(row, frame)
    positions = frame.positions
    texts = {cell.column: cell.text for cell in cells if cell.column is not None}
    if not cells or len(texts) < len(cells):
        return False
    number = texts.get(Column.NUMBER)
    if number is not None and not look(number).row_number:
        return False
    seen = {column: look(text) for column, text in texts.items()}
    full = seen.keys() >= positions.keys() - {Column.NUMBER}
    held = seen.keys() >= positions.keys() - {Column.NUMBER, Column.TARGET}
    unit = seen.get(Column.UNIT)
    if unit is not None and number is None and Column.NUMBER in positions:
        held = held and unit.capitals
    return _is_whole(seen, frame.worded) and _left_fits(seen, held) and _right_fits(seen, full)


def _is_whole(seen: Mapping[Column, Look], order: Sequence[Column]) -> bool:
    """Tell whether no column is empty after the row's first; a target may be lost.

    A unit's name holds its place, and so does a unit that is numbered: there may be a hole after.
    """
    at = [index for index, column in enumerate(order) if column in seen]
    if not at:
        return False
    unit = seen.get(Column.UNIT)
    held = unit is not None and (is_name(unit) or (unit.unit_head and Column.NUMBER in seen))
    if held and len(at) > 1:
        del at[0]
    missing = [column for column in order[at[0] :] if column not in seen]
    return not missing or missing == [Column.TARGET]


def _left_fits(seen: Mapping[Column, Look], held: bool) -> bool:
    """Tell whether nothing left of the indicator is an indicator, a quantity or another's name.

    `held` where no column is empty but the number's or the target's: a unit may have any name.
    """
    if any(seen[column].indicator or seen[column].quantity for column in LEFT if column in seen):
        return False
    if any(is_name(seen[c]) for c in (Column.OBJECTIVE, Column.ACTIVITY) if c in seen):
        return False
    unit = seen.get(Column.UNIT)
    return unit is None or unit.unit_head or (held and not unit.infinitive)


def _right_fits(seen: Mapping[Column, Look], full: bool) -> bool:
    """Tell whether the right end of a row is sound: an indicator, and a number for its target."""
    indicator, target = seen.get(Column.INDICATOR), seen.get(Column.TARGET)
    if target is None:
        return indicator is not None and indicator.indicator
    if target.indicator and not target.quantity:
        return False
    if indicator is not None and indicator.quantity and not indicator.indicator:
        return False
    different = len({look.folded for look in seen.values()}) == len(seen)
    return target.quantity or target.mild_quantity or (full and different)
