"""Numbers as shown: percent, decimals and words of a format; a form that reads one way."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.read.shown import (
    GENERAL,
    NumberFormat,
    Shown,
    format_like,
    number_format,
    plain,
    shown,
    shown_bool,
    shown_date,
)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (45, "General", "45"),
        (45.0, "General", "45"),
        (0.65, "General", "0.65"),
        (0.1 + 0.2, "General", "0.3"),
        (1e6, "General", "1000000"),
        (12345678901234567890, "General", "12345678901234567890"),
        (0.65, "0%", "65%"),
        (0.655, "0.0%", "65.5%"),
        (1, "0%", "100%"),
        (0.07, "0.00%", "7%"),
        (1234.5, "#,##0.00", "1234.5"),
        (1479588.24, "#,##0.00", "1479588.24"),
        (-500, "#,##0", "-500"),
        (-500, "#,##0_);(#,##0)", "-500"),
        (13020.35, '"$"#,##0.00', "$13020.35"),
        (13020.35, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', "$13020.35"),
        (0, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "0"),
        (20, "[$USD] #,##0", "USD 20"),
        (20, "[$$-300A]\\ #,##0", "$ 20"),
        (20, "#,##0\\ [$€-1]", "20 €"),
        (20, "[$-300A]0", "20"),
        (12, '0 "obras"', "12 obras"),
        (12, "[Red]0;[Blue]0", "12"),
        (12, '"Meta: "0', "Meta: 12"),
        (0.5, "# ?/?", "0.5"),
        (12000, "0.00E+00", "12000"),
        (1234567, '#,##0,"K"', "1234567"),
        (5932345678, "000-0000000", "5932345678"),
        (12, ";;;", "12"),
        (12, "@", "12"),
        (8.125, "General", "8.1250"),
        (8.125, "0.000", "8.1250"),
        (1.0, "0.000", "1"),
        (0.125, "0.000", "0.125"),
        (1234.567, "General", "1234.567"),
        (0.08125, "0.000%", "8.1250%"),
    ],
)
def test_a_number_is_shown_with_its_format(value: float, code: str, text: str) -> None:
    assert shown(value, number_format(code)) == Shown(text)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (0.125, "0%", Shown("13%", "12.5%")),
        (0.4, "0", Shown("0", "0.4")),
        (2.5, "0", Shown("3", "2.5")),
        (1 / 3, "0.0%", Shown("33.3%", "33.3333333333333%")),
    ],
)
def test_what_a_format_hides_is_kept(value: float, code: str, expected: Shown) -> None:
    assert shown(value, number_format(code)) == expected


@pytest.mark.parametrize(
    ("value", "said", "percent", "text"),
    [
        (0.65, "65%", True, "65%"),
        (0.65, "65,00%", True, "65%"),
        (0.655, "66%", True, "66%"),
        (1234.5, "1.234,50", False, "1234.5"),
        (1234.5, "$ 1.234,50", False, "$ 1234.5"),
        (1234.5, "1.234,50 km", False, "1234.5 km"),
        (1234.567, "1.235", False, "1235"),
        (8.0, "8", False, "8"),
        (8000.0, "8.000", False, "8000"),
        (-12.0, "-12", False, "-12"),
        (0.0, "-", False, "0"),
        (0.65, "", True, "65%"),
        (1200.0, "1.2E+003", False, "1200"),
        (45.0, "cuarenta y cinco", False, "45"),
    ],
)
def test_a_number_is_shown_like_a_text(value: float, said: str, percent: bool, text: str) -> None:
    assert shown(value, format_like(value, said, percent)).text == text


@given(st.decimals(places=3, min_value=-(10**15), max_value=10**15))
def test_plain_digits_lose_nothing_and_never_look_like_thousands(number: Decimal) -> None:
    text = plain(number)
    assert Decimal(text) == number
    head, _, tail = text.lstrip("-").partition(".")
    assert len(tail) != 3 or len(head) > 3 or head == "0"


@given(st.text(max_size=40), st.floats(allow_nan=False, allow_infinity=False))
def test_any_format_shows_any_number(code: str, value: float) -> None:
    assert shown(value, number_format(code)).text


def test_dates_are_iso_and_truth_is_spanish() -> None:
    assert shown_date(datetime.datetime(2025, 3, 4)) == "2025-03-04"
    assert shown_date(datetime.date(2025, 3, 4)) == "2025-03-04"
    assert shown_date(datetime.datetime(2025, 3, 4, 15, 30)) == "2025-03-04 15:30:00"
    assert shown_date(datetime.time(15, 30)) == "15:30:00"
    assert (shown_bool(True), shown_bool(False)) == ("VERDADERO", "FALSO")


def test_a_format_without_end_is_read_to_a_bound() -> None:
    assert number_format('"' * 100_000) == GENERAL
    assert number_format("0" * 100_000) == NumberFormat(decimals=0)
