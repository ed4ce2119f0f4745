"""A harvest by the real ckanext-dcat, over HTTP, from our running server.

CKAN runs in an environment of its own (`make peers`); `tests/peers/ckan_harvest.py` says what of
it runs and what is put aside. The publication has more data sets than a page of its catalogue.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from a4_rdf import vocab
from a4_rdf.describe import describe
from a4_rdf.errors import CheckError
from a4_rdf.identify import names_of
from a4_rdf.model import Organization, Release
from a4_rdf.release import ReleasedDocument, Settings, publish
from a4_rdf.release.catalogue import pages
from tests.peers import need
from tests.plans import PUBLISHER, small_plan
from tests.release.making import OCTOBER, REPORT, SEPTEMBER

ORGANIZATIONS = tuple(
    Organization(f"gad-{n}", f"GAD Municipal de «Ñuñoa» {n} & Cía.") for n in range(1, 6)
)
PER_PAGE = 2
PROFILES = ("euro_dcat_ap_3", "euro_dcat_ap_2")
SECONDS = 120

SERVER = """
import sys
from pathlib import Path
from a4_rdf.serve.server import Settings, serve
settings = Settings(Path(sys.argv[1]), port=int(sys.argv[2]))
serve(settings, ready=lambda address: print(address, flush=True))
"""
# DCAT-AP wants IRIs of authorities here; CKAN keeps them as they are.
FILE_TYPE, MEDIA_TYPE = str(vocab.FILE_TYPE), str(vocab.MEDIA_TYPE)
FORMATS = {
    "csv": ("CSV", "text/csv"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ttl": ("RDF_TURTLE", "text/turtle"),
    "nt": ("RDF_N_TRIPLES", "application/n-triples"),
    "nq": ("RDF_N_QUADS", "application/n-quads"),
    "trig": ("RDF_TRIG", "application/trig"),
    "jsonld": ("JSON_LD", "application/ld+json"),
    "rdf": ("RDF_XML", "application/rdf+xml"),
}


def documents(base: str) -> Iterator[ReleasedDocument]:
    """Yield two releases of each organisation."""
    publisher, plan = replace(PUBLISHER, base=base), small_plan()
    for organization in ORGANIZATIONS:
        for day, previous in ((SEPTEMBER, None), (OCTOBER, SEPTEMBER)):
            release, names = Release(organization, day, 2015, previous=previous), names_of(plan)
            triples = describe(publisher, release, plan, names, ())
            yield ReleasedDocument(release, plan, names, (), triples, REPORT)


@contextmanager
def served(public: Path, port: int) -> Iterator[str]:
    command = [sys.executable, "-c", SERVER, str(public), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need.ckan()
    root = tmp_path_factory.mktemp("workspace")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "DATASETS", PER_PAGE)
        publish(root, Settings(replace(PUBLISHER, base=base)), documents(base))
    return root / "public"


@pytest.fixture(scope="module")
def address(public: Path) -> Iterator[str]:
    base = json.loads((public / "publication.json").read_bytes())["base"]
    with served(public, int(base.rpartition(":")[2])) as said:
        assert said == f"{base}/"
        yield base


@pytest.fixture(scope="module", params=PROFILES)
def harvest(address: str, request: pytest.FixtureRequest) -> dict[str, Any]:
    return harvested(f"{address}/catalogo.ttl", request.param)


def harvested(source: str, profile: str) -> dict[str, Any]:
    """Return what CKAN makes of a source."""
    command = [need.ckan(), "-W", "ignore", str(need.CKAN_SCRIPT), source, profile]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def extra(dataset: dict[str, Any], key: str) -> str:
    """Return one of a data set's extras."""
    (value,) = {each["value"] for each in dataset["extras"] if each["key"] == key}
    return str(value)


def test_there_is_no_error_and_all_is_valid(harvest: dict[str, Any]) -> None:
    assert harvest["errors"] == []
    assert harvest["invalid"] == {}


def test_each_page_is_asked_for_as_ckan_does(harvest: dict[str, Any], address: str) -> None:
    addresses = [f"{address}/catalogo{page}.ttl" for page in ("", "/2", "/3")]
    assert harvest["asked"] == [
        f"{method} */* {page}" for page in addresses for method in ("HEAD", "GET")
    ]


def test_there_is_one_data_set_per_organisation(harvest: dict[str, Any], address: str) -> None:
    found = sorted(dataset["guid"] for dataset in harvest["datasets"])
    assert found == [f"{address}/id/conjunto/gad-{n}" for n in range(1, 6)]
    names = {dataset["name"] for dataset in harvest["datasets"]}
    assert len(names) == len(ORGANIZATIONS)


def test_a_data_set_says_what_it_is(harvest: dict[str, Any], address: str) -> None:
    (first,) = (d for d in harvest["datasets"] if d["guid"].endswith("gad-1"))
    assert "GAD Municipal de «Ñuñoa» 1 & Cía." in first["title"]
    assert first["url"] == f"{address}/doc/conjunto/gad-1"
    assert {tag["name"] for tag in first["tags"]} >= {"metas", "LOTAIP", "transparencia"}
    assert extra(first, "issued") == "2015-09-30"
    assert extra(first, "modified") == "2015-10-31"
    assert extra(first, "identifier") == first["guid"]
    assert extra(first, "publisher_name") == "Oficina de ejemplo"


def test_its_resources_are_the_files(harvest: dict[str, Any], public: Path) -> None:
    for dataset in harvest["datasets"]:
        slug = dataset["guid"].rpartition("/")[2]
        found = {each["url"].rpartition(".")[2]: each for each in dataset["resources"]}
        assert {s: (r["format"], r["mimetype"]) for s, r in found.items()} == {
            suffix: (FILE_TYPE + kind, MEDIA_TYPE + media_type)
            for suffix, (kind, media_type) in FORMATS.items()
        }
        for suffix, resource in found.items():
            content = (public / f"dumps/{slug}/2015-10-31.{suffix}").read_bytes()
            assert resource["size"] == len(content)
            assert resource["hash"] == sha256(content).hexdigest()
            assert resource["hash_algorithm"].endswith("checksumAlgorithm_sha256")
            assert resource["license"] == PUBLISHER.licence
            assert (resource["issued"], resource["modified"]) == ("2015-10-31", "2015-10-31")


def test_earlier_releases_are_no_data_sets(harvest: dict[str, Any]) -> None:
    assert all("2015-09-30" not in dataset["guid"] for dataset in harvest["datasets"])
    urls = [each["url"] for dataset in harvest["datasets"] for each in dataset["resources"]]
    assert all("2015-10-31" in url for url in urls)


@pytest.mark.parametrize("source", ["catalogo", "catalogo.jsonld", "catalogo.rdf"])
def test_other_ways_in_bring_the_same_data_sets(address: str, source: str) -> None:
    found = harvested(f"{address}/{source}", PROFILES[0])
    assert (found["errors"], found["invalid"]) == ([], {})
    assert len({dataset["guid"] for dataset in found["datasets"]}) == len(ORGANIZATIONS)
    assert len(found["asked"]) == 6


def test_the_harvester_does_notice_what_is_wrong(address: str) -> None:
    assert harvested(f"{address}/catalogo.html", PROFILES[0])["errors"] != []
    assert harvested(f"{address}/no/esta", PROFILES[0])["errors"] != []


def test_a_build_that_fails_takes_nothing_from_a_portal(public: Path, address: str) -> None:
    before = harvested(f"{address}/catalogo.ttl", PROFILES[0])["datasets"]

    def failing() -> Iterator[ReleasedDocument]:
        yield next(documents(address))
        raise CheckError("no pasa")

    with pytest.raises(CheckError, match="no pasa"):
        publish(public.parent, Settings(replace(PUBLISHER, base=address)), failing())
    after = harvested(f"{address}/catalogo.ttl", PROFILES[0])
    assert after["errors"] == []
    by_guid = {dataset["guid"]: dataset for dataset in after["datasets"]}
    assert {dataset["guid"] for dataset in before} == set(by_guid)
    assert len(by_guid) == len(ORGANIZATIONS)
