"""The change log over HTTP: page, files, feed, and event stream."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from flask.testing import FlaskClient
from rdflib import URIRef
from rdflib.namespace import RDF

from a4_rdf import formats, resources
from a4_rdf.model import Change, ChangeKind
from a4_rdf.release import changelog
from a4_rdf.release.changelog.rdf import Named
from a4_rdf.serve.pages import changes as pages
from a4_rdf.serve.publication import open_publication
from a4_rdf.serve.site import load_site
from a4_rdf.store import build_store, rdfio
from a4_rdf.vocab import LDES, TREE
from tests.plans import BASE, PUBLISHER
from tests.serve.conftest import client_of
from tests.serve.small import OLD, RELEASE, publish, static

ATOM = "{http://www.w3.org/2005/Atom}"
UNIT = "coordinacion-de-vias"
LOWERED = Change(
    ChangeKind.TARGET_LOWERED,
    "gad",
    RELEASE.date,
    unit=UNIT,
    goal="puentes",
    label="CONSTRUCCIÓN <b>DE</b> PUENTES",
    old="45 puentes",
    new="30 puentes",
    target=1,
    old_target=1,
    old_value=Decimal(45),
    new_value=Decimal(30),
    measure="puentes",
    before=OLD.date,
)
RENAMED = Change(
    ChangeKind.UNIT_RENAMED,
    "gad",
    RELEASE.date,
    unit=UNIT,
    label="COORDINACIÓN DE VÍAS",
    old="COORDINACIÓN VIAL",
    new="COORDINACIÓN DE VÍAS",
    before=OLD.date,
)
TAKEN_OVER = Change(
    ChangeKind.UNIT_REPLACED,
    "gad",
    RELEASE.date,
    unit="direccion-de-aguas",
    former="direccion-de-riego",
    label="DIRECCIÓN DE AGUAS",
    old="DIRECCIÓN DE RIEGO",
    new="DIRECCIÓN DE AGUAS",
    before=OLD.date,
)
MANY = tuple(
    Change(
        ChangeKind.ADDED,
        "gad",
        OLD.date - timedelta(days=31),
        unit=UNIT,
        goal=f"m{n}",
        label=f"Meta {n}",
        before=date(2015, 6, 30),
    )
    for n in range(1, 61)
)


@pytest.fixture(scope="module")
def changed_public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    public = publish(tmp_path_factory.mktemp("changed") / "public", releases=(OLD, RELEASE))
    write(public, (RENAMED, LOWERED, *MANY))
    return public


@pytest.fixture(scope="module")
def succeeded(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Serve a release in which one unit took another's place, and another has a new name."""
    public = publish(tmp_path_factory.mktemp("succeeded") / "public", releases=(OLD, RELEASE))
    write(public, (TAKEN_OVER, RENAMED))
    return client_of(public)


def write(public: Path, changes: tuple[Change, ...]) -> None:
    """Write changes into a publication, the files among the dumps listed in its manifest."""
    folder = public.resolve()
    changelog.write(folder, PUBLISHER, changes, {"gad": "GAD de Ejemplo"}, RELEASE.date)
    shutil.rmtree(folder / "store")
    with build_store(folder / "store", BASE) as store:
        store.load_file(folder / "dumps/latest.nt", formats.NTRIPLES)
        store.load_file(folder / changelog.TRIPLES, formats.NTRIPLES)
        store.load((s, p, o, None) for s, p, o in static())
    path = folder / "publication.json"
    manifest = json.loads(path.read_text("utf-8"))
    for suffix, kind in (("csv", "text/csv"), ("ttl", "text/turtle")):
        manifest["files"][f"dumps/cambios.{suffix}"] = {
            "bytes": (folder / f"dumps/cambios.{suffix}").stat().st_size,
            "sha256": "ab" * 32,
            "media_type": kind,
        }
    path.write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")


@pytest.fixture(scope="module")
def changed(changed_public: Path) -> FlaskClient:
    return client_of(changed_public)


def shown(page: str) -> list[str]:
    return re.findall(r'<li><span class="kind">([^<]*)</span>', page)


def test_the_newest_release_comes_first(changed: FlaskClient) -> None:
    text = changed.get("/cambios").text
    assert shown(text) == ["Unidad con otro nombre", "Meta que bajó", *["Meta nueva"] * 48]
    assert "62 cambios." in text
    assert text.index("30 de septiembre de 2015") < text.index("31 de julio de 2015")
    assert "Comparada con la publicación del 31 de agosto de 2015." in text
    assert "La meta bajó de 45 a 30 puentes: CONSTRUCCIÓN &lt;b&gt;DE&lt;/b&gt; PUENTES." in text
    assert '<a href="doc/meta/gad/puentes">' in text
    assert '<a href="doc/unidad/gad/coordinacion-de-vias">Coordinación de vías</a>' in text
    assert "Página 1 de 2" in text
    assert '<a rel="next" href="cambios?pagina=2">' in text
    assert "Primera publicación" not in text


def test_the_last_page_has_the_rest(changed: FlaskClient) -> None:
    text = changed.get("/cambios?pagina=2").text
    assert shown(text) == ["Meta nueva"] * 12
    assert [f"«Meta {n}»" in text for n in (48, 49, 60)] == [False, True, True]
    assert '<a rel="prev" href="cambios">' in text
    assert 'rel="next"' not in text


@pytest.mark.parametrize(
    ("query", "kinds", "next_page"),
    [
        ("?tipo=target-lowered", ["Meta que bajó"], None),
        ("?org=gad&tipo=unit-renamed&pagina=1", ["Unidad con otro nombre"], None),
        ("?org=gad&tipo=added", ["Meta nueva"] * 50, "cambios?org=gad&amp;tipo=added&amp;pagina=2"),
        ("?tipo=moved", [], None),
        ("?org=&tipo=", ["Unidad con otro nombre", "Meta que bajó", *["Meta nueva"] * 48], ""),
    ],
)
def test_changes_of_one_body_and_one_kind(
    changed: FlaskClient, query: str, kinds: list[str], next_page: str | None
) -> None:
    text = changed.get(f"/cambios{query}").text
    assert shown(text) == kinds
    if next_page:
        assert f'<a rel="next" href="{next_page}">' in text
    assert ("Ningún cambio así" in text) is (kinds == [])


@pytest.mark.parametrize(
    "query", ["?org=otra", "?tipo=otro", "?pagina=3", "?pagina=0", "?pagina=x", "?pagina=-1"]
)
def test_there_is_nothing_else(changed: FlaskClient, query: str) -> None:
    assert changed.get(f"/cambios{query}").status_code == 404


def test_pages_have_tags_of_their_own(changed: FlaskClient) -> None:
    tags = [
        changed.get(f"/cambios{query}").headers["ETag"]
        for query in ("", "?pagina=2", "?tipo=added", "?tipo=moved")
    ]
    assert len(set(tags)) == 4
    again = changed.get("/cambios?pagina=2", headers={"If-None-Match": tags[1]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_first_publication_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    public = publish(tmp_path / "public")
    assert "todavía no hay otra con que compararla" in client_of(public).get("/cambios").text
    write(public, ())
    client = client_of(public)
    for query in ("", "?org=gad"):
        text = client.get(f"/cambios{query}").text
        assert "Primera publicación, del 30 de septiembre de 2015" in text
    assert client.get("/changes/ldes").status_code == 200
    assert client.get("/changes/ldes/open").status_code == 200
    assert b"<entry>" not in client.get("/cambios.atom").data


def test_two_publications_that_say_the_same_changed_nothing(client: FlaskClient) -> None:
    text = client.get("/cambios").text
    assert "cada publicación dice lo mismo que la anterior" in text
    for path in ("/cambios.csv", "/cambios.atom", "/changes/ldes", "/changes/ldes/open"):
        assert client.get(path).status_code == 404


def test_the_files_are_those_of_the_dumps(changed: FlaskClient, changed_public: Path) -> None:
    for suffix, kind in (("csv", "text/csv"), ("ttl", "text/turtle")):
        answer = changed.get(f"/cambios.{suffix}")
        assert (answer.status_code, answer.mimetype) == (200, kind)
        assert answer.data == (changed_public / f"dumps/cambios.{suffix}").read_bytes()
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert changed.get(f"/dumps/cambios.{suffix}").data == answer.data


def test_a_reader_finds_the_feed(changed: FlaskClient) -> None:
    for path in ("/", "/cambios"):
        link = re.search(
            r'<link rel="alternate" type="application/atom\+xml"[^>]*>', changed.get(path).text
        )
        assert link and 'href="cambios.atom"' in link[0]
    answer = changed.get("/cambios.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert len(Xml.fromstring(answer.data).findall(f"{ATOM}entry")) == 62
    same = changed.get("/cambios.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304
    head = changed.head("/cambios.atom")
    assert head.headers["ETag"] == answer.headers["ETag"]


def addresses(client: FlaskClient) -> list[str]:
    """Return where the root of the stream leads, as paths."""
    root = rdfio.parse(client.get("/changes/ldes").data, formats.TURTLE, BASE)
    return sorted({str(o).removeprefix(BASE) for _, p, o in root if p == TREE.node})


def test_members_are_found_from_the_root(changed: FlaskClient) -> None:
    closed, is_open = addresses(changed)
    assert re.fullmatch(r"/changes/ldes/2015-07-1-[0-9a-f]{12}", closed)
    assert is_open == "/changes/ldes/open"
    counts = []
    for path in (closed, is_open):
        said = rdfio.parse(changed.get(path).data, formats.TURTLE, BASE)
        counts.append(sum(p == TREE.member for _, p, _ in said))
        assert any(p == LDES.immutable for _, p, _ in said) is (path == closed)
    assert counts == [60, 2]


def test_a_closed_page_is_kept_for_ever_and_the_others_for_five_minutes(
    changed: FlaskClient,
) -> None:
    closed, is_open = addresses(changed)
    assert changed.get(closed).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in ("/changes/ldes", is_open):
        assert changed.get(path).headers["Cache-Control"] == "public, max-age=300"
    for path in ("/changes/ldes", is_open, closed):
        answer = changed.get(path)
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Vary"] == "Accept, Accept-Encoding"
        again = changed.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
        assert again.headers["Cache-Control"] == answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("accept", "suffix", "fmt"),
    [
        ("*/*", "ttl", formats.TURTLE),
        ("text/turtle", "ttl", formats.TURTLE),
        ("application/ld+json", "jsonld", formats.JSONLD),
        ("application/n-triples", "nt", formats.NTRIPLES),
    ],
)
def test_the_stream_is_negotiated(
    changed: FlaskClient, accept: str, suffix: str, fmt: formats.Format
) -> None:
    for path in ("/changes/ldes", *addresses(changed)):
        answer = changed.get(path, headers={"Accept": accept})
        assert (answer.status_code, answer.mimetype) == (200, fmt.media_type)
        assert answer.data == changed.get(f"{path}.{suffix}").data
        turtle = rdfio.parse(changed.get(f"{path}.ttl").data, formats.TURTLE, BASE)
        assert set(rdfio.parse(answer.data, fmt, BASE)) == set(turtle)
    assert changed.get("/changes/ldes", headers={"Accept": "text/html"}).status_code == 406


@pytest.mark.parametrize(
    "name",
    ["x", "index", "index.ttl", "2015-07-1", "2015-08-1-0123456789ab", "open.rdf", "open.ttl.ttl"],
)
def test_the_stream_has_no_other_pages(changed: FlaskClient, name: str) -> None:
    assert changed.get(f"/changes/ldes/{name}").status_code == 404
    assert changed.get("/changes/ldes.pdf").status_code == 404


def test_a_closed_page_outlives_builds_and_one_that_went_leads_to_its_successor(
    tmp_path: Path,
) -> None:
    first = publish(tmp_path / "a" / "public", releases=(OLD, RELEASE))
    write(first, (RENAMED, LOWERED, *MANY))
    later = publish(tmp_path / "b" / "public", "two", releases=(OLD, RELEASE))
    november = replace(LOWERED, date=date(2015, 11, 30), before=RELEASE.date)
    write(later, (RENAMED, LOWERED, *MANY, november))
    late = publish(tmp_path / "c" / "public", "three", releases=(OLD, RELEASE))
    write(late, (RENAMED, LOWERED, *MANY, replace(MANY[0], goal="tarde")))
    one, two, three = (client_of(public) for public in (first, later, late))
    closed = addresses(one)[0]
    assert two.get(closed).data == one.get(closed).data
    assert two.get(closed).headers["ETag"] == one.get(closed).headers["ETag"]
    assert closed in addresses(two)
    assert closed not in addresses(three)
    moved = three.get(f"{closed}.ttl")
    assert (moved.status_code, moved.headers["Location"]) == (302, f"{addresses(three)[0]}.ttl")
    assert "immutable" not in moved.headers["Cache-Control"]


def test_a_change_has_a_page_and_a_description(changed: FlaskClient) -> None:
    iri = Named(BASE, LOWERED).iri
    page = changed.get(str(iri).removeprefix(BASE), follow_redirects=True).text
    assert "La meta bajó de 45 a 30 puentes" in page
    for words in ("Meta que bajó", "qué cambió", "entidad", "GAD de Ejemplo"):
        assert words in page, words
    turtle = changed.get(f"{str(iri).removeprefix(BASE).replace('/id/', '/doc/')}.ttl").data
    assert set(changelog.describe(BASE, LOWERED)) <= set(rdfio.parse(turtle, formats.TURTLE, BASE))


@pytest.mark.parametrize(
    ("lang", "kinds", "sentences"),
    [
        (
            "es",
            ["Unidad que ocupó el lugar de otra", "Unidad con otro nombre"],
            [
                "La unidad «DIRECCIÓN DE AGUAS» ocupó el lugar de «DIRECCIÓN DE RIEGO».",
                "La unidad «COORDINACIÓN VIAL» ahora se llama «COORDINACIÓN DE VÍAS».",
            ],
        ),
        (
            "en",
            ["Unit that took the place of another", "Renamed unit"],
            [
                "The unit “DIRECCIÓN DE AGUAS” took the place of “DIRECCIÓN DE RIEGO”.",
                "The unit “COORDINACIÓN VIAL” is now called “COORDINACIÓN DE VÍAS”.",
            ],
        ),
    ],
)
def test_a_unit_that_took_the_place_of_another_is_not_called_renamed(
    succeeded: FlaskClient, lang: str, kinds: list[str], sentences: list[str]
) -> None:
    text = succeeded.get(f"/cambios?lang={lang}").text
    assert shown(text) == kinds
    assert re.findall(r"</span>\s*([^<]*)\s*<p>", text) == [f"{said}\n" for said in sentences]
    only = succeeded.get(f"/cambios?tipo=unit-replaced&lang={lang}").text
    assert shown(only) == kinds[:1]
    path = str(Named(BASE, TAKEN_OVER).iri).removeprefix(BASE).replace("/id/", "/doc/")
    page = succeeded.get(f"{path}?lang={lang}").text
    assert sentences[0] in page
    assert re.search(r'href="[^"]*unidad/gad/direccion-de-riego["?]', page)


def test_a_moment_is_told_in_the_language_of_the_page(changed: FlaskClient) -> None:
    path = str(Named(BASE, LOWERED).iri).removeprefix(BASE).replace("/id/", "/doc/")
    for lang, said in (("es", "30 de septiembre de 2015"), ("en", "September 30, 2015")):
        time = f'<time datetime="2015-09-30T00:00:00Z">{said}, 00:00 UTC</time>'
        assert time in changed.get(f"{path}?lang={lang}").text


def test_terms_of_changes_have_spanish_names(changed_public: Path) -> None:
    publication = open_publication(changed_public, load_site(resources.folder("site")))
    for change in (LOWERED, RENAMED, TAKEN_OVER, MANY[0], replace(RENAMED, kind=ChangeKind.MOVED)):
        for _, p, o in changelog.describe(BASE, change):
            assert " · " not in publication.labels.label(p)
            if p == RDF.type and isinstance(o, URIRef):
                assert " · " not in publication.labels.label(o)


def test_a_page_shows_fifty() -> None:
    assert pages.SHOWN == 50
