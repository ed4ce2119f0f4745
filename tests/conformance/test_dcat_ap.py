"""The catalogue against the shapes of DCAT-AP 3.0.1 (SEMICeu/DCAT-AP).

The shapes are read where they are, `A4_VECTORS` or `../shared/vectors` beside the checkout, and
never copied. Where the folder is absent the test is skipped, or fails if `A4_REQUIRE_VECTORS`
is set.
"""

from __future__ import annotations

import os
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF

from a4_rdf.model import Organization
from a4_rdf.release import publish
from a4_rdf.release.catalogue import pages
from a4_rdf.vocab import DCAT, SH
from tests.release.making import OCTOBER, SEPTEMBER, SETTINGS, released

VECTORS = Path(os.environ.get("A4_VECTORS") or Path(__file__).parents[3] / "shared" / "vectors")
SHAPES = ("shapes.ttl", "range.ttl")
# The whole, and each of the pages that it is cut into.
FILES = ("dumps/catalogo.ttl", "catalogo.ttl", "catalogo/2.ttl")
# Target classes of the shapes that a catalogue without a node of that class cannot test.
CHECKED = {"Catalog", "Dataset", "Distribution", "DataService"}


@pytest.fixture(scope="module")
def vectors() -> Path:
    folder = VECTORS / "dcat-ap"
    if not folder.is_dir():
        if os.environ.get("A4_REQUIRE_VECTORS"):
            pytest.fail(f"{folder} is required and not there")
        pytest.skip(f"no vectors at {folder}")
    return folder


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    other = released(SEPTEMBER, organization=Organization("otra", "Otra entidad"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "DATASETS", 1)
        publish(root, SETTINGS, [released(SEPTEMBER), released(OCTOBER, SEPTEMBER), other])
    return root / "public"


@pytest.fixture(scope="module")
def catalogue(public: Path) -> Graph:
    return Graph().parse(public / FILES[0])


def violations(data: Graph, vectors: Path, shapes: str) -> list[str]:
    """Return what a shapes file finds in a catalogue, as `path focus`."""
    graph = data + Graph().parse(vectors / "background-stubs.ttl")
    _, report, _ = pyshacl.validate(
        graph, shacl_graph=Graph().parse(vectors / shapes), advanced=True
    )
    assert isinstance(report, Graph)
    found = report.subjects(SH.resultSeverity, SH.Violation)
    return sorted(
        f"{report.value(r, SH.resultPath)} {report.value(r, SH.focusNode)}" for r in found
    )


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("shapes", SHAPES)
def test_the_catalogue_has_no_violation(
    public: Path, vectors: Path, shapes: str, file: str
) -> None:
    catalogue = Graph().parse(public / file)
    assert violations(catalogue, vectors, shapes) == []
    kinds = {str(kind).removeprefix(str(DCAT)) for kind in catalogue.objects(None, RDF.type)}
    assert kinds >= CHECKED


@pytest.mark.parametrize(
    ("shapes", "path"), [("shapes.ttl", DCTERMS.title), ("range.ttl", DCTERMS.publisher)]
)
def test_the_shapes_do_look_at_it(
    catalogue: Graph, vectors: Path, shapes: str, path: URIRef
) -> None:
    spoilt = Graph() + catalogue
    (subject,) = spoilt.subjects(RDF.type, DCAT.Catalog)
    spoilt.remove((subject, path, None))
    if shapes == "range.ttl":
        spoilt.add((subject, path, URIRef("urn:nobody")))
    assert violations(spoilt, vectors, shapes) == [f"{path} {subject}"]
