"""Time travel: what each release said at an address of its own, found by Memento (RFC 7089)."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, SKOS, XSD

from a4_rdf import formats, iris
from a4_rdf.serve.links import LASTING
from a4_rdf.store import rdfio
from tests.serve.history import DIGESTS, JULY, SEPTEMBER
from tests.serve.small import BASE

UNIT = "unidad/gad/coordinacion-de-vias"
PARKS = "unidad/gad/direccion-de-parques"
GOAL = "meta/gad/6f8ae08c0fb6"

ORIGINAL = f'<{BASE}/doc/{UNIT}>; rel="original timegate"'
TIMEMAP = f'<{BASE}/timemap/link/doc/{UNIT}>; rel="timemap"; type="application/link-format"'
FIRST = (
    f'<{BASE}/doc/2015-07-31/{UNIT}>; rel="first memento"; datetime="Fri, 31 Jul 2015 00:00:00 GMT"'
)
LAST = (
    f'<{BASE}/doc/2015-10-31/{UNIT}>; rel="last memento"; datetime="Sat, 31 Oct 2015 00:00:00 GMT"'
)


def text_of(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.text.split())


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("Fri, 31 Jul 2015 00:00:00 GMT", "2015-07-31"),
        ("Sun, 30 Aug 2015 23:59:59 GMT", "2015-07-31"),
        ("Mon, 31 Aug 2015 00:00:00 GMT", "2015-08-31"),
        ("Tue, 29 Sep 2015 10:00:00 GMT", "2015-08-31"),
        ("Thu, 01 Oct 2015 00:00:00 GMT", "2015-09-30"),
        ("Thu, 31 May 2007 20:35:00 GMT", "2015-07-31"),
        ("Fri, 01 Jan 2100 00:00:00 GMT", "2015-10-31"),
    ],
)
def test_a_moment_leads_to_what_held_then(months: FlaskClient, asked: str, day: str) -> None:
    answer = months.get(f"/doc/{UNIT}", headers={"Accept-Datetime": asked})
    assert (answer.status_code, answer.data) == (302, b"")
    assert answer.headers["Location"] == f"/doc/{day}/{UNIT}"
    assert answer.headers["Vary"] == "Accept, accept-datetime"
    assert answer.headers["Link"] == ", ".join((ORIGINAL, TIMEMAP, FIRST, LAST))
    assert "Memento-Datetime" not in answer.headers
    assert "ETag" not in answer.headers
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_moment_is_chosen_before_the_form_and_keeps_suffix_and_query(months: FlaskClient) -> None:
    moment = {"Accept-Datetime": "Thu, 01 Oct 2015 00:00:00 GMT"}
    turtle = months.get(f"/doc/{UNIT}.ttl", headers=moment)
    assert turtle.headers["Location"] == f"/doc/2015-09-30/{UNIT}.ttl"
    paged = months.get(f"/doc/{UNIT}?relacion=x&desde=y", headers=moment)
    assert paged.headers["Location"] == f"/doc/2015-09-30/{UNIT}?relacion=x&desde=y"
    image = months.get(f"/doc/{UNIT}", headers=moment | {"Accept": "image/png"})
    assert image.status_code == 302
    head = months.head(f"/doc/{UNIT}", headers=moment)
    assert (head.status_code, head.headers["Location"]) == (302, f"/doc/2015-09-30/{UNIT}")


def test_a_moment_is_never_answered_with_304(months: FlaskClient) -> None:
    now = months.get(f"/doc/{UNIT}")
    asked = {
        "Accept-Datetime": "Thu, 01 Oct 2015 00:00:00 GMT",
        "If-None-Match": now.headers["ETag"],
    }
    assert months.get(f"/doc/{UNIT}", headers=asked).status_code == 302
    again = months.get(f"/doc/{UNIT}", headers={"If-None-Match": now.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Vary"] == "Accept, accept-datetime, Accept-Encoding"
    assert again.headers["Link"] == now.headers["Link"]


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "ayer",
        "2015-09-30",
        "Thu, 30 Sep 2015 00:00:00 GMT",
        "Wed, 30 Sep 2015 00:00:00",
        "Wed, 30 Sep 2015 00:00:00 EST",
        "Wed, 31 Sep 2015 00:00:00 GMT",
        "Wed, 30 Sep 2015 00:00:00 GMT, x",
        "Mon, 99 Zzz 9999 99:99:99 GMT",
    ],
)
def test_what_is_no_moment_is_400_in_the_asked_form(months: FlaskClient, asked: str) -> None:
    page = months.get(f"/doc/{UNIT}", headers={"Accept-Datetime": asked})
    assert (page.status_code, page.mimetype) == (400, "text/html")
    assert "Accept-Datetime no es una fecha de HTTP." in page.text
    assert page.headers["Vary"] == "Accept, accept-datetime, Accept-Encoding"
    assert page.headers["Link"] == ", ".join((ORIGINAL, TIMEMAP, FIRST, LAST))
    asked_turtle = {"Accept-Datetime": asked, "Accept": "text/turtle"}
    turtle = months.get(f"/doc/{UNIT}", headers=asked_turtle)
    assert (turtle.status_code, turtle.mimetype) == (400, "text/turtle")
    assert rdfio.parse(turtle.data, formats.TURTLE, BASE) == ()


def test_without_a_moment_the_address_answers_what_holds_now(months: FlaskClient) -> None:
    answer = months.get(f"/doc/{UNIT}")
    assert answer.status_code == 200
    assert "Memento-Datetime" not in answer.headers
    assert answer.headers["Vary"] == "Accept, accept-datetime, Accept-Encoding"
    assert answer.headers["Link"].endswith(", ".join((ORIGINAL, TIMEMAP, FIRST, LAST)))
    fixed = months.get(f"/doc/{UNIT}.ttl")
    assert fixed.headers["Vary"] == "accept-datetime, Accept-Encoding"
    none = months.get(f"/doc/{UNIT}", headers={"Accept": "image/png"})
    assert (none.status_code, none.headers["Vary"]) == (406, "Accept, accept-datetime")


def test_a_memento_says_when_it_held_and_never_moves(months: FlaskClient) -> None:
    moment = {"Accept-Datetime": "Fri, 01 Jan 2100 00:00:00 GMT"}
    answer = months.get(f"/doc/2015-08-31/{UNIT}", headers=moment)
    assert answer.status_code == 200
    assert answer.headers["Memento-Datetime"] == "Mon, 31 Aug 2015 00:00:00 GMT"
    assert answer.headers["Vary"] == "Accept, Accept-Encoding"
    assert answer.headers["Content-Location"] == f"/doc/2015-08-31/{UNIT}.html"
    prev = FIRST.replace("first", "prev first")
    here = FIRST.replace("2015-07-31", "2015-08-31").replace("first memento", "memento")
    here = here.replace("Fri, 31 Jul", "Mon, 31 Aug")
    after = FIRST.replace("2015-07-31", "2015-09-30").replace("first", "next")
    after = after.replace("Fri, 31 Jul", "Wed, 30 Sep")
    links = (ORIGINAL, TIMEMAP, prev, here, after, LAST)
    assert answer.headers["Link"].endswith(", ".join(links))
    assert f'<{BASE}/doc/2015-08-31/{UNIT}>; rel="canonical"' in answer.headers["Link"]
    assert f'<{BASE}/id/{UNIT}>; rel="describes"' in answer.headers["Link"]
    head = months.head(f"/doc/2015-08-31/{UNIT}")
    assert head.headers["Memento-Datetime"] == "Mon, 31 Aug 2015 00:00:00 GMT"


def test_a_memento_is_negotiated_and_revalidated_like_any_description(months: FlaskClient) -> None:
    path = f"/doc/2015-07-31/{UNIT}"
    tags = set()
    for media_type in ("text/html", "text/turtle", "application/ld+json"):
        answer = months.get(path, headers={"Accept": media_type})
        assert (answer.status_code, answer.mimetype) == (200, media_type)
        asked = {"Accept": media_type, "If-None-Match": answer.headers["ETag"]}
        again = months.get(path, headers=asked)
        assert (again.status_code, again.headers["ETag"]) == (304, answer.headers["ETag"])
        assert again.headers["Memento-Datetime"] == "Fri, 31 Jul 2015 00:00:00 GMT"
        tags.add(answer.headers["ETag"])
    tags.add(months.get(f"/doc/{UNIT}").headers["ETag"])
    tags.add(months.get(f"/doc/2015-08-31/{UNIT}").headers["ETag"])
    assert len(tags) == 5
    assert months.get(path, headers={"Accept": "image/png"}).status_code == 406


def test_all_forms_of_a_memento_say_what_the_release_said(months: FlaskClient) -> None:
    path = f"/doc/2015-07-31/{UNIT}"
    graphs = [
        set(rdfio.parse(months.get(f"{path}.{f.suffix}").data, f, BASE))
        for f in (formats.TURTLE, formats.NTRIPLES, formats.JSONLD, formats.RDFXML)
    ]
    assert all(graph == graphs[0] for graph in graphs)
    unit, document = URIRef(f"{BASE}/id/{UNIT}"), URIRef(f"{BASE}{path}")
    names = {o for s, p, o in graphs[0] if (s, p) == (unit, SKOS.prefLabel)}
    assert names == {Literal("COORDINACIÓN DE VIAS", lang="es")}
    said = {(p, o) for s, p, o in graphs[0] if s == document}
    assert (FOAF.primaryTopic, unit) in said
    assert (DCTERMS.isVersionOf, URIRef(f"{BASE}/doc/{UNIT}")) in said
    assert (DCTERMS.issued, Literal("2015-07-31", datatype=XSD.date)) in said
    values = {str(s) for s, _, o in graphs[0] if str(o) == "5.0"}
    assert values == {f"{BASE}/id/{GOAL}/2015-07-31/1"}
    assert not any("2015-09-30" in str(term) for triple in graphs[0] for term in triple)


@pytest.mark.parametrize(
    "thing",
    [
        "organizacion/gad",
        UNIT,
        "plan/gad/2015",
        "objetivo/gad/2f8b7bd5b685",
        "actividad/gad/1d4a3abcc32d",
        "indicador/gad/171d2a7e8f57",
        GOAL,
        "contacto/gad",
    ],
)
@pytest.mark.parametrize("day", ["2015-07-31", "2015-08-31", "2015-09-30", "2015-10-31"])
def test_every_lasting_thing_has_a_permalink_in_each_release(
    months: FlaskClient, thing: str, day: str
) -> None:
    page = months.get(f"/doc/{day}/{thing}")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    cited = page.text.partition('<div class="cite">')[2]
    assert f">{BASE}/doc/{day}/{thing}</a>" in cited
    assert f"<dd>{BASE}/id/{thing}</dd>" in cited
    assert f">{BASE}/id/conjunto/gad/{day}</a>" in cited
    assert f'<link rel="canonical" href="{BASE}/doc/{day}/{thing}">' in page.text
    assert months.get(f"/doc/{day}/{thing}.rdf").mimetype == "application/rdf+xml"


@pytest.mark.parametrize(
    "thing", ["documento/gad/2015-08-31", f"{GOAL}/2015-07-31/1", "conjunto/gad/2015-08-31"]
)
def test_what_belongs_to_a_release_is_cited_by_its_own_address(
    months: FlaskClient, thing: str
) -> None:
    assert f">{BASE}/doc/{thing}</a>" in months.get(f"/doc/{thing}").text
    assert months.get(f"/doc/2015-08-31/{thing}").status_code == 200


def test_a_memento_shows_the_words_of_its_release_and_stays_in_it(months: FlaskClient) -> None:
    page = text_of(months, f"/doc/2015-07-31/{UNIT}")
    assert "<h1>Coordinación de vias</h1>" in page
    assert '<strong>5</strong> <span class="measure">puentes</span>' in page
    assert "<strong>3</strong>" not in page
    assert "Hay una publicación posterior. Así consta en la" in page
    assert f'<a href="../../../{UNIT}">Ver lo que dice la última</a>' in page
    assert '<a href="direccion-de-obras">' in page
    assert '<a href="../../organizacion/gad">' in page
    assert f'href="../../../{GOAL}/2015-07-31/1"' in page
    assert DIGESTS[JULY] in page
    goal = text_of(months, f"/doc/2015-07-31/{GOAL}")
    assert '<strong>5</strong> <span class="measure">puentes</span>' in goal
    assert "<h1>Coordinación de vías</h1>" in text_of(months, f"/doc/2015-10-31/{UNIT}")


def test_a_page_offers_what_other_releases_say(months: FlaskClient) -> None:
    page = text_of(months, f"/doc/{UNIT}")
    assert "<summary>Ver otra publicación (4)</summary>" in page
    assert '<li>31 de octubre de 2015 <span class="note">la de esta página</span>' in page
    assert f'<a href="../../2015-07-31/{UNIT}">31 de julio de 2015</a>' in page
    memento = text_of(months, f"/doc/2015-07-31/{UNIT}")
    assert '<li>31 de julio de 2015 <span class="note">la de esta página</span>' in memento
    assert f'<a href="../../../2015-10-31/{UNIT}">31 de octubre de 2015</a>' in memento
    parks = text_of(months, f"/doc/{PARKS}")
    assert "<summary>Ver otra publicación (2)</summary>" in parks


def test_a_month_that_repeats_another_shows_its_content_under_its_own_date(
    months: FlaskClient,
) -> None:
    page = text_of(months, f"/doc/2015-08-31/{UNIT}")
    july = '<a href="../../../conjunto/gad/2015-07-31">publicación del 31 de julio de 2015</a>'
    assert f"Publicación del 31 de agosto de 2015: mismo contenido que la {july}." in page
    assert '<strong>5</strong> <span class="measure">puentes</span>' in page
    assert "documento del 31 de agosto de 2015</a>" in page
    assert DIGESTS[JULY] in page
    now = text_of(months, f"/doc/{UNIT}")
    september = (
        '<a href="../../conjunto/gad/2015-09-30">publicación del 30 de septiembre de 2015</a>'
    )
    assert f"Publicación del 31 de octubre de 2015: mismo contenido que la {september}." in now
    assert '<strong>3</strong> <span class="measure">puentes</span>' in now
    assert "documento del 31 de octubre de 2015</a>" in now
    assert DIGESTS[SEPTEMBER] in now
    assert 'href="../../../dumps/gad/2015-09-30.csv"' in now
    target = text_of(months, f"/doc/{GOAL}/2015-09-30/1")
    assert "La última publicación, del 31 de octubre de 2015, tiene el mismo contenido." in target
    assert "Hay una publicación posterior" not in target


def test_the_papers_of_a_repeated_month_lead_to_the_content(months: FlaskClient) -> None:
    document = text_of(months, "/doc/documento/gad/2015-10-31")
    shown = "sus filas se muestran en el <a href="
    assert f'{shown}"2015-09-30">documento del 30 de septiembre de 2015</a>' in document
    assert '<article class="row"' not in document
    release = text_of(months, "/graph/gad/a4/2015-10-31")
    assert "Descargas del contenido, de la publicación del 30 de septiembre de 2015" in release
    assert 'href="../../../dumps/gad/2015-09-30.csv"' in release
    assert "Archivos de esta fecha: solo dicen a cuál repite" in release
    header = rdfio.parse(months.get("/graph/gad/a4/2015-10-31.ttl").data, formats.TURTLE, BASE)
    same = URIRef("http://www.w3.org/ns/prov#alternateOf")
    october, september = (
        URIRef(f"{BASE}/id/conjunto/gad/{day}") for day in ("2015-10-31", "2015-09-30")
    )
    assert (october, same, september) in header
    assert not any("/id/meta/" in s for s, _, _ in header)
    dumps = text_of(months, "/dumps/")
    repeats = '</a> <span class="note">· mismo contenido que la del 31 de julio de 2015</span>'
    assert f"GAD de Ejemplo, 31 de agosto de 2015{repeats}" in dumps
    body = text_of(months, "/doc/organizacion/gad")
    assert "· mismo contenido que la del 30 de septiembre de 2015</span>" in body


def test_the_schema_org_downloads_of_a_repeated_month_are_those_of_the_content(
    months: FlaskClient,
) -> None:
    page = months.get("/doc/conjunto/gad/2015-10-31").text
    assert f'"contentUrl": "{BASE}/dumps/gad/2015-09-30.csv"' in page
    assert f'"contentUrl": "{BASE}/dumps/gad/2015-10-31.ttl"' not in page


def test_the_time_map_lists_all_mementos(months: FlaskClient) -> None:
    answer = months.get(f"/timemap/link/doc/{UNIT}")
    assert (answer.status_code, answer.content_type) == (200, "application/link-format")
    own = f'<{BASE}/timemap/link/doc/{UNIT}>; rel="self"; type="application/link-format"'
    span = 'from="Fri, 31 Jul 2015 00:00:00 GMT"; until="Sat, 31 Oct 2015 00:00:00 GMT"'
    middle = (
        f'<{BASE}/doc/2015-08-31/{UNIT}>; rel="memento"; datetime="Mon, 31 Aug 2015 00:00:00 GMT"',
        f'<{BASE}/doc/2015-09-30/{UNIT}>; rel="memento"; datetime="Wed, 30 Sep 2015 00:00:00 GMT"',
    )
    lines = (ORIGINAL, f"{own}; {span}", FIRST, *middle, LAST)
    assert answer.text == ",\n".join(lines) + "\n"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    again = months.get(
        f"/timemap/link/doc/{UNIT}", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304
    turtle = months.get(f"/timemap/link/doc/{UNIT}.ttl").text
    assert f"<{BASE}/doc/2015-08-31/{UNIT}.ttl>" in turtle
    for nothing in ("unidad/gad/nada", f"2015-08-31/{UNIT}", "periodo/2015"):
        assert months.get(f"/timemap/link/doc/{nothing}").status_code == 404


def test_a_thing_of_one_release_has_one_memento(months: FlaskClient) -> None:
    thing = "documento/gad/2015-08-31"
    answer = months.get(f"/timemap/link/doc/{thing}")
    address = f"{BASE}/doc/2015-08-31/{thing}"
    when = 'datetime="Mon, 31 Aug 2015 00:00:00 GMT"'
    assert answer.text.splitlines()[2] == f'<{address}>; rel="first last memento"; {when}'


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (f"2015-09-30/{PARKS}", "La publicación del 30 de septiembre de 2015 no lo trae."),
        (f"2015-06-30/{UNIT}", "No hay ninguna publicación de esa fecha."),
        (f"2015-02-31/{UNIT}", "No hay ninguna publicación de esa fecha."),
        (f"2015-07-31/{GOAL}x", "La publicación del 31 de julio de 2015 no lo trae."),
        ("2015-07-31/periodo/2015", "No se publica nada en esta dirección."),
        ("2015-07-31/nada", "No se publica nada en esta dirección."),
        (f"2015-7-31/{UNIT}", "No se publica nada en esta dirección."),
    ],
)
def test_a_release_without_the_thing_is_404_in_the_asked_form(
    months: FlaskClient, path: str, words: str
) -> None:
    page = months.get(f"/doc/{path}")
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert words in page.text
    turtle = months.get(f"/doc/{path}.ttl")
    assert (turtle.status_code, turtle.mimetype) == (404, "text/turtle")
    assert words in turtle.text
    assert turtle.headers["Vary"] == "Accept, Accept-Encoding"


def test_what_no_release_speaks_of_has_no_mementos(months: FlaskClient) -> None:
    for path in ("/doc/periodo/2015", "/kos/cota", "/kos/unidad-medida/puentes"):
        answer = months.get(path, headers={"Accept-Datetime": "ayer"})
        assert answer.status_code == 200, path
        assert answer.headers["Vary"] == "Accept, Accept-Encoding"
        assert "memento" not in answer.headers["Link"]


def test_a_unit_that_only_went_away_says_since_when(months: FlaskClient) -> None:
    page = text_of(months, f"/doc/{PARKS}")
    since = '<a href="../../conjunto/gad/2015-09-30">publicación del 30 de septiembre de 2015</a>'
    last = '<a href="../../conjunto/gad/2015-08-31">publicación del 31 de agosto de 2015</a>'
    assert f"Ya no figura desde la {since}. Así consta en la {last}." in page
    assert "<h1>Dirección de parques</h1>" in page
    assert f">{BASE}/doc/2015-08-31/{PARKS}</a>" in page
    memento = text_of(months, f"/doc/2015-07-31/{PARKS}")
    assert "Ya no figura desde la" in memento
    answer = months.get(
        f"/doc/{PARKS}", headers={"Accept-Datetime": "Fri, 01 Jan 2100 00:00:00 GMT"}
    )
    assert answer.headers["Location"] == f"/doc/2015-08-31/{PARKS}"


def test_every_lasting_thing_of_the_real_document_has_its_permalink(
    ame: FlaskClient, ame_public: Path
) -> None:
    base = "http://127.0.0.1:8000"
    quads = rdfio.parse_quads(ame_public / "dumps/ame/2015-09-30.nq", formats.NQUADS, base)
    names = {iri: iris.parse(base, iri) for iri in {subject for subject, _, _, _ in quads}}
    lasting = [iri for iri, name in names.items() if name and name.kind in LASTING]
    assert len(lasting) > 150
    for iri in sorted(lasting):
        path = iri.removeprefix(f"{base}/id")
        answer = ame.get(f"/doc/2015-09-30{path}", headers={"Accept": "application/n-triples"})
        assert (answer.status_code, answer.mimetype) == (200, "application/n-triples"), iri


def test_every_link_of_a_memento_leads_somewhere(months: FlaskClient) -> None:
    for page in (f"/doc/2015-08-31/{UNIT}", "/doc/2015-07-31/organizacion/gad"):
        hrefs = {part.partition('"')[0] for part in months.get(page).text.split('href="')[1:]}
        ours = {href for href in hrefs if not href.startswith(("http", "#"))}
        # This server has no query service, and its build, made by hand, counted no notices.
        ours = {h for h in ours if "consultas?query=" not in h and not h.endswith("/calidad")}
        assert len(ours) > 15
        wrong = {}
        for href in sorted(ours):
            path = URIRef(href, base=f"http://localhost{page}").removeprefix("http://localhost")
            status = months.get(path, follow_redirects=True).status_code
            if status != 200:
                wrong[href] = status
        assert wrong == {}
