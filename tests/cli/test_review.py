"""`a4-rdf review`: rows listed, decided by option or by question, published with their reasons."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from a4_rdf import resources
from tests.cli.conftest import Run

BY = ("--role", "unidad de datos abiertos", "--why", "cotejado con el original")
BARE_TARGET = (
    "PREFIX poa: <def/poa#> PREFIX prov: <http://www.w3.org/ns/prov#>"
    " PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
)


def corrections(workspace: Path) -> list[str]:
    return (workspace / "corrections" / "ame.csv").read_text("utf-8").splitlines()


def open_rows(a4: Run, workspace: Path) -> list[int]:
    lines = a4("review", workspace, "--json").stdout.splitlines()
    return [json.loads(line)["row"] for line in lines]


def test_rows_are_listed_beside_their_source(a4: Run, workspace: Path) -> None:
    result = a4("review", workspace)
    assert result.exit_code == 0
    text = result.stdout
    assert [line for line in text.splitlines() if line.startswith("ame/")] == [
        f"ame/2015-09-30:{n} ({workspace}/sources/ame/2015-09-30.txt)" for n in (26, 33, 66, 71)
    ]
    assert "    4 [sobra] Fortalecer la comunicación interna" in text
    assert "    (hereda de arriba) unidad: DIRECCIÓN" in text
    assert "  0 (como se leyó)\n    objetivo: Brindar asistencia" in text
    assert "    objetivo: (nada propio)" in text


def test_rows_are_listed_as_json(a4: Run, workspace: Path) -> None:
    lines = a4("review", workspace, "--json", "--lang", "en").stdout.splitlines()
    row = json.loads(lines[2])
    assert (row["document"], row["row"]) == ("ame/2015-09-30", 66)
    assert row["source"] == "3024bcdc52e33f95f7d130245ccc92d430b9bc6cbb1f32953d49932dab45482f"
    assert [finding["code"] for finding in row["findings"]] == ["ambiguous-row"]
    assert row["findings"][0]["message"].startswith("the row can be read two ways")
    assert [(cell["column"], cell["read_as"]) for cell in row["cells"]] == [
        (4, "objective"),
        (5, "activity"),
        (6, "indicator"),
    ]
    assert list(row["inherited"]) == ["unit"]
    assert [values["target"][:11] for values in row["alternatives"]] == ["", "Elaboración"]


def test_what_is_accepted_is_built_and_told(a4: Run, workspace: Path) -> None:
    before = a4("build", workspace).stderr
    accepted = a4(
        "review",
        workspace,
        "--accept",
        "ame/2015-09-30:66=1",
        "--accept",
        "ame/2015-09-30:33=0",
        *BY,
    )
    assert accepted.exit_code == 0, accepted.stderr
    assert accepted.stdout == f"{workspace}/corrections/ame.csv: 7 cells decided\n"
    assert len(corrections(workspace)) == 8
    assert open_rows(a4, workspace) == [26, 71]
    after = a4("build", workspace)
    assert after.exit_code == 0
    assert before.count(": ambiguous-row: ") == 4
    assert after.stderr.count(": ambiguous-row: ") == 2
    assert ask(a4, workspace, "?goal poa:targetCellText ?x . ?goal prov:wasDerivedFrom ?row") == [
        "Elaboración, Diseño y Ejecución del plan de formación y capacitación"
    ]
    assert ask(a4, workspace, "?row poa:repair ?x FILTER(STRENDS(STR(?x), '/cell-corrected'))") == [
        "http://127.0.0.1:8000/kos/hallazgo/cell-corrected"
    ]
    decision = (
        "?review a prov:Activity ; rdfs:label ?x ; prov:used ?document ; prov:generated ?note ."
        " ?note oa:hasTarget ?goal ; prov:wasDerivedFrom ?row"
    )
    assert set(ask(a4, workspace, decision)) == {
        "Revisión del documento del 2015-09-30: unidad de datos abiertos"
    }
    words = "?note prov:wasDerivedFrom ?row ; rdfs:comment ?x FILTER(CONTAINS(?x, 'a «Elabora'))"
    assert ask(a4, workspace, words) == [
        "corregido en la revisión (unidad de datos abiertos): meta cuantificable, de «» a"
        " «Elaboración, Diseño y Ejecución del plan de formación y capacitación»;"
        " motivo: cotejado con el original"
    ]


def ask(a4: Run, workspace: Path, where: str) -> list[str]:
    """Return what `?x` is where a pattern holds of row 66."""
    row = "?row <http://www.w3.org/ns/csvw#rownum> 66 ."
    query = f"{BARE_TARGET} SELECT ?x WHERE {{ {row} {where} }}"
    result = a4("query", "--store", workspace, "--format", "json", "-", stdin=query)
    assert result.exit_code == 0, result.stderr
    return [found["x"]["value"] for found in json.loads(result.stdout)["results"]["bindings"]]


def test_other_bytes_are_another_document(a4: Run, workspace: Path) -> None:
    a4("review", workspace, "--accept", "ame/2015-09-30:66=1", *BY)
    source = workspace / "sources" / "ame" / "2015-09-30.txt"
    source.write_bytes(source.read_bytes() + b"\n")
    path = workspace / "corrections" / "ame.csv"
    for command in ("build", "check", "review"):
        result = a4(command, workspace)
        stale = [line for line in result.stderr.splitlines() if "-without-document" in line]
        assert [line.split(" ")[0] for line in stale] == [f"{path}:{n}:1:" for n in (2, 3, 4, 5)]
    assert open_rows(a4, workspace) == [26, 33, 66, 71]


def test_decisions_reach_no_other_document(a4: Run, workspace: Path) -> None:
    text = resources.sample().read_text("utf-8").replace("30/09/2015", "31/10/2015")
    (workspace / "sources" / "ame" / "2015-10-31.txt").write_text(text, "utf-8")
    a4("review", workspace, "--accept", "ame/2015-10-31:66=1", *BY)
    assert open_rows(a4, workspace) == [26, 33, 66, 71, 26, 33, 71]
    assert "without-document" not in a4("check", workspace).stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--accept", "ame/2015-09-30:66=1"), "--accept expects --role and --why"),
        (("--accept", "66=1", *BY), "expected --accept ORG/DATE:ROW=N; found '66=1'"),
        (("--accept", "ame/2015-09-30:67=1", *BY), "2015-09-30:67: nothing awaits a decision"),
        (("--accept", "ame/2015-09-30:66=2", *BY), "footer, section, example; found 2"),
        (("--accept", "ame/2015-09-30:66=goal", *BY), "from 0 to 1, or footer"),
        (
            ("--accept", "ame/2015-09-30:66=1", "--role", "alguien@ejemplo.ec", "--why", "x"),
            "role: an e-mail address or a telephone",
        ),
        (
            ("--accept", "ame/2015-09-30:66=1", "--role", "Ing. Fulano Inventado", "--why", "x"),
            "role: a name after a title; no person is published",
        ),
    ],
)
def test_what_cannot_be_accepted_is_exit_2(
    a4: Run, workspace: Path, options: tuple[str, ...], message: str
) -> None:
    result = a4("review", workspace, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (workspace / "corrections" / "ame.csv").exists()


def test_a_row_can_be_accepted_as_what_it_is(a4: Run, workspace: Path) -> None:
    a4("review", workspace, "--accept", "ame/2015-09-30:71=footer", *BY)
    assert corrections(workspace)[1].split(",", 1)[1].startswith("71,row,footer,")
    assert open_rows(a4, workspace) == [26, 33, 66]
    assert "61 goals" in a4("build", workspace).stdout


def test_the_list_ends_with_how_to_decide(a4: Run, workspace: Path) -> None:
    assert a4("review", workspace).stderr.splitlines() == [
        "filas que esperan decisión: 4",
        f"para decidir: a4-rdf review {workspace} --accept ame/2015-09-30:26=N"
        " --role CARGO --why MOTIVO",
    ]
    every = [f"--accept=ame/2015-09-30:{row}=0" for row in (26, 33, 66, 71)]
    a4("review", workspace, *every, *BY)
    assert a4("review", workspace).stderr == "ninguna fila espera decisión\n"


def test_asked_row_by_row(a4: Run, workspace: Path) -> None:
    answers = [
        *("9", "1", "oficina de planificación", "cotejado"),  # 26: no alternative 9
        "s",  # 33
        *("v", "", "", "", "", "", "1 plan", "", "con el plan a la vista"),  # 66: typed, same role
        *("n", "footer", "", "es una nota"),  # 71
    ]
    result = a4("review", workspace, "--ask", stdin="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "se esperaba 0–3, v, n, s o q" in result.stdout
    lines = [line.split(",", 1)[1] for line in corrections(workspace)[1:]]
    assert [line.split(",")[:2] for line in lines] == [
        *(["26", column] for column in ("unit", "objective", "activity", "indicator", "target")),
        *(["66", column] for column in ("objective", "activity", "indicator", "target")),
        ["71", "row"],
    ]
    assert lines[8] == "66,target,1 plan,oficina de planificación,con el plan a la vista"
    assert lines[9] == "71,row,footer,oficina de planificación,es una nota"
    assert open_rows(a4, workspace) == [33]
    assert "61 goals" in a4("build", workspace).stdout


def test_a_role_that_is_an_address_is_asked_again_and_quitting_keeps_what_was_decided(
    a4: Run, workspace: Path
) -> None:
    answers = ["0", "alguien@ejemplo.ec", "x", "oficina", "cotejado", "q"]
    result = a4("review", workspace, "--ask", stdin="\n".join(answers) + "\n")
    assert "role: an e-mail address" in result.stderr
    assert "filas que esperan decisión: 3" in result.stdout
    assert len(corrections(workspace)) == 6
    assert "alguien" not in "".join(corrections(workspace))


def test_a_bad_corrections_file_stops_every_command(a4: Run, workspace: Path) -> None:
    path = workspace / "corrections" / "ame.csv"
    path.write_text("source,row,column,value,role,why\nab,1,target,3,oficina,x\n")
    for command in ("build", "check", "review"):
        result = a4(command, workspace)
        assert result.exit_code == 2
        assert f"{path}:2: source: expected" in result.stderr


def test_convert_takes_the_decisions_of_a_file(a4: Run, workspace: Path) -> None:
    a4("review", workspace, "--accept", "ame/2015-09-30:66=1", *BY)
    source = workspace / "sources" / "ame" / "2015-09-30.txt"
    path = workspace / "corrections" / "ame.csv"
    table = a4("convert", source, "--to", "csv", "--corrections", path).stdout
    row = next(row for row in csv.DictReader(table.splitlines()) if row["row"] == "66")
    assert row["target_text"].startswith("Elaboración, Diseño")
    assert (row["status"], row["activity"][:9]) == ("qualitative", "Fortalece")
    assert "cell-corrected" in row["findings"].split()
    missing = a4("convert", source, "--corrections", workspace / "otra.csv")
    assert missing.exit_code == 2
    assert "otra.csv' does not exist" in missing.stderr


def test_a_bad_document_does_not_keep_the_others_waiting(a4: Run, workspace: Path) -> None:
    (workspace / "sources" / "ame" / "2015-10-31.txt").write_bytes(b"nada\n")
    result = a4("review", workspace, "--json")
    assert [json.loads(line)["row"] for line in result.stdout.splitlines()] == [26, 33, 66, 71]
    assert result.exit_code == 3
    assert "2015-10-31.txt: " in result.stderr
