"""Labels: every thing has a name that people can read."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import URIRef

from a4_rdf import resources
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.publication import open_publication
from a4_rdf.serve.site import load_site
from a4_rdf.store import NO_BINDINGS, Bindings, Store, open_store
from a4_rdf.terms import Triple
from tests.serve.small import BASE


@pytest.fixture(scope="module")
def labels(public: Path) -> Labels:
    return open_publication(public, load_site(resources.folder("site"))).labels


@pytest.mark.parametrize(
    ("iri", "label"),
    [
        (f"{BASE}/id/unidad/gad/coordinacion-de-vias", "Coordinación de vías"),
        (f"{BASE}/id/organizacion/gad", "GAD de Ejemplo"),
        (f"{BASE}/kos/cota/at-least", "Como mínimo"),
        (f"{BASE}/def/poa#Goal", "Meta declarada"),
        (f"{BASE}/id/contacto/gad", "GAD de Ejemplo"),
        (
            f"{BASE}/id/documento/gad/2015-09-30/fila/4",
            "Fila 4 del documento del 30 de septiembre de 2015",
        ),
        (
            f"{BASE}/graph/gad/a4/2015-09-30",
            "Datos completos de la publicación del 30 de septiembre de 2015",
        ),
        (f"{BASE}/id/documento/gad/hoy/fila/4", "Fila 4 del documento del hoy"),
        (f"{BASE}/doc/documento/gad/2015-09-30/fuente.txt", "fuente.txt"),
        (f"{BASE}/doc/documento/gad/2015-09-30/fuente.txt#line=3,4", "línea 4"),
        (f"{BASE}/dumps/latest.ttl", "latest.ttl"),
        ("http://purl.org/dc/terms/title", "título"),
        ("https://www.wikidata.org/entity/Q1", "www.wikidata.org · Q1"),
    ],
)
def test_label(labels: Labels, iri: str, label: str) -> None:
    assert labels.label(URIRef(iri)) == label


def test_english_where_it_is_said(labels: Labels) -> None:
    assert labels.speaking("en").label(URIRef(f"{BASE}/def/poa#Goal")) == "Goal"


def test_an_annotation_is_named_by_what_it_says(labels: Labels) -> None:
    note = URIRef(f"{BASE}/id/conversion/gad/2015-09-30/hallazgo/5-2-row-realigned")
    assert (
        labels.label(note)
        == "fila desplazada: sus celdas se leyeron como indicador (lectura segura)"
    )


def test_a_thing_of_an_earlier_release_keeps_its_name(labels: Labels) -> None:
    old = URIRef(f"{BASE}/id/documento/gad/2015-08-31")
    assert labels.label(old).endswith(", 31 de agosto de 2015")
    assert labels.triples(old)


class Counting:
    """A store that counts the queries that it is asked."""

    def __init__(self, store: Store) -> None:
        self.store, self.base, self.asked = store, store.base, 0

    def construct(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> tuple[Triple, ...]:
        self.asked += 1
        return self.store.construct(query, bindings, graph)


def test_many_names_are_one_query_and_are_remembered(public: Path) -> None:
    store = Counting(open_store(public / "store", BASE))
    labels = Labels(store, BASE)  # type: ignore[arg-type]
    concepts = [URIRef(f"{BASE}/kos/cota/{code}") for code in ("at-least", "at-most", "range")]
    rows = [URIRef(f"{BASE}/id/documento/gad/2015-09-30/fila/{n}") for n in range(99)]
    labels.learn([*concepts, *rows, URIRef(f"{BASE}/id/unidad/gad/coordinacion-de-vias")])
    assert store.asked == 1
    assert labels.label(concepts[0]) == "Como mínimo"
    assert labels.label(rows[0]).startswith("Fila 0 del documento")
    labels.learn([*concepts, *rows])
    assert store.asked == 1
