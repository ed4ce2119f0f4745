"""Delimiters: the most regular one, whatever stands inside the cells."""

from __future__ import annotations

import pytest

from a4_rdf.read.dialect import Dialect, choose, widest

HEADER = ("Unidad", "Objetivos", "Indicador", "Meta")
CELLS = ("DIRECCIÓN DE OBRAS, VÍAS Y PARQUES", "Mejorar; cuidar, y ampliar", "Número, o %", "3,5|4")


def text(sign: str, *rows: tuple[str, ...]) -> str:
    return "".join(sign.join(f'"{c}"' if sign in c else c for c in row) + "\n" for row in rows)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_each_delimiter_is_found_under_titles_and_over_footers(sign: str) -> None:
    rows = (("GAD DE EJEMPLO, CANTÓN EJEMPLO, 2025",), HEADER, CELLS, ("Fecha: 31/1/2025",))
    found = choose(text(sign, *rows))
    assert found is not None
    assert (found.delimiter, found.columns) == (sign, 4)


def test_a_header_decides_against_a_more_regular_rival() -> None:
    rows = "a,b,c;d,e;f;g\na,b;c,d,e\n" * 5
    assert choose(rows) == Dialect(",", 4)
    assert choose("Unidad;Objetivos;Indicador;Meta\n" + rows) == Dialect(";", 4)


def test_tabulators_count_wherever_they_part_enough_cells() -> None:
    ragged = "a, b, c\tb\tc\nd, e, f\te\tf\tg\ng, h, i\th\ti\tj\tk\n"
    found = choose(ragged)
    assert found is not None
    assert (found.delimiter, found.rival) == ("\t", ",")


@pytest.mark.parametrize("line", ["sep=,", "SEP=,"])
def test_a_declared_delimiter_holds(line: str) -> None:
    assert choose(f"{line}\na;b;c,1\nd;e;f,2\n") == Dialect(",", 0, declared=True)


def test_prose_has_no_delimiter() -> None:
    prose = "Una línea.\nOtra, con coma\n"
    assert choose(prose) is None
    assert choose(prose, 2) == Dialect(",", 2)
    assert widest(prose) == 2
