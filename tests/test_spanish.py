"""Spanish words: folding, plurals, numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.spanish import flat, fold, month_number, noun_key, number_word


@given(st.text())
def test_a_flat_text_keeps_its_length(text: str) -> None:
    assert len(flat(text)) == len(text)


def test_folding() -> None:
    assert fold("  DIRECCIÓN \t Técnica Nº ñandú ") == "direccion tecnica no nandu"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("reunión", "Reuniones"),
        ("taller", "talleres"),
        ("informe", "informes"),
        ("luz", "luces"),
        ("GAD", "GAD"),
        ("servidor", "servidores/as"),
        ("plan", "planes"),
    ],
)
def test_singular_and_plural_share_a_key(one: str, many: str) -> None:
    assert noun_key(one) == noun_key(many)


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("veinticuatro audiencias", 24, 1),
        ("treinta y uno", 31, 3),
        ("ciento veinte obras", 120, 2),
        ("dos mil quinientos", 2500, 3),
        ("mil", 1000, 1),
        ("dos tres", 2, 1),
        ("treinta y obras", 30, 1),
        ("veinte y cinco talleres", 25, 3),
        ("ciento veinte y cinco", 125, 4),
        ("veinte y obras", 20, 1),
        ("diez y seis", 10, 1),
        ("dos millones quinientos mil", 2_500_000, 4),
        ("un millon", 1_000_000, 2),
        ("veinte y un mil", 21_000, 4),
    ],
)
def test_numbers_in_words(words: str, value: int, used: int) -> None:
    assert number_word(words.split()) == (value, used)


def test_no_number() -> None:
    assert number_word(["obras"]) is None
    assert number_word([]) is None


@pytest.mark.parametrize(("name", "number"), [("enero", 1), ("sept", 9), ("sep", 9), ("dic", 12)])
def test_months_in_full_and_cut_short(name: str, number: int) -> None:
    assert month_number(name) == number
