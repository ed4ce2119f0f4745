"""Memento's headers and lists, by the grammar of RFC 7089."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from a4_rdf.serve.http import memento
from a4_rdf.serve.http.memento import Memento, Mementos

ONE = Mementos("https://x/doc/a", "https://x/timemap/link/doc/a", (Memento(date(2015, 9, 3), "m"),))


def test_a_moment_is_an_rfc_1123_date() -> None:
    found = memento.moment("Thu, 03 Sep 2015 09:05:01 GMT")
    assert found == datetime(2015, 9, 3, 9, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "Thu, 3 Sep 2015 09:05:01 GMT",
        "Fri, 03 Sep 2015 09:05:01 GMT",
        "Thursday, 03-Sep-15 09:05:01 GMT",
        "Thu Sep  3 09:05:01 2015",
        "Thu, 03 Sep 2015 09:05:01 +00",
        "thu, 03 sep 2015 09:05:01 gmt",
        "Thu, 03 Sep 0000 09:05:01 GMT",
        "Thu, 03 Sep 2015 24:00:00 GMT",
    ],
)
def test_other_ways_to_write_a_moment_are_none(value: str) -> None:
    assert memento.moment(value) is None


def test_the_only_memento_is_the_first_and_the_last() -> None:
    when = 'datetime="Thu, 03 Sep 2015 00:00:00 GMT"'
    assert memento.links(ONE)[2:] == [f'<m>; rel="first last memento"; {when}']
    assert memento.links(ONE, date(2015, 9, 3))[2:] == [f'<m>; rel="first last memento"; {when}']
    assert memento.header(date(2015, 9, 3)) == "Thu, 03 Sep 2015 00:00:00 GMT"
