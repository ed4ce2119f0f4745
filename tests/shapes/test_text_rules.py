"""One list of texts: what the shapes refuse, repair removes; plain text passes both unchanged."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from a4_rdf.check import check
from a4_rdf.repair.marks import clean_marks
from a4_rdf.repair.withhold import withhold_persons
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB, Poa
from tests.shapes.examples import BASE, checks_of
from tests.tables import table

REFUSED = (
    "A &amp; B",
    "uno&nbsp;dos",
    "a &LT; b",
    "Gesti&#243;n",
    "&#99999999999999999999;",
    "<a href='https://ejemplo.example'>Ver</a>",
    "<td>uno</td>",
    "<TD class=x>uno",
    "uno<br/>dos",
    "<h3>Título</h3>",
    "**METAS**",
    "*<b>*",
    "<<b>b>x",
    "alguien@ejemplo.example",
    "Correo:(alguien)@ejemplo.example.",
    "mailto:alguien@ejemplo.example",
    "a@b.example@c.example",
    "alguien&#64;ejemplo.example",
    "central tel. 2555683",
    "Tel: 2555683 ext. 12",
    "Telf. No. 255-5683 / 2555684",
    "TELÉFONOS (2555683)",
    "celular 2 555 683",
    "Llamar al 0995555567.",
    "Llamar al 099 555 5567, mañana",
    "A cumplir.0995555567",
    "(02) 255-5683",
    "02-2555683",
    "02 255 5683",
    "+593 2 255 5683",
    "+593 5",
    "00593 2 2555683",
)
PLAIN = (
    "a < b",
    "5 <10",
    "a <x> b",
    "<indicar meta>",
    "R&D",
    "AT&T; y otros",
    "hotel 5*",
    "1.479.588,24",
    "819,689.33",
    "$ 13.020,35",
    "1 200 asistencias",
    "66700 Lecturas",
    "1200000 llamadas telefónicas",
    "Renovar teléfonos 2015-2016",
    "Hotel 2555683",
    "Partida 530204 0001",
    "Partida 73.06.12.0901.001",
    "Programa 01 00 000 001 530101",
    "CPC 022110011",
    "Código 022110011",
    "2023-0001-245",
    "Resolución 05-2023-001",
    "30/09/2015",
    "2015-09-30",
    "31 de enero de 2025",
    "1768041780001",
    "0.005932468 del total",
    "Ext. 120 m2",
    "Difundir por @municipios",
    "Reuniones a las 10:30",
)


def cleaned(text: str) -> str:
    """Return a text as repair leaves it, whatever is done once more."""
    source = table(("1", text))
    once = withhold_persons(clean_marks(source)[0])[0]
    assert withhold_persons(clean_marks(once)[0]) == (once, ())
    return once.rows[1].cells[1].text


def refused(texts: list[str]) -> set[str]:
    """Return the texts that the shapes refuse in a release."""
    release = URIRef(f"{BASE}/release")
    triples: list[Triple] = [(release, RDF.type, QB.DataSet)]
    for number, text in enumerate(texts):
        thing = URIRef(f"{BASE}/thing/{number}")
        triples.append((thing, Poa(BASE)["targetText"], Literal(text, lang="es")))
    own = checks_of("text")
    found = {str(r.value) for r in check(triples, BASE).results if r.code in own}
    return {text for number, text in enumerate(texts) if f"{BASE}/thing/{number}" in found}


def test_the_shapes_refuse_these_and_only_these() -> None:
    assert refused([*REFUSED, *PLAIN]) == set(REFUSED)


def test_repair_leaves_nothing_that_the_shapes_refuse() -> None:
    assert refused([cleaned(text) for text in REFUSED]) == set()


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_survives(text: str) -> None:
    assert cleaned(text) == text
