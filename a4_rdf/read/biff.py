"""What a library for old workbooks leaves out: how cells are shown, what is hidden ([MS-XLS]).

Only Excel 97 to 2003 (BIFF8) is known here; values and texts are the library's matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from struct import unpack_from

from a4_rdf.read.shown import GENERAL, NumberFormat, number_format

STREAM = "Workbook"
_BIFF8 = 0x0600
_BOF, _EOF, _FILEPASS, _FORMAT, _XF, _BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x041E, 0x00E0, 0x0085
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
_ROW, _COLINFO = 0x0208, 0x007D
_ERROR_RESULT = 2
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
# Formats that a workbook may use without stating them ([MS-XLS] 2.4.126).
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0',
    6: '"$"#,##0',
    7: '"$"#,##0.00',
    8: '"$"#,##0.00',
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: '"$"#,##0',
    43: "#,##0.00",
    44: '"$"#,##0.00',
}

Position = tuple[int, int]


class EncryptedError(ValueError):
    """The workbook needs a password."""


@dataclass(slots=True)
class Look:
    """How a sheet looks: formats and errors by 1-based row and column, hidden rows and columns."""

    formats: dict[Position, NumberFormat] = field(default_factory=dict)
    errors: dict[Position, str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)


def looks(stream: bytes) -> Mapping[str, Look]:
    """Return how each sheet looks, by name; none where the workbook is older than Excel 97.

    Raises EncryptedError, and ValueError or struct.error for records that are cut.
    """
    styles = _Styles()
    sheets: list[tuple[str, int]] = []
    for kind, at, size in _records(stream, 0):
        if kind == _BOF and unpack_from("<H", stream, at)[0] != _BIFF8:
            return {}
        if kind == _FILEPASS:
            raise EncryptedError
        if kind == _BOUNDSHEET:
            sheets.append((_name(stream, at + 6), unpack_from("<I", stream, at)[0]))
        styles.take(kind, stream, at, size)
    formats = styles.by_index()
    return {name: _look(stream, start, formats) for name, start in sheets}


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield type, offset and size of the records of one substream, up to its end."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        yield kind, at + 4, size
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        at += 4 + size


@dataclass(slots=True)
class _Styles:
    """The formats that a workbook states, and the format number of each cell style."""

    codes: dict[int, str] = field(default_factory=lambda: dict(_BUILT_IN))
    numbers: list[int] = field(default_factory=list)

    def take(self, kind: int, stream: bytes, at: int, size: int) -> None:
        """Keep what a record says of formats."""
        if kind == _XF:
            self.numbers.append(unpack_from("<H", stream, at + 2)[0])
        elif kind == _FORMAT:
            number, length, wide = unpack_from("<HHB", stream, at)
            data = stream[at + 5 : at + size][: length * (2 if wide & 1 else 1)]
            self.codes[number] = data.decode("utf-16-le" if wide & 1 else "latin-1", "replace")

    def by_index(self) -> list[NumberFormat]:
        """Return the number format of each cell style."""
        known = {number: number_format(code) for number, code in self.codes.items()}
        return [known.get(number, GENERAL) for number in self.numbers]


def _name(stream: bytes, at: int) -> str:
    """Return a sheet's name: length, width of its letters, letters."""
    length, wide = unpack_from("<BB", stream, at)
    data = stream[at + 2 : at + 2 + length * (2 if wide & 1 else 1)]
    return data.decode("utf-16-le" if wide & 1 else "latin-1", "replace")


def _look(stream: bytes, start: int, formats: list[NumberFormat]) -> Look:
    """Return how one sheet looks."""
    look = Look()
    for kind, at, size in _records(stream, start):
        if kind in (_NUMBER, _RK, _FORMULA, _BOOLERR):
            row, column, style = unpack_from("<HHH", stream, at)
            look.formats[row + 1, column + 1] = _at(formats, style)
            _error(kind, stream, at, look, (row + 1, column + 1))
        elif kind == _MULRK:
            row, column = unpack_from("<HH", stream, at)
            for n in range((size - 6) // 6):
                style = unpack_from("<H", stream, at + 4 + 6 * n)[0]
                look.formats[row + 1, column + n + 1] = _at(formats, style)
        elif kind == _ROW and unpack_from("<H", stream, at + 12)[0] & 0x20:
            look.hidden_rows.append(unpack_from("<H", stream, at)[0] + 1)
        elif kind == _COLINFO and unpack_from("<H", stream, at + 8)[0] & 0x01:
            first, last = unpack_from("<HH", stream, at)
            look.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    return look


def _at(formats: list[NumberFormat], style: int) -> NumberFormat:
    """Return the format of a style; one that the workbook lacks is none."""
    return formats[style] if style < len(formats) else GENERAL


def _error(kind: int, stream: bytes, at: int, look: Look, position: Position) -> None:
    """Keep the error that a cell or the result of its formula is."""
    if kind == _BOOLERR:
        code, is_error = unpack_from("<BB", stream, at + 6)
    elif kind == _FORMULA:
        result, code, mark = unpack_from("<BxBxxxH", stream, at + 6)
        is_error = mark == 0xFFFF and result == _ERROR_RESULT
    else:
        return
    if is_error:
        look.errors[position] = _ERRORS.get(code, "#ERROR!")
