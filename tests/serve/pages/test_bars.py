"""Bars: what may be compared, what is left out, how long each bar comes out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from rdflib import URIRef

from a4_rdf.serve.pages.bars import Figure, chart, groups


def thing(n: int) -> URIRef:
    return URIRef(f"https://datos.ejemplo.ec/id/meta/gad/{n:02}")


def figures(values: str, measure: str = "obras", bound: str = "", start: int = 0) -> list[Figure]:
    numbers = [Decimal(value) for value in values.split()]
    return [Figure(thing(n), v, measure, bound) for n, v in enumerate(numbers, start)]


def lengths(values: str, measure: str = "obras") -> list[tuple[str, float]]:
    (group,) = groups(figures(values, measure))
    names = {figure.thing: ["x"] for figure in group.figures}
    return [(bar.number, bar.length) for bar in chart(group, names, "es").bars]


def test_bars_begin_at_zero_and_are_as_long_as_their_numbers() -> None:
    assert lengths("20 40 10") == [("40", 293.9), ("20", 147.0), ("10", 73.5)]


def test_percentages_end_at_a_hundred() -> None:
    assert lengths("50 80 25", "porcentaje") == [("80 %", 218.2), ("50 %", 136.4), ("25 %", 68.2)]


def test_percentages_above_a_hundred_end_at_the_greatest() -> None:
    drawn = lengths("100 250 50", "porcentaje")
    assert drawn == [("250 %", 262.7), ("100 %", 105.1), ("50 %", 52.5)]


def test_nothing_is_a_bar_of_no_length() -> None:
    assert lengths("0 1 2")[-1] == ("0", 0.0)


@pytest.mark.parametrize("values", ["1 2", "7 7 7", "-1 2 3", ""])
def test_two_numbers_equal_ones_and_those_below_zero_are_not_drawn(values: str) -> None:
    assert groups(figures(values)) == ()


def test_what_has_no_unit_of_measure_is_not_drawn() -> None:
    assert groups(figures("1 2 3", measure="")) == ()


def test_units_of_measure_and_bounds_are_never_mixed() -> None:
    several = (
        *figures("1 2 3", "USD", start=0),
        *figures("4 5 6", "EUR", start=10),
        *figures("7 8 9 10", "EUR", "at-least", start=20),
        *figures("11 12", "obras", start=30),
        *figures("13", "obras", "at-most", start=40),
    )
    found = [(g.name, [int(f.value) for f in g.figures]) for g in groups(several)]
    assert found == [
        ("EUR.at-least", [10, 9, 8, 7]),
        ("EUR", [6, 5, 4]),
        ("USD", [3, 2, 1]),
    ]


def test_the_twenty_greatest_are_drawn_and_the_others_counted() -> None:
    (group,) = groups(figures(" ".join(map(str, range(1, 88)))))
    assert [int(f.value) for f in group.figures] == list(range(87, 67, -1))
    assert group.rest == 67


def test_the_greatest_are_not_drawn_where_they_are_all_the_same() -> None:
    assert groups(figures("5 " * 20 + "1 2 3")) == ()


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        ([["Pozos", "a"], ["Canales", "a"], ["Obras", "a"]], ["Pozos", "Canales", "Obras"]),
        ([["Obras", "Norte"], ["Obras", "Sur"], ["Obras", "Este"]], ["Norte", "Sur", "Este"]),
        (
            [["Obras", "Norte"], ["Obras", "Sur"], ["Canales", "Sur"]],
            ["Obras: Norte", "Obras: Sur", "Canales: Sur"],
        ),
        ([["Obras"], ["Obras"], ["Obras"]], ["Obras", "Obras", "Obras"]),
        ([["Obras", "Norte"], ["Obras"], ["Obras", "Sur"]], ["Norte", "Obras", "Sur"]),
    ],
)
def test_a_bar_is_called_what_tells_it_from_the_others(
    names: list[list[str]], labels: list[str]
) -> None:
    (group,) = groups(figures("3 2 1"))
    by_thing = {thing(n): own for n, own in enumerate(names)}
    assert [bar.label for bar in chart(group, by_thing, "es").bars] == labels


def test_bars_of_one_number_come_in_the_order_of_their_names() -> None:
    (group,) = groups(figures("5 5 6"))
    names = {thing(0): ["b"], thing(1): ["a"], thing(2): ["c"]}
    assert [bar.label for bar in chart(group, names, "es").bars] == ["c", "a", "b"]


def test_each_bar_stands_below_the_lines_of_the_one_before() -> None:
    (group,) = groups(figures("3 2 1"))
    long = "Número de lecturas de las publicaciones en las redes de la entidad"
    names = {thing(0): [long], thing(1): ["Obras"], thing(2): ["Canales"]}
    drawn = chart(group, names, "en")
    assert [len(bar.lines) for bar in drawn.bars] == [2, 1, 1]
    assert [bar.top for bar in drawn.bars] == [0, 66, 114]
    assert drawn.height == 162


def test_numbers_are_written_as_the_language_writes_them() -> None:
    (group,) = groups(figures("66700 5800 1.5"))
    names = {thing(n): [str(n)] for n in range(3)}
    written = [[bar.number for bar in chart(group, names, lang).bars] for lang in ("es", "en")]
    assert written == [["66.700", "5.800", "1,5"], ["66,700", "5,800", "1.5"]]
