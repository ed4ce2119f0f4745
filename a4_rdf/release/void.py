"""VoID: how much data there is, counted in the store, and where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF

from a4_rdf import formats, iris, queries, terms, vocab
from a4_rdf.iris import Kind
from a4_rdf.model import Publisher
from a4_rdf.store import Store
from a4_rdf.terms import Triple
from a4_rdf.vocab import VOID, W3_FORMATS

_FEATURES: Mapping[str, URIRef] = {
    formats.TURTLE.suffix: W3_FORMATS["Turtle"],
    formats.NTRIPLES.suffix: W3_FORMATS["N-Triples"],
    formats.NQUADS.suffix: W3_FORMATS["N-Quads"],
    formats.TRIG.suffix: W3_FORMATS["TriG"],
    formats.JSONLD.suffix: W3_FORMATS["JSON-LD"],
    formats.RDFXML.suffix: W3_FORMATS["RDF_XML"],
}
"""W3C's names of the formats (https://www.w3.org/ns/formats/), by suffix of the dump."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a default graph holds; classes with their members, properties with their triples."""

    triples: int
    subjects: int
    objects: int
    classes: tuple[tuple[URIRef, int], ...]
    properties: tuple[tuple[URIRef, int], ...]


def count(store: Store) -> Counts:
    """Return the counts of a store's default graph."""
    (totals,) = store.select(queries.load("void_totals"))
    return Counts(
        triples=int(str(totals["triples"])),
        subjects=int(str(totals["subjects"])),
        objects=int(str(totals["objects"])),
        classes=_groups(store, "void_classes"),
        properties=_groups(store, "void_properties"),
    )


def describe(publisher: Publisher, counts: Counts, dumps: Iterable[str]) -> Iterator[Triple]:
    """Yield the VoID description of the latest data; `dumps` are paths below `dumps/`."""
    base = publisher.base
    document = URIRef(iris.void_description(base))
    data = URIRef(iris.void_part(base, "datos"))
    yield document, RDF.type, VOID.DatasetDescription
    yield document, DCTERMS.title, terms.spanish(f"Descripción VoID de {publisher.title}")
    yield document, FOAF.primaryTopic, data
    yield data, RDF.type, VOID.Dataset
    yield data, DCTERMS.title, terms.spanish(publisher.title)
    yield data, DCTERMS.license, URIRef(publisher.licence)
    yield data, VOID.sparqlEndpoint, URIRef(iris.endpoint(base))
    yield data, VOID.uriSpace, terms.text(f"{base}/")
    yield data, VOID.vocabulary, URIRef(iris.vocabulary(base))
    yield data, DCTERMS.publisher, URIRef(iris.catalogue_part(base, "editor"))
    yield data, FOAF.homepage, URIRef(iris.root(base))
    yield data, DCTERMS.isPartOf, URIRef(iris.mint(base, Kind.CATALOGUE))
    yield from _dumps(base, data, tuple(dumps))
    yield from _totals(data, counts)
    yield from _partitions(base, data, counts)


def _dumps(base: str, data: URIRef, dumps: tuple[str, ...]) -> Iterator[Triple]:
    """Yield where the dumps are, and once each format that they come in."""
    for path in dumps:
        yield data, VOID.dataDump, URIRef(iris.download(base, path))
    suffixes = {path.removesuffix(".gz").rpartition(".")[2] for path in dumps}
    for suffix in sorted(suffixes & _FEATURES.keys()):
        yield data, VOID.feature, _FEATURES[suffix]


def _totals(data: URIRef, counts: Counts) -> Iterator[Triple]:
    yield data, VOID.triples, terms.count(counts.triples)
    yield data, VOID.entities, terms.count(counts.subjects)
    yield data, VOID.distinctSubjects, terms.count(counts.subjects)
    yield data, VOID.distinctObjects, terms.count(counts.objects)
    yield data, VOID.classes, terms.count(len(counts.classes))
    yield data, VOID.properties, terms.count(len(counts.properties))


def _partitions(base: str, data: URIRef, counts: Counts) -> Iterator[Triple]:
    for term, members in counts.classes:
        part = URIRef(iris.void_part(base, f"clase-{_name(base, term)}"))
        yield data, VOID.classPartition, part
        yield part, RDF.type, VOID.Dataset
        yield part, VOID["class"], term
        yield part, VOID.entities, terms.count(members)
    for term, uses in counts.properties:
        part = URIRef(iris.void_part(base, f"propiedad-{_name(base, term)}"))
        yield data, VOID.propertyPartition, part
        yield part, RDF.type, VOID.Dataset
        yield part, VOID.property, term
        yield part, VOID.triples, terms.count(uses)


def _groups(store: Store, query: str) -> tuple[tuple[URIRef, int], ...]:
    found = store.select(queries.load(query))
    return tuple((URIRef(str(term)), int(str(number))) for term, number in found.rows)


def _name(base: str, term: URIRef) -> str:
    """Return a name for a term's partition: `poa-Goal`, or a hash where no prefix is ours."""
    for prefix, namespace in vocab.prefixes(base).items():
        if term.startswith(namespace):
            return f"{prefix}-{term.removeprefix(namespace)}"
    return iris.key(term)
