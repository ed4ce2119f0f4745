from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from rdflib import URIRef
from rdflib.namespace import RDF, SKOS

from a4_rdf import formats, terms
from a4_rdf.formats import FORMATS, Format
from a4_rdf.release import dumps
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from tests.plans import BASE, PUBLISHER
from tests.release.making import OCTOBER, REPORT, SEPTEMBER, released

GRAPH = URIRef(f"{BASE}/graph/gad/a4/2015-09-30")
CODES = URIRef(f"{BASE}/kos/cota")
STATIC: tuple[Triple, ...] = (
    (CODES, RDF.type, SKOS.ConceptScheme),
    (URIRef(f"{BASE}/kos/cota/stated"), SKOS.inScheme, CODES),
)
every_format = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the dumps of two releases and of the latest."""
    folder, scratch = tmp_path / "new", tmp_path / "scratch"
    folder.mkdir()
    scratch.mkdir()
    dumps.write_release(folder, PUBLISHER, released())
    record = dumps.write_release(folder, PUBLISHER, released(OCTOBER, SEPTEMBER))
    static = dumps.write_static(scratch, BASE, {CODES: STATIC})
    dumps.write_latest(folder, scratch, PUBLISHER, [record], static)
    return folder


@every_format
def test_a_release_reads_back_from_each_of_its_dumps(folder: Path, fmt: Format) -> None:
    path = folder / f"dumps/gad/2015-09-30.{fmt.suffix}"
    quads = rdfio.parse_quads(path, fmt, BASE)
    assert tuple((s, p, o) for s, p, o, _ in quads) == released().triples
    graph = GRAPH if fmt.name in ("nq", "trig") else None
    assert {g for *_, g in quads} == {graph}


@every_format
def test_the_latest_is_the_last_release_and_what_never_changes(folder: Path, fmt: Format) -> None:
    path = folder / f"dumps/latest.{fmt.suffix}"
    expected = terms.ordered((*released(OCTOBER, SEPTEMBER).triples, *STATIC))
    assert terms.ordered(rdfio.parse(path, fmt, BASE)) == expected
    packed = path.with_name(f"{path.name}.gz")
    assert gzip.decompress(packed.read_bytes()) == path.read_bytes()


def test_quads_name_the_graph_of_everything(folder: Path) -> None:
    quads = rdfio.parse_quads(folder / "dumps/latest.nq", formats.NQUADS, BASE)
    october = URIRef(f"{BASE}/graph/gad/a4/2015-10-31")
    assert {g for *_, g in quads} == {october, CODES}
    assert {(s, p, o) for s, p, o, g in quads if g == CODES} == set(STATIC)


def test_triples_are_sorted_lines(folder: Path) -> None:
    lines = (folder / "dumps/latest.nt").read_bytes().splitlines()
    assert lines == sorted(set(lines))


def test_one_table_has_the_latest_releases(folder: Path) -> None:
    own = (folder / "dumps/gad/2015-10-31.csv").read_text(encoding="utf-8")
    assert (folder / "dumps/goals.csv").read_text(encoding="utf-8") == own
    assert own.count("\n") == 5
    for name in ("goals.csv", "gad/2015-09-30.csv"):
        assert (folder / f"dumps/{name}-metadata.json").is_file()


def test_the_source_and_the_report_are_published(folder: Path) -> None:
    copy = folder / "sources/gad/2015-09-30/fuente.txt"
    assert copy.read_text(encoding="utf-8") == "x\nx\n\nx\nx\nx\nx\n"
    assert (folder / "reports/gad/2015-09-30.json").read_bytes() == REPORT


def test_a_record_counts(tmp_path: Path) -> None:
    record = dumps.write_release(tmp_path, PUBLISHER, released())
    assert (record.goals, record.targets, record.latest) == (3, 3, False)
    assert record.stem == "gad/2015-09-30"
    assert str(record.graph(BASE)) == f"{BASE}/graph/gad/a4/2015-09-30"
