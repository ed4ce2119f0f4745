"""`a4-rdf check`: renderings and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import Graph, Literal
from rdflib.namespace import RDF, SH

from a4_rdf.pipeline import document
from tests.cli.conftest import Run


def test_the_sample_conforms_with_warnings(a4: Run, sample: Path) -> None:
    result = a4("check", sample, "--org", "ame")
    last = result.stdout.splitlines()[-1]
    assert result.exit_code == 0
    assert last.startswith(f"{sample}: conforms: 0 violation, ")
    assert "percent-indicator: warning:" in result.stdout


def test_a_workspace_is_checked_document_by_document(a4: Run, workspace: Path) -> None:
    result = a4("check", workspace, "--format", "json")
    found = json.loads(result.stdout)
    assert list(found) == [str(workspace / "sources" / "ame" / "2015-09-30.txt")]
    report = next(iter(found.values()))
    assert report["conforms"] is True
    assert report["counts"]["violation"] == 0


def test_the_report_is_shacl(a4: Run, sample: Path) -> None:
    turtle = a4("check", sample, "--org", "ame", "--format", "turtle").stdout
    graph = Graph().parse(data=turtle, format="turtle")
    head = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    assert graph.value(head, SH.conforms) == Literal(True)
    assert len(list(graph.objects(head, SH.result))) > 10


def test_a_violation_is_exit_1(a4: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    describe = document.describe

    def without_plan(*arguments: object) -> tuple[object, ...]:
        return tuple(t for t in describe(*arguments) if not t[1].endswith("#inPlan"))  # type: ignore[arg-type]

    monkeypatch.setattr(document, "describe", without_plan)
    result = a4("check", sample, "--org", "ame")
    assert result.exit_code == 1
    assert "violation:" in result.stdout


def test_a_folder_that_is_no_workspace_is_exit_2(a4: Run, tmp_path: Path) -> None:
    result = a4("check", tmp_path)
    assert result.exit_code == 2
    assert "a4.toml" in result.stderr
