"""The catalogue over HTTP where it has more than one page, and what pages say to search engines."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from a4_rdf import formats
from a4_rdf.model import Organization
from a4_rdf.release import Settings, publish
from a4_rdf.release.catalogue import pages
from a4_rdf.store import rdfio
from a4_rdf.vocab import HYDRA
from tests.plans import BASE, PUBLISHER, RELEASE
from tests.release.making import OCTOBER, SEPTEMBER, released
from tests.serve.conftest import client_of

HOSTILE = '</script><script>alert("1")</script><!-- & \u2028 Ñ'
OTHER = Organization("otra", f"Otra {HOSTILE}")
DATASET = f"{BASE}/id/conjunto/gad"


class Scripts(HTMLParser):
    """Collects the scripts of a page as a browser would see them: type and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str]] = []
        self._type: str | None = None
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside, self._type = tag == "script", dict(attrs).get("type")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append((self._type, data))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


@pytest.fixture(scope="module")
def paged_public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    documents = (
        released(SEPTEMBER),
        released(OCTOBER, SEPTEMBER),
        released(SEPTEMBER, organization=OTHER),
    )
    settings = Settings(replace(PUBLISHER, title=f"Metas {HOSTILE}"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "DATASETS", 1)
        publish(root, settings, documents)
    return root / "public"


@pytest.fixture(scope="module")
def paged(paged_public: Path) -> FlaskClient:
    return client_of(paged_public)


def said(client: FlaskClient, path: str) -> dict[str, Any]:
    """Return the JSON-LD of a page, which has no other script."""
    answer = client.get(path)
    assert answer.status_code == 200
    ((kind, text),) = Scripts(answer.text).found
    assert kind == "application/ld+json"
    found: dict[str, Any] = json.loads(text)
    return found


def test_each_page_of_the_catalogue_has_its_address(paged: FlaskClient, paged_public: Path) -> None:
    for path in ("catalogo.ttl", "catalogo/2.ttl"):
        answer = paged.get(f"/{path}")
        assert (answer.status_code, answer.mimetype) == (200, "text/turtle")
        assert answer.data == (paged_public / path).read_bytes()
        head = paged.head(f"/{path}")
        assert head.headers["Content-Length"] == str(len(answer.data))
        assert head.headers["ETag"] == answer.headers["ETag"]
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert paged.get("/catalogo/2", headers={"Accept": "*/*"}).mimetype == "text/turtle"
    assert paged.get("/catalogo/2", headers={"Accept": "text/html"}).mimetype == "text/html"


@pytest.mark.parametrize("path", ["1", "1.ttl", "3", "3.ttl", "02.ttl", "2.pdf", "x", "2.ttl.ttl"])
def test_there_are_no_other_pages(paged: FlaskClient, path: str) -> None:
    assert paged.get(f"/catalogo/{path}").status_code == 404


@pytest.mark.parametrize("fmt", [formats.TURTLE, formats.NTRIPLES, formats.JSONLD, formats.RDFXML])
def test_the_next_page_is_in_the_form_of_this_one(paged: FlaskClient, fmt: formats.Format) -> None:
    for number, path in enumerate(("catalogo", "catalogo/2"), 1):
        triples = rdfio.parse(paged.get(f"/{path}.{fmt.suffix}").data, fmt, BASE)
        links = {
            str(p).removeprefix(str(HYDRA)): str(o) for _, p, o in triples if p.startswith(HYDRA)
        }
        first, last = f"{BASE}/catalogo.{fmt.suffix}", f"{BASE}/catalogo/2.{fmt.suffix}"
        assert (links["first"], links["last"]) == (first, last)
        assert links.get("next") == (last if number == 1 else None)
        assert links.get("previous") == (first if number == 2 else None)


def test_people_turn_the_pages(paged: FlaskClient) -> None:
    first, second = paged.get("/catalogo.html").text, paged.get("/catalogo/2.html").text
    assert '<a rel="next" href="catalogo/2.html">' in first
    assert 'rel="prev"' not in first
    assert '<a rel="prev" href="../catalogo.html">' in second
    assert "Página 2 de 2" in second
    assert paged.get("/dumps/catalogo.ttl").status_code == 200


def test_the_sitemap_has_data_sets_and_catalogue(paged: FlaskClient) -> None:
    sitemap = paged.get("/sitemap.xml").text
    for path in ("catalogo.html", "catalogo/2.html", "doc/conjunto/gad", "doc/conjunto/otra"):
        assert f"<loc>{BASE}/{path}</loc>" in sitemap


@pytest.mark.parametrize("path", ["/doc/organizacion/gad", "/doc/conjunto/gad"])
def test_a_data_set_in_the_words_of_schema_org(
    paged: FlaskClient, paged_public: Path, path: str
) -> None:
    found = said(paged, path)
    downloads = found.pop("distribution")
    keywords = found.pop("keywords")
    description = found.pop("description")
    assert found == {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": DATASET,
        "url": f"{BASE}/doc/conjunto/gad",
        "identifier": DATASET,
        "name": "Metas del plan operativo anual de GAD de Ejemplo",
        "version": "2015-10-31",
        "license": PUBLISHER.licence,
        "creator": {
            "@type": "GovernmentOrganization",
            "@id": f"{BASE}/id/organizacion/gad",
            "name": RELEASE.organization.name,
        },
        "publisher": {"@type": "Organization", "name": "Oficina de ejemplo"},
        "datePublished": "2015-09-30",
        "dateModified": "2015-10-31",
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "@id": f"{BASE}/catalogo",
            "url": f"{BASE}/catalogo",
            "name": f"Metas {HOSTILE}",
        },
        "isAccessibleForFree": True,
        "inLanguage": ["es"],
        "spatialCoverage": {"@type": "Place", "name": "Ecuador"},
        "temporalCoverage": "2015-01-01/2015-12-31",
    }
    assert "Son metas declaradas, no resultados." in description
    assert {"LOTAIP", "transparencia"} <= set(keywords)
    assert len(downloads) == 8
    content = (paged_public / "dumps/gad/2015-10-31.csv").read_bytes()
    assert downloads[0] == {
        "@type": "DataDownload",
        "contentUrl": f"{BASE}/dumps/gad/2015-10-31.csv",
        "encodingFormat": "text/csv",
        "contentSize": f"{len(content)} B",
        "sha256": sha256(content).hexdigest(),
    }


def test_a_release_is_part_of_its_data_set(paged: FlaskClient) -> None:
    found = said(paged, "/doc/conjunto/gad/2015-09-30")
    assert (found["@id"], found["version"]) == (f"{DATASET}/2015-09-30", "2015-09-30")
    assert found["isPartOf"] == {"@type": "Dataset", "@id": DATASET}
    assert found["distribution"][0]["contentUrl"] == f"{BASE}/dumps/gad/2015-09-30.csv"


def test_the_catalogue_lists_the_data_sets_of_its_page(paged: FlaskClient) -> None:
    first, second = said(paged, "/catalogo.html"), said(paged, "/catalogo/2.html")
    for found in (first, second):
        assert (found["@type"], found["@id"]) == ("DataCatalog", f"{BASE}/catalogo")
        assert (found["license"], found["inLanguage"]) == (PUBLISHER.licence, ["es"])
    assert [each["@id"] for each in first["dataset"]] == [DATASET]
    assert [each["@id"] for each in second["dataset"]] == [f"{BASE}/id/conjunto/otra"]
    assert first["dataset"][0]["name"] == "Metas del plan operativo anual de GAD de Ejemplo"


@pytest.mark.parametrize(
    "path", ["/doc/organizacion/otra", "/doc/conjunto/otra", "/catalogo/2.html"]
)
def test_a_name_does_not_break_out_of_the_data(paged: FlaskClient, path: str) -> None:
    found = said(paged, path)
    assert HOSTILE in json.dumps(found, ensure_ascii=False).replace('\\"', '"')
    page = paged.get(path)
    assert "<script>" not in page.text
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


def test_other_pages_have_none(paged: FlaskClient) -> None:
    for path in ("/", "/doc/plan/gad/2015", "/def/poa"):
        assert Scripts(paged.get(path).text).found == []
