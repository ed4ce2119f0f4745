"""Names over the releases: whatever is edited, inserted, deleted or put elsewhere, none moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from a4_rdf.identify import Ledger, Seen, identify
from a4_rdf.identify.ledger import key_of, texts_of
from a4_rdf.iris import Kind
from a4_rdf.model import Goal, LedgerEntry, Plan, Unit
from tests.plans import said, small_plan

DAYS = [date(2015, month, 1) for month in range(1, 13)]
FIRST, SECOND = DAYS[:2]

Words = tuple[tuple[str, ...], str, str, str]

UNITS = st.sampled_from(
    [
        ("DIRECCIÓN A",),
        ("Dirección a",),
        ("DIRECCIÓN A", "SECRETARÍA"),
        ("DIRECCIÓN B",),
        ("DIRECCIÓN B", "SECRETARÍA"),
        ("SECRETARÍA",),
    ]
)
ROWS = st.lists(
    st.tuples(
        UNITS,
        st.sampled_from(["", "Mejorar", "mejorar", "Cuidar"]),
        st.sampled_from(["", "Obras", "Obras | vías", "Obras", "vías"]),
        st.sampled_from(["Número de obras", "Número de vías"]),
    ),
    max_size=6,
)


def plan_of(rows: list[Words]) -> Plan:
    """Return a plan of goals with these words; each unit is spelt as in the first of its rows."""
    spelt: dict[str, str] = {}
    goals = []
    for n, (path, objective, activity, indicator) in enumerate(rows, start=2):
        unit = tuple(spelt.setdefault(name.casefold(), name) for name in path)
        goals.append(
            Goal(
                row=n,
                unit=unit,
                reported_unit=said(unit[-1], n, 2),
                objective=said(objective, n, 3) if objective else None,
                activity=said(activity, n, 4) if activity else None,
                indicator=said(indicator, n, 5),
            )
        )
    paths = {goal.unit[:at] for goal in goals for at in range(1, len(goal.unit) + 1)}
    units = tuple(Unit(path) for path in sorted(paths))
    return replace(small_plan(), goals=tuple(goals), units=units)


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=5))
def test_a_name_is_of_one_thing_for_ever(releases: list[list[Words]]) -> None:
    ledger = Ledger()
    names_of_keys: dict[tuple[Kind, str], str] = {}
    keys_of_names: dict[tuple[Kind, str], str] = {}
    for day, rows in zip(DAYS, releases, strict=False):
        before = ledger.current
        _, ledger, _ = identify(plan_of(rows), ledger, day)
        assert len({(k, n) for (k, _), n in ledger.current.items()}) == len(ledger.current)
        for (kind, key), name in ledger.current.items():
            assert before.get((kind, key), name) == name
            thing = texts_of(key)[-1] if kind is Kind.UNIT else key
            assert keys_of_names.setdefault((kind, name), thing) == thing
            if kind is not Kind.UNIT:
                assert names_of_keys.setdefault((kind, key), name) == name


@settings(max_examples=100, deadline=None)
@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_names_nothing(
    before: list[Words], rows: list[Words], random: Random
) -> None:
    _, ledger, _ = identify(plan_of(before), Ledger(), FIRST)
    shuffled = list(rows)
    random.shuffle(shuffled)
    one, other = (identify(plan_of(given), ledger, SECOND)[1] for given in (rows, shuffled))
    assert one.current == other.current


@given(st.lists(st.text(alphabet="a |\\\u00e1", max_size=6), min_size=1, max_size=4))
def test_a_key_says_its_texts(texts: list[str]) -> None:
    assert texts_of(key_of(*texts)) == tuple(texts)


def test_a_unit_that_moves_keeps_its_name_and_its_goals_theirs() -> None:
    row = ("Mejorar", "Obras", "Número de obras")
    first, ledger, _ = identify(plan_of([(("DIRECCIÓN A", "JEFATURA X"), *row)]), Ledger(), FIRST)
    second, after, _ = identify(plan_of([(("DIRECCIÓN B", "JEFATURA X"), *row)]), ledger, SECOND)
    assert first.units["DIRECCIÓN A", "JEFATURA X"] == "jefatura-x"
    assert second.units["DIRECCIÓN B", "JEFATURA X"] == "jefatura-x"
    assert second.goals == first.goals
    assert after.name_at((Kind.UNIT, "direccion-b | jefatura-x"), SECOND) == "jefatura-x"


def test_a_second_unit_of_a_name_does_not_take_the_first_ones() -> None:
    row = ("Mejorar", "Obras", "Número de obras")
    _, ledger, _ = identify(plan_of([(("DIRECCIÓN A", "LEGAL"), *row)]), Ledger(), FIRST)
    both = [(("DIRECCIÓN A", "LEGAL"), *row), (("DIRECCIÓN B", "LEGAL"), *row)]
    names, _, _ = identify(plan_of(both), ledger, SECOND)
    assert names.units["DIRECCIÓN A", "LEGAL"] == "legal"
    assert names.units["DIRECCIÓN B", "LEGAL"] == "direccion-b-legal"


def test_a_name_that_was_given_is_not_given_again() -> None:
    row = ("Mejorar", "Obras", "Número de obras")
    ledger = Ledger.of([LedgerEntry("unit", "legal", "otra | legal")])
    names, _, _ = identify(plan_of([(("LEGAL",), *row)]), ledger, FIRST)
    assert names.units["LEGAL",] == "legal-a708df92c9e4"


def test_what_a_person_said_to_be_one_is_one() -> None:
    row = ("Mejorar", "Obras", "Número de obras")
    entries = [LedgerEntry("unit", "direccion-a", "direccion-alfa")]
    names, _, found = identify(plan_of([(("DIRECCIÓN ALFA",), *row)]), Ledger.of(entries), FIRST)
    assert names.units["DIRECCIÓN ALFA",] == "direccion-a"
    assert found == ()


def test_words_that_changed_a_little_are_a_candidate() -> None:
    unit = ("DIRECCIÓN A",)
    _, ledger, _ = identify(
        plan_of([(unit, "Mejorar", "Construir aceras", "Número de obras")]), Ledger(), FIRST
    )
    changed = [(unit, "Mejorar", "Construir las aceras", "Número de obras")]
    _, after, found = identify(plan_of(changed), ledger, SECOND)
    assert [(c.kind, c.likeness > 0.8) for c in found] == [(Kind.GOAL, True)]
    assert found[0].old in ledger.current.values()
    assert found[0].new in after.current.values()


def test_the_ledger_tells_from_when_to_when() -> None:
    unit, row = ("DIRECCIÓN A",), ("Mejorar", "Obras", "Número de obras")
    other = (unit, "Cuidar", "vías", "Número de vías")
    _, first, _ = identify(plan_of([(unit, *row), other]), Ledger(), FIRST)
    _, second, _ = identify(plan_of([(unit, *row)]), first, SECOND)
    seen = Seen()
    seen.at(date(2015, 9, 30), first.current)
    seen.at(date(2015, 10, 31), second.current)
    entries = {(entry.kind, entry.key): entry for entry in seen.entries((), second)}
    gone = entries["objective", "direccion-a | cuidar"]
    assert (gone.first_seen, gone.last_seen) == (date(2015, 9, 30), date(2015, 9, 30))
    stays = entries["objective", "direccion-a | mejorar"]
    assert (stays.first_seen, stays.last_seen) == (date(2015, 9, 30), None)


def test_where_a_unit_comes_back_to_a_place_that_another_took_the_other_keeps_its_name() -> None:
    row = ("Mejorar", "Obras", "Número de obras")
    a, b = (("DIRECCIÓN A", "LEGAL"), *row), (("DIRECCIÓN B", "LEGAL"), *row)
    ledger, walks = Ledger(), []
    for day, rows in zip(DAYS, ([a], [b], [a, b]), strict=False):
        names, ledger, _ = identify(plan_of(rows), ledger, day)
        walks.append(names.units)
    assert walks[1]["DIRECCIÓN B", "LEGAL"] == walks[0]["DIRECCIÓN A", "LEGAL"] == "legal"
    assert walks[2]["DIRECCIÓN B", "LEGAL"] == "legal"
    assert walks[2]["DIRECCIÓN A", "LEGAL"] == "direccion-a-legal"


@settings(max_examples=100, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=5))
def test_walking_again_with_the_ledger_gives_the_same_names(releases: list[list[Words]]) -> None:
    def walk(ledger: Ledger) -> tuple[list[object], Seen, Ledger]:
        seen, found = Seen(), []
        for day, rows in zip(DAYS, releases, strict=False):
            names, ledger, _ = identify(plan_of(rows), ledger, day)
            seen.at(day, ledger.current)
            found.append(names)
        return found, seen, ledger

    first, seen, last = walk(Ledger())
    entries = seen.entries((), last)
    again, seen_again, last = walk(Ledger.of(entries))
    assert again == first
    assert seen_again.entries(entries, last) == entries
