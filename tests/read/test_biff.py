"""Old workbooks' records: formats by cell, errors, hidden parts; cut records are errors."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.read import biff
from a4_rdf.read.ole import CompoundFile
from a4_rdf.read.shown import GENERAL, NumberFormat
from tests.read.workbooks import saved_xls


def stream() -> bytes:
    workbook = xlwt.Workbook()
    workbook.add_sheet("Primera").write(0, 0, "x")
    sheet = workbook.add_sheet("Señal")
    percent = xlwt.easyxf(num_format_str="0%")
    sheet.write(0, 0, 0.5, percent)
    sheet.write(1, 0, 0.1)
    for column in range(2, 5):
        sheet.write(2, column, column, percent)
    sheet.write(3, 0, xlwt.Formula("1+1"), xlwt.easyxf(num_format_str='0.0 "años"'))
    sheet.row(4).set_cell_error(1, 0x2A)
    sheet.row(5).hidden = True
    sheet.row(5).write(0, "x")
    sheet.col(6).hidden = True
    return CompoundFile(saved_xls(workbook)).stream(biff.STREAM)


STREAM = stream()


def test_how_each_sheet_looks() -> None:
    found = biff.looks(STREAM)
    assert list(found) == ["Primera", "Señal"]
    percent = NumberFormat(percent=True, decimals=0)
    assert found["Señal"].formats == {
        (1, 1): percent,
        (2, 1): GENERAL,
        (3, 3): percent,
        (3, 4): percent,
        (3, 5): percent,
        (4, 1): NumberFormat(after=" años", decimals=1),
        (5, 2): GENERAL,
    }
    assert found["Señal"].errors == {(5, 2): "#N/A"}
    assert found["Señal"].hidden_rows == [6]
    assert found["Señal"].hidden_columns == {7}
    assert found["Primera"] == biff.Look()


def test_an_error_as_the_result_of_a_formula() -> None:
    begin = struct.pack("<HHHH", 0x0809, 4, 0x0600, 0x0005)
    name = struct.pack("<HHIHBB1s", 0x0085, 9, 25, 0, 1, 0, b"a")
    end = struct.pack("<HH", 0x000A, 0)
    formula = struct.pack("<HHHHHBxBxxxH", 0x0006, 14, 7, 1, 0, 2, 0x17, 0xFFFF)
    assert len(begin + name + end) == 25
    assert biff.looks(begin + name + end + begin + formula + end)["a"].errors == {(8, 2): "#REF!"}


def test_older_workbooks_are_not_known() -> None:
    assert biff.looks(struct.pack("<HHHH", 0x0809, 4, 0x0500, 0x0005)) == {}


def test_a_password_is_an_error_of_its_own() -> None:
    begin = struct.pack("<HHHHHH", 0x0809, 4, 0x0600, 0x0005, 0x002F, 0)
    with pytest.raises(biff.EncryptedError):
        biff.looks(begin)


@given(st.lists(st.tuples(st.integers(0, len(STREAM) - 1), st.integers(0, 255)), max_size=9))
def test_any_damage_is_a_look_or_an_error(damage: list[tuple[int, int]]) -> None:
    data = bytearray(STREAM)
    for at, value in damage:
        data[at] = value
    with suppress(ValueError, struct.error):
        biff.looks(bytes(data))
