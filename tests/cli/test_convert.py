"""`a4-rdf convert`: formats, findings, and what it says of files that it cannot read."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from a4_rdf import formats
from a4_rdf.store.rdfio import parse
from tests.cli.conftest import Run

BASE = "http://127.0.0.1:8000"

HEADER_ROW = "No.\tDescripción de la unidad\tObjetivo\tActividad\tIndicador\tMeta\n"
HEADER = (
    "organization,release,row,section,number,unit,parent_unit,objective,activity,indicator,"
    "target_text,ordinal,value,value_max,bound,unit_of_measure,status,findings,goal_iri,target_iri"
)


def test_the_tidy_table_has_a_line_per_target_and_per_goal_without_one(
    a4: Run, sample: Path
) -> None:
    result = a4("convert", sample, "--to", "csv", "--org", "ame")
    rows = list(csv.DictReader(StringIO(result.stdout)))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == HEADER
    assert len(rows) == 64
    assert len({row["goal_iri"] for row in rows}) == 62
    assert len([row for row in rows if row["value"]]) == 58
    first = rows[0]
    assert (first["row"], first["value"], first["unit_of_measure"]) == ("12", "45", "Reuniones")
    assert first["target_iri"] == f"{first['goal_iri']}/2015-09-30/1"


@pytest.mark.parametrize(
    ("name", "rdflib_name"),
    [
        ("turtle", "turtle"),
        ("nt", "nt"),
        ("nq", "nquads"),
        ("trig", "trig"),
        ("jsonld", "json-ld"),
        ("xml", "xml"),
    ],
)
def test_every_rdf_format_holds_the_same_graph(
    a4: Run, sample: Path, name: str, rdflib_name: str
) -> None:
    expected = Graph().parse(data=a4("convert", sample, "--to", "nt").stdout, format="nt")
    parsed = parse(a4("convert", sample, "--to", name).stdout.encode(), formats.by_name(name), BASE)
    assert set(parsed) == set(expected)
    if not formats.by_name(name).has_graphs:
        text = a4("convert", sample, "--to", name).stdout
        assert isomorphic(Graph().parse(data=text, format=rdflib_name), expected)
    assert len(expected) > 3000


def test_findings_say_where_and_what(a4: Run, sample: Path) -> None:
    spanish = a4("convert", sample, "--to", "csv").stderr.splitlines()
    english = a4("convert", sample, "--to", "csv", "--lang", "en").stderr.splitlines()
    assert f"{sample}:75:6: percent-without-sign: el indicador es un porcentaje" in "\n".join(
        spanish
    )
    assert len(spanish) == len(english)
    assert spanish != english


def test_findings_as_json(a4: Run, sample: Path) -> None:
    lines = a4("convert", sample, "--to", "csv", "--json").stderr.splitlines()
    found = [json.loads(line) for line in lines]
    rows = {f["line"] for f in found if f["code"] == "ambiguous-row"}
    assert rows == {26, 33, 66, 71}
    assert set(found[0]) == {"file", "part", "line", "column", "code", "severity", "message"}


def test_without_org_the_title_names_the_body(a4: Run, sample: Path) -> None:
    result = a4("convert", sample, "--to", "nt")
    assert "/id/organizacion/asociacion-de-municipalidades-ecuatorianas>" in result.stdout


def test_another_date_is_taken_and_noticed(a4: Run, sample: Path) -> None:
    result = a4("convert", sample, "--to", "csv", "--org", "ame", "--date", "2015-10-31")
    assert "ame,2015-10-31,12," in result.stdout
    assert "date-differs" in result.stderr


def test_out_is_written_whole(a4: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "goals.csv"
    result = a4("convert", sample, "--to", "csv", "-o", out)
    assert result.stdout == ""
    assert len(out.read_text("utf-8").splitlines()) == 65
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ame.txt", "goals.csv"]


@pytest.mark.parametrize("name", ["missing/goals.csv", "folder"])
def test_where_nothing_can_be_written_is_exit_2_and_leaves_nothing(
    a4: Run, sample: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    result = a4("convert", sample, "--to", "csv", "-o", tmp_path / name)
    assert result.exit_code == 2
    assert f"{tmp_path / name}: cannot be written" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ame.txt", "folder"]


def test_two_files_of_one_body_and_date_are_exit_2(a4: Run, sample: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.txt"
    twin.write_bytes(sample.read_bytes())
    result = a4("convert", sample, twin, "--to", "csv", "--org", "ame")
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(sample) in result.stderr


BAD = {
    "header.txt": (HEADER_ROW.encode(), "no-goals"),
    "empty.txt": (b"", "empty-file"),
    "blank.txt": (b"\n \n\t\n", "empty-file"),
    "binary.txt": (b"%PDF-1.7\n\x00\x01\x02", "not-text"),
    "nul.txt": (b"No.\tUnidad\x00\tMeta\n", "not-text"),
    "prose.txt": ("Rendición de cuentas del año 2015.\n".encode(), ""),
    "payroll.txt": ("No.\tNombres\tCargo\tRemuneración\n1\tX\tAnalista\t817\n".encode(), ""),
    "goals.abc": (b"a\tb\n", "unknown-suffix"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_exit_3(a4: Run, tmp_path: Path, name: str) -> None:
    data, code = BAD[name]
    path, out = tmp_path / name, tmp_path / "out.ttl"
    path.write_bytes(data)
    result = a4("convert", path, "--org", "ame", "--date", "2015-09-30", "-o", out)
    assert result.exit_code == 3, result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(f"{path}: {code}")
    assert "se esperaba" in result.stderr
    assert not out.exists()


def test_a_missing_file_is_exit_3(a4: Run, tmp_path: Path) -> None:
    result = a4("convert", tmp_path / "nada.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "missing-file" in result.stderr


def test_one_bad_file_of_two_writes_nothing(a4: Run, sample: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    result = a4("convert", sample, bad, "--to", "csv")
    assert (result.exit_code, result.stdout) == (3, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--to", "pdf"),
        ("--date", "30/09/2015"),
        ("--base-iri", "ftp://x"),
        ("--base-iri", "http://a b"),
        ("--org", "ÑO"),
        ("--org", "../x"),
    ],
)
def test_a_wrong_option_is_exit_2(a4: Run, sample: Path, arguments: tuple[str, ...]) -> None:
    assert a4("convert", sample, *arguments).exit_code == 2


def test_limits_are_options_over_the_environment(
    a4: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = a4("convert", sample, "--limit", "rows=20")
    assert refused.exit_code == 3
    assert "too-many-rows: se esperaban a lo sumo 20 filas; hay 84" in refused.stderr
    monkeypatch.setenv("A4_LIMITS", "rows=20 seconds=5")
    assert a4("convert", sample).exit_code == 3
    assert a4("convert", sample, "--limit", "rows=90").exit_code == 0
    wrong = a4("convert", sample, "--limit", "lines=9")
    assert wrong.exit_code == 2
    assert "limit 'lines': expected one of size, text, rows" in wrong.stderr


def test_a_finding_on_the_metadata_names_the_line_of_that_file(a4: Run, tmp_path: Path) -> None:
    folder = tmp_path / "2026-01-31"
    folder.mkdir()
    header = "Unidad;Objetivos;Indicador;Meta cuantificable\n"
    data = f"{header}DIRECCIÓN A;Mejorar;Número de vías;3 vías\n"
    (folder / "1-3_Conjunto de datos.csv").write_text(data, encoding="utf-8")
    (folder / "1-3_Metadatos.csv").write_text(
        "Institución;GAD de Ejemplo\nFecha de actualización;31/12/2025\n", encoding="utf-8"
    )
    result = a4("convert", folder, "--to", "csv", "--org", "gad", "--date", "2026-01-31")
    line = next(line for line in result.stderr.splitlines() if "date-differs" in line)
    assert line.startswith(f"{folder}:1-3_Metadatos.csv!2:")
