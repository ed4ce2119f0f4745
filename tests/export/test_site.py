"""An exported site: whole, its links lead to files, its data are those that a server gives."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from werkzeug.test import Client

from a4_rdf.errors import A4Error, UsageError
from a4_rdf.export import export, names, site
from a4_rdf.export.writer import Writer, Written
from a4_rdf.serve.app import create_app
from tests.export.conftest import BASE, Site

PREFIX = "http://copy.example/some/where/"


class Page(HTMLParser):
    """Where a page leads, its anchors, its forms and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.ids: set[str] = set()
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.targets |= {values[k] for k in ("href", "src", "action") if k in values}
        self.ids |= {values["id"]} if "id" in values else set()
        if tag == "script" and "src" in values:
            self.scripts.append(values["src"])


@cache
def pages(out: Path) -> dict[str, Page]:
    """Return the pages of an export by path, read once for all tests."""
    found = sorted(out.rglob("*.html"))
    return {p.relative_to(out).as_posix(): Page(p.read_text(encoding="utf-8")) for p in found}


@pytest.mark.parametrize("name", ["ame", "months"])
def test_every_link_of_every_page_leads_to_a_file(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(name)
    known = pages(site.out)
    assert len(known) > 400
    broken = []
    for path, page in known.items():
        for target in page.targets:
            parts = urlsplit(urljoin(PREFIX + path, target))
            address = f"{parts.scheme}://{parts.netloc}{parts.path}"
            if not address.startswith(PREFIX):
                continue
            file = unquote(address.removeprefix(PREFIX))
            there = (site.out / file).is_file()
            mark = parts.fragment
            if not there or (mark and file.endswith(".html") and mark not in known[file].ids):
                broken.append(f"{path} -> {target}")
    assert broken == []


def test_links_to_the_publishers_server_are_only_those_that_need_one(months: Site) -> None:
    served = {t for page in pages(months.out).values() for t in page.targets if t.startswith(BASE)}
    paths = {urlsplit(t).path.removeprefix("/poa/").split("/")[0] for t in served}
    # A page's canonical address, its own past and future, its drawings to embed, and questions.
    assert paths <= {"consultas", "sparql", "doc", "id", "kos", "graph", "def"}
    asked = {t for t in served if "/consultas" in t}
    assert all(t.startswith((f"{BASE}/consultas?query=", f"{BASE}/consultas/")) for t in asked)


def test_data_beside_a_page_is_what_a_server_gives(months: Site) -> None:
    client = Client(create_app(months.public))
    compared = dict.fromkeys((".ttl", ".nt", ".jsonld", ".rdf"), 0)
    for path in sorted((months.out / "doc").rglob("*")):
        if path.suffix in compared:
            address = path.relative_to(months.out).as_posix()
            assert client.get(f"/{address}").data == path.read_bytes()
            assert path.with_suffix(".html").is_file()
            assert path.with_suffix(".en.html").is_file()
            compared[path.suffix] += 1
    # In each form 46 things as they are now, and 15 of each of two months.
    assert set(compared.values()) == {76}


def test_every_thing_that_the_data_name_has_its_files(ame: Site) -> None:
    text = (ame.public / "dumps/latest.nt").read_text(encoding="utf-8")
    named = set(re.findall(r"^<http://127\.0\.0\.1:8000/id/([^>#]+)>", text, re.MULTILINE))
    assert len(named) > 300
    missing = [n for n in sorted(named) if not (ame.out / "doc" / f"{unquote(n)}.ttl").is_file()]
    assert missing == []


def test_the_search_is_the_only_page_with_a_script(ame: Site) -> None:
    scripts = {path: page.scripts for path, page in pages(ame.out).items() if page.scripts}
    assert set(scripts) == {"buscar.html", "buscar.en.html"}
    assert scripts["buscar.html"][0].startswith("static/buscar-estatico.js")
    assert (ame.out / "static/buscar-estatico.js").is_file()


def test_the_index_of_the_search_leads_to_files(ame: Site) -> None:
    block = (ame.out / "buscar/d/0.js").read_text(encoding="utf-8")
    said = re.fullmatch(r'a4Buscar\("d","0",(.*)\);\n', block)
    assert said
    documents = json.loads(said[1])
    assert documents[0][:3] == [
        "doc/organizacion/ame.html",
        0,
        "Asociación de Municipalidades Ecuatorianas",
    ]
    assert len(documents) == 50
    assert all((ame.out / file).is_file() for file, *_ in documents)


def test_nothing_is_offered_that_needs_a_server(ame: Site) -> None:
    assert "sugerencias" not in (ame.out / "opensearch.xml").read_text(encoding="utf-8")
    changes = (ame.out / "cambios.html").read_text(encoding="utf-8")
    assert "<select" not in changes
    queries = (ame.out / "consultas.html").read_text(encoding="utf-8")
    assert "<textarea" not in queries
    assert 'href="http://127.0.0.1:8000/consultas' in queries


def test_without_history_its_pages_are_left_out(ame: Site, months: Site) -> None:
    assert not list((ame.out / "doc").glob("2015-*"))
    assert (months.out / "doc/2015-08-31/unidad/gad/direccion-de-obras.html").is_file()
    timemap = months.out / "timemap/link/doc/unidad/gad/direccion-de-obras.link"
    assert timemap.read_text().count("memento") >= 2


def test_the_same_publication_gives_the_same_files(months: Site, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert export(months.public, again) == months.said
    first = {p.relative_to(months.out): p for p in months.out.rglob("*") if p.is_file()}
    second = {p.relative_to(again): p for p in again.rglob("*") if p.is_file()}
    assert first.keys() == second.keys()
    assert [n for n in first if first[n].read_bytes() != second[n].read_bytes()] == []
    said = json.loads((again / "exportado.json").read_text())
    assert said["files"] == len(first) - 1


def test_only_an_export_is_written_over(months: Site, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="is no export"):
        export(months.public, mine)
    assert (mine / "thesis.txt").read_text() == "years of work"
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        export(months.public, tmp_path / "file")


def test_no_publication_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(A4Error, match="no publication here"):
        export(tmp_path / "public", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_two_addresses_never_share_a_file(
    months: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "file", lambda _: "one.html")
    with pytest.raises(A4Error, match=r"one\.html: is the file of two addresses, / and /robots"):
        export(months.public, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_where_the_page_for_what_is_not_there_leads_is_written_too(
    months: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def note(_: Writer, address: str) -> Written:
        asked.append(address)
        return Written(names.file(address), 0, "")

    monkeypatch.setattr(site, "SEEDS", ())
    monkeypatch.setattr(Writer, "write", note)
    export(months.public, tmp_path / "out")
    assert {"unidades", "unidades?lang=en", "static/estilo.css"} <= set(asked)
