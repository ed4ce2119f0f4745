"""Bounds: each is an error that says how much was expected and found."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import SourceError, UsageError
from a4_rdf.read import Bounds, limited, read

SMALL = Bounds(size=200, rows=4, columns=5, cell_characters=20)


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("a\tb\tc\n" * 34, "too-large", "se esperaban a lo sumo 200 bytes; hay 204"),
        ("a\tb\tc\n" * 5, "too-many-rows", "se esperaban a lo sumo 4 filas; hay 5"),
        (
            "a\tb\tc\na\tb\tc\td\te\tf\n",
            "too-many-columns",
            "se esperaban a lo sumo 5 columnas; hay 6 en la línea 2",
        ),
        (
            "a\tb\t" + "x" * 21,
            "cell-too-long",
            "se esperaban a lo sumo 20 caracteres en una celda; hay 21 en la línea 1",
        ),
    ],
)
def test_what_is_over_a_bound_is_refused(
    tmp_path: Path, text: str, code: str, message: str
) -> None:
    path = tmp_path / "t.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read(path, SMALL)
    assert (caught.value.code, caught.value.message) == (code, message)


def test_what_reaches_the_bounds_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text("a\tb\tc\td\t" + "x" * 20 + "\n\n\n\n", encoding="utf-8")
    table, _ = read(path, SMALL)
    assert len(table.rows) == 4


def test_limits_exchange_bounds_by_name_and_the_last_counts() -> None:
    assert limited(()) == Bounds()
    assert limited(("seconds=2.5", "pages=10", "cell-characters = 9", "pages=800")) == Bounds(
        seconds=2.5, pages=800, cell_characters=9
    )


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("page=1", "limit 'page': expected one of size, text, rows, columns, cells,"),
        ("pages", "limit 'pages': expected a whole number above 0, found ''"),
        ("pages=1.5", "limit 'pages': expected a whole number above 0, found '1.5'"),
        ("rows=0", "limit 'rows': expected a whole number above 0, found '0'"),
        ("seconds=inf", "limit 'seconds': expected a number above 0, found 'inf'"),
        ("seconds=nan", "limit 'seconds': expected a number above 0, found 'nan'"),
    ],
)
def test_a_limit_that_is_none_is_refused_with_what_was_expected(limit: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        limited((limit,))
    assert str(caught.value).startswith(message)
