"""Rows are counted in what the engine wrote, and nothing within a value is taken for one."""

from __future__ import annotations

import mmap
import tempfile

import pyoxigraph as ox
import pytest

from a4_rdf.store import rows
from a4_rdf.store.protocol import RESULT_FORMATS

HOSTILE = r"""
SELECT ?x ?y { VALUES (?x ?y) {
  ("a},{" "},{\"x") ("\"},{\"" "\\") ("<result>" "\r\n") ("a\r\nb,\"c\"" UNDEF) (UNDEF UNDEF)
} }
"""
"""Five rows, whose values hold what stands between rows in each of the forms."""


def written(query: str, media_type: str) -> bytes:
    result = ox.Store().query(query)
    assert isinstance(result, ox.QuerySolutions)
    content = result.serialize(format=RESULT_FORMATS[media_type])
    assert content is not None
    return content


@pytest.mark.parametrize("media_type", RESULT_FORMATS)
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("SELECT ?x { FILTER(false) }", 0),
        ("SELECT * {}", 1),
        ("SELECT ?x { VALUES ?x { 1 } }", 1),
        ("SELECT ?x { {} UNION {} UNION {} }", 3),
        ("SELECT ?x { VALUES ?x { 'a\\nb' '' '\"' } }", 3),
        (HOSTILE, 5),
    ],
)
def test_rows_are_counted_exactly(query: str, count: int, media_type: str) -> None:
    content = written(query, media_type)
    found = [rows.exceeds(content, media_type, most) for most in range(1, 7)]
    assert found == [count > most for most in range(1, 7)]


def test_a_file_is_counted_where_it_lies() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(written(HOSTILE, "text/csv"))
        file.flush()
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            assert rows.exceeds(content, "text/csv", 4)
            assert not rows.exceeds(content, "text/csv", 5)
