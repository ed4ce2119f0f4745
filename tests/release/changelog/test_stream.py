"""The event stream: its root, its pages, and that a closed page never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, SH, XSD

from a4_rdf import formats, resources
from a4_rdf.model import Change
from a4_rdf.release.changelog import stream
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple, graph
from a4_rdf.vocab import AS, LDES, TREE
from tests.peers.parsers import PARSERS, RDFLIB_DEPRECATES, Parser
from tests.plans import BASE
from tests.release.changelog.made import NOVEMBER, files, log, many, written

STREAM, ROOT = URIRef(f"{BASE}/changes/ldes#stream"), URIRef(f"{BASE}/changes/ldes")
DAYS = [date(2015, 9, 30), date(2015, 10, 15), date(2015, 10, 31), NOVEMBER, date(2016, 1, 31)]


def root_of(folder: Path) -> tuple[Triple, ...]:
    return rdfio.parse(folder / "ldes/index.ttl", formats.TURTLE, BASE)


def relations(folder: Path) -> list[tuple[str, str, str]]:
    """Return kind, value and page of each relation of a root, by page and kind."""
    root = graph(root_of(folder))
    found = [
        (
            str(root.value(relation, RDF.type)).removeprefix(str(TREE)).removesuffix("Relation"),
            str(root.value(relation, TREE.value)),
            str(root.value(relation, TREE.node)).removeprefix(f"{ROOT}/"),
        )
        for relation in root.objects(ROOT, TREE.relation)
    ]
    return sorted(found, key=lambda relation: (relation[2], relation[0]))


def members(folder: Path) -> dict[str, set[str]]:
    """Return the members of each page."""
    return {
        path.stem: {
            str(o)
            for s, p, o in rdfio.parse(path, formats.TURTLE, BASE)
            if (s, p) == (STREAM, TREE.member)
        }
        for path in sorted((folder / "ldes").glob("*.ttl"))
        if path.stem != "index"
    }


def closed(folder: Path) -> dict[str, bytes]:
    """Return the closed pages."""
    left = ("ldes/index.ttl", "ldes/open.ttl")
    return {
        path: data
        for path, data in files(folder).items()
        if path.startswith("ldes/") and path not in left
    }


def test_the_root_says_how_to_read_the_stream(tmp_path: Path) -> None:
    root = graph(root_of(written(tmp_path, *log())))
    assert (STREAM, RDF.type, LDES.EventStream) in root
    assert list(root.objects(STREAM, TREE.view)) == [ROOT]
    for predicate, expected in (
        (LDES.timestampPath, AS.published),
        (LDES.versionOfPath, AS.object),
        (LDES.versionCreateObject, AS.Create),
        (LDES.versionUpdateObject, AS.Update),
        (LDES.versionDeleteObject, AS.Delete),
        (TREE.shape, URIRef(f"{BASE}/def/shapes#change")),
    ):
        assert list(root.objects(STREAM, predicate)) == [expected]
    assert (ROOT, RDF.type, TREE.Node) in root
    assert list(root.objects(None, TREE.member)) == []


def test_the_root_holds_the_shape_as_it_is(tmp_path: Path) -> None:
    shape = rdfio.parse(resources.folder("shapes") / "change.ttl", formats.TURTLE, BASE)
    said = set(root_of(written(tmp_path, *log())))
    assert set(shape) <= said
    assert (URIRef(f"{BASE}/def/shapes#change"), RDF.type, SH.NodeShape) in said


def test_relations_bound_the_pages_by_date(tmp_path: Path) -> None:
    early = [replace(c, date=date(2015, 10, 15)) for c in many(1)]
    folder = written(tmp_path, *early, *log())
    (page,) = closed(folder)
    name = page.removeprefix("ldes/").removesuffix(".ttl")
    assert relations(folder) == [
        ("GreaterThanOrEqualTo", "2015-10-15T00:00:00Z", name),
        ("LessThanOrEqualTo", "2015-10-31T00:00:00Z", name),
        ("GreaterThanOrEqualTo", "2015-11-01T00:00:00Z", "open"),
    ]


def test_a_page_has_no_more_members_than_so_many(tmp_path: Path) -> None:
    folder = written(tmp_path, *many(stream.MEMBERS * 2 + 1, date(2015, 10, 31)), *many(251))
    sizes = {name[:9]: len(found) for name, found in members(folder).items()}
    assert sizes == {
        "2015-10-1": 250,
        "2015-10-2": 250,
        "2015-10-3": 1,
        "2015-11-1": 250,
        "open": 1,
    }


def test_an_empty_stream_has_an_open_page(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert relations(folder) == [("", "None", "open")]
    assert members(folder) == {"open": set()}


def test_only_closed_pages_say_that_they_do_not_change(tmp_path: Path) -> None:
    folder = written(tmp_path, *log())
    for path in (folder / "ldes").glob("*.ttl"):
        page = URIRef(f"{ROOT}/{path.stem}")
        said = (page, LDES.immutable, Literal("true", datatype=XSD.boolean))
        assert (said in graph(rdfio.parse(path, formats.TURTLE, BASE))) is ("-" in path.stem)


@pytest.mark.filterwarnings(*(f"ignore:{text}" for text in RDFLIB_DEPRECATES))
@pytest.mark.parametrize("parser", PARSERS, ids=lambda p: p.__name__)
def test_every_parser_reads_the_pages(parser: Parser, tmp_path: Path) -> None:
    folder = written(tmp_path, *log())
    for path in (folder / "ldes").glob("*.ttl"):
        assert len(set(parser(path, formats.TURTLE))) == len(
            rdfio.parse(path, formats.TURTLE, BASE)
        )


CHANGES = st.lists(
    st.builds(
        lambda day, slug, n: replace(many(1, day, slug)[0], goal=f"g{n}"),
        st.sampled_from(DAYS),
        st.sampled_from(["gad", "otra"]),
        st.integers(1, 6),
    ),
    max_size=12,
    unique=True,
)


@settings(deadline=None, max_examples=60)
@given(CHANGES, CHANGES)
def test_a_later_month_changes_no_closed_page(
    tmp_path_factory: pytest.TempPathFactory, before: list[Change], later: list[Change]
) -> None:
    place = tmp_path_factory.mktemp("stream")
    new = [replace(c, date=date(2016, 2 + n % 3, 28)) for n, c in enumerate(later)]
    first = closed(written(place / "first", *before))
    second = closed(written(place / "second", *before, *new))
    assert first.items() <= second.items()


@settings(deadline=None, max_examples=60)
@given(CHANGES, CHANGES)
def test_an_address_never_has_another_content(
    tmp_path_factory: pytest.TempPathFactory, one: list[Change], other: list[Change]
) -> None:
    place = tmp_path_factory.mktemp("stream")
    first, second = closed(written(place / "a", *one)), closed(written(place / "b", *other))
    assert all(second[path] == data for path, data in first.items() if path in second)
    every = set().union(*members(place / "a").values())
    assert len(every) == len(one) == sum(map(len, members(place / "a").values()))


def test_a_late_release_has_a_page_of_its_own_month(tmp_path: Path) -> None:
    before = written(tmp_path / "before", *log())
    late = replace(log()[0], organization="otra")
    after = written(tmp_path / "after", *log(), late)
    (old,), (new,) = closed(before), closed(after)
    assert old != new
    assert old.startswith("ldes/2015-10-1-")
    assert new.startswith("ldes/2015-10-1-")
    gone, there = members(before), members(after)
    assert gone["open"] == there["open"]
    lost = set().union(*gone.values()) - set().union(*there.values())
    assert lost == set()
