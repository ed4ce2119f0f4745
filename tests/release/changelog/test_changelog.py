"""The change log's files: what each says, and that they all say the same."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, XSD

from a4_rdf import formats, formulas, iris
from a4_rdf.check import check
from a4_rdf.model import Change, ChangeKind
from a4_rdf.release import changelog
from a4_rdf.release.changelog.rdf import Named
from a4_rdf.store import rdfio
from a4_rdf.terms import graph
from a4_rdf.vocab import AS
from tests.changes.states import OCTOBER, change
from tests.plans import BASE, PUBLISHER
from tests.release.changelog.made import NAMES, files, log, many, written

FILES = [
    "cambios.atom",
    "cambios.index.json",
    "cambios.jsonl",
    "dumps/cambios.csv",
    "dumps/cambios.nt",
    "dumps/cambios.ttl",
    "ldes/index.ttl",
    "ldes/open.ttl",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("log"), *log())


def test_the_files(folder: Path) -> None:
    found = [path for path in files(folder) if not path.startswith("ldes/2015-10-1-")]
    assert found == FILES
    assert len(files(folder)) == len(FILES) + 1


def test_the_same_changes_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    changes = log()
    by_body = [c for slug in ("otra", "gad") for c in changes if c.organization == slug]
    assert files(written(tmp_path, *by_body)) == files(folder)
    assert b"2026" not in b"".join(files(folder).values())


def test_without_changes_all_files_are_there(tmp_path: Path) -> None:
    changelog.write(tmp_path, PUBLISHER, (), NAMES, OCTOBER)
    assert list(files(tmp_path)) == FILES
    assert b"<updated>2015-10-31T00:00:00Z</updated>" in files(tmp_path)["cambios.atom"]


def test_a_lowered_target_as_triples() -> None:
    lowered = next(c for c in log() if c.kind is ChangeKind.TARGET_LOWERED)
    (subject,) = {s for s, _, _ in changelog.describe(BASE, lowered)}
    assert iris.parse(BASE, subject) is not None
    assert subject.startswith(f"{BASE}/id/cambio/gad/2015-10-31/")
    assert {(p, o) for _, p, o in changelog.describe(BASE, lowered)} == {
        (RDF.type, AS.Update),
        (DCTERMS.type, URIRef(f"{BASE}/kos/tipo-cambio/target-lowered")),
        (
            RDFS.label,
            Literal("La meta bajó de 45 a 30 talleres: Talleres a municipios.", lang="es"),
        ),
        (
            RDFS.label,
            Literal("The target fell from 45 to 30 talleres: Talleres a municipios.", lang="en"),
        ),
        (DCTERMS.issued, Literal("2015-10-31", datatype=XSD.date)),
        (AS.published, Literal("2015-10-31T00:00:00Z", datatype=XSD.dateTime, normalize=False)),
        (DCTERMS.isPartOf, URIRef(f"{BASE}/id/conjunto/gad/2015-10-31")),
        (AS.actor, URIRef(f"{BASE}/id/organizacion/gad")),
        (AS.object, URIRef(f"{BASE}/id/meta/gad/talleres")),
        (PROV.used, URIRef(f"{BASE}/id/meta/gad/talleres/2015-09-30/1")),
        (PROV.generated, URIRef(f"{BASE}/id/meta/gad/talleres/2015-10-31/1")),
    }


NO_RELEASE = {"goals-present", "release-present"}
"""What is amiss with changes alone: they are no release."""

MOVED = change(ChangeKind.MOVED, unit="riego", label="RIEGO", old="OBRAS", old_place="obras")
FORMER = change(
    ChangeKind.TARGET_RAISED, unit="riego", goal="b", former="a", target=2, old_target=1
)
RENAMED = change(ChangeKind.UNIT_RENAMED, unit="vias", former="obras", old="OBRAS", new="VÍAS")
REPLACED = replace(RENAMED, kind=ChangeKind.UNIT_REPLACED, label="VÍAS")


@pytest.mark.parametrize(
    ("told", "predicate", "expected"),
    [
        (MOVED, RDF.type, {AS.Update, AS.Move}),
        (MOVED, AS.object, {"unidad/gad/riego"}),
        (MOVED, AS.origin, {"unidad/gad/obras"}),
        (MOVED, AS.target, {"organizacion/gad"}),
        (MOVED, PROV.used, set()),
        (FORMER, PROV.used, {"meta/gad/a", "meta/gad/a/2015-09-30/1"}),
        (FORMER, PROV.generated, {"meta/gad/b", "meta/gad/b/2015-10-31/2"}),
        (RENAMED, PROV.used, {"unidad/gad/obras"}),
        (RENAMED, PROV.generated, {"unidad/gad/vias"}),
        (REPLACED, RDF.type, {AS.Create}),
        (REPLACED, AS.object, {"unidad/gad/vias"}),
        (REPLACED, PROV.used, {"unidad/gad/obras"}),
        (REPLACED, PROV.generated, {"unidad/gad/vias"}),
        (change(ChangeKind.ADDED, goal="g"), RDF.type, {AS.Create}),
        (change(ChangeKind.WITHDRAWN, goal="g"), RDF.type, {AS.Delete}),
    ],
)
def test_what_a_change_leads_from_and_to(
    told: Change, predicate: URIRef, expected: set[str]
) -> None:
    objects = {o for _, p, o in changelog.describe(BASE, told) if p == predicate}
    assert {str(o).removeprefix(f"{BASE}/id/") for o in objects} == {str(e) for e in expected}


def test_each_thing_that_a_change_says_is_in_its_name() -> None:
    first = next(c for c in log() if c.kind is ChangeKind.TARGET_LOWERED)
    others = (*log(), *many(300), MOVED, FORMER, RENAMED, REPLACED)
    names = {Named(BASE, c).iri for c in (first, *others)}
    assert len(names) == len({first, *others})


def test_a_unit_that_took_anothers_place_is_told_so_in_every_form(tmp_path: Path) -> None:
    folder = written(tmp_path / "log", REPLACED)
    said, iri = "La unidad «VÍAS» ocupó el lugar de «OBRAS».", Named(BASE, REPLACED).iri
    (row,) = csv.DictReader((folder / "dumps/cambios.csv").read_text("utf-8").splitlines())
    assert (row["change"], row["sentence"], row["old"], row["new"]) == (
        *("unit-replaced", said),
        *("OBRAS", "VÍAS"),
    )
    assert (row["change_iri"], row["thing_iri"]) == (str(iri), f"{BASE}/id/unidad/gad/vias")
    line = json.loads((folder / "cambios.jsonl").read_text("utf-8"))
    assert (line["kind"], line["es"]) == ("unit-replaced", said)
    assert line["en"] == "The unit “VÍAS” took the place of “OBRAS”."
    feed = (folder / "cambios.atom").read_text("utf-8")
    assert 'term="unit-replaced"' in feed
    assert f"<summary>{said}</summary>" in feed
    expected = set(changelog.describe(BASE, REPLACED))
    for path in ("dumps/cambios.ttl", "ldes/open.ttl"):
        assert expected <= set(rdfio.parse(folder / path, formats.TURTLE, BASE))


def test_changes_conform_to_their_shape(folder: Path) -> None:
    triples = rdfio.parse(folder / "dumps/cambios.nt", formats.NTRIPLES, BASE)
    others = (MOVED, FORMER, RENAMED, REPLACED)
    said = (*triples, *(t for c in others for t in changelog.describe(BASE, c)))
    for by_reference in (False, True):
        found = check(said, BASE, by_reference=by_reference)
        assert {result.code for result in found.results} == NO_RELEASE


def test_the_dumps_say_the_same(folder: Path) -> None:
    lines = rdfio.parse(folder / "dumps/cambios.nt", formats.NTRIPLES, BASE)
    turtle = rdfio.parse(folder / "dumps/cambios.ttl", formats.TURTLE, BASE)
    assert set(lines) == set(turtle)
    assert len(lines) == len(set(lines))


def test_the_table_says_what_the_triples_say(folder: Path) -> None:
    triples = graph(rdfio.parse(folder / "dumps/cambios.nt", formats.NTRIPLES, BASE))
    with (folder / "dumps/cambios.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["release"], r["organization"], r["change"]) for r in rows] == [
        ("2015-10-31", "gad", "target-lowered"),
        ("2015-10-31", "gad", "added"),
        ("2015-11-30", "gad", "withdrawn"),
        ("2015-11-30", "gad", "withdrawn"),
        ("2015-11-30", "gad", "withdrawn"),
        ("2015-11-30", "otra", "withdrawn"),
        ("2015-11-30", "otra", "withdrawn"),
    ]
    for row in rows:
        labels = {str(o) for o in triples.objects(URIRef(row["change_iri"]), RDFS.label)}
        assert formulas.restored(row["sentence"]) in labels
        assert triples.value(URIRef(row["change_iri"]), AS.object) == URIRef(row["thing_iri"])
    lowered, added = rows[:2]
    assert (lowered["old_value"], lowered["new_value"]) == ("45", "30")
    assert (lowered["unit_of_measure"], lowered["previous"]) == ("talleres", "2015-09-30")
    assert added["goal_or_unit"] == "'=2+2"
    assert rows[-1]["organization_name"] == "'=Otra & <b>compañía</b>"


def test_the_index_leads_to_the_lines_of_each_release(folder: Path) -> None:
    index = json.loads((folder / "cambios.index.json").read_text("utf-8"))
    assert [(i["date"], i["organization"], i["kinds"]) for i in index] == [
        ("2015-10-31", "gad", {"added": 1, "target-lowered": 1}),
        ("2015-11-30", "gad", {"withdrawn": 3}),
        ("2015-11-30", "otra", {"withdrawn": 2}),
    ]
    text = (folder / "cambios.jsonl").read_bytes()
    for entry in index:
        lines = text[entry["begin"] : entry["end"]].splitlines()
        assert len(lines) == sum(entry["kinds"].values())
        assert all(f"/{entry['organization']}/" in json.loads(line)["iri"] for line in lines)
    assert index[-1]["end"] == len(text)


def test_the_graph_has_a_name() -> None:
    assert changelog.graph(BASE) == URIRef(f"{BASE}/cambios")
    assert (folder_name := Path(changelog.TRIPLES).parent.name) == "dumps", folder_name


def test_dates_before_the_feed_are_no_matter(tmp_path: Path) -> None:
    changelog.write(tmp_path, PUBLISHER, log(), NAMES, date(2016, 1, 31))
    assert b"<updated>2016-01-31T00:00:00Z</updated>" in (tmp_path / "cambios.atom").read_bytes()
