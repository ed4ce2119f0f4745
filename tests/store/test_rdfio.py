"""A graph survives each of its own dumps, read back by both parsers."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, XSD

from a4_rdf import formats, terms
from a4_rdf.errors import SourceError
from a4_rdf.formats import FORMATS, Format
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple

BASE = "https://datos.ejemplo.ec"
THING, OTHER = URIRef(f"{BASE}/id/meta/gad/1"), URIRef(f"{BASE}/id/meta/gad/2")
POA = f"{BASE}/def/poa#"
GRAPH = URIRef(f"{BASE}/graph/gad/a4/2015-09-30")

TRIPLES: tuple[Triple, ...] = (
    (THING, RDF.type, URIRef(f"{POA}Goal")),
    (THING, RDFS.label, Literal('Año «2015»: "puentes" \\ caminos\r\ny\tvías & <b>', lang="es")),
    (THING, URIRef(f"{POA}targetValue"), Literal("45.0", datatype=XSD.decimal, normalize=False)),
    (THING, URIRef(f"{POA}ordinal"), terms.positive(1)),
    (OTHER, RDFS.seeAlso, THING),
)

named = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)

xml_text = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
)
odd_text = st.one_of(xml_text, st.text(st.sampled_from("\t\n\r \"'\\<>&{}^@_:.é́ñ")))
literals = st.one_of(
    odd_text.map(Literal),
    st.tuples(odd_text, st.sampled_from(["es", "en", "es-ec", "qu"])).map(
        lambda pair: Literal(pair[0], lang=pair[1])
    ),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(terms.decimal),
    st.integers(min_value=1).map(terms.positive),
    st.dates().map(terms.day),
)
things = st.sampled_from([THING, OTHER, URIRef(f"{BASE}/id/unidad/gad/%C3%B1"), URIRef("urn:x:y")])
predicates = st.sampled_from([RDFS.label, RDFS.seeAlso, URIRef(f"{POA}targetText")])
graphs = st.lists(st.tuples(things, predicates, st.one_of(things, literals)), max_size=12)


def read_by_rdflib(data: bytes, fmt: Format) -> Graph:
    with warnings.catch_warnings():  # Dataset.parse() warns of what it does itself
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset = Dataset(default_union=True)
        names = {"jsonld": "json-ld", "nq": "nquads"}
        dataset.parse(data=data, format=names.get(fmt.name, fmt.name))
    return terms.graph((s, p, o) for s, p, o, _ in dataset.quads())  # type: ignore[misc]


@named
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(triples=graphs)
def test_a_graph_survives_its_dump(fmt: Format, triples: list[Triple]) -> None:
    data = rdfio.write(triples, fmt, BASE)
    assert set(rdfio.parse(data, fmt, BASE)) == set(triples)
    assert isomorphic(read_by_rdflib(data, fmt), terms.graph(triples))


@named
def test_lexical_forms_and_line_ends_are_kept(fmt: Format) -> None:
    data = rdfio.write(TRIPLES, fmt, BASE, GRAPH)
    assert rdfio.parse(data, fmt, BASE) == terms.ordered(TRIPLES)
    assert {str(o) for o in read_by_rdflib(data, fmt).objects()} == {str(o) for _, _, o in TRIPLES}


@named
def test_equal_graphs_give_equal_bytes(fmt: Format) -> None:
    again = (*reversed(TRIPLES), TRIPLES[0])
    assert rdfio.write(again, fmt, BASE) == rdfio.write(TRIPLES, fmt, BASE)


@named
def test_the_graph_is_written_where_the_format_has_graphs(fmt: Format) -> None:
    quads = rdfio.parse_quads(rdfio.write(TRIPLES, fmt, BASE, GRAPH), fmt, BASE)
    expected = GRAPH if fmt.name in {"nq", "trig", "jsonld"} else None
    assert {graph for *_, graph in quads} == {expected}


def test_turtle_is_as_a_person_would_write_it() -> None:
    triples = (TRIPLES[0], TRIPLES[2], TRIPLES[4])
    assert rdfio.write(triples, formats.TURTLE, BASE).decode() == (
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix poa: <https://datos.ejemplo.ec/def/poa#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "<https://datos.ejemplo.ec/id/meta/gad/1> a poa:Goal ;\n"
        "\tpoa:targetValue 45.0 .\n"
        "<https://datos.ejemplo.ec/id/meta/gad/2> rdfs:seeAlso"
        " <https://datos.ejemplo.ec/id/meta/gad/1> .\n"
    )


def test_only_prefixes_in_use_are_declared() -> None:
    assert list(rdfio.used_prefixes(TRIPLES, BASE)) == ["rdf", "rdfs", "xsd", "poa"]
    assert rdfio.used_prefixes((), BASE) == {}


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_xml_refuses_what_it_cannot_hold(character: str) -> None:
    triples = ((THING, RDFS.label, Literal(f"a{character}b")),)
    with pytest.raises(ValueError, match="XML cannot hold"):
        rdfio.write(triples, formats.RDFXML, BASE)
    assert rdfio.parse(rdfio.write(triples, formats.JSONLD, BASE), formats.JSONLD, BASE) == triples


def test_relative_iris_are_resolved_against_the_base(tmp_path: Path) -> None:
    path = tmp_path / "poa.ttl"
    path.write_text("@prefix poa: <def/poa#> . poa:Goal a <def/poa> .", encoding="utf-8")
    expected = ((URIRef(f"{POA}Goal"), RDF.type, URIRef(f"{BASE}/def/poa")),)
    assert rdfio.parse(path, formats.TURTLE, BASE) == expected


def test_what_is_not_turtle_is_a_source_error_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "poa.ttl"
    path.write_text("<a> <b> ;", encoding="utf-8")
    with pytest.raises(SourceError, match=r"poa\.ttl: not-rdf: not text/turtle") as caught:
        rdfio.parse(path, formats.TURTLE, BASE)
    assert caught.value.exit_code == 3


def test_blank_nodes_are_refused() -> None:
    with pytest.raises(SourceError, match="blank-node"):
        rdfio.parse(b"<a> <b> [] .", formats.TURTLE, BASE)


def test_files_are_joined_into_one_dump_with_their_graphs(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_bytes(rdfio.write(TRIPLES[:2], formats.NTRIPLES, BASE))
    (tmp_path / "b.nt").write_bytes(rdfio.write(TRIPLES[2:], formats.NTRIPLES, BASE))
    files = (
        rdfio.RdfFile(tmp_path / "a.nt", formats.NTRIPLES, GRAPH),
        rdfio.RdfFile(tmp_path / "b.nt", formats.NTRIPLES),
    )
    out = BytesIO()
    rdfio.convert(files, out, formats.TRIG, {})
    quads = rdfio.parse_quads(out.getvalue(), formats.TRIG, BASE)
    assert {(s, p, o) for s, p, o, _ in quads} == set(TRIPLES)
    assert sum(graph == GRAPH for *_, graph in quads) == 2
