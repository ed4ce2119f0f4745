"""The endpoint asked from R, as the page of clients and the query page say."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph

from tests.clients.recipes import offered
from tests.clients.snippets import Snippet, check, run
from tests.peers import need

NAME = "R (httr)"
TELL = "\nfor (n in names(table)) cat(n, class(table[[n]]), as.character(table[[n]]), sep = '|')\n"
LOCALE = {"LC_ALL": "C.UTF-8"}


def command() -> list[str]:
    return [need.rscript(), "--vanilla", "-e"]


def test_the_page_is_right(page: dict[str, tuple[Snippet, ...]], folder: Path) -> None:
    for snippet in page["R"]:
        check(snippet, command(), folder, **LOCALE)


def test_what_the_query_page_offers_runs(base: str, counts: str, tmp_path: Path) -> None:
    done = run([*command(), offered(base, counts, NAME) + TELL], tmp_path, **LOCALE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[2].split() == ["2", "COORDINACIÓN", "FINANCIERA"]
    assert done.stdout.endswith("goals|integer|12|9|7|6|6|4|3|3|3|3|2|2|1|1")


def test_a_query_with_quotes_and_backslashes_arrives_whole(base: str, tmp_path: Path) -> None:
    query = r"""SELECT ("a \"b\" )- 'c' \\d \u00f1" AS ?text) {}"""
    done = run([*command(), offered(base, query, NAME) + TELL], tmp_path, **LOCALE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(r"""text|character|a "b" )- 'c' \d ñ""")


def test_an_error_ends_the_script_with_its_status(base: str, tmp_path: Path) -> None:
    text = offered(base, "ASK {}", NAME).replace("ASK {}", "ASK {")
    done = run([*command(), text], tmp_path, **LOCALE)
    assert done.returncode == 1
    assert "HTTP 400" in done.stderr


def test_a_graph_is_offered_as_turtle(base: str, unit: str, tmp_path: Path) -> None:
    text = offered(base, f"DESCRIBE <{unit}>", NAME)
    done = run([*command(), text], tmp_path, **LOCALE)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(Graph().parse(data=done.stdout, format="turtle")) > 5
