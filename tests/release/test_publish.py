"""A whole publication, from released documents to what the server opens."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import URIRef

from a4_rdf import formats, iris
from a4_rdf.errors import A4Error, CheckError
from a4_rdf.model import Organization
from a4_rdf.release import ReleasedDocument, publish, static_graphs
from a4_rdf.store import open_store, rdfio
from a4_rdf.vocab import VOID
from tests.plans import BASE, PUBLISHER
from tests.release.making import OCTOBER, SEPTEMBER, SETTINGS, raised_plan, released

OTHER = Organization("otra", "Otra entidad")
CHECKOUT = Path(__file__).parents[2]


def documents() -> Iterator[ReleasedDocument]:
    """Yield three releases, not in the order of their dates."""
    yield released(OCTOBER, SEPTEMBER, plan=raised_plan())
    yield released(SEPTEMBER)
    yield released(SEPTEMBER, organization=OTHER)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    publish(root, SETTINGS, documents())
    return root / "public"


def tree(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a publication but its store's."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] != "store"
    }


def test_the_manifest_lists_every_file_but_itself(public: Path) -> None:
    manifest = json.loads((public / "publication.json").read_bytes())
    found = tree(public.resolve())
    del found["publication.json"]
    assert {path: entry["sha256"] for path, entry in manifest["files"].items()} == found
    assert [(r["organization"], r["date"], r["latest"]) for r in manifest["releases"]] == [
        ("gad", "2015-09-30", False),
        ("gad", "2015-10-31", True),
        ("otra", "2015-09-30", True),
    ]


def test_the_dumps_are_those_that_were_promised(public: Path) -> None:
    names = {p.relative_to(public / "dumps").as_posix() for p in (public / "dumps").rglob("*.*")}
    suffixes = ("ttl", "nt", "nq", "trig", "jsonld", "rdf")
    tables = ("csv", "csv-metadata.json", "xlsx")
    latest = {f"latest.{s}{gz}" for s in suffixes for gz in ("", ".gz")}
    stems = ("gad/2015-09-30", "gad/2015-10-31", "otra/2015-09-30")
    of_release = {f"{stem}.{s}" for stem in stems for s in (*suffixes, *tables)}
    tables_of_all = {"goals.csv", "goals.xlsx", "goals.csv-metadata.json"}
    changes = {"cambios.csv", "cambios.ttl", "cambios.nt"}
    others = tables_of_all | changes | {"history.nq.gz", "catalogo.ttl", "calidad.csv"}
    assert names == latest | of_release | others


def test_checksums_hold(public: Path) -> None:
    lines = (public / "dumps/SHA256SUMS").read_text().splitlines()
    assert len(lines) == 12 + 3 * 9 + 9
    for line in lines:
        digest, name = line.split("  ")
        assert sha256((public / "dumps" / name).read_bytes()).hexdigest() == digest


def test_the_table_has_the_latest_of_each_organisation(public: Path) -> None:
    lines = (public / "dumps/goals.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [["gad", "2015-10-31"]] * 4 + [
        ["otra", "2015-09-30"]
    ] * 4


def test_the_default_graph_is_what_holds_now(public: Path) -> None:
    with open_store(public / "store", BASE) as store:
        found = set(store.construct("CONSTRUCT WHERE { ?s ?p ?o }"))
    latest = rdfio.parse(public / "dumps/latest.nt", formats.NTRIPLES, BASE)
    catalogue = rdfio.parse(public / "dumps/catalogo.ttl", formats.TURTLE, BASE)
    assert found == {*latest, *catalogue}
    assert set(rdfio.parse(public / "catalogo.ttl", formats.TURTLE, BASE)) < set(catalogue)


def test_each_release_list_and_catalogue_has_its_graph(public: Path) -> None:
    with open_store(public / "store", BASE) as store:
        graphs = set(store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").column("g"))
        one = store.construct(
            "CONSTRUCT { ?s ?p ?o } { GRAPH ?this { ?s ?p ?o } }",
            {"this": URIRef(f"{BASE}/graph/gad/a4/2015-09-30")},
        )
    releases = {
        URIRef(f"{BASE}/graph/{name}")
        for name in ("gad/a4/2015-09-30", "gad/a4/2015-10-31", "otra/a4/2015-09-30")
    }
    assert graphs == releases | {URIRef(f"{BASE}/catalogo")} | set(static_graphs(PUBLISHER))
    assert set(one) == set(released(SEPTEMBER).triples)


def test_the_vocabulary_and_each_code_list_have_the_graph_of_their_name() -> None:
    graphs = static_graphs(PUBLISHER)
    assert URIRef(f"{BASE}/def/poa") in graphs
    assert URIRef(f"{BASE}/kos/cota") in graphs
    for triples in graphs.values():
        assert triples
    in_lists = {g for g in graphs if g.startswith(f"{BASE}/kos/")}
    assert in_lists == set(graphs) - {URIRef(f"{BASE}/def/poa")}


def test_history_has_every_release(public: Path) -> None:
    data = gzip.decompress((public / "dumps/history.nq.gz").read_bytes())
    quads = rdfio.parse_quads(data, formats.NQUADS, BASE)
    assert len(quads) == sum(len(document.triples) for document in documents())
    assert len({g for *_, g in quads}) == 3


def test_void_counts_are_those_of_the_dump(public: Path) -> None:
    lines = (public / "dumps/latest.nt").read_bytes().splitlines()
    described = rdfio.parse(public / "catalogo.ttl", formats.TURTLE, BASE)
    data = URIRef(f"{BASE}/.well-known/void#datos")
    counts = {str(p).removeprefix(str(VOID)): str(o) for s, p, o in described if s == data}
    assert counts["triples"] == str(len(lines))
    assert counts["distinctSubjects"] == str(len({line.split(b" ")[0] for line in lines}))
    assert counts["properties"] == str(len({line.split(b" ")[1] for line in lines}))
    types = {line.split(b" ")[2] for line in lines if b"rdf-syntax-ns#type> " in line}
    assert counts["classes"] == str(len(types))


def test_every_address_of_ours_is_described_or_is_a_file(public: Path) -> None:
    latest = rdfio.parse(public / "dumps/latest.nt", formats.NTRIPLES, BASE)
    triples = (*latest, *rdfio.parse(public / "catalogo.ttl", formats.TURTLE, BASE))
    history = gzip.decompress((public / "dumps/history.nq.gz").read_bytes())
    earlier = {s for s, *_ in rdfio.parse_quads(history, formats.NQUADS, BASE)}
    subjects = {s for s, _, _ in triples} | earlier
    used = {t for triple in triples for t in triple if isinstance(t, URIRef)}
    missing = {iri for iri in used - subjects if iri.startswith(f"{BASE}/")}
    files = {iri for iri in missing if iri.startswith(f"{BASE}/dumps/")}
    for iri in files:
        assert (public / iri.removeprefix(f"{BASE}/")).is_file()
    copies = {
        iri for iri in missing if iri.startswith(f"{BASE}/doc/documento/") and "/fuente.txt" in iri
    }
    assert missing - files - copies == {URIRef(iris.endpoint(BASE))}


def test_equal_documents_give_equal_bytes(public: Path, tmp_path: Path) -> None:
    """Build again elsewhere: another process, another hash seed, another order of documents."""
    code = (
        "import sys; from pathlib import Path; from a4_rdf.release import publish;"
        "from tests.release.test_publish import SETTINGS, documents;"
        "publish(Path(sys.argv[1]), SETTINGS, list(documents())[::-1])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-W", "error", "-c", code, str(tmp_path)]
    subprocess.run(command, check=True, cwd=CHECKOUT, env=environment)
    assert tree((tmp_path / "public").resolve()) == tree(public.resolve())


def test_a_document_that_fails_leaves_the_last_good_publication(tmp_path: Path) -> None:
    publish(tmp_path, SETTINGS, [released(SEPTEMBER)])
    before = tree((tmp_path / "public").resolve())

    def failing() -> Iterator[ReleasedDocument]:
        yield released(OCTOBER)
        raise CheckError("no pasa")

    with pytest.raises(CheckError, match="no pasa"):
        publish(tmp_path, SETTINGS, failing())
    assert tree((tmp_path / "public").resolve()) == before
    assert sorted(p.name for p in (tmp_path / ".builds").iterdir())[1:] == ["lock"]


def test_the_next_build_keeps_the_one_before_open(tmp_path: Path) -> None:
    first = publish(tmp_path, SETTINGS, [released(SEPTEMBER)])
    with open_store(tmp_path / "public/store", BASE) as store:
        second = publish(tmp_path, SETTINGS, [released(SEPTEMBER), released(OCTOBER, SEPTEMBER)])
        assert store.ask("ASK { ?s ?p ?o }")
    assert (tmp_path / "public").resolve() == second.folder.resolve()
    assert first.folder.is_dir()
    assert [record.latest for record in second.releases] == [False, True]
    assert second.digest != first.digest


def test_nothing_to_publish(tmp_path: Path) -> None:
    with pytest.raises(A4Error, match="nothing to publish"):
        publish(tmp_path, SETTINGS, [])
    assert not (tmp_path / "public").exists()


def test_two_documents_of_one_date_are_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two documents of gad on 2015-09-30"):
        publish(tmp_path, SETTINGS, [released(), released()])


def test_a_disk_that_fails_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("a4_rdf.release.files.sync", full)
    with pytest.raises(A4Error, match=r"cannot be written: .*No space left on device"):
        publish(tmp_path, SETTINGS, [released()])
    assert not (tmp_path / "public").exists()
