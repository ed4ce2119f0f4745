"""Every form of a target that the documents are known to hold (SOURCES.md 5 to 8), as a table."""

from __future__ import annotations

import pytest

from a4_rdf.interpret.targets import measure
from a4_rdf.model import Place, Statement

COUNTS, PERCENT, NEITHER = "Número de obras", "% de avance", "Plan de obras"

# cell, indicator, (value, upper value, bound, unit of measure) of each target, findings
FORMS: tuple[tuple[str, str, tuple[tuple[str, str, str, str], ...], str], ...] = (
    ("45 Reuniones", NEITHER, (("45", "", "stated", "Reuniones"),), ""),
    ("3", NEITHER, (("3", "", "stated", ""),), ""),
    ("3", COUNTS, (("3", "", "stated", "obras"),), ""),
    ("80%", NEITHER, (("80", "", "stated", "%"),), ""),
    ("100 %", NEITHER, (("100", "", "stated", "%"),), ""),
    ("AL menos el 40% de GAD", NEITHER, (("40", "", "at-least", "%"),), ""),
    (
        "Promover al menos 10 hermanamientos",
        NEITHER,
        (("10", "", "at-least", "hermanamientos"),),
        "",
    ),
    ("Un documento de formación", NEITHER, (("1", "", "stated", "documento"),), ""),
    ("veinticuatro audiencias", NEITHER, (("24", "", "stated", "audiencias"),), ""),
    ("dos (2) estudios", NEITHER, (("2", "", "stated", "estudios"),), ""),
    ("Entre 10 y 12", NEITHER, (("10", "12", "range", ""),), ""),
    ("Máximo 3 días", NEITHER, (("3", "", "at-most", "días"),), ""),
    ("menor o igual al 15%", NEITHER, (("15", "", "at-most", "%"),), ""),
    ("no menor al 98%", NEITHER, (("98", "", "at-least", "%"),), ""),
    (
        "22 municipios realizarán proyectos .9 municipios cuentan con estudios",
        NEITHER,
        (("22", "", "stated", "municipios"), ("9", "", "stated", "municipios")),
        "target-multiple",
    ),
    (
        "3 Publicaciones( Remitidos y avisos) 1 Manual de manejo",
        NEITHER,
        (("3", "", "stated", "Publicaciones"), ("1", "", "stated", "Manual")),
        "target-multiple",
    ),
    (
        "3 puentes y 2 pasos de agua",
        NEITHER,
        (("3", "", "stated", "puentes"), ("2", "", "stated", "pasos")),
        "target-multiple",
    ),
    ("8.000", NEITHER, (("8000", "", "stated", ""),), ""),
    ("8.000", PERCENT, (("", "", "", ""),), "ambiguous-number target-qualitative"),
    ("1.234", COUNTS, (("1234", "", "stated", "obras"),), ""),
    ("1.234", NEITHER, (("", "", "", ""),), "ambiguous-number target-qualitative"),
    ("1.479.588,24", NEITHER, (("1479588.24", "", "stated", ""),), ""),
    ("269934,95", NEITHER, (("269934.95", "", "stated", ""),), ""),
    ("1 200", NEITHER, (("1200", "", "stated", ""),), ""),
    ("819,689.33", NEITHER, (("819689.33", "", "stated", ""),), ""),
    ("$ 13.020,35", NEITHER, (("13020.35", "", "stated", "USD"),), ""),
    ("20 GAD participan en la 6ta edición", NEITHER, (("20", "", "stated", "GAD"),), ""),
    ("6ta edición", NEITHER, (("", "", "", ""),), "unread-number target-qualitative"),
    ("Plan del año 2015", NEITHER, (("", "", "", ""),), "unread-number target-qualitative"),
    (
        "80% de las regionales 5,4 y 3 de la AME",
        NEITHER,
        (("80", "", "stated", "%"),),
        "",
    ),
    (
        "Asistencia a los 221 GADS",
        NEITHER,
        (("", "", "", ""),),
        "unread-number target-qualitative",
    ),
    ("45 informes en hasta 30 días", NEITHER, (("45", "", "stated", "informes"),), ""),
    ("5 talleres en las 7 parroquias", NEITHER, (("5", "", "stated", "talleres"),), ""),
    (
        "Guía técnica para la gestión impresa",
        NEITHER,
        (("", "", "", ""),),
        "target-qualitative",
    ),
    ("NO APLICA", NEITHER, (), "absent-marker"),
    ("NO  APLICA", NEITHER, (), "absent-marker"),
    ("INFORMACIÓN NO DISPONIBLE", NEITHER, (), "absent-marker"),
    ("N/A", NEITHER, (), "absent-marker"),
    ("S/N", NEITHER, (), "absent-marker"),
    ("-", NEITHER, (), "absent-marker"),
    ("0", NEITHER, (("0", "", "stated", ""),), ""),
    ("-500", NEITHER, (("-500", "", "stated", ""),), ""),
    ("Nabón", NEITHER, (("", "", "", ""),), "target-qualitative"),
    ("El 80 de Alcaldes/sas", PERCENT, (("80", "", "stated", "Alcaldes/sas"),), ""),
    ("20 GAD participan", "Nº de servidores/as", (("20", "", "stated", "GAD"),), ""),
    ("veinte y cinco talleres", NEITHER, (("25", "", "stated", "talleres"),), ""),
    ("ciento veinte y cinco usuarios", NEITHER, (("125", "", "stated", "usuarios"),), ""),
    ("veinte y cinco por ciento", NEITHER, (("25", "", "stated", "%"),), ""),
    ("dos millones quinientos mil dólares", NEITHER, (("2500000", "", "stated", "USD"),), ""),
    ("un millón doscientos mil dólares", NEITHER, (("1200000", "", "stated", "USD"),), ""),
    (
        "2 millones quinientos mil dólares",
        NEITHER,
        (("", "", "", ""),),
        "ambiguous-number target-qualitative",
    ),
    ("$5000 a $6000", NEITHER, (("5000", "6000", "range", "USD"),), ""),
    ("USD 5000 a 6000", NEITHER, (("5000", "6000", "range", "USD"),), ""),
    ("$5000-$6000", NEITHER, (("5000", "6000", "range", "USD"),), ""),
    ("5000 USD a 6000 USD", NEITHER, (("", "", "", ""),), "ambiguous-number target-qualitative"),
    ("mínimo 2 y máximo 5 talleres", NEITHER, (("2", "5", "range", "talleres"),), ""),
    ("mínimo dos y máximo cinco talleres", NEITHER, (("2", "5", "range", "talleres"),), ""),
    ("mayor a 80% y menor a 90%", NEITHER, (("80", "90", "range", "%"),), ""),
    ("> 90% y < 95%", NEITHER, (("90", "95", "range", "%"),), ""),
    (">=80% <=90%", NEITHER, (("80", "90", "range", "%"),), ""),
    ("hasta 90%, mínimo 80%", NEITHER, (("80", "90", "range", "%"),), ""),
    (
        "mínimo 90% y máximo 80%",
        NEITHER,
        (("", "", "", ""),),
        "ambiguous-number target-qualitative",
    ),
    (
        "mínimo 2 talleres y mínimo 3 ferias",
        NEITHER,
        (("", "", "", ""),),
        "ambiguous-number target-qualitative",
    ),
    (
        "mínimo 5 talleres máximo",
        NEITHER,
        (("", "", "", ""),),
        "ambiguous-number target-qualitative",
    ),
    ("3 días hábiles máximo", NEITHER, (("3", "", "at-most", "días"),), ""),
    ("3 días laborables como máximo", NEITHER, (("3", "", "at-most", "días"),), ""),
    ("15% (máximo)", NEITHER, (("15", "", "at-most", "%"),), ""),
    ("15% (mínimo)", NEITHER, (("15", "", "at-least", "%"),), ""),
    ("15% o inferior", NEITHER, (("15", "", "at-most", "%"),), ""),
    ("5 talleres al menos", NEITHER, (("5", "", "at-least", "talleres"),), ""),
    ("5 al menos", NEITHER, (("5", "", "at-least", ""),), ""),
    ("10+", NEITHER, (("10", "", "at-least", ""),), ""),
    ("10%+", NEITHER, (("10", "", "at-least", "%"),), ""),
    (
        "15% de la población como máximo",
        NEITHER,
        (("", "", "", ""),),
        "ambiguous-number target-qualitative",
    ),
    (
        "90% en 2015 y 95% en 2016",
        NEITHER,
        (("", "", "", ""),),
        "ambiguous-number target-qualitative",
    ),
    (
        "tres talleres y dos ferias",
        NEITHER,
        (("3", "", "stated", "talleres"), ("2", "", "stated", "ferias")),
        "target-multiple",
    ),
    (
        "Dos talleres; tres ferias",
        NEITHER,
        (("2", "", "stated", "talleres"), ("3", "", "stated", "ferias")),
        "target-multiple",
    ),
    (
        "3 talleres y tres ferias",
        NEITHER,
        (("3", "", "stated", "talleres"), ("3", "", "stated", "ferias")),
        "target-multiple",
    ),
    (
        "un taller y una feria",
        NEITHER,
        (("1", "", "stated", "taller"), ("1", "", "stated", "feria")),
        "target-multiple",
    ),
    ("dos a tres talleres", NEITHER, (("", "", "", ""),), "ambiguous-number target-qualitative"),
    ("100 120", NEITHER, (("", "", "", ""),), "ambiguous-number target-qualitative"),
    ("5‰", NEITHER, (("", "", "", ""),), "ambiguous-number target-qualitative"),
    ("65 por mil", NEITHER, (("", "", "", ""),), "ambiguous-number target-qualitative"),
    ("1 er trimestre", NEITHER, (("", "", "", ""),), "unread-number target-qualitative"),
    ("100 000", NEITHER, (("100000", "", "stated", ""),), ""),
    ("10 aprox.", NEITHER, (("10", "", "stated", ""),), ""),
    ("5 o más talleres", NEITHER, (("5", "", "at-least", "talleres"),), ""),
    ("cinco o más talleres", NEITHER, (("5", "", "at-least", "talleres"),), ""),
    ("al menos 5 talleres hasta 30 días", NEITHER, (("5", "", "at-least", "talleres"),), ""),
    ("5 talleres con máximo 20 personas", NEITHER, (("5", "", "stated", "talleres"),), ""),
)


@pytest.mark.parametrize(("cell", "indicator", "targets", "codes"), FORMS)
def test_a_form_is_read_as_a_careful_person_reads_it(
    cell: str, indicator: str, targets: tuple[tuple[str, str, str, str], ...], codes: str
) -> None:
    measured = measure(Statement(cell, Place(2, 6)), Statement(indicator, Place(2, 5)))
    found = [
        (
            f"{t.value:f}" if t.value is not None else "",
            f"{t.value_max:f}" if t.value_max is not None else "",
            t.bound.value if t.value is not None else "",
            t.unit_of_measure,
        )
        for t in measured.targets
    ]
    assert found == list(targets)
    assert [finding.code for finding in measured.findings] == codes.split()


def test_two_texts_with_a_number_that_is_no_quantity_are_not_split() -> None:
    measured = measure(Statement("1 Consultoría en el año 2015 y 3 sedes", Place(2, 6)), None)
    assert [f"{t.value:f}" for t in measured.targets if t.value is not None] == ["1"]
