"""The one small dataset of the store tests."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import RDFS, XSD

from a4_rdf.store import Quad

BASE = "https://datos.ejemplo.ec"
ROAD, BRIDGE = URIRef(f"{BASE}/id/unidad/gad/vias"), URIRef(f"{BASE}/id/unidad/gad/puentes")
VALUE = URIRef(f"{BASE}/def/poa#targetValue")
GRAPH = URIRef(f"{BASE}/graph/gad/a4/2015-09-30")

QUADS: tuple[Quad, ...] = (
    (ROAD, RDFS.label, Literal("Dirección de Vías", lang="es"), None),
    (ROAD, VALUE, Literal("45.0", datatype=XSD.decimal, normalize=False), None),
    (ROAD, RDFS.seeAlso, BRIDGE, None),
    (BRIDGE, RDFS.label, Literal('El puente «"viejo"»\nde \\ piedra', lang="es"), None),
    (BRIDGE, RDFS.comment, Literal("sin idioma"), GRAPH),
)
