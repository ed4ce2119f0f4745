"""The endpoint's description of itself for programs (W3C SPARQL 1.1 Service Description)."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS

from a4_rdf.terms import Triple, ordered
from a4_rdf.vocab import SD, W3_FORMATS

RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "N-Quads",
    "TriG",
    "JSON-LD",
    "RDF_XML",
)
"""Local names in the W3C's list of formats."""


def describe(base: str, address: str, graphs: Sequence[str]) -> tuple[Triple, ...]:
    """Return the description of the endpoint at `address`, with its named graphs; no blank nodes.

    The parts of its dataset are named by fragments of the address.
    """
    service = URIRef(address)
    dataset, default = URIRef(f"{address}#dataset"), URIRef(f"{address}#default-graph")
    triples: list[Triple] = [
        (service, RDF.type, SD.Service),
        (service, RDFS.label, Literal("Punto de consulta SPARQL", lang="es")),
        (service, SD.endpoint, service),
        (service, SD.supportedLanguage, SD.SPARQL11Query),
        (service, SD.defaultDataset, dataset),
        (dataset, RDF.type, SD.Dataset),
        (dataset, SD.defaultGraph, default),
        (default, RDF.type, SD.Graph),
        (default, RDFS.label, Literal("La última publicación de cada entidad", lang="es")),
    ]
    triples += [(service, SD.resultFormat, W3_FORMATS[name]) for name in RESULT_FORMATS]
    for graph in graphs:
        part = URIRef(f"{address}#{graph.removeprefix(base).strip('/')}")
        triples += [
            (dataset, SD.namedGraph, part),
            (part, RDF.type, SD.NamedGraph),
            (part, SD.name, URIRef(graph)),
        ]
    return ordered(triples)
