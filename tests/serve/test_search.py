"""The search over the real document: accents, plurals and typos forgiven, and said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a4_rdf.serve.search import Wanted, search, suggestions


def found(root: Path, text: str, **wanted: str) -> set[str]:
    return {hit.path for hit in search(root, Wanted(text, **wanted)).hits}


FINANCE = "doc/unidad/ame/coordinacion-financiera"


@pytest.mark.parametrize(
    "text",
    ["coordinación financiera", "COORDINACION FINANCIERA", "financieras coordinaciones", "financ"],
)
def test_accents_capitals_plurals_and_beginnings_are_forgiven(ame_public: Path, text: str) -> None:
    assert FINANCE in found(ame_public, text)


def test_gestion_finds_what_is_written_with_an_accent(ame_public: Path) -> None:
    answer = search(ame_public, Wanted("gestion"))
    assert answer.total == 26
    assert answer.counts == {"goal": 26}
    marked = [piece for hit in answer.hits for piece, is_marked in hit.marked if is_marked]
    assert "gestión" in marked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("coordinasion", "coordinacion"),
        ("finaciera", "financiera"),
        ("plainficacion", "planificacion"),
        ("munisipio", "municipios"),
    ],
)
def test_a_typo_is_forgiven_and_told(ame_public: Path, typed: str, meant: str) -> None:
    answer = search(ame_public, Wanted(typed))
    assert answer.instead == ((typed, meant),)
    assert answer.total > 0
    exact = search(ame_public, Wanted(typed), exact=True)
    assert (exact.total, exact.instead) == (0, ())


def test_a_unit_comes_before_the_goals_that_name_its_words(ame_public: Path) -> None:
    kinds = [hit.kind for hit in search(ame_public, Wanted("financiera")).hits]
    assert kinds == ["unit"] * 2 + ["goal"] * 5


def test_where_nothing_has_all_words_any_will_do_and_it_is_told(ame_public: Path) -> None:
    answer = search(ame_public, Wanted("viáticos obligaciones astronomía"))
    assert answer.any_word
    assert answer.total > 0


def test_a_kind_and_a_body_narrow_the_search(ame_public: Path) -> None:
    assert {p.split("/")[1] for p in found(ame_public, "financiera", kind="goal")} == {"meta"}
    assert found(ame_public, "financiera", org="ninguna") == set()
    answer = search(ame_public, Wanted("financiera", kind="unit"))
    assert (answer.total, answer.counts) == (2, {"unit": 2, "goal": 5})


def test_pages_follow_each_other(ame_public: Path) -> None:
    first, second = (search(ame_public, Wanted("gestion", page=n)) for n in (1, 2))
    assert (len(first.hits), len(second.hits), first.pages) == (20, 6, 2)
    assert not {h.path for h in first.hits} & {h.path for h in second.hits}


@pytest.mark.parametrize("text", ["", "   ", '"', "%", "()*", "¿?", "\x00", "NEAR", "-", "^"])
def test_signs_alone_find_nothing_and_break_nothing(ame_public: Path, text: str) -> None:
    assert search(ame_public, Wanted(text)).instead == ()


@pytest.mark.parametrize("text", ["80%", '"80"', "80*", "{80}:"])
def test_signs_around_a_word_are_left_out(ame_public: Path, text: str) -> None:
    assert search(ame_public, Wanted(text)).total == 6


def test_what_is_too_long_is_cut_and_told(ame_public: Path) -> None:
    assert search(ame_public, Wanted("pago " * 2000)).is_cut
    assert search(ame_public, Wanted(" ".join(f"palabra{n}" for n in range(20)))).is_cut
    assert not search(ame_public, Wanted("pago")).is_cut


def test_the_help_of_a_notice_is_found_by_its_words(ame_public: Path) -> None:
    assert "kos/hallazgo/row-realigned" in found(ame_public, "fila desplazada", kind="concept")


def test_suggestions_are_names_that_go_on(ame_public: Path) -> None:
    names = suggestions(ame_public, "coordinación fin")
    assert names[0] == "COORDINACIÓN FINANCIERA"
    assert suggestions(ame_public, "") == ()
    assert suggestions(ame_public, '"*') == ()


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=60))
def test_no_text_is_an_error(ame_public: Path, text: str) -> None:
    answer = search(ame_public, Wanted(text))
    assert answer.total >= len(answer.hits)
    suggestions(ame_public, text)
