"""The site asked by Comunica: its endpoint, the addresses of its things, its dumps."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from tests.clients.snippets import Snippet, check, run
from tests.peers import need

T = TypeVar("T")


@pytest.fixture
def ours() -> str:
    """Return a PATH on which Comunica is."""
    return f"{Path(need.comunica()).parent}{os.pathsep}{os.environ['PATH']}"


def lines(folder: Path, *arguments: str) -> list[str]:
    """Return what Comunica prints as CSV."""
    done = run([need.comunica(), *arguments, "-t", "text/csv"], folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def at_once(*asking: Callable[[], T]) -> list[T]:
    """Return what several say, in their order: each waits for a Comunica that starts slowly."""
    with ThreadPoolExecutor(len(asking)) as executor:
        return [one.result() for one in [executor.submit(ask) for ask in asking]]


def test_the_page_is_right(page: dict[str, tuple[Snippet, ...]], folder: Path, ours: str) -> None:
    each = (partial(check, one, ["bash", "-c"], folder, PATH=ours) for one in page["Comunica"])
    at_once(*each)


def test_the_endpoint_is_found_out(endpoint: str, counts: str, tmp_path: Path) -> None:
    sources = (f"sparql@{endpoint}", endpoint)
    for found in at_once(*(partial(lines, tmp_path, source, counts) for source in sources)):
        assert len(found) == 15
        assert found[2] == "COORDINACIÓN FINANCIERA,9"


def test_the_endpoint_says_yes_and_no(base: str, endpoint: str, tmp_path: Path) -> None:
    queries = [f"ASK {{ ?s a <{base}/def/poa#{kind}> }}" for kind in ("Goal", "Nothing")]
    commands = [[need.comunica(), f"sparql@{endpoint}", query] for query in queries]
    done = at_once(*(partial(run, command, tmp_path) for command in commands))
    assert [one.stdout.strip() for one in done] == ["true", "false"]


def test_the_endpoint_gives_graphs(base: str, endpoint: str, tmp_path: Path) -> None:
    query = f"CONSTRUCT WHERE {{ ?goal a <{base}/def/poa#Goal> }}"
    command = [need.comunica(), f"sparql@{endpoint}", query, "-t", "application/n-triples"]
    done = run(command, tmp_path)
    assert len(done.stdout.splitlines()) == 62


def test_a_things_address_leads_to_its_data(base: str, unit: str, tmp_path: Path) -> None:
    query = (
        f"PREFIX poa: <{base}/def/poa#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        f"SELECT DISTINCT ?name {{ ?goal a poa:Goal ; poa:responsibleUnit <{unit}> ; "
        "poa:activity/skos:prefLabel ?name } ORDER BY ?name"
    )
    assert lines(tmp_path, unit, query) == [
        "name",
        "Adquisición de bienes y suministros",
        "Caja Chica",
        "Contratación y pago de servicios en general",
        "Gestión de contratación y pago de arriendo de oficinas en territorio",
        "Instalación mantenimiento y reparación de las edificaciones de AME matriz y regionales",
        "Logística de movilización y transporte institucional",
        "Pago de servicios básicos",
        "Realizar los pagos necesarios para el cumplimiento de obligaciones",
    ]


def test_a_dump_and_the_endpoint_are_joined(
    base: str, endpoint: str, unit: str, tmp_path: Path
) -> None:
    query = (
        f"PREFIX poa: <{base}/def/poa#> SELECT (COUNT(?goal) AS ?n) "
        f"{{ ?goal a poa:Goal SERVICE <{endpoint}> {{ ?goal poa:responsibleUnit <{unit}> }} }}"
    )
    assert lines(tmp_path, f"{base}/dumps/latest.ttl", query) == ["n", "9"]


def test_what_two_sources_both_say_counts_twice(
    base: str, endpoint: str, unit: str, tmp_path: Path
) -> None:
    where = f"{{ ?goal a <{base}/def/poa#Goal> ; <{base}/def/poa#responsibleUnit> <{unit}> }}"
    queries = [f"SELECT (COUNT({count}) AS ?n) {where}" for count in ("?goal", "DISTINCT ?goal")]
    found = at_once(*(partial(lines, tmp_path, unit, endpoint, query) for query in queries))
    assert found == [["n", "36"], ["n", "9"]]


def test_our_words_are_shown_for_an_error(base: str, endpoint: str, tmp_path: Path) -> None:
    query = f"SELECT * {{ ?s a <{base}/def/poa#Goal> FILTER(<http://a.example/f>(?s)) }}"
    done = run([need.comunica(), f"sparql@{endpoint}", query], tmp_path)
    assert done.returncode == 1
    assert "HTTP status 400" in done.stderr
    assert '"code": "query-unsupported"' in done.stderr
