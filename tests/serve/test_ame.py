"""The server over the real AME publication: every IRI answers, every link leads somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import rdflib
from flask.testing import FlaskClient
from rdflib import URIRef
from rdflib.namespace import RDF

from a4_rdf import formats, iris, resources
from a4_rdf.iris import Kind
from a4_rdf.serve.publication import Publication, open_publication
from a4_rdf.serve.site import load_site
from a4_rdf.store import rdfio
from a4_rdf.store.interface import Quad
from a4_rdf.vocab import SD
from tests.peers.parsers import PARSERS, RDFLIB_DEPRECATES, Parser, by_oxigraph

BASE = "http://127.0.0.1:8000"
UNIT = "/doc/unidad/ame/coordinacion-de-comunicacion"

PAGES = (
    "/",
    "/organizaciones",
    "/unidades",
    "/consultas",
    "/dumps/",
    "/catalogo.html",
    "/def/poa",
    "/doc/organizacion/ame",
    UNIT,
    "/doc/plan/ame/2015",
    "/doc/documento/ame/2015-09-30",
    "/doc/conjunto/ame",
    "/graph/ame/a4/2015-09-30",
    "/kos/hallazgo",
    "/nada/de/nada",
)


class Links(HTMLParser):
    """Collects where a page leads, its anchors, and its tags' attributes that must not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.ids: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.targets.update(v for k in ("href", "src", "action") if (v := values.get(k)))
        self.ids += [v for v in (values.get("id"),) if v]
        is_data = values.get("type") == "application/ld+json"
        self.scripts += tag == "script" and not is_data
        self.scripts += tag == "style" or "style" in values or "onclick" in values


@pytest.fixture(scope="module")
def quads(ame_public: Path) -> tuple[Quad, ...]:
    catalogue = rdfio.parse_quads(ame_public / "catalogo.ttl", formats.TURTLE, BASE)
    return rdfio.parse_quads(ame_public / "dumps/latest.nq", formats.NQUADS, BASE) + catalogue


@pytest.fixture(scope="module")
def publication(ame_public: Path) -> Publication:
    return open_publication(ame_public, load_site(resources.folder("site")))


@pytest.mark.filterwarnings(*(f"ignore:{name} is deprecated" for name in RDFLIB_DEPRECATES))
@pytest.mark.parametrize("parser", PARSERS)
def test_other_parsers_read_the_real_dumps_alike(
    ame_public: Path, parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    wanted = by_oxigraph(ame_public / "dumps/latest.nt", formats.NTRIPLES)
    for fmt in PARSERS[parser]:
        found = parser(ame_public / f"dumps/latest.{fmt.suffix}", fmt)
        assert {(s, p, o, "") for s, p, o, _ in found} == wanted, fmt.name


def test_every_iri_of_the_data_answers(ame: FlaskClient, quads: tuple[Quad, ...]) -> None:
    found = {str(t) for quad in quads for t in quad if isinstance(t, URIRef)}
    paths = {i[len(BASE) :].partition("#")[0] for i in found if i.startswith(f"{BASE}/")}
    assert len(paths) > 500
    wrong = {}
    for path in paths:
        answer = ame.get(path, headers={"Accept": "text/turtle"}, follow_redirects=True)
        if answer.status_code != 200:
            wrong[path] = answer.status_code
    assert wrong == {}


def test_every_kind_of_thing_has_a_page(ame: FlaskClient, quads: tuple[Quad, ...]) -> None:
    examples: dict[Kind, str] = {}
    for quad in quads:
        name = iris.parse(BASE, quad[0])
        if name:
            examples.setdefault(name.kind, quad[0][len(BASE) :])
    assert set(Kind) - set(examples) == {Kind.GRAPH, Kind.CHANGE}
    for path in examples.values():
        page = ame.get(path, headers={"Accept": "text/html"}, follow_redirects=True)
        assert (page.status_code, page.mimetype) == (200, "text/html"), path
        assert "<h1>" in page.text


def test_the_vocabulary_and_foreign_terms_have_spanish_names(
    publication: Publication, quads: tuple[Quad, ...]
) -> None:
    terms = {p for _, p, _, _ in quads}
    terms |= {o for _, p, o, _ in quads if p == RDF.type and isinstance(o, URIRef)}
    unnamed = {term for term in terms if " · " in publication.labels.label(term)}
    assert unnamed == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_answers_and_nothing_is_inline(ame: FlaskClient, page: str) -> None:
    answer = ame.get(page)
    found = Links()
    found.feed(answer.text)
    # The editor of the query page, where it was built, is two scripts of our own host.
    assert found.scripts == 0 or page == "/consultas"
    assert len(found.ids) == len(set(found.ids))
    ours = {urljoin(f"http://localhost{page}", target) for target in found.targets}
    ours = {address for address in ours if urlsplit(address).netloc == "localhost"}
    assert len(ours) > 5
    wrong = {}
    for address in sorted(ours):
        parts = urlsplit(address)
        is_asked = "query=" in parts.query or parts.path.startswith("/consultas/")
        if is_asked or parts.path == page:
            continue
        status = ame.get(f"{parts.path}?{parts.query}", follow_redirects=True).status_code
        if status != 200:
            wrong[address] = status
    assert wrong == {}


def test_a_unit_page_says_what_a_journalist_looks_for(ame: FlaskClient) -> None:
    page = " ".join(ame.get(UNIT).text.split())
    assert "<h1>Coordinación de comunicación</h1>" in page
    assert "En 2015 esta unidad declaró 6 metas; 1 tiene avisos de calidad." in page
    assert "Son metas declaradas, no resultados." in page
    assert "documento del 30 de septiembre de 2015" in page
    assert "primera publicación" in page
    assert '<strong>66.700</strong> <span class="measure">lecturas</span>' in page
    assert "<q>66700 Lecturas</q>" in page
    assert 'href="../../documento/ame/2015-09-30/fila/21"' in page
    assert "Aviso de calidad:</strong> fila idéntica a la de la línea 20" in page
    assert 'href="../../unidad/ame/direccion-de-planificacion-institucional"' not in page
    assert 'href="direccion-de-planificacion-institucional"' in page


def test_the_service_description_names_every_graph(ame: FlaskClient) -> None:
    answer = ame.get("/sparql", headers={"Accept": "application/n-triples"})
    triples = rdfio.parse(answer.data, formats.NTRIPLES, BASE)
    named = {str(o).removeprefix(f"{BASE}/") for _, p, o in triples if p == SD.name}
    assert {"graph/ame/a4/2015-09-30", "def/poa", "catalogo", "kos/hallazgo"} <= named
    assert len(named) == 17


def test_a_finding_code_is_explained_in_plain_words(ame: FlaskClient) -> None:
    page = ame.get("/kos/hallazgo/row-realigned").text
    assert "<h1>Fila desplazada</h1>" in page
    assert "Ponga en la tabla cada texto bajo su encabezado." in page
    assert "{" not in page
    assert "The row" not in page


def test_pages_say_no_confidence_in_figures(ame: FlaskClient) -> None:
    page = ame.get("/doc/documento/ame/2015-09-30").text
    assert "lectura segura" in page
    assert "confianza" not in page


def test_pages_are_light(ame: FlaskClient) -> None:
    for path in (UNIT, "/doc/documento/ame/2015-09-30", "/doc/organizacion/ame", "/"):
        answer = ame.get(path, headers={"Accept-Encoding": "gzip"})
        assert len(answer.data) < 30 * 1024, path


def test_the_organisation_page_counts_what_the_document_declares(ame: FlaskClient) -> None:
    page = " ".join(ame.get("/doc/organizacion/ame").text.split())
    assert "14 de sus 19 unidades declararon 62 metas en su plan operativo de 2015." in page


def test_the_document_page_shows_the_source_beside_what_was_read(ame: FlaskClient) -> None:
    page = " ".join(ame.get("/doc/documento/ame/2015-09-30").text.split())
    assert page.count('<article class="row"') == 78
    assert "PROCESOS GOBERNANTES / NIVEL DIRECTIVO" in page
    assert "fila desplazada" in page


def test_pages_show_no_bare_iri_but_in_the_citation(ame: FlaskClient) -> None:
    for path in ("/doc/organizacion/ame", "/doc/documento/ame/2015-09-30", "/kos/cota"):
        page = ame.get(path).text
        # What is offered to be copied into other pages has its addresses in full.
        shown = re.sub(r"<(script|textarea).*?</\1>", "", page)
        before_citation = shown.partition('<div class="cite">')[0]
        text = "".join(part.partition(">")[2] for part in before_citation.split("<"))
        assert "http://" not in text, path
