"""The endpoint asked by curl, as the page of clients and the query page say."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph

from tests.clients.recipes import offered
from tests.clients.snippets import Snippet, check, run
from tests.peers import need


def test_the_page_is_right(page: dict[str, tuple[Snippet, ...]], folder: Path) -> None:
    need.curl()
    for snippet in page["curl"]:
        check(snippet, ["bash", "-c"], folder)


def test_what_the_query_page_offers_runs(base: str, counts: str, tmp_path: Path) -> None:
    need.curl()
    done = run(["bash", "-c", offered(base, counts, "curl")], tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert len(lines) == 15
    assert lines[0] == "unit,goals"
    assert lines[2] == "COORDINACIÓN FINANCIERA,9"


def test_an_error_ends_with_22_where_asked_for(endpoint: str, tmp_path: Path) -> None:
    command = [need.curl(), "-sS", "--data-urlencode", "query=SELECT", endpoint]
    assert run(command, tmp_path).returncode == 0
    done = run([*command, "--fail-with-body"], tmp_path)
    assert done.returncode == 22
    assert '"code": "query-syntax"' in done.stdout


def test_a_graph_is_offered_as_turtle(base: str, unit: str, tmp_path: Path) -> None:
    need.curl()
    done = run(["bash", "-c", offered(base, f"DESCRIBE <{unit}>", "curl")], tmp_path)
    assert done.returncode == 0
    assert len(Graph().parse(data=done.stdout, format="turtle")) > 5
