from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from io import StringIO

import pytest
from rdflib import URIRef

from a4_rdf.describe import describe
from a4_rdf.identify import names_of
from a4_rdf.model import Finding, Place
from a4_rdf.release import tidy
from a4_rdf.vocab import Poa
from tests.plans import BASE, PUBLISHER, RELEASE, small_plan

PLAN = small_plan()
FINDINGS = (
    Finding("no-target", Place(6, 6)),
    Finding("row-realigned", Place(6, 2)),
    Finding("no-target", Place(6, 6)),
    Finding("no-header", Place(1, 1)),
)


def table() -> list[dict[str, str]]:
    found = tidy.lines(BASE, RELEASE, PLAN, names_of(PLAN), FINDINGS)
    return list(csv.DictReader(StringIO(tidy.to_csv(found))))


def test_the_columns_are_those_of_the_contract() -> None:
    assert ", ".join(tidy.COLUMNS) == (
        "organization, release, row, section, number, unit, parent_unit, objective, activity,"
        " indicator, target_text, ordinal, value, value_max, bound, unit_of_measure, status,"
        " findings, goal_iri, target_iri"
    )


def test_one_line_per_target_and_one_for_a_goal_without() -> None:
    lines = table()
    assert [(line["row"], line["ordinal"], line["value"]) for line in lines] == [
        ("4", "1", "3"),
        ("4", "2", "2"),
        ("5", "1", "80"),
        ("6", "", ""),
    ]


def test_a_line_in_full() -> None:
    second = table()[1]
    goal = second.pop("goal_iri")
    assert goal.startswith("https://datos.ejemplo.ec/id/meta/gad/")
    assert second == {
        "organization": "gad",
        "release": "2015-09-30",
        "row": "4",
        "section": "PROCESOS AGREGADORES DE VALOR",
        "number": "1",
        "unit": "DIRECCIÓN DE OBRAS - COORDINACIÓN DE VÍAS",
        "parent_unit": "DIRECCIÓN DE OBRAS",
        "objective": "Mejorar las vías",
        "activity": "Construcción de puentes",
        "indicator": "Número de puentes",
        "target_text": "3 puentes y al menos 2 pasos de agua",
        "ordinal": "2",
        "value": "2",
        "value_max": "",
        "bound": "at-least",
        "unit_of_measure": "pasos",
        "status": "multiple",
        "findings": "",
        "target_iri": f"{goal}/2015-09-30/2",
    }


def test_a_range_in_percent_has_two_plain_numbers() -> None:
    line = table()[2]
    measured = [line[name] for name in ("value", "value_max", "bound", "unit_of_measure")]
    assert measured == ["80", "90.5", "range", "%"]


def test_a_goal_without_target_says_why_and_what_was_found() -> None:
    line = table()[3]
    assert (line["status"], line["findings"]) == ("blank", "row-realigned no-target")
    assert (line["target_iri"], line["bound"], line["parent_unit"]) == ("", "", "")


def test_the_table_and_the_graph_say_the_same() -> None:
    poa = Poa(BASE)
    graph: dict[tuple[URIRef, URIRef], set[str]] = defaultdict(set)
    for s, p, o in describe(PUBLISHER, RELEASE, PLAN, names_of(PLAN), ()):
        graph[s, p].add(str(o))
    for line in table():
        goal, target = URIRef(line["goal_iri"]), URIRef(line["target_iri"])
        assert graph[goal, poa["targetCellText"]] == {line["target_text"]} - {""}
        assert line["target_iri"] in graph[goal, poa["hasTarget"]] or not line["target_iri"]
        assert graph[target, poa["ordinal"]] == {line["ordinal"]} - {""}
        values = {Decimal(value) for value in graph[target, poa["targetValue"]]}
        assert values == ({Decimal(line["value"])} if line["value"] else set())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("45.0", "45"),
        ("45", "45"),
        ("0", "0"),
        ("0.50", "0.5"),
        ("1E+3", "1000"),
        ("1479588.24", "1479588.24"),
    ],
)
def test_numbers_are_plain(value: str, text: str) -> None:
    assert tidy.plain(Decimal(value)) == text


def test_no_lines_give_a_header() -> None:
    assert tidy.to_csv(()) == ",".join(tidy.COLUMNS) + "\n"
