"""The namespaces of a4_rdf, all of them, and the terms of its own vocabulary.

The ontology file is the source of truth; a test keeps `CLASSES` and `PROPERTIES` equal to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD

ACCESS_RIGHT = Namespace("http://publications.europa.eu/resource/authority/access-right/")
ADMS = Namespace("http://www.w3.org/ns/adms#")
AS = Namespace("https://www.w3.org/ns/activitystreams#")
BIBO = Namespace("http://purl.org/ontology/bibo/")
# Of triples that exist only while a cube is being checked.
CUBE_WALK = Namespace("urn:x-a4-rdf:")
COUNTRY = Namespace("http://publications.europa.eu/resource/authority/country/")
CSVW = Namespace("http://www.w3.org/ns/csvw#")
DATA_THEME = Namespace("http://publications.europa.eu/resource/authority/data-theme/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DQV = Namespace("http://www.w3.org/ns/dqv#")
FILE_TYPE = Namespace("http://publications.europa.eu/resource/authority/file-type/")
FREQUENCY = Namespace("http://publications.europa.eu/resource/authority/frequency/")
HYDRA = Namespace("http://www.w3.org/ns/hydra/core#")
LANGUAGE = Namespace("http://publications.europa.eu/resource/authority/language/")
LDES = Namespace("https://w3id.org/ldes#")
MEDIA_TYPE = Namespace("http://www.iana.org/assignments/media-types/")
OA = Namespace("http://www.w3.org/ns/oa#")
PPLAN = Namespace("http://purl.org/net/p-plan#")
QB = Namespace("http://purl.org/linked-data/cube#")
QB_CONSTRAINTS = Namespace("https://www.w3.org/TR/vocab-data-cube/#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
SCHEMA_ORG = Namespace("https://schema.org/")
SDGO = Namespace("http://metadata.un.org/sdg/ontology#")
SDMX_ATTRIBUTE = Namespace("http://purl.org/linked-data/sdmx/2009/attribute#")
SDMX_CONCEPT = Namespace("http://purl.org/linked-data/sdmx/2009/concept#")
SDMX_DIMENSION = Namespace("http://purl.org/linked-data/sdmx/2009/dimension#")
SDMX_MEASURE = Namespace("http://purl.org/linked-data/sdmx/2009/measure#")
SH = Namespace("http://www.w3.org/ns/shacl#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
TIME = Namespace("http://www.w3.org/2006/time#")
TREE = Namespace("https://w3id.org/tree#")
UNIT = Namespace("http://qudt.org/vocab/unit/")
VANN = Namespace("http://purl.org/vocab/vann/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
VOID = Namespace("http://rdfs.org/ns/void#")
W3_FORMATS = Namespace("http://www.w3.org/ns/formats/")

CLASSES: tuple[str, ...] = (
    "OperationalPlan",
    "OperationalObjective",
    "PlannedActivity",
    "Indicator",
    "Goal",
    "Target",
    "QuantifiedTarget",
    "DisclosureDocument",
    "ProcessLevel",
    "TargetBound",
    "TargetStatus",
    "RowStatus",
)

PROPERTIES: tuple[str, ...] = (
    "planOf",
    "inPlan",
    "objective",
    "objectiveOf",
    "supportsObjective",
    "hasTarget",
    "targetOf",
    "processLevel",
    "refPeriod",
    "asOf",
    "ordinal",
    "responsibleUnit",
    "activity",
    "indicator",
    "targetValue",
    "targetValueMax",
    "bound",
    "targetStatus",
    "basis",
    "targetText",
    "targetCellText",
    "rowStatus",
    "repair",
)

_STANDARD: Mapping[str, str] = {
    "adms": str(ADMS),
    "as": str(AS),
    "bibo": str(BIBO),
    "csvw": str(CSVW),
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "dqv": str(DQV),
    "file-type": str(FILE_TYPE),
    "foaf": str(FOAF),
    "freq": str(FREQUENCY),
    "hydra": str(HYDRA),
    "lang": str(LANGUAGE),
    "ldes": str(LDES),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "p-plan": str(PPLAN),
    "prov": str(PROV),
    "qb": str(QB),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "sd": str(SD),
    "sdgo": str(SDGO),
    "sdmx-attribute": str(SDMX_ATTRIBUTE),
    "sdmx-concept": str(SDMX_CONCEPT),
    "sdmx-dimension": str(SDMX_DIMENSION),
    "sdmx-measure": str(SDMX_MEASURE),
    "sh": str(SH),
    "skos": str(SKOS),
    "spdx": str(SPDX),
    "time": str(TIME),
    "tree": str(TREE),
    "unit": str(UNIT),
    "vann": str(VANN),
    "vcard": str(VCARD),
    "void": str(VOID),
    "xsd": str(XSD),
}


class Poa:
    """The POA vocabulary under one publisher's base IRI: `Poa(base)["Goal"]` is a term's IRI."""

    __slots__ = ("namespace",)

    def __init__(self, base: str) -> None:
        self.namespace = f"{base}/def/poa#"

    def __getitem__(self, term: str) -> URIRef:
        """Return the IRI of a term; KeyError for a name that the vocabulary does not define."""
        if term not in CLASSES and term not in PROPERTIES:
            raise KeyError(term)
        return URIRef(self.namespace + term)

    @property
    def structure(self) -> URIRef:
        """Return the IRI of the cube's data structure definition."""
        return URIRef(self.namespace + "dsd")

    @property
    def slice_key(self) -> URIRef:
        """Return the IRI of the key of the cube's slices: one unit, one release."""
        return URIRef(self.namespace + "sliceByUnit")


def prefixes(base: str) -> dict[str, str]:
    """Return prefix → namespace IRI for Turtle and SPARQL, `poa` under the publisher's base."""
    return {**_STANDARD, "poa": Poa(base).namespace}
