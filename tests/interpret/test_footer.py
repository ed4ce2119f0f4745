"""The footer: values wherever they stand, dates day first, persons withheld."""

from __future__ import annotations

from datetime import date

import pytest

from a4_rdf.interpret.footer import parse_date
from a4_rdf.model import Footer
from tests.tables import codes, planned

GOAL = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")
PERSON, MAIL, PHONE = "Ing. Persona Ejemplo", "persona@ejemplo.gob.ec", "02 246 9683"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/1/2015", date(2015, 1, 31)),
        ("31/01/2025", date(2025, 1, 31)),
        ("5/2/2026", date(2026, 2, 5)),
        ("2015-09-30", date(2015, 9, 30)),
        ("2026-01-31 00:00:00", date(2026, 1, 31)),
        ("30 de septiembre de 2015", date(2015, 9, 30)),
        ("30 de septiembre del 2015", date(2015, 9, 30)),
        ("30-sep-2015", date(2015, 9, 30)),
        ("30 Sept. 2015", date(2015, 9, 30)),
        ("1.2.2015", date(2015, 2, 1)),
        ("31 de juliembre de 2015", None),
        ("31/02/2015", None),
        ("pronto", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN: 30/09/2015",),
            ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN: MENSUAL",),
            ("UNIDAD POSEEDORA DE LA INFORMACIÓN - LITERAL a): DIRECCIÓN A",),
            (f"RESPONSABLE DE LA UNIDAD POSEEDORA DE LA: {PERSON}",),
            (f"CORREO ELECTRÓNICO DEL O LA RESPONSABLE: {MAIL}",),
            (f"NÚMERO TELEFÓNICO DEL O LA RESPONSABLE: {PHONE}",),
        ),
        (
            ("Fecha de actualizacion", "", "2015-09-30"),
            ("Periodicidad de actualizacion de la informacion", "MENSUAL"),
            ("Unidad poseedora de la informacion", "", "", "DIRECCIÓN A"),
            ("Responsable de la unidad poseedora de la informacion", PERSON),
            ("Correo electronico", MAIL),
            ("Numero telefonico", PHONE),
        ),
        (
            ("FECHA ACTUALIZACIÓN 30/9/2015",),
            ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN MENSUAL",),
            ("UNIDAD POSEEDORA DE LA INFORMACIÓN LITERAL a4) DIRECCIÓN A",),
            ("RESPONSABLE DE LA UNIDAD POSEEDORA:",),
            (PERSON,),
            ("CORREO ELECTRÓNICO DEL O LA RESPONSABLE DE LA UNIDAD", f"{MAIL}"),
            (f"TELÉFONO {PHONE} ext. 12",),
        ),
    ],
)
def test_values_are_found_and_persons_withheld(rows: tuple[tuple[str, ...], ...]) -> None:
    plan, findings = planned(GOAL, *rows)
    assert plan.footer == Footer(
        date(2015, 9, 30), "MENSUAL", "DIRECCIÓN A", ("name", "email", "telephone")
    )
    said = repr(plan) + repr(findings)
    assert "Persona" not in said
    assert "@" not in said
    assert "9683" not in said
    placeholders = ("[nombre omitido]", "[correo omitido]", "[teléfono omitido]")
    cells = " ".join(cell.written for row in plan.rows for cell in row.cells)
    assert all(placeholder in cells for placeholder in placeholders)


def test_what_the_source_already_left_out_is_kept_as_it_says() -> None:
    plan, findings = planned(GOAL, ("NÚMERO TELEFÓNICO: [telefono omitido]",))
    assert plan.rows[-1].cells[0].written == "NÚMERO TELEFÓNICO: [telefono omitido]"
    assert plan.footer.withheld == ("telephone",)
    assert "personal-data-withheld" not in [code for _, code in codes(findings)]


def test_a_missing_and_an_unreadable_date_are_said() -> None:
    assert "footer-date-missing" in [code for _, code in codes(planned(GOAL)[1])]
    found = codes(planned(GOAL, ("FECHA DE ACTUALIZACIÓN: pronto",))[1])
    assert (3, "footer-date-unread") in found


@pytest.mark.parametrize(
    "row",
    [
        (f"FECHA DE ACTUALIZACIÓN: 30/09/2015 RESPONSABLE DE LA UNIDAD: {PERSON}",),
        ("FECHA DE ACTUALIZACIÓN: 30/09/2015", "", f"Responsable: {PERSON}"),
        (f"ELABORADO POR: {PERSON}",),
        ("RESPONSABLE DE LA UNIDAD", PERSON, "Directora", "tercer piso", PHONE, MAIL),
    ],
)
def test_persons_do_not_leave_in_odd_places(row: tuple[str, ...]) -> None:
    plan, findings = planned(GOAL, row)
    said = repr(plan) + repr(findings)
    assert len(plan.goals) == 1
    assert "Persona" not in said
    assert "@" not in said


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("Fecha de creación", "1/1/2020"),
            ("Fecha de actualización del conjunto de datos", "30/09/2015"),
            ("Frecuencia de actualización", "MENSUAL"),
            ("Unidad responsable de la información", "DIRECCIÓN A"),
            ("Licencia", "CC BY 4.0"),
        ),
        (
            ("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN", "30/09/2015"),
            ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN", "MENSUAL"),
            ("UNIDAD POSEEDORA DE LA INFORMACIÓN DEL NUMERAL 1.3", "DIRECCIÓN A"),
        ),
    ],
)
def test_the_value_stands_beside_a_label_of_any_words(rows: tuple[tuple[str, ...], ...]) -> None:
    plan, findings = planned(GOAL, *rows)
    assert plan.footer == Footer(date(2015, 9, 30), "MENSUAL", "DIRECCIÓN A")
    assert "footer-unread" not in [code for _, code in codes(findings)]


def test_what_follows_a_person_s_label_under_its_own_is_no_person() -> None:
    plan, _ = planned(
        GOAL,
        ("FECHA DE ACTUALIZACIÓN", "30/09/2015"),
        ("PERSONA RESPONSABLE", PERSON),
        ("LICENCIA", "CC BY 4.0"),
    )
    assert [cell.written for cell in plan.rows[-2].cells] == [
        "PERSONA RESPONSABLE",
        "[nombre omitido]",
    ]
    assert [cell.written for cell in plan.rows[-1].cells] == ["LICENCIA", "CC BY 4.0"]


GONE = "[texto omitido]"


@pytest.mark.parametrize(
    ("row", "published"),
    [
        (
            ("UNIDAD POSEEDORA DE LA INFORMACIÓN: DIRECCIÓN A - Ing. Persona Ejemplo",),
            [f"UNIDAD POSEEDORA DE LA INFORMACIÓN: DIRECCIÓN A {GONE}"],
        ),
        (
            ("UNIDAD POSEEDORA Persona Ejemplo: DIRECCIÓN A",),
            [f"UNIDAD POSEEDORA DIRECCIÓN A {GONE}"],
        ),
        (("UNIDAD POSEEDORA:", "Persona Ejemplo"), ["UNIDAD POSEEDORA:", GONE]),
        (
            ("PERIODICIDAD: MENSUAL", "Lcdo. Persona Ejemplo"),
            ["PERIODICIDAD: MENSUAL", GONE],
        ),
        (("PERIODICIDAD", "MENSUAL", "Persona"), ["PERIODICIDAD", "MENSUAL", GONE]),
        (("PERIODICIDAD", "MENSUAL", "MENSUAL"), ["PERIODICIDAD", "MENSUAL", "MENSUAL"]),
        (("PERIODICIDAD: 2469683",), [f"PERIODICIDAD: {GONE}"]),
        (
            ("FECHA DE ACTUALIZACIÓN: Quito, 30/09/2015 Persona",),
            [f"FECHA DE ACTUALIZACIÓN: 30/09/2015 {GONE}"],
        ),
        (
            ("FECHA DE ACTUALIZACIÓN: 30/09/2015", "PERIODICIDAD: MENSUAL"),
            ["FECHA DE ACTUALIZACIÓN: 30/09/2015", "PERIODICIDAD: MENSUAL"],
        ),
        (
            ("TELÉFONO: 2469683", "2469684"),
            ["TELÉFONO: [teléfono omitido]", "[teléfono omitido]"],
        ),
    ],
)
def test_only_the_label_and_a_recognised_value_are_published(
    row: tuple[str, ...], published: list[str]
) -> None:
    plan, findings = planned(GOAL, row)
    cells = plan.rows[-1].cells
    assert [cell.text for cell in cells] == published
    found = {(f.place.row, f.place.column) for f in findings if "unread" in f.code}
    found |= {(f.place.row, f.place.column) for f in findings if "withheld" in f.code}
    assert {c.place.column for c in cells if "omitido" in c.text} <= {c for _, c in found} | {1, 2}
    assert all((3, c.place.column) in found for c in cells if GONE in c.text)
    said = repr(plan) + repr(findings)
    assert "Persona" not in said
    assert "24696" not in said


def test_a_line_without_label_is_withheld_or_answers_the_line_above() -> None:
    rows = (("UNIDAD POSEEDORA:",), ("JEFATURA B",), ("Atentos saludos de Persona",))
    plan, findings = planned(GOAL, *rows)
    assert plan.footer.holder == "JEFATURA B"
    assert [row.cells[0].text for row in plan.rows[-2:]] == ["JEFATURA B", GONE]
    assert (5, "footer-unread") in codes(findings)
