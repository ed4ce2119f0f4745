"""Rules become tables: where they meet there are cells, where one is missing a merged cell."""

from __future__ import annotations

import pytest

from a4_rdf.read.pdf_rules import Region, TooManyRulesError, level_rules, ruled_tables
from a4_rdf.read.pdf_view import Box

XS, YS = (0.0, 100.0, 200.0, 300.0), (0.0, 50.0, 100.0)


def grid(xs: tuple[float, ...] = XS, ys: tuple[float, ...] = YS) -> list[Box]:
    """Return the rules of a whole grid."""
    level = [(xs[0], y, xs[-1], y) for y in ys]
    return [*level, *((x, ys[0], x, ys[-1]) for x in xs)]


def regions(rules: list[Box]) -> list[Region]:
    (table,) = ruled_tables(rules)
    return list(table.regions)


def test_a_whole_grid_has_a_cell_per_field() -> None:
    assert regions(grid()) == [Region(r, c, 1, 1) for r in range(2) for c in range(3)]


def test_a_rule_that_stops_leaves_a_merged_cell() -> None:
    level = [(0.0, 0.0, 300.0, 0.0), (100.0, 50.0, 300.0, 50.0), (0.0, 100.0, 300.0, 100.0)]
    upright = [(x, 0.0, x, 100.0) for x in XS]
    assert regions([*level, *upright])[0] == Region(0, 0, 2, 1)


def test_a_missing_upright_rule_leaves_a_cell_across_columns() -> None:
    upright = [(0.0, 0.0, 0.0, 100.0), (300.0, 0.0, 300.0, 100.0)]
    upright += [(100.0, 50.0, 100.0, 100.0), (200.0, 50.0, 200.0, 100.0)]
    level = [(0.0, y, 300.0, y) for y in YS]
    assert regions([*level, *upright])[0] == Region(0, 0, 1, 3)


def test_a_rule_drawn_in_part_leaves_a_cell_that_is_not_plain() -> None:
    rules = [rule for rule in grid() if rule != (0.0, 50.0, 300.0, 50.0)]
    upright = (100.0, 0.0, 100.0, 100.0)
    rules[rules.index(upright)] = (100.0, 50.0, 100.0, 100.0)
    rules.append((100.0, 50.0, 300.0, 50.0))
    assert regions(rules)[0] == Region(0, 0, 1, 1, plain=False)


def test_near_rules_are_one_and_short_gaps_are_closed() -> None:
    doubled = [(x0, top + 1.5, x1, bottom + 1.5) for x0, top, x1, bottom in grid()]
    assert len(regions(grid() + doubled)) == 6
    cut = [(0.0, 50.0, 148.0, 50.0), (150.0, 50.0, 300.0, 50.0)]
    rules = [rule for rule in grid() if rule != (0.0, 50.0, 300.0, 50.0)]
    assert len(regions(rules + cut)) == 6


def test_open_sides_are_closed_where_the_rules_end() -> None:
    rules = [rule for rule in grid() if rule[0] != rule[2] or 0 < rule[0] < 300]
    (table,) = ruled_tables(rules)
    assert (table.xs, len(table.regions)) == (XS, 6)


def test_tables_apart_are_tables_of_their_own_from_the_top() -> None:
    low = [(x0, top + 500, x1, bottom + 500) for x0, top, x1, bottom in grid()]
    assert [table.ys[0] for table in ruled_tables(low + grid())] == [0.0, 500.0]


def test_a_frame_a_line_and_nothing_are_no_tables() -> None:
    assert ruled_tables(grid((0.0, 300.0), (0.0, 400.0))) == ()
    assert ruled_tables([(0.0, 10.0, 300.0, 10.0)]) == ()
    assert ruled_tables([]) == ()


def test_a_point_is_in_one_cell_or_outside() -> None:
    (table,) = ruled_tables(grid())
    assert [table.region_at(*at) for at in ((50, 25), (250, 75), (301, 25), (50, -1))] == [
        0,
        5,
        None,
        None,
    ]


def test_level_rules_come_from_the_top_down() -> None:
    rules = [(0.0, 80.0, 300.0, 80.0), (0.0, 20.0, 100.0, 20.5), (5.0, 0.0, 5.0, 90.0)]
    assert level_rules(rules) == ((20.25, 0.0, 100.0), (80.0, 0.0, 300.0))


def test_a_page_of_rules_is_too_much() -> None:
    places = tuple(5.0 * at for at in range(500))
    with pytest.raises(TooManyRulesError):
        ruled_tables(grid(places, places))
    many = [(5.0 * at, 0.0, 5.0 * at, 9.0) for at in range(1_500)]
    with pytest.raises(TooManyRulesError):
        ruled_tables([*many, *((0.0, 5.0 * at, 9.0, 5.0 * at) for at in range(1_500))])
