"""The catalogue of a whole country, cut into pages that a harvester follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from a4_rdf import formats
from a4_rdf.model import Organization, Release
from a4_rdf.release import ReleaseRecord, catalogue
from a4_rdf.release.catalogue import pages
from a4_rdf.release.files import PublishedFile, media_type
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT, HYDRA, VOID
from tests.plans import BASE, PUBLISHER

COUNT = 1200
SUFFIXES = ("csv", "xlsx", "ttl", "nt", "nq", "trig", "jsonld", "rdf")
MEGABYTE = 1_000_000
VOIDED = ((URIRef(f"{BASE}/.well-known/void#datos"), RDF.type, VOID.Dataset),)


def records(count: int, months: int = 2) -> list[ReleaseRecord]:
    """Return the releases of many organisations, one a month."""
    days = [date(2015 + n // 12, n % 12 + 1, 28) for n in range(months)]
    return [
        ReleaseRecord(
            Release(Organization(f"gad-{n:04}", f"GAD Municipal de Ejemplo {n}"), day, day.year),
            "a",
            80,
            100,
            latest=day == days[-1],
        )
        for n in range(count)
        for day in days
    ]


def files(releases: Sequence[ReleaseRecord]) -> dict[str, PublishedFile]:
    paths = [f"dumps/{r.stem}.{suffix}" for r in releases if r.latest for suffix in SUFFIXES]
    return {
        path: PublishedFile(
            path, 123_456, sha256(path.encode()).hexdigest(), media_type(Path(path))
        )
        for path in paths
    }


def written(folder: Path, releases: Sequence[ReleaseRecord]) -> list[Path]:
    """Return the files of the catalogue, the whole first."""
    (folder / "dumps").mkdir()
    return list(catalogue.write(folder, PUBLISHER, releases, files(releases), VOIDED))


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return written(tmp_path_factory.mktemp("publication"), records(COUNT))


@pytest.fixture(scope="module")
def whole(country: list[Path]) -> tuple[Triple, ...]:
    return rdfio.parse(country[0], formats.TURTLE, BASE)


@pytest.fixture(scope="module")
def cut(country: list[Path]) -> list[tuple[Triple, ...]]:
    return [rdfio.parse(path, formats.TURTLE, BASE) for path in country[1:]]


def one(triples: Sequence[Triple], subject: str, predicate: URIRef) -> str:
    (value,) = (o for s, p, o in triples if (str(s), p) == (subject, predicate))
    return str(value)


def datasets(triples: Sequence[Triple]) -> list[str]:
    return [str(s) for s, p, o in triples if (p, o) == (RDF.type, DCAT.Dataset)]


def test_each_page_is_below_a_megabyte_and_500_data_sets(
    country: list[Path], cut: list[tuple[Triple, ...]]
) -> None:
    assert [path.stat().st_size for path in country[1:] if path.stat().st_size >= MEGABYTE] == []
    assert max(len(datasets(page)) for page in cut) <= 500
    names = [path.relative_to(country[0].parents[1]).as_posix() for path in country]
    further = [f"catalogo/{n}.ttl" for n in range(2, len(cut) + 1)]
    assert names == ["dumps/catalogo.ttl", "catalogo.ttl", *further]


def test_every_data_set_is_on_one_page(
    whole: tuple[Triple, ...], cut: list[tuple[Triple, ...]]
) -> None:
    found = [name for page in cut for name in datasets(page)]
    assert len(found) == len(set(found)) == COUNT
    assert sorted(found) == sorted(datasets(whole))


def test_a_harvester_follows_the_pages_to_the_last(cut: list[tuple[Triple, ...]]) -> None:
    addresses = [f"{BASE}/catalogo.ttl", *(f"{BASE}/catalogo/{n}.ttl" for n in range(2, 99))]
    last = len(cut)
    for number, page in enumerate(cut, 1):
        here = addresses[number - 1]
        kinds = {o for s, p, o in page if (str(s), p) == (here, RDF.type)}
        assert kinds == {HYDRA.PartialCollectionView, HYDRA.PagedCollection}
        wanted = {"first": addresses[0], "last": addresses[last - 1]}
        wanted |= {"previous": addresses[number - 2]} if number > 1 else {}
        wanted |= {"next": addresses[number]} if number < last else {}
        said = {
            str(p).removeprefix(str(HYDRA)): str(o)
            for s, p, o in page
            if str(s) == here and isinstance(o, URIRef) and p != RDF.type
        }
        assert said == wanted | {f"{place}Page": there for place, there in wanted.items()}
        assert one(page, f"{BASE}/catalogo", HYDRA.view) == here
        for thing in (here, f"{BASE}/catalogo"):
            assert one(page, thing, HYDRA.totalItems) == str(COUNT)


def test_pages_together_say_what_the_whole_says_but_earlier_versions(
    whole: tuple[Triple, ...], cut: list[tuple[Triple, ...]]
) -> None:
    together = {t for page in cut for t in page if not is_hydra(t)}
    missing = set(whole) - together
    assert together < set(whole)
    assert {str(s).rpartition("/")[2] for s, _, _ in missing} == {"2015-01-28"}
    assert not any(is_hydra(triple) for triple in whole)


def is_hydra(triple: Triple) -> bool:
    return any(str(term).startswith(str(HYDRA)) for term in triple[1:])


def test_each_page_says_of_itself_all_that_it_needs(cut: list[tuple[Triple, ...]]) -> None:
    for page in cut:
        listed = [str(o) for _, p, o in page if p == DCAT.dataset]
        served = [str(o) for _, p, o in page if p == DCAT.servesDataset]
        assert sorted(listed) == sorted(served) == sorted(datasets(page))
        described = {s for s, _, _ in page}
        files_of = {o for _, p, o in page if p == DCAT.distribution}
        assert len(files_of) == len(SUFFIXES) * len(listed)
        assert files_of <= described
    assert [VOIDED[0] in page for page in cut] == [True, *([False] * (len(cut) - 1))]


def test_a_page_has_no_more_than_its_data_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "DATASETS", 5)
    paths = written(tmp_path, records(12, months=1))
    found = [rdfio.parse(path, formats.TURTLE, BASE) for path in paths[1:]]
    assert [len(datasets(page)) for page in found] == [5, 5, 2]


def test_what_fits_one_page_has_no_links(tmp_path: Path) -> None:
    paths = written(tmp_path, records(3))
    assert [path.name for path in paths] == ["catalogo.ttl", "catalogo.ttl"]
    assert b"hydra" not in paths[1].read_bytes()


def test_a_data_set_of_many_years_has_its_page(tmp_path: Path) -> None:
    paths = written(tmp_path, records(2, months=240))
    (page,) = (rdfio.parse(path, formats.TURTLE, BASE) for path in paths[1:])
    versions = [o for _, p, o in page if p == DCAT.hasVersion]
    assert len(versions) == 480
    described = [s for s, p, _ in page if p == DCAT.isVersionOf]
    assert sorted(map(str, described)) == [
        f"{BASE}/id/conjunto/gad-000{n}/2034-12-28" for n in range(2)
    ]
    assert paths[1].stat().st_size < MEGABYTE


def test_equal_releases_give_equal_bytes(tmp_path: Path) -> None:
    contents = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        releases = records(4)
        paths = written(tmp_path / name, releases if name == "a" else releases[::-1])
        contents.append([path.read_bytes() for path in paths])
    assert contents[0] == contents[1]


def test_sizes_are_numbers_without_sign(cut: list[tuple[Triple, ...]]) -> None:
    sizes = {o for _, p, o in cut[0] if p == DCAT.byteSize}
    wanted = Literal("123456", datatype=XSD.nonNegativeInteger, normalize=False)
    assert sizes == {wanted}
