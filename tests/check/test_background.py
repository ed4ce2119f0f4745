"""What a release is checked against, under any base."""

from __future__ import annotations

from rdflib import BNode, URIRef

from a4_rdf.check.background import catalogue_shapes, release_shapes, vocabulary
from a4_rdf.vocab import SH

BASE = "https://datos.ejemplo.ec/abierto"


def test_the_vocabulary_follows_the_base() -> None:
    subjects = {s for s, _, _ in vocabulary(BASE)}
    assert URIRef(f"{BASE}/def/poa#Goal") in subjects
    assert URIRef(f"{BASE}/kos/cota/at-least") in subjects
    assert not any(isinstance(s, BNode) for s in subjects)


def test_release_and_catalogue_have_shapes_of_their_own() -> None:
    release = set(release_shapes(BASE).subjects(SH.message, None))
    catalogue = set(catalogue_shapes(BASE).subjects(SH.message, None))
    assert URIRef(f"{BASE}/def/shapes#goal-plan") in release
    assert URIRef(f"{BASE}/def/shapes#catalogue-title") in catalogue
    assert not release & catalogue
