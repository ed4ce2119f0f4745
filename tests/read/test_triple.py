"""The three files of the 2023 law as one document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from a4_rdf import pipeline
from a4_rdf.errors import SourceError
from a4_rdf.interpret import interpret
from a4_rdf.model import Finding, Footer, Place, Plan, Publisher, Regime, RowStatus
from a4_rdf.pipeline import Known
from a4_rdf.read import Bounds, read
from a4_rdf.repair import repair
from tests.read.folders import DATA, DICTIONARY, HEADER, METADATA, NAMES, folder
from tests.tables import codes

PUBLISHER = Publisher("https://datos.ejemplo.ec", "Metas", "Oficina", "https://ejemplo.ec/licencia")


def planned(path: Path) -> tuple[Plan, tuple[Finding, ...]]:
    table, found = read(path)
    table, repaired = repair(table)
    plan, interpreted = interpret(table)
    return plan, (*found, *repaired, *interpreted)


def test_three_files_are_one_document(tmp_path: Path) -> None:
    plan, findings = planned(folder(tmp_path / "2025-01-31", DATA, METADATA, DICTIONARY))
    assert plan.title == "GAD DE EJEMPLO"
    assert plan.regime is Regime.LAW_2023
    assert plan.footer == Footer(
        date(2025, 1, 31), "MENSUAL", "DIRECCIÓN DE OBRAS", ("name", "email", "telephone")
    )
    assert [goal.row for goal in plan.goals] == [2, 3]
    assert [goal.activity for goal in plan.goals] == [None, None]
    links = [goal.link.text if goal.link else "" for goal in plan.goals]
    assert links == ["https://planes.ejemplo.gob.ec/poa?id=7", ""]
    assert codes(findings) == [
        (1, "encoding-guessed"),
        (6, "encoding-guessed"),
        (11, "personal-data-withheld"),
        (12, "personal-data-withheld"),
        (3, "absent-marker"),
        (10, "personal-data-withheld"),
    ]


def test_metadata_follow_the_data_as_footer_rows_with_their_file_s_name(tmp_path: Path) -> None:
    table, _ = read(folder(tmp_path / "t", DATA, METADATA, DICTIONARY))
    statuses = [(row.number, row.status) for row in table.rows if row.number > 4]
    assert statuses[:3] == [(5, None), (6, RowStatus.TITLE), (7, RowStatus.FOOTER)]
    assert statuses[-1] == (14, RowStatus.FOOTER)
    assert table.rows[-1].cells[0].place == Place(14, 1, f"{NAMES[1]}#row=9")
    assert table.rows[0].cells[0].place == Place(1, 1)


def test_a_finding_on_the_metadata_says_their_own_row(tmp_path: Path) -> None:
    _, findings = planned(folder(tmp_path / "t", DATA, METADATA, DICTIONARY))
    own = [(f.code, f.place) for f in findings if f.place.part]
    assert own == [
        ("encoding-guessed", Place(6, 1, f"{NAMES[1]}#row=1")),
        ("personal-data-withheld", Place(11, 2, f"{NAMES[1]}#row=6")),
        ("personal-data-withheld", Place(12, 2, f"{NAMES[1]}#row=7")),
        ("personal-data-withheld", Place(10, 2, f"{NAMES[1]}#row=5")),
    ]


def test_metadata_side_by_side_say_their_own_column(tmp_path: Path) -> None:
    metadata = (
        "Título;Fecha de actualización;Periodicidad;Licencia\nMetas;31/1/2025;Mensual;libre\n"
    )
    table, _ = read(folder(tmp_path / "t", DATA, metadata, DICTIONARY))
    assert [cell.place for cell in table.rows[-1].cells] == [
        Place(9, 1, f"{NAMES[1]}#col=4"),
        Place(9, 2, f"{NAMES[1]}#col=4"),
    ]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ((DATA,), "el archivo de metadatos"),
        ((DATA, METADATA.replace("31/1/2025", ""), DICTIONARY), "en el pie, o --date"),
    ],
)
def test_without_a_date_the_refusal_says_where_it_was_looked_for(
    tmp_path: Path, texts: tuple[str, ...], said: str
) -> None:
    with pytest.raises(SourceError) as caught:
        pipeline.convert(folder(tmp_path / "t", *texts), PUBLISHER, Known())
    assert caught.value.code == "no-date"
    assert said in caught.value.message
    assert ("falta" in caught.value.message) is (texts == (DATA,))


def test_no_person_leaves_the_metadata(tmp_path: Path) -> None:
    plan, findings = planned(folder(tmp_path / "t", DATA, METADATA, DICTIONARY))
    said = repr(plan) + repr(findings)
    assert not any(word in said for word in ("Persona Ejemplo", "@", "9683"))
    assert "CC BY 4.0" in said


@pytest.mark.parametrize(
    "label",
    [
        "Nombre del responsable",
        "Nombre de la persona responsable",
        "Persona de contacto",
        "Responsable de los datos",
        "Servidor público",
        "Datos del responsable",
        "Nombres y apellidos",
        "Elaborado por",
        "Autor",
    ],
)
def test_a_person_is_left_out_under_any_label(tmp_path: Path, label: str) -> None:
    metadata = f"Fecha de actualización;31/01/2025\n{label};Persona Ejemplo\nLicencia;libre\n"
    plan, findings = planned(folder(tmp_path / "t", DATA, metadata, DICTIONARY))
    assert "Persona Ejemplo" not in repr(plan) + repr(findings)
    assert plan.footer.withheld == ("name",)
    assert plan.footer.updated == date(2025, 1, 31)


@pytest.mark.parametrize(
    "metadata",
    [
        "Fecha de creación;1/1/2023\nFecha de última actualización;2025-01-31 00:00:00\n"
        "Frecuencia de actualización;Mensual\n",
        "Campo;Valor\nFecha de actualización de los datos;31/1/2025\nPeriodicidad;Mensual\n",
        "Fecha de actualización: 31/01/2025\nPeriodicidad: Mensual\n",
        "Título;Fecha de actualización;Periodicidad;Licencia\nMetas;31/1/2025;Mensual;libre\n",
        "Fecha de actualización,31/1/2025\nPeriodicidad,Mensual\n",
    ],
)
def test_metadata_are_found_in_any_layout(tmp_path: Path, metadata: str) -> None:
    plan, _ = planned(folder(tmp_path / "t", DATA, metadata, DICTIONARY))
    assert plan.footer == Footer(date(2025, 1, 31), "Mensual")


def test_files_are_told_by_what_they_say_where_their_names_do_not(tmp_path: Path) -> None:
    names = ("b.csv", "a.csv", "c.csv")
    known = folder(tmp_path / "known", DATA, METADATA, DICTIONARY)
    other = folder(tmp_path / "other", DATA, METADATA, DICTIONARY, names=names)
    left, right = planned(known)[0], planned(other)[0]
    assert (left.goals, left.footer, left.title) == (right.goals, right.footer, right.title)
    assert left.source.digest == right.source.digest


def test_the_digest_is_over_the_three_files(tmp_path: Path) -> None:
    whole = read(folder(tmp_path / "t", DATA, METADATA, DICTIONARY))[0].source
    assert (whole.name, whole.media_type, whole.encoding) == ("t", "multipart/mixed", "cp1252")
    assert whole.size == sum(len(text.encode("cp1252")) for text in (DATA, METADATA, DICTIONARY))
    changed = (
        (DATA + "\n", METADATA, DICTIONARY),
        (DATA, METADATA + "\n", DICTIONARY),
        (DATA, METADATA, DICTIONARY + "\n"),
        (DATA, METADATA),
    )
    digests = {
        read(folder(tmp_path / str(n), *texts))[0].source.digest for n, texts in enumerate(changed)
    }
    assert len(digests | {whole.digest}) == 5


def test_what_is_missing_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    table, findings = read(folder(tmp_path / "t", DATA))
    assert codes(findings) == [
        (1, "encoding-guessed"),
        (1, "metadata-missing"),
        (1, "dictionary-missing"),
    ]
    assert len([row for row in table.rows if row.cells]) == 3
    empty = folder(tmp_path / "empty", DATA, "", " \n")
    assert [code for _, code in codes(read(empty)[1])][1:] == [
        "metadata-missing",
        "dictionary-missing",
    ]


@pytest.mark.parametrize("texts", [(), ("", METADATA, DICTIONARY)])
def test_without_data_a_folder_is_refused(tmp_path: Path, texts: tuple[str, ...]) -> None:
    path = folder(tmp_path / "t", *texts)
    if texts:
        (path / NAMES[0]).unlink()
    with pytest.raises(SourceError) as caught:
        read(path)
    assert caught.value.code == "no-data-file"
    assert "«Conjunto de datos»" in caught.value.message
    assert ("«1.3_Metadatos.csv»" if texts else "ningún archivo") in caught.value.message


def test_an_empty_data_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(folder(tmp_path / "t", "", METADATA, DICTIONARY))
    assert caught.value.code == "empty-file"


def test_a_file_too_many_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path / "t", DATA, METADATA, DICTIONARY)
    (path / "1.3_Conjunto de datos.txt").write_text(DATA)
    (path / "LEEME.md").write_text("x")
    names = [f.detail("name") for f in read(path)[1] if f.code == "file-ignored"]
    assert names == ["1.3_Conjunto de datos.txt", "LEEME.md"]


def test_the_data_set_may_be_a_workbook(tmp_path: Path) -> None:
    path = folder(tmp_path / "t", "", METADATA, DICTIONARY)
    (path / NAMES[0]).unlink()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (HEADER, "DIRECCIÓN DE OBRAS;Mejorar las vías;Número de vías;12 vías;"):
        sheet.append(line.split(";"))
    book.save(path / "Conjunto de datos.xlsx")
    plan, _ = planned(path)
    assert [goal.row for goal in plan.goals] == [2]
    assert plan.footer.updated == date(2025, 1, 31)


def test_a_stale_date_is_kept_and_flagged(tmp_path: Path) -> None:
    path = folder(tmp_path / "2026-01-31", DATA, METADATA, DICTIONARY)
    conversion = pipeline.convert(path, PUBLISHER, Known(date=date(2026, 1, 31)))
    assert conversion.plan.footer.updated == date(2025, 1, 31)
    stale = [f for f in conversion.findings if f.code == "date-differs"]
    assert [(f.detail("stated"), f.detail("expected")) for f in stale] == [
        ("2025-01-31", "2026-01-31")
    ]


def test_the_bounds_hold_for_the_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(folder(tmp_path / "t", DATA, METADATA, DICTIONARY), Bounds(size=100))
    assert caught.value.code == "too-large"
