"""Links to a thing by properties of one name are told apart by what they come from."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV

from a4_rdf.serve.incoming import Incoming
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.pages.pointing import origins
from tests.plans import BASE

PERIOD = URIRef(f"{BASE}/def/poa#refPeriod")
NAMES = {PERIOD: "período", DCTERMS.temporal: "período", PROV.used: "usó"}


class Called(Labels):
    """Labels that are said here, of nothing else."""

    def __init__(self) -> None:
        self.lang = "es"

    def label(self, iri: URIRef) -> str:
        return NAMES[iri]


def pointing(predicate: URIRef, *paths: str) -> Incoming:
    things = tuple(URIRef(f"{BASE}/id/{path}") for path in paths)
    return Incoming(predicate, len(things), things, more=False)


def test_a_name_of_its_own_needs_nothing_beside_it() -> None:
    groups = (pointing(PERIOD, "meta/gad/a"), pointing(PROV.used, "meta/gad/b"))
    assert origins(BASE, Called(), groups) == {}


def test_a_shared_name_is_said_with_the_nouns_of_what_points() -> None:
    targets = (f"meta/gad/{key}/2015-09-30/1" for key in "ab")
    groups = (
        pointing(PERIOD, *targets, "plan/gad/2015"),
        pointing(DCTERMS.temporal, "conjunto/gad"),
    )
    assert origins(BASE, Called(), groups) == {
        PERIOD: ("Valor de una meta", "Plan operativo"),
        DCTERMS.temporal: ("Conjunto de datos",),
    }


def test_equal_nouns_are_said_with_the_property_itself() -> None:
    groups = (pointing(PERIOD, "meta/gad/a"), pointing(DCTERMS.temporal, "meta/gad/b"))
    assert origins(BASE, Called(), groups) == {
        PERIOD: ("datos.ejemplo.ec · refPeriod",),
        DCTERMS.temporal: ("purl.org · temporal",),
    }


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        (
            "es",
            [
                "Enlazan aquí por «período» (valor de una meta): 59",
                "Enlazan aquí por «período» (conjunto de datos): 1",
            ],
        ),
        ("en", ["Linking here by “reference period”: 59", "Linking here by “período”: 1"]),
    ],
)
def test_the_sections_of_a_period_have_names_of_their_own(
    ame: FlaskClient, lang: str, headings: list[str]
) -> None:
    text = ame.get(f"/doc/periodo/2015?lang={lang}").text
    assert re.findall(r"<h3>([^<]*)</h3>", text) == headings
