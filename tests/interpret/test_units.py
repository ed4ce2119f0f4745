"""Units: how composite names split, and when two names are one unit."""

from __future__ import annotations

import pytest

from a4_rdf.interpret.units import UnitTree, split_name
from a4_rdf.model import Place, ProcessLevel, Statement, UnitKind


@pytest.mark.parametrize(
    ("reported", "names"),
    [
        ("DIRECCIÓN A-COORDINACIÓN B", ("DIRECCIÓN A", "COORDINACIÓN B")),
        ("DIRECCIÓN A - COORDINACIÓN B", ("DIRECCIÓN A", "COORDINACIÓN B")),
        ("DIRECCIÓN A- COORDINACIÓN B", ("DIRECCIÓN A", "COORDINACIÓN B")),
        ("DIRECCIÓN A -Jefatura B–Unidad C", ("DIRECCIÓN A", "Jefatura B", "Unidad C")),
        ("SUB-DIRECCIÓN DE OBRAS", ("SUB-DIRECCIÓN DE OBRAS",)),
        ("PROYECTO UE - AME", ("PROYECTO UE - AME",)),
        ("DIRECCIÓN SOCIO-ECONÓMICA", ("DIRECCIÓN SOCIO-ECONÓMICA",)),
    ],
)
def test_a_hyphen_splits_only_before_a_sub_unit(reported: str, names: tuple[str, ...]) -> None:
    assert split_name(reported) == names


def test_a_parent_without_rows_is_a_unit_and_the_first_spelling_stays() -> None:
    tree = UnitTree()
    first = tree.add(Statement("DIRECCIÓN TÉCNICA - UNIDAD A", Place(2, 2)), ProcessLevel.SUPPORT)
    second = tree.add(Statement("Direccion Tecnica-Unidad A", Place(5, 2)), None)
    assert first == second == ("DIRECCIÓN TÉCNICA", "UNIDAD A")
    units = tree.units()
    assert [unit.path for unit in units] == [("DIRECCIÓN TÉCNICA",), first]
    assert units[0].reported == ()
    assert units[1].reported == ("DIRECCIÓN TÉCNICA - UNIDAD A", "Direccion Tecnica-Unidad A")
    assert units[0].level is ProcessLevel.SUPPORT
    assert [f.code for f in tree.findings] == ["unit-spelling"]


def test_projects_and_second_levels() -> None:
    tree = UnitTree()
    tree.add(Statement("PROYECTO PUENTES", Place(2, 2)), ProcessLevel.SUPPORT)
    tree.add(Statement("PROYECTO PUENTES", Place(9, 2)), ProcessLevel.ADVISORY)
    (unit,) = tree.units()
    assert unit.kind is UnitKind.PROJECT
    assert unit.level is ProcessLevel.SUPPORT
    assert [f.code for f in tree.findings] == ["unit-in-two-levels"]
