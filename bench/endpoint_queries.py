"""Queries that people typically send to the endpoint, and how many rows an answer has.

Eight, and one of them once more as docs/sparql.md advises to write it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from a4_rdf.formats import TURTLE
from a4_rdf.store.rdfio import parse

RESULTS = "application/sparql-results+json"
GRAPH = TURTLE.media_type

_PREFIXES = """\
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX poa: <{base}/def/poa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

_TEXTS: Mapping[str, str] = {
    "describe a unit": "CONSTRUCT { <%unit> ?p ?o } WHERE { <%unit> ?p ?o }",
    "a unit's goals and targets": """\
SELECT ?goal ?label ?value ?measure WHERE {
  ?goal poa:responsibleUnit <%unit> ; a poa:Goal ; rdfs:label ?label ; poa:hasTarget ?target .
  ?target poa:targetValue ?value ; sdmx-attribute:unitMeasure ?measure }""",
    "goals of a body, targets if any": """\
SELECT ?goal ?label ?value WHERE {
  ?plan poa:planOf <%body> . ?goal poa:inPlan ?plan ; a poa:Goal ; rdfs:label ?label
  OPTIONAL { ?goal poa:hasTarget ?target . ?target poa:targetValue ?value } }""",
    "org chart, property path": """\
SELECT ?unit ?name WHERE {
  ?unit (org:subOrganizationOf|org:unitOf)+ <%body> ; skos:prefLabel ?name }""",
    "org chart, names OPTIONAL": """\
SELECT ?unit ?name WHERE {
  ?unit (org:subOrganizationOf|org:unitOf)+ <%body> OPTIONAL { ?unit skos:prefLabel ?name } }""",
    "count by process level": """\
SELECT ?level (COUNT(?goal) AS ?goals) WHERE {
  ?goal a poa:Goal ; poa:responsibleUnit ?unit . ?unit poa:processLevel ?level }
GROUP BY ?level""",
    "average by unit of measure": """\
SELECT ?measure (AVG(?value) AS ?mean) (COUNT(?value) AS ?values) WHERE {
  ?target poa:targetValue ?value ; sdmx-attribute:unitMeasure ?measure }
GROUP BY ?measure""",
    "substring in labels": """\
SELECT ?thing ?label WHERE {
  ?thing rdfs:label ?label FILTER(CONTAINS(LCASE(STR(?label)), "capacita")) }""",
    "ten greatest values": """\
SELECT ?target ?value ?goal WHERE {
  ?target poa:targetValue ?value ; poa:targetOf ?goal }
ORDER BY DESC(?value) LIMIT 10""",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A query as it is sent: its name in the tables, its text, the media type asked for."""

    name: str
    text: str
    accept: str

    def rows(self, answer: bytes) -> int:
        """Return how many solutions or triples an answer has; ValueError where it is none."""
        if self.accept == GRAPH:
            return len(parse(answer, TURTLE, "http://e"))
        return len(json.loads(answer)["results"]["bindings"])


def askings(base: str, unit: str, body: str) -> tuple[Asking, ...]:
    """Return the queries about a unit and its body, given by IRI."""
    prefixes = _PREFIXES.format(base=base)
    return tuple(
        Asking(
            name,
            prefixes + text.replace("%unit", unit).replace("%body", body),
            GRAPH if text.startswith("CONSTRUCT") else RESULTS,
        )
        for name, text in _TEXTS.items()
    )
