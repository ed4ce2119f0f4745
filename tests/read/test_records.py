"""Records: where one ends and the next begins, whatever the quotes."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.read.records import Records

SIGNS = st.text('ab";\n ', max_size=8)


def cells(text: str, delimiter: str = ";", columns: int = 0) -> list[list[str]]:
    return [found for _, found, _ in Records(text, delimiter, columns)]


@given(st.lists(st.lists(SIGNS, min_size=2, max_size=4), max_size=5), st.booleans())
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]], every: bool) -> None:
    out = StringIO()
    quoting = csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=";", lineterminator="\n", quoting=quoting).writerows(rows)
    assert cells(out.getvalue()) == rows


@given(st.text('a";\n', max_size=30))
def test_no_sign_is_lost_or_invented(text: str) -> None:
    records = Records(text, ";")
    found = list(records)
    assert sum(record.count("a") for _, record, _ in found for record in record) == text.count("a")
    assert [number for number, _, _ in found] == sorted({number for number, _, _ in found})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a;b", [["a", "b"]]),
        ("a;b\n", [["a", "b"]]),
        ("a;b\n\n", [["a", "b"], [""]]),
        ('"a;b";c', [["a;b", "c"]]),
        ('"a""b";c', [['a"b', "c"]]),
        (' "a;b" ;c', [["a;b", "c"]]),
        ('"a"b;c', [['"a"b', "c"]]),
        ('a"b;c"', [['a"b', 'c"']]),
        ('"a;b\nc;d', [['"a', "b"], ["c", "d"]]),
        ('"";"', [["", '"']]),
    ],
)
def test_small_texts(text: str, expected: list[list[str]]) -> None:
    assert cells(text) == expected


def test_a_quote_over_whole_records_was_never_closed() -> None:
    text = 'a;"b;c\nd;e;f\ng;h";i\n'
    assert cells(text) == [["a", "b;c\nd;e;f\ng;h", "i"]]
    assert cells(text, columns=3) == [["a", '"b', "c"], ["d", "e", "f"], ["g", 'h"', "i"]]


def test_a_cell_of_several_lines_stays_one_where_its_lines_are_no_records() -> None:
    text = 'a;"b\nc\nd";e\n'
    assert cells(text, columns=3) == [["a", "b\nc\nd", "e"]]


def test_delimiters_inside_of_other_quoted_cells_make_no_line_a_record() -> None:
    text = '"a;b";"c\nd;\ne";"f;g"\n'
    assert cells(text, columns=3) == [["a;b", "c\nd;\ne", "f;g"]]


def test_the_longest_lines_are_read_too() -> None:
    long = "x" * 300_000
    assert cells(f'"{long}";b\n') == [[long, "b"]]
