"""Words: numbers and dates of Ecuador, sentence case."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from a4_rdf.serve import words


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal(66700), "66.700"),
        (Decimal("90.5"), "90,5"),
        (Decimal("45.0"), "45"),
        (Decimal("1479588.24"), "1.479.588,24"),
        (0, "0"),
    ],
)
def test_numbers_are_written_as_in_ecuador(value: Decimal | int, expected: str) -> None:
    assert words.number(value) == expected


def test_dates_are_written_in_words() -> None:
    assert words.day(date(2015, 9, 30)) == "30 de septiembre de 2015"


def test_a_time_is_told_with_its_day_and_zone() -> None:
    moment = datetime(2015, 9, 30, 14, 5, tzinfo=UTC)
    assert words.moment(moment) == "30 de septiembre de 2015, 14:05 UTC"
    assert words.moment(moment, "en") == "September 30, 2015, 14:05 UTC"
    ecuador = moment.astimezone(timezone(timedelta(hours=-5)))
    assert words.moment(ecuador) == "30 de septiembre de 2015, 09:05 UTC-05:00"
    assert words.moment(moment.replace(tzinfo=None)) == "30 de septiembre de 2015, 14:05"


@pytest.mark.parametrize(
    ("octets", "expected"), [(512, "512 B"), (14234, "14,2 kB"), (3_100_000, "3,1 MB")]
)
def test_sizes(octets: int, expected: str) -> None:
    assert words.size(octets) == expected


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("DIRECCIÓN DE PLANIFICACIÓN", "Dirección de planificación"),
        ("COORDINACIÓN DE TICS DEL GAD", "Coordinación de TICS del GAD"),
        ("PROYECTO UNIÓN EUROPEA", "Proyecto Unión Europea"),
        ("Caja Chica", "Caja Chica"),
        ("", ""),
    ],
)
def test_names_in_capitals_are_shown_in_sentence_case(written: str, shown: str) -> None:
    assert words.sentence_case(written) == shown


def test_a_month_is_told_in_words() -> None:
    assert words.month(date(2015, 9, 1)) == "septiembre de 2015"
    assert words.month(date(2015, 9, 30), "en") == "September 2015"
