"""The publication: opening it, refusing what is none, following the link to a newer one."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import URIRef

from a4_rdf import resources
from a4_rdf.errors import A4Error, StoreError
from a4_rdf.serve.publication import follow, open_publication
from a4_rdf.serve.site import Site, load_site
from a4_rdf.store import OxigraphStore, Place
from tests.engines import Engine
from tests.serve.small import BASE, OLD, RELEASE, publish

UNIT = f"{BASE}/id/unidad/gad/coordinacion-de-vias"


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(resources.folder("site"))


def test_a_publication_says_what_was_released(public: Path, site: Site) -> None:
    publication = open_publication(public, site)
    latest = publication.manifest.latest("gad")
    assert latest is not None
    assert latest.date == RELEASE.date
    assert [r.date for r in publication.manifest.of("gad")] == [RELEASE.date, OLD.date]
    assert publication.manifest.modified("gad") == RELEASE.date
    assert publication.file("dumps/latest.ttl") == publication.root / "dumps/latest.ttl"
    assert publication.file("publication.json") is None
    assert publication.file("../x") is None


def test_no_publication_is_an_error_that_says_what_to_do(tmp_path: Path, site: Site) -> None:
    with pytest.raises(A4Error, match=r"publication\.json: no publication here .*build one first"):
        open_publication(tmp_path, site)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "base": "x"}'])
def test_a_broken_manifest_is_an_error(tmp_path: Path, site: Site, text: str) -> None:
    (tmp_path / "publication.json").write_text(text)
    with pytest.raises(A4Error, match="not a publication manifest"):
        open_publication(tmp_path, site)


def test_another_base_is_an_error(public: Path, site: Site) -> None:
    with pytest.raises(A4Error, match=r"built for https://datos\.ejemplo\.ec, not for http://x"):
        open_publication(public, site, "http://x")


def test_a_newer_build_is_opened_with_its_names(tmp_path: Path, site: Site) -> None:
    public = publish(tmp_path / "public", "one")
    current = follow(public, site)
    before = current.get()
    publish(public, "two")
    after = current.get()
    assert (before.manifest.digest, after.manifest.digest) == ("sha256:one", "sha256:two")
    assert before.identity != after.identity
    assert before.labels.label(_term(UNIT)) == after.labels.label(_term(UNIT))


def test_another_store_has_to_hold_the_same_publication(
    public: Path, site: Site, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    place = Place(engine.queries)
    open_publication(public, site, place=place).store.close()
    assert "nothing was loaded there" in caplog.text
    with OxigraphStore.read_only(public / "store", BASE) as source:
        engine.load(source, "sha256:other")
        with pytest.raises(StoreError, match="holds sha256:other, not sha256:one; a4-rdf load"):
            open_publication(public, site, place=place)
        engine.load(source, "sha256:one")
    publication = open_publication(public, site, place=place)
    assert publication.graphs() == (
        f"{BASE}/graph/gad/a4/2015-08-31",
        f"{BASE}/graph/gad/a4/2015-09-30",
    )
    publication.store.close()


def test_every_named_graph_is_known(public: Path, site: Site) -> None:
    assert open_publication(public, site).graphs() == (
        f"{BASE}/graph/gad/a4/2015-08-31",
        f"{BASE}/graph/gad/a4/2015-09-30",
    )


def _term(iri: str) -> URIRef:
    return URIRef(iri)
