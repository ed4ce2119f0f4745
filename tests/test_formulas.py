"""What a spreadsheet would run gets an apostrophe in front, and loses it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf import formulas


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+593", "+593"),
        ("-500", "-500"),
        ("-1.5E3", "-1.5E3"),
        ("=1.5E3", "'=1.5E3"),
        ("-500 m", "'-500 m"),
        ("@suma", "'@suma"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=1", "'\n=1"),
        ("'=1", "''=1"),
        ("-", "-"),
        ("'90s", "'90s"),
        ("5 - 4", "5 - 4"),
        ("", ""),
    ],
)
def test_formulas_are_neutralised(cell: str, written: str) -> None:
    assert formulas.neutralised(cell) == written
    assert formulas.restored(written) == cell


@given(st.text(st.sampled_from("'=+-@\t\r5,.a ")))
def test_neutralising_loses_nothing(cell: str) -> None:
    assert formulas.restored(formulas.neutralised(cell)) == cell
