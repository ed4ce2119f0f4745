"""The grammar inverts writing: a number reads back or is flagged, and never as another."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from a4_rdf import spanish
from a4_rdf.interpret.clauses import Clause, clauses
from a4_rdf.interpret.quantities import Hints
from a4_rdf.interpret.styles import Style, style_of

PLAIN, SPACES = ("", ","), (" ", ",")
POINTS, COMMAS = (".", ","), (",", ".")
Marks = tuple[str, str]
NO_YEAR = st.integers(0, 10**6).filter(lambda number: not 1_900 <= number < 2_100)

LEADS = st.sampled_from(["", "al menos ", "Hasta ", "no mayor a ", "Alcanzar el ", "≥ "])
# What follows, and how many decimals may: nobody counts parts of workshops.
COUNTED = st.sampled_from(
    [
        ("", 4),
        ("%", 4),
        (" %", 2),
        (" km de vía", 4),
        (" talleres", 0),
        (" USD", 2),
        (" dólares", 0),
    ]
)
SEPARATORS = st.sampled_from(["; ", ";", ", ", " y ", " o ", "/", " / ", " | ", " - ", " + "])


def written(value: Decimal, marks: Marks) -> str:
    """Return a number in a style: the mark of thousands, and that of decimals."""
    whole, _, decimals = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", marks[0])
    return f"{grouped}{marks[1]}{decimals}" if decimals else grouped


@st.composite
def values(draw: st.DrawFn, places: int) -> Decimal:
    """Draw a number without zeros at the end of its decimals."""
    digits = draw(st.integers(0, places))
    value = Decimal(draw(st.integers(0, 10**9))).scaleb(-digits)
    return value.normalize() if value != value.to_integral_value() else Decimal(int(value))


def read(found: tuple[Clause, ...]) -> list[Decimal]:
    """Return the values that are read from a cell."""
    quantities = [clause.quantity for clause in found if clause.quantity is not None]
    return [quantity.value for quantity in quantities if quantity.value is not None]


@given(st.data(), LEADS, COUNTED, st.sampled_from([PLAIN, SPACES, POINTS, COMMAS]))
def test_a_number_reads_back_or_is_flagged(
    data: st.DataObject, lead: str, counted: tuple[str, int], marks: Marks
) -> None:
    value = data.draw(values(counted[1]))
    found = read(clauses(f"{lead}{written(value, marks)}{counted[0]}"))
    assert found in ([value], [])


@given(st.data(), COUNTED, st.sampled_from([POINTS, COMMAS]))
def test_a_number_in_the_file_s_style_reads_back_or_is_flagged(
    data: st.DataObject, counted: tuple[str, int], marks: Marks
) -> None:
    value = data.draw(values(counted[1]))
    hints = Hints(style=Style(marks[0], "shown"))
    found = read(clauses(f"{written(value, marks)}{counted[0]}", hints))
    assert found in ([value], [])


@given(st.integers(2_100, 10**9).map(Decimal), st.sampled_from([POINTS, COMMAS]))
def test_a_bare_number_in_the_file_s_style_is_read(value: Decimal, marks: Marks) -> None:
    hints = Hints(style=Style(marks[0], "shown"))
    assert read(clauses(written(value, marks), hints)) == [value]


@given(st.lists(st.integers(0, 1_899), min_size=2, max_size=12), SEPARATORS, st.booleans())
def test_a_list_of_numbers_is_never_one_number(
    numbers: list[int], separator: str, percent: bool
) -> None:
    sign = "%" if percent else ""
    found = clauses(separator.join(f"{number}{sign}" for number in numbers))
    quantities = [clause.quantity for clause in found if clause.quantity is not None]
    ranges = [[quantity.value, quantity.value_max] for quantity in quantities]
    assert read(found) in ([], numbers) or ranges == [numbers]  # `10% - 12%`


@given(
    st.lists(NO_YEAR, min_size=12, max_size=12),
    st.sampled_from([" ", ", ", "; ", " | ", " / "]),
    st.sampled_from([" ", ": ", " - ", "="]),
    st.sampled_from([3, 12]),
)
def test_twelve_monthly_values_are_twelve_periods(
    numbers: list[int], between: str, link: str, letters: int
) -> None:
    names = [month[:letters].capitalize() for month in spanish.MONTHS]
    cell = between.join(f"{m}{link}{n}" for m, n in zip(names, numbers, strict=True))
    found = clauses(cell)
    assert read(found) == numbers
    assert [clause.month for clause in found] == list(range(1, 13))


@given(
    st.lists(st.integers(0, 10**6), min_size=12, max_size=12), st.sampled_from([" ", "; ", ", "])
)
def test_twelve_values_without_months_are_one_flagged_text(
    numbers: list[int], separator: str
) -> None:
    (clause,) = clauses(separator.join(str(number) for number in numbers))
    assert read((clause,)) == []


@given(st.lists(st.sampled_from([POINTS, COMMAS]), min_size=1, max_size=5), st.data())
def test_a_file_of_one_style_settles_it_and_a_file_of_two_settles_nothing(
    styles: list[Marks], data: st.DataObject
) -> None:
    value = st.integers(100_001, 10**9).filter(lambda n: n % 100 != 0)
    numbers = [written(Decimal(data.draw(value)).scaleb(-2), marks) for marks in styles]
    several = [n for n in numbers if "." in n and "," in n]
    settled = style_of(several)
    marks = {marks[0] for marks, n in zip(styles, numbers, strict=True) if n in several}
    assert (settled.thousands if settled else "") == (marks.pop() if len(marks) == 1 else "")


TENS = {"veinte": 20, "treinta": 30, "cuarenta": 40, "noventa": 90}
ONES = {"dos": 2, "tres": 3, "cinco": 5, "nueve": 9}
HUNDREDS = {
    "": 0,
    "ciento ": 100,
    "quinientos ": 500,
    "dos mil ": 2_000,
    "un millón cien mil ": 1_100_000,
}


@given(st.sampled_from([*HUNDREDS]), st.sampled_from([*TENS]), st.sampled_from([*ONES]), COUNTED)
def test_a_number_in_words_reads_back(
    hundreds: str, tens: str, ones: str, counted: tuple[str, int]
) -> None:
    value = HUNDREDS[hundreds] + TENS[tens] + ONES[ones]
    assert read(clauses(f"{hundreds}{tens} y {ones}{counted[0]}")) == [value]


@given(st.sampled_from([*ONES]), st.sampled_from([*ONES]), SEPARATORS, COUNTED)
def test_two_numbers_in_words_are_never_one(
    one: str, other: str, separator: str, counted: tuple[str, int]
) -> None:
    found = clauses(f"{one}{counted[0]}{separator}{other}{counted[0]}")
    flagged = any(clause.left_over for clause in found)
    assert flagged or read(found) in ([], [ONES[one], ONES[other]])


@given(
    st.integers(0, 1_899),
    st.integers(0, 1_899),
    st.sampled_from([("mínimo ", "máximo "), (">= ", "<= "), ("mayor a ", "menor a ")]),
    st.sampled_from([" y ", ", ", "; ", " "]),
    st.sampled_from(["", "%", " talleres", " USD"]),
    st.booleans(),
)
def test_two_bounds_are_a_range_or_flagged(
    low: int, high: int, words: tuple[str, str], link: str, unit: str, turned: bool
) -> None:
    parts = [f"{words[0]}{low}{unit}", f"{words[1]}{high}{unit}"]
    found = clauses(link.join(reversed(parts) if turned else parts))
    (quantity,) = [clause.quantity for clause in found if clause.quantity is not None]
    expected = (low, high) if low < high else (None, None)
    assert (quantity.value, quantity.value_max) == expected
    assert bool(quantity.doubt) == (low >= high)


def test_a_number_word_behind_a_slash_is_no_part_of_a_noun() -> None:
    found = clauses("dos talleres/tres ferias")
    assert [(clause.quantity.unit, clause.left_over) for clause in found if clause.quantity] == [
        ("talleres", "tres")
    ]
    assert read(clauses("3 alcaldes/sas")) == [3]
