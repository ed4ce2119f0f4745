"""The drawing of the vocabulary agrees with the vocabulary."""

from __future__ import annotations

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SKOS

from a4_rdf import resources
from a4_rdf.serve.pages.diagram import BOX, diagram

BASE = "https://datos.ejemplo.ec"
POA = f"{BASE}/def/poa#"


def _ontology() -> Graph:
    folder = resources.folder("ontology")
    return Graph().parse(folder / "poa.ttl", publicID=f"{BASE}/")


def test_each_line_fits_what_the_vocabulary_states() -> None:
    ontology = _ontology()
    ours = [r for r in diagram(BASE).relations if r.property.startswith(POA)]
    assert len(ours) == 9
    for relation in ours:
        assert (relation.property, RDF.type, OWL.ObjectProperty) in ontology
        assert (relation.property, RDFS.range, relation.object) in ontology
        domains = set(ontology.objects(relation.property, RDFS.domain))
        assert domains <= {relation.subject}


def test_a_line_that_says_subclass_is_one() -> None:
    ontology = _ontology()
    for relation in diagram(BASE).relations:
        if relation.property == RDFS.subClassOf:
            assert (relation.subject, RDFS.subClassOf, relation.object) in ontology


def test_every_class_but_those_of_code_lists_is_drawn() -> None:
    ontology = _ontology()
    classes = {c for c in ontology.subjects(RDF.type, OWL.Class) if isinstance(c, URIRef)}
    drawn = {box.iri for box in diagram(BASE).boxes}
    lists = {c for c in classes if (c, RDFS.subClassOf, SKOS.Concept) in ontology}
    named = {c.removeprefix(POA) for c in lists - drawn}
    assert named == {"ProcessLevel", "TargetBound", "TargetStatus", "RowStatus"}
    assert classes - lists <= drawn


def test_boxes_stand_apart_and_within_the_drawing() -> None:
    found = diagram(BASE)
    for box in found.boxes:
        assert 0 <= box.x <= found.width - BOX[0]
        assert 0 <= box.y <= found.height - BOX[1]
        for other in found.boxes:
            apart = abs(box.x - other.x) >= BOX[0] or abs(box.y - other.y) >= BOX[1]
            assert apart or box == other


def test_lines_end_at_the_border_of_a_box() -> None:
    line = next(one for one in diagram(BASE).lines if one.iri == URIRef(f"{POA}planOf"))
    assert line.start == (302.0, 30.0)
    assert line.end == (198.0, 30.0)
    assert line.name_at == (258.3, 30.0)
