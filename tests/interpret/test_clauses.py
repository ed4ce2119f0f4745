"""The grammar of quantities over whole cells: what is read, and what is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from a4_rdf.interpret.clauses import clauses, unread_number
from a4_rdf.interpret.quantities import Quantity

# text, value, upper value, bound, unit of measure, basis
READ = [
    ("45 Reuniones", "45", "", "stated", "Reuniones", "digits"),
    ("3", "3", "", "stated", "", "digits"),
    ("3.", "3", "", "stated", "", "digits"),
    ("0", "0", "", "stated", "", "digits"),
    ("0%", "0", "", "stated", "%", "digits"),
    ("-500", "-500", "", "stated", "", "digits"),
    ("80%", "80", "", "stated", "%", "digits"),
    ("100 %", "100", "", "stated", "%", "digits"),
    ("99,5%", "99.5", "", "stated", "%", "digits"),
    ("80 por ciento", "80", "", "stated", "%", "digits"),
    ("80% de información generada", "80", "", "stated", "%", "digits"),
    ("85 % Cobertura de Servicios", "85", "", "stated", "%", "digits"),
    ("El 60% de los GADM conocen", "60", "", "stated", "%", "digits"),
    ("El 80 de Alcaldes/sas comparten", "80", "", "stated", "Alcaldes/sas", "digits"),
    ("150 servidores/as municipales", "150", "", "stated", "servidores/as", "digits"),
    ("20 GAD participan en la 6ta edición de BPL", "20", "", "stated", "GAD", "digits"),
    ("1 Página Web", "1", "", "stated", "Página", "digits"),
    ("3 nuevas publicaciones", "3", "", "stated", "publicaciones", "digits"),
    ("AL menos el 40% de GAD", "40", "", "at-least", "%", "digits"),
    ("Promover al menos 10 hermanamientos", "10", "", "at-least", "hermanamientos", "digits"),
    ("Por lo menos 4 ferias", "4", "", "at-least", "ferias", "digits"),
    ("Mínimo 12 informes", "12", "", "at-least", "informes", "digits"),
    ("no menor al 98%", "98", "", "at-least", "%", "digits"),
    ("mayor o igual al 95%", "95", "", "at-least", "%", "digits"),
    ("Más de 20 eventos", "20", "", "at-least", "eventos", "digits"),
    ("≥ 80%", "80", "", "at-least", "%", "digits"),
    ("80% o más", "80", "", "at-least", "%", "digits"),
    ("80% como mínimo", "80", "", "at-least", "%", "digits"),
    ("Máximo 3 días", "3", "", "at-most", "días", "digits"),
    ("10 días máximo", "10", "", "at-most", "días", "digits"),
    ("Hasta 30 días", "30", "", "at-most", "días", "digits"),
    ("menor o igual al 15%", "15", "", "at-most", "%", "digits"),
    ("no mayor a 5 días", "5", "", "at-most", "días", "digits"),
    ("Entre 10 y 12", "10", "12", "range", "", "digits"),
    ("Entre 10 y 12 talleres", "10", "12", "range", "talleres", "digits"),
    ("Entre el 80% y el 90%", "80", "90", "range", "%", "digits"),
    ("De 5 a 8 talleres", "5", "8", "range", "talleres", "digits"),
    ("10 a 12 talleres", "10", "12", "range", "talleres", "digits"),
    ("Un documento de formación", "1", "", "stated", "documento", "number-word"),
    ("Una guía técnica", "1", "", "stated", "guía", "number-word"),
    ("al menos un taller", "1", "", "at-least", "taller", "number-word"),
    ("veinticuatro audiencias", "24", "", "stated", "audiencias", "number-word"),
    ("treinta y dos visitas", "32", "", "stated", "visitas", "number-word"),
    ("mil doscientas visitas", "1200", "", "stated", "visitas", "number-word"),
    ("Cien por ciento", "100", "", "stated", "%", "number-word"),
    ("dos (2) estudios", "2", "", "stated", "estudios", "digits"),
    ("2 (dos) estudios", "2", "", "stated", "estudios", "digits"),
    ("8.000", "8000", "", "stated", "", "digits"),
    ("66.700 Lecturas", "66700", "", "stated", "Lecturas", "digits"),
    ("5,400 lecturas", "5400", "", "stated", "lecturas", "digits"),
    ("1.479.588,24", "1479588.24", "", "stated", "", "digits"),
    ("269934,95", "269934.95", "", "stated", "", "digits"),
    ("1.200,50", "1200.50", "", "stated", "", "digits"),
    ("1 200", "1200", "", "stated", "", "digits"),
    ("819,689.33", "819689.33", "", "stated", "", "digits"),
    ("$ 13.020,35", "13020.35", "", "stated", "USD", "digits"),
    ("USD 1.250", "1250", "", "stated", "USD", "digits"),
    ("USD$ 500", "500", "", "stated", "USD", "digits"),
    ("U$D 500", "500", "", "stated", "USD", "digits"),
    ("1.200 €", "1200", "", "stated", "EUR", "digits"),
    ("500 euros", "500", "", "stated", "EUR", "digits"),
    ("5 mil personas", "5000", "", "stated", "personas", "digits"),
    ("$ 1,5 millones", "1500000", "", "stated", "USD", "digits"),
    ("2 millones de dólares", "2000000", "", "stated", "USD", "digits"),
    ("un millón de dólares", "1000000", "", "stated", "USD", "number-word"),
    ("dos millones", "2000000", "", "stated", "", "number-word"),
    ("10%-12%", "10", "12", "range", "%", "digits"),
    ("min. 2 ferias", "2", "", "at-least", "ferias", "digits"),
    ("máx. 3 días", "3", "", "at-most", "días", "digits"),
    ("• 5 talleres", "5", "", "stated", "talleres", "digits"),
    ("5000 dólares", "5000", "", "stated", "USD", "digits"),
    ("1.5 km de vía", "1.5", "", "stated", "km", "digits"),
    ("5 talleres en las 7 parroquias", "5", "", "stated", "talleres", "digits"),
    ("45 informes entregados hasta 30 días", "45", "", "stated", "informes", "digits"),
    ("48 municipios en el año 2015", "48", "", "stated", "municipios", "digits"),
    ("Capacitar a 150 personas", "150", "", "stated", "personas", "digits"),
    ("Ejecutar al 100% el presupuesto", "100", "", "stated", "%", "digits"),
    ("Incrementar en un 10% la cobertura", "10", "", "stated", "%", "digits"),
]

NO_QUANTITY = [
    "6ta edición",
    "1er informe",
    "año 2015",
    "regionales 5,4 y 3",
    "Asistencia a los 221 GADS",
    "Atender a los 221 GADS",
    "informes en hasta 30 días",
    "en las 7 parroquias",
    "Guía técnica para la gestión integral impresa",
    "31 de diciembre de 2015",
    "31/12/2015",
    "1. Plan elaborado 2. Informe",
    "10-12",
    "1) 5",
    "1½",
    "1.- Plan 2.- Informe",
    "10 12 15 18",
    "Elaborar un plan",
    "Una vez aprobado el plan",
    "Un incremento del 5%",
    "Reducir del 10% al 5%",
    "NATALIA",
]

UNDECIDED = [
    ("1.234", "1.234"),
    ("12.345%", "12.345%"),
    ("1,500 kg", "1,500 kg"),
    ("2015", "2015"),
    ("-5 talleres", "-5 talleres"),
    ("10 de 15 municipios", "10"),
    ("3 de cada 10 familias", "3"),
    ("dos (3) estudios", "dos (3)"),
    ("Entre 12 y 10 talleres", "Entre 12 y 10 talleres"),
    ("100 100 100", "100 100 100"),
    ("1.23.456", "1.23.456"),
    ("10; 12; 9", "10; 12; 9"),
    ("10, 12, 9", "10, 12, 9"),
    ("10% 20% 30%", "10% 20% 30%"),
    ("10 o 12 talleres", "10 o 12 talleres"),
    ("5,6 y 7 talleres", "5,6 y 7 talleres"),
    ("10 (enero), 12 (febrero)", "10 (enero), 12 (febrero)"),
    ("50 % + 1", "50 % + 1"),
    ("2 y media", "2 y media"),
    ("Del 5 al 8 de mayo", "Del 5 al 8"),
    ("De 2015 a 2018", "De 2015 a 2018"),
    ("10% a 12 talleres", "10% a 12 talleres"),
    ("1.250 millones", "1.250 millones"),
    ("1.250 puntos", "1.250 puntos"),
]


def only(text: str) -> Quantity:
    found = clauses(text)
    assert [clause.text for clause in found] == [text]
    assert found[0].quantity is not None
    return found[0].quantity


@pytest.mark.parametrize(("text", "value", "most", "bound", "unit", "basis"), READ)
def test_a_quantity_is_read(
    text: str, value: str, most: str, bound: str, unit: str, basis: str
) -> None:
    quantity = only(text)
    assert quantity.value == Decimal(value)
    assert quantity.value_max == (Decimal(most) if most else None)
    assert (quantity.bound.value, quantity.unit) == (bound, unit)
    assert quantity.basis.value == basis
    assert quantity.doubt == ""


def test_at_least_sixty_forms_are_covered() -> None:
    assert len(READ) >= 60


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_no_quantity_is_invented(text: str) -> None:
    found = clauses(text)
    assert [(clause.text, clause.quantity) for clause in found] == [(text, None)]


@pytest.mark.parametrize(("text", "doubt"), UNDECIDED)
def test_what_cannot_be_decided_is_a_doubt(text: str, doubt: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.doubt) == (None, doubt)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3 puentes y 2 pasos de agua", [("3 puentes", 3), ("2 pasos de agua", 2)]),
        (
            "22 municipios realizarán proyectos.9 municipios cuentan con estudios",
            [("22 municipios realizarán proyectos.", 22), ("9 municipios cuentan con estudios", 9)],
        ),
        (
            "3 Publicaciones( Remitidos y avisos) 1 Manual de manejo",
            [("3 Publicaciones( Remitidos y avisos)", 3), ("1 Manual de manejo", 1)],
        ),
        (
            "45 Reuniones, 3 talleres y 2 ferias",
            [("45 Reuniones", 45), ("3 talleres", 3), ("2 ferias", 2)],
        ),
        ("Plan aprobado. 5 talleres", [("Plan aprobado.", None), ("5 talleres", 5)]),
        ("Enero 10 Febrero 12", [("Enero 10", 10), ("Febrero 12", 12)]),
        ("Enero: 8%, Febrero: 9%", [("Enero: 8%", 8), ("Febrero: 9%", 9)]),
    ],
)
def test_a_cell_may_hold_several(text: str, parts: list[tuple[str, int | None]]) -> None:
    found = [(c.text, c.quantity.value if c.quantity else None) for c in clauses(text)]
    assert found == parts


@pytest.mark.parametrize(
    "text",
    [
        "3 talleres en Quito y 4 ciudades",
        "80% de las regionales 5,4 y 3 de la AME en el año 2015",
        "5 talleres. 2016 será otro año",
    ],
)
def test_numbers_inside_a_phrase_are_no_second_quantity(text: str) -> None:
    assert len(clauses(text)) == 1


def test_twelve_months_in_one_cell() -> None:
    months = "Ene 10 Feb 10 Mar 12 Abr 10 May 10 Jun 10 Jul 10 Ago 9 Sep 10 Oct 10 Nov 10 Dic 4"
    found = clauses(months)
    values = [clause.quantity.value for clause in found if clause.quantity]
    assert values == [10, 10, 12, 10, 10, 10, 10, 9, 10, 10, 10, 4]
    assert [clause.month for clause in found] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


def test_offsets_point_at_the_words() -> None:
    text = "22 municipios realizarán proyectos.9 municipios cuentan"
    spans = [text[c.quantity.start : c.quantity.end] for c in clauses(text) if c.quantity]
    assert spans == ["22 municipios", "9 municipios"]


def test_the_number_that_was_not_read_is_named() -> None:
    assert unread_number("En las 7 parroquias") == "7"
    assert unread_number("Guía impresa") == ""
