"""The vocabulary: what it defines, says of itself, and leans on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from a4_rdf import resources, vocab
from a4_rdf.check.background import vocabulary
from a4_rdf.terms import graph
from a4_rdf.vocab import BIBO, CSVW, PPLAN, QB, SDGO, TIME, VANN, Poa

BASE = "http://example.org"
POA = Poa(BASE)
ONTOLOGY = URIRef(f"{BASE}/def/poa")
STATIC = graph(vocabulary(BASE))
TERMS = {POA[name] for name in (*vocab.CLASSES, *vocab.PROPERTIES)}
DOCUMENTS = [*resources.ontology(), *resources.shapes()]
CUBE = {"dsd", "sliceByUnit"}
"""What stands in the vocabulary's namespace and is no class or property."""

# MODEL.md's tables.
SUPERCLASSES = {
    "OperationalPlan": {PROV.Plan},
    "OperationalObjective": {SKOS.Concept},
    "PlannedActivity": {SKOS.Concept},
    "Indicator": {SKOS.Concept},
    "Goal": {PROV.Entity},
    "Target": {PROV.Entity},
    "QuantifiedTarget": {POA["Target"], QB.Observation},
    "DisclosureDocument": {URIRef("http://xmlns.com/foaf/0.1/Document"), PROV.Entity},
    "ProcessLevel": {SKOS.Concept},
    "TargetBound": {SKOS.Concept},
    "TargetStatus": {SKOS.Concept},
    "RowStatus": {SKOS.Concept},
}
SEE_ALSO = {
    "OperationalPlan": PPLAN.Plan,
    "OperationalObjective": SDGO.Goal,
    "PlannedActivity": PPLAN.Step,
    "Indicator": SDGO.Indicator,
    "Target": SDGO.Target,
}
SUPERPROPERTIES = {
    "planOf": PROV.wasAttributedTo,
    "inPlan": DCTERMS.isPartOf,
    "supportsObjective": SKOS.broader,
    "processLevel": ORG.classification,
    "refPeriod": vocab.SDMX_DIMENSION.refPeriod,
    "targetValue": vocab.SDMX_MEASURE.obsValue,
}
RANGES = {
    "planOf": ORG.FormalOrganization,
    "inPlan": POA["OperationalPlan"],
    "objective": POA["OperationalObjective"],
    "objectiveOf": ORG.OrganizationalUnit,
    "supportsObjective": POA["OperationalObjective"],
    "hasTarget": POA["Target"],
    "targetOf": POA["Goal"],
    "processLevel": POA["ProcessLevel"],
    "refPeriod": TIME.ProperInterval,
    "asOf": XSD.date,
    "ordinal": XSD.positiveInteger,
    "responsibleUnit": ORG.OrganizationalUnit,
    "activity": POA["PlannedActivity"],
    "indicator": POA["Indicator"],
    "targetValue": XSD.decimal,
    "targetValueMax": XSD.decimal,
    "bound": POA["TargetBound"],
    "targetStatus": POA["TargetStatus"],
    "basis": SKOS.Concept,
    "targetText": RDF.langString,
    "targetCellText": RDF.langString,
    "rowStatus": POA["RowStatus"],
    "repair": SKOS.Concept,
}


def local(term: Node) -> str:
    return str(term).rsplit("#", 1)[1]


def languages(subject: Node, predicate: URIRef) -> list[str]:
    texts = STATIC.objects(subject, predicate)
    return sorted(str(text.language) for text in texts if isinstance(text, Literal))


def test_vocab_lists_exactly_the_classes_of_the_ontology() -> None:
    assert {local(c) for c in STATIC.subjects(RDF.type, OWL.Class)} == set(vocab.CLASSES)
    assert len(vocab.CLASSES) == 12


def test_vocab_lists_exactly_the_properties_of_the_ontology() -> None:
    assert {local(p) for p in STATIC.subjects(RDF.type, RDF.Property)} == set(vocab.PROPERTIES)
    assert len(vocab.PROPERTIES) == 23


@pytest.mark.parametrize("term", sorted(TERMS), ids=local)
def test_a_term_speaks_spanish_and_english_and_says_who_defines_it(term: URIRef) -> None:
    assert languages(term, RDFS.label) == ["en", "es"]
    assert languages(term, RDFS.comment) == ["en", "es"]
    assert list(STATIC.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


def test_alignments() -> None:
    for name, expected in SUPERCLASSES.items():
        assert set(STATIC.objects(POA[name], RDFS.subClassOf)) == expected, name
    for name, other in SEE_ALSO.items():
        assert other in set(STATIC.objects(POA[name], RDFS.seeAlso)), name
    found = {local(s): o for s, o in STATIC.subject_objects(RDFS.subPropertyOf)}
    assert found == SUPERPROPERTIES
    assert {local(s): o for s, o in STATIC.subject_objects(RDFS.range)} == RANGES
    disjoint = set(STATIC.subject_objects(OWL.disjointWith))
    assert disjoint == {
        (POA["PlannedActivity"], PROV.Activity),
        (POA["Goal"], POA["Target"]),
    }
    assert set(STATIC.subject_objects(OWL.inverseOf)) == {
        (POA["hasTarget"], POA["targetOf"]),
        (POA["targetOf"], POA["hasTarget"]),
    }
    assert STATIC.value(POA["rowStatus"], RDFS.domain) == CSVW.Row


def test_the_header_is_complete() -> None:
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.bibliographicCitation):
        assert languages(ONTOLOGY, predicate) == ["en", "es"]
    assert STATIC.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{BASE}/def/poa/0.1.0")
    assert STATIC.value(ONTOLOGY, OWL.versionInfo) == Literal("0.1.0")
    assert STATIC.value(ONTOLOGY, VANN.preferredNamespacePrefix) == Literal("poa")
    assert STATIC.value(ONTOLOGY, VANN.preferredNamespaceUri) == URIRef(POA.namespace)
    assert STATIC.value(ONTOLOGY, BIBO.status) == BIBO["status/draft"]
    for predicate in (DCTERMS.created, DCTERMS.modified):
        assert STATIC.value(ONTOLOGY, predicate) == Literal("2026-11-23", datatype=XSD.date)
    for predicate in (DCTERMS.license, DCTERMS.creator, DCTERMS.publisher):
        assert isinstance(STATIC.value(ONTOLOGY, predicate), URIRef)


def test_whatever_is_named_under_the_base_is_described() -> None:
    named = {
        term
        for triple in STATIC
        for term in triple
        if isinstance(term, URIRef) and term.startswith(f"{BASE}/")
    }
    assert named <= set(STATIC.subjects())


@pytest.mark.parametrize("path", resources.shapes(), ids=lambda p: p.name)
def test_shapes_name_only_what_is_defined(path: Path) -> None:
    shapes = Graph(bind_namespaces="none").parse(path, publicID=f"{BASE}/")
    terms = {str(term) for triple in shapes for term in triple if isinstance(term, URIRef)}
    ours = {t for t in terms if re.match(rf"{BASE}/(def/poa#|kos/)", t)}
    assert ours <= {str(subject) for subject in STATIC.subjects()}


def test_queries_name_only_what_is_defined() -> None:
    known = {*vocab.CLASSES, *vocab.PROPERTIES, *CUBE}
    texts = [path.read_text("utf-8") for path in resources.shapes()]
    queries = Path(resources.__file__).parent / "queries"
    texts += [path.read_text("utf-8") for path in queries.glob("*.rq")]
    assert {term for text in texts for term in re.findall(r"\bpoa:(\w+)", text)} <= known


def test_every_term_is_used_by_an_example() -> None:
    examples = sorted((Path(__file__).parents[1] / "shapes").glob("*/*.ttl"))
    used = {
        term for path in examples for term in re.findall(r"\bpoa:(\w+)", path.read_text("utf-8"))
    }
    concepts = {
        local(t) for t in STATIC.objects(None, RDF.type) if str(t).startswith(POA.namespace)
    }
    assert {*vocab.CLASSES, *vocab.PROPERTIES} == (used | concepts) - CUBE


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_a_document_uses_the_prefixes_of_the_house_and_no_base(path: Path) -> None:
    text = path.read_text("utf-8")
    house = vocab.prefixes("") | {"poa": "def/poa#", "shape": "def/shapes#"}
    declared = dict(re.findall(r"^@prefix ([\w-]*): <([^>]*)> \.$", text, re.MULTILINE))
    assert not re.search(r"^@base", text, re.MULTILINE)
    assert {prefix: house[prefix] for prefix in declared} == declared
    body = re.sub(r"^(@prefix|#).*$", "", text, flags=re.MULTILINE)
    for prefix in declared:
        assert re.search(rf"(?<![\w-]){prefix}:", body), f"{prefix} is not used"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_a_document_closes_each_thing_on_a_line_of_its_own(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert all(line.startswith("@prefix") for line in lines if re.search(r"^ {0,8}\S.* \.$", line))
    closed = [i for i, line in enumerate(lines) if line == "."]
    begun = [i for i, line in enumerate(lines) if re.match(r"[<a-z]", line)]
    assert len(closed) == len(begun) > 0
    assert all(line == line.rstrip() for line in lines)


def test_is_defined_by_comes_last() -> None:
    for path in resources.ontology():
        for block in path.read_text("utf-8").split("\n.\n"):
            if "rdfs:isDefinedBy" in block:
                assert block.rstrip().endswith("rdfs:isDefinedBy <def/poa>")
