"""The pages of what has many goals: a hundred at once, counted whole, in every form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf import formats
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from a4_rdf.vocab import HYDRA, Poa
from tests.serve.conftest import client_of
from tests.serve.many import BASE, UNIT, publish_many

NOW, THEN = f"doc/{UNIT}", f"doc/2015-08-31/{UNIT}"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_many(tmp_path_factory.mktemp("many"))


@pytest.fixture(scope="module")
def client(many: Path) -> FlaskClient:
    return client_of(many)


def text_of(client: FlaskClient, path: str) -> str:
    answer = client.get(f"/{path}")
    assert answer.status_code == 200, path
    return " ".join(answer.text.split())


def said(client: FlaskClient, path: str) -> set[Triple]:
    answer = client.get(f"/{path}", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200, path
    return set(rdfio.parse(answer.data, formats.TURTLE, BASE))


def goals(triples: set[Triple]) -> set[URIRef]:
    return {s for s, p, o in triples if p == RDF.type and o == Poa(BASE)["Goal"]}


def indicator(client: FlaskClient) -> str:
    """Return the path of the page of the indicator that all goals of the unit have."""
    found = re.search(r'href="../../(indicador/gad/[^"]+)"', client.get(f"/{NOW}").text)
    assert found
    return f"doc/{found[1]}"


@pytest.mark.parametrize(
    ("path", "shown", "spans"),
    [
        (NOW, 100, "Metas de las filas 6 a 105 del documento, de 250 en todo."),
        (f"{NOW}?desde=106", 100, "Metas de las filas 106 a 205 del documento, de 250 en todo."),
        (f"{NOW}?desde=206", 50, "Metas de las filas 206 a 255 del documento, de 250 en todo."),
        (THEN, 100, "Metas de las filas 6 a 105 del documento, de 120 en todo."),
        (f"{THEN}?desde=106", 20, "Metas de las filas 106 a 125 del documento, de 120 en todo."),
    ],
)
def test_a_page_shows_a_hundred_goals(
    client: FlaskClient, path: str, shown: int, spans: str
) -> None:
    page = text_of(client, path)
    assert page.count('<article class="goal">') == shown
    assert page.count(spans) == 2


@pytest.mark.parametrize("query", ["", "?desde=106", "?desde=206"])
def test_the_headline_counts_all_goals_on_every_page(client: FlaskClient, query: str) -> None:
    now = "En 2015 esta unidad declaró 250 metas; 25 tienen avisos de calidad."
    assert now in text_of(client, f"{NOW}{query}")
    then = "En 2015 esta unidad declaró 120 metas; 12 tienen avisos de calidad."
    assert then in text_of(client, f"{THEN}{query}")


def test_pages_lead_to_each_other(client: FlaskClient) -> None:
    page = text_of(client, f"{NOW}?desde=106")
    assert '<a rel="prev" href="direccion-de-obras?desde=6">Metas anteriores</a>' in page
    assert '<a rel="next" href="direccion-de-obras?desde=206">Metas siguientes</a>' in page
    assert 'rel="prev"' not in text_of(client, NOW)
    assert 'rel="next"' not in text_of(client, f"{NOW}?desde=206")


def test_a_page_in_english_leads_to_pages_in_english(client: FlaskClient) -> None:
    assert 'rel="next" href="direccion-de-obras?desde=106&amp;lang=en"' in text_of(
        client, f"{NOW}?lang=en"
    )


def test_a_page_groups_its_own_goals(client: FlaskClient) -> None:
    page = text_of(client, f"{NOW}?desde=106")
    headings = re.findall(r'<span class="kind">Objetivo</span> <a [^>]*>([^<]*)</a>', page)
    assert headings == ["Mejorar el sector 1", "Mejorar el sector 2", "Mejorar el sector 3"]


@pytest.mark.parametrize(
    ("path", "count"),
    [(NOW, 100), (f"{NOW}?desde=106", 100), (f"{NOW}?desde=206", 50), (f"{THEN}?desde=106", 20)],
)
def test_rdf_has_the_goals_that_the_page_shows(client: FlaskClient, path: str, count: int) -> None:
    found = goals(said(client, path))
    assert len(found) == count
    page = text_of(client, path)
    keys = set(re.findall(r"meta/gad/([0-9a-z-]+)\">Ver esta meta", page))
    assert {str(iri).rpartition("/")[2] for iri in found} == keys


def test_all_pages_together_have_every_goal_once(client: FlaskClient) -> None:
    pages = [goals(said(client, f"{NOW}{query}")) for query in ("", "?desde=106", "?desde=206")]
    assert sum(map(len, pages)) == len(set().union(*pages)) == 250


@pytest.mark.parametrize("path", [NOW, THEN])
def test_rdf_says_which_page_it_is_and_where_the_next_one_is(
    client: FlaskClient, path: str
) -> None:
    document = URIRef(f"{BASE}/{path}")
    first, second = URIRef(f"{document}?desde=6"), URIRef(f"{document}?desde=106")
    total = Literal("250" if path == NOW else "120", datatype=XSD.nonNegativeInteger)
    triples = said(client, path)
    assert {(p, o) for s, p, o in triples if s == first} == {
        (RDF.type, HYDRA.PartialCollectionView),
        (HYDRA.next, second),
    }
    assert (document, HYDRA.view, first) in triples
    assert [str(o) for s, p, o in triples if p == HYDRA.totalItems] == [str(total)]
    assert (second, HYDRA.previous, first) in said(client, f"{path}?desde=106")


def test_a_thing_of_few_goals_says_nothing_of_pages(client: FlaskClient) -> None:
    triples = said(client, "doc/unidad/gad/direccion-de-riego")
    assert len(goals(triples)) == 2
    assert not [p for _, p, _ in triples if str(p).startswith(str(HYDRA))]
    assert 'class="pages"' not in text_of(client, "doc/unidad/gad/direccion-de-riego")


def test_an_indicator_of_many_goals_is_paged_too(client: FlaskClient) -> None:
    path = indicator(client)
    page = text_of(client, path)
    assert "Lo declaran 250 metas." in page
    assert page.count('<article class="goal">') == 100
    assert text_of(client, f"{path}?desde=206").count('<article class="goal">') == 50
    assert len(goals(said(client, f"{path}?desde=206"))) == 50


def test_charts_are_of_all_goals_and_stand_on_the_first_page(client: FlaskClient) -> None:
    page = text_of(client, NOW)
    assert "<h3>Metas en obras</h3>" in page
    assert "Las 20 mayores de 225: de 229 a 250." in page
    table = page.partition("<caption>Metas en obras</caption>")[2].partition("</table>")[0]
    assert table.count("<tr>") == 21
    assert "Construir la obra 249</a>" in table
    assert "Metas en obras" not in text_of(client, f"{NOW}?desde=106")


def test_pages_are_light(client: FlaskClient) -> None:
    for path in (NOW, f"{NOW}?desde=106", indicator(client)):
        answer = client.get(f"/{path}", headers={"Accept-Encoding": "gzip"})
        assert len(answer.data) < 30 * 1024, path
