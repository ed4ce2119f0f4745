"""The pipeline: whose document it is, of which date and year, and what refuses a build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from a4_rdf import pipeline
from a4_rdf.errors import SourceError
from a4_rdf.model import Organization
from a4_rdf.pipeline import Known
from tests.plans import PUBLISHER

TABLE = (
    "GAD DE EJEMPLO\n"
    "No.\tDescripción de la unidad\tObjetivo de la unidad\tActividad\tIndicador\tMeta\n"
    "1\tDIRECCIÓN DE OBRAS\tMejorar las vías\tConstrucción de puentes\tNúmero de puentes\t3\n"
)
FOOTER = "FECHA ACTUALIZACIÓN DE LA INFORMACIÓN: 31/12/2015\n"
GAD = Organization("gad", "GAD de Ejemplo")


def written(folder: Path, text: str) -> Path:
    path = folder / "tabla.txt"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "known", "year", "basis"),
    [
        (TABLE + FOOTER, Known(GAD), 2015, "update-date"),
        (TABLE + FOOTER, Known(GAD, date(2016, 1, 31)), 2015, "update-date"),
        (TABLE, Known(GAD, date(2016, 1, 31)), 2016, "release-date"),
        (TABLE + FOOTER, Known(GAD, date(2016, 1, 31), 2014), 2014, "settings"),
    ],
)
def test_the_year_is_the_update_dates_unless_somebody_knows_better(
    tmp_path: Path, text: str, known: Known, year: int, basis: str
) -> None:
    release = pipeline.convert(written(tmp_path, text), PUBLISHER, known).release
    assert (release.year, release.year_basis) == (year, basis)


def test_the_title_names_the_body_where_nobody_else_does(tmp_path: Path) -> None:
    release = pipeline.convert(written(tmp_path, TABLE + FOOTER), PUBLISHER, Known()).release
    assert release.organization == Organization("gad-de-ejemplo", "GAD DE EJEMPLO")
    assert release.date == date(2015, 12, 31)


@pytest.mark.parametrize(
    ("text", "code"),
    [(TABLE, "no-date"), (TABLE.partition("\n")[2] + FOOTER, "no-organization")],
)
def test_what_nobody_says_is_asked_for(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        pipeline.convert(written(tmp_path, text), PUBLISHER, Known())
    assert caught.value.code == code


def test_another_date_than_expected_is_a_finding_at_the_footer(tmp_path: Path) -> None:
    known = Known(GAD, date(2016, 1, 31))
    found = pipeline.convert(written(tmp_path, TABLE + FOOTER), PUBLISHER, known).findings
    finding = next(f for f in found if f.code == "date-differs")
    assert finding.place.row == 4
    assert finding.details == (("stated", "2015-12-31"), ("expected", "2016-01-31"))
