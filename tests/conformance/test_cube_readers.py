"""The cube as generic tools read it: numbers, names and slices are those of the tidy table.

A reader of any cube in rdflib alone reads the dump; pandas-datacube (PyPI) the SPARQL endpoint of
a running server. Neither is told more than where the data are.
"""

from __future__ import annotations

import csv
import json
import subprocess
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from rdflib import Graph

from a4_rdf.spanish import fold
from bench import national
from tests.peers import cube_reader, need
from tests.peers.cube_reader import Cube
from tests.pipeline import workspaces
from tests.serve.test_server import served

Line = dict[str, str]
COLUMNS = {"actividad": "activity", "indicador": "indicator"}
NOT_DECLARED = {"actividad": "Actividad no declarada", "indicador": "Indicador no declarado"}
BODIES = 4


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a made publication of several bodies and months; some of them only repeat."""
    root = tmp_path_factory.mktemp("cube") / "work"
    national.make(root, BODIES, months=4, seed=3)
    workspaces.build(root)
    return root / "public"


@pytest.fixture(scope="module")
def lines(public: Path) -> dict[str, Line]:
    """Return the lines of the tidy table that have a number, by the address of the target."""
    with (public / "dumps" / "goals.csv").open(encoding="utf-8", newline="") as table:
        return {line["target_iri"]: line for line in csv.DictReader(table) if line["value"]}


@pytest.fixture(scope="module")
def graph(public: Path) -> Graph:
    return Graph().parse(public / "dumps" / "latest.ttl")


@pytest.fixture(scope="module")
def cubes(graph: Graph) -> list[Cube]:
    """Return the cubes that have observations: one of each body."""
    found = list(cube_reader.cubes(graph))
    full = [cube for cube in found if cube.rows]
    assert len(full) == BODIES
    return full


def test_the_structure_is_read(cubes: list[Cube]) -> None:
    for cube in cubes:
        assert cube.columns == {
            "dimension": [
                "período",
                "publicado al",
                "unidad responsable",
                "actividad",
                "indicador",
                "ordinal",
            ],
            "measure": ["valor"],
            "attribute": [
                "unidad de medida",
                "cota",
                "estado de la meta",
                "fundamento",
                "valor máximo",
            ],
        }


def test_the_numbers_are_those_of_the_table(cubes: list[Cube], lines: dict[str, Line]) -> None:
    read = {
        str(observation): (number(row["valor"]), number(row["valor máximo"]), str(row["ordinal"]))
        for cube in cubes
        for observation, row in cube.rows.items()
    }
    told = {
        iri: (number(line["value"]), number(line["value_max"]), line["ordinal"])
        for iri, line in lines.items()
    }
    assert len(told) > 100
    assert read == told


def test_the_words_are_those_of_the_table(
    graph: Graph, cubes: list[Cube], lines: dict[str, Line]
) -> None:
    """But for case: of two spellings of an indicator the concept has the first."""
    for cube in cubes:
        for observation, row in cube.rows.items():
            line = lines[str(observation)]
            names = {column: cube_reader.label(graph, row[column]) for column in row}
            assert line["unit"].endswith(names["unidad responsable"])
            assert (names["publicado al"], names["período"]) == (line["release"], "2025")
            for column, none in NOT_DECLARED.items():
                said = line[COLUMNS[column]]
                assert fold(names[column]) == fold(said or none)
            measure = {"": "No declarada", "%": "porcentaje"}.get(
                line["unit_of_measure"], line["unit_of_measure"]
            )
            assert fold(names["unidad de medida"]) == fold(measure)
            assert str(row["cota"]).endswith(f"/{line['bound']}")


def test_the_slices_are_the_tables_units(cubes: list[Cube], lines: dict[str, Line]) -> None:
    read = sorted(
        sorted(number(row["valor"]) for row in rows)
        for cube in cubes
        for rows in cube.slices.values()
    )
    told: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for line in lines.values():
        told[line["organization"], line["unit"]].append(number(line["value"]))
    assert len(told) > 10
    assert read == sorted(sorted(values) for values in told.values())


def test_a_release_on_its_own_is_read_with_the_vocabulary(
    public: Path, lines: dict[str, Line]
) -> None:
    """Its structure is not in its graph: it is found where its address leads."""
    first = next(iter(lines.values()))
    own = {iri for iri, line in lines.items() if line["organization"] == first["organization"]}
    with served(public) as (_, address):
        release = Graph().parse(f"{address}dumps/{first['organization']}/{first['release']}.ttl")
        (alone,) = cube_reader.cubes(release)
        (cube,) = cube_reader.cubes(release.parse(f"{address}def/poa.ttl"))
    assert {str(observation) for observation in cube.rows} == own
    assert [len(names) for names in alone.columns.values()] == [0, 0, 0]
    assert [len(names) for names in cube.columns.values()] == [6, 1, 5]
    assert all(row["valor"] is not None for row in cube.rows.values())


def test_pandas_datacube_reads_the_endpoint(public: Path, lines: dict[str, Line]) -> None:
    python = need.datacube()
    with served(public) as (_, address):
        command = [python, str(need.DATACUBE_SCRIPT), f"{address}sparql"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    found = [json.loads(line) for line in run.stdout.splitlines()]
    dimensions = ["refPeriod", "asOf", "responsibleUnit", "activity", "indicator", "ordinal"]
    assert len(found) == BODIES
    assert all(one["dimensions"] == dimensions for one in found)
    assert all(one["measures"] == ["targetValue"] for one in found)
    read = Counter(
        (
            one["dataset"].split("/")[-2],
            row["asOf"],
            int(row["ordinal"]),
            number(row["targetValue"]),
        )
        for one in found
        for row in one["rows"]
    )
    assert read == Counter(
        (line["organization"], line["release"], int(line["ordinal"]), number(line["value"]))
        for line in lines.values()
    )


def number(value: object) -> Decimal:
    """Return a number, -1 where there is none."""
    return Decimal(str(value)) if value else Decimal(-1)
