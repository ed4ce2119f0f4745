"""`a4-rdf query`: a publication on disk, an endpoint that does not answer, and bad queries."""

from __future__ import annotations

import json
from pathlib import Path

from rdflib import Graph

from tests.cli.conftest import Run

COUNT = "PREFIX poa: <def/poa#> SELECT (COUNT(*) AS ?goals) WHERE { ?goal a poa:Goal }"


def test_a_count_as_table_csv_and_json(a4: Run, built: Path) -> None:
    table = a4("query", "--store", built, "-", stdin=COUNT)
    as_csv = a4("query", "--store", built, "--format", "csv", "-", stdin=COUNT)
    as_json = a4("query", "--store", built, "--format", "json", "-", stdin=COUNT)
    assert table.stdout.splitlines()[-1].strip() == "62"
    assert as_csv.stdout.split() == ["goals", "62"]
    assert json.loads(as_json.stdout)["results"]["bindings"][0]["goals"]["value"] == "62"


def test_a_graph_is_turtle(a4: Run, built: Path, tmp_path: Path) -> None:
    query = tmp_path / "describe.rq"
    query.write_text("DESCRIBE <id/organizacion/ame>", "utf-8")
    result = a4("query", "--store", built, query)
    assert len(Graph().parse(data=result.stdout, format="turtle")) > 10


def test_an_ask(a4: Run, built: Path) -> None:
    assert a4("query", "--store", built, "-", stdin="ASK { FILTER(false) }").stdout == "false\n"


def test_no_store_is_exit_2(a4: Run) -> None:
    result = a4("query", "-", stdin=COUNT)
    assert (result.exit_code, result.stdout) == (2, "")


def test_no_sparql_is_exit_2(a4: Run, built: Path) -> None:
    result = a4("query", "--store", built, "-", stdin="SELECT * WHERE {")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_workspace_not_built_is_exit_4(a4: Run, workspace: Path) -> None:
    assert a4("query", "--store", workspace, "-", stdin=COUNT).exit_code == 4


def test_an_endpoint_that_does_not_answer_is_exit_4(a4: Run) -> None:
    result = a4("query", "--endpoint", "http://127.0.0.1:9/sparql", "-", stdin=COUNT)
    assert (result.exit_code, result.stdout) == (4, "")
    assert len(result.stderr.splitlines()) == 1
