"""An exported site behind a real nginx, by its own sample configuration: who gets what."""

from __future__ import annotations

import gzip
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from a4_rdf.export import nginx
from a4_rdf.serve.app import create_app
from a4_rdf.serve.http.headers import CONTENT_SECURITY_POLICY, EVERYWHERE
from a4_rdf.serve.server import free_port
from tests.export.conftest import Site
from tests.peers import need

UNIT = "doc/unidad/gad/direccion-de-obras"
OLD = "doc/2015-08-31/unidad/gad/direccion-de-obras"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
MAIN = """\
daemon off;
master_process off;
pid {folder}/pid;
error_log stderr notice;
events {{ }}
http {{
    access_log off;
    error_log {folder}/error.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Said:
    """An answer: nothing is followed, nothing decoded."""

    status: int
    headers: HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Nginx:
    """A running nginx, and the path that its site is at."""

    port: int
    prefix: str

    def ask(self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Said:
        """Ask for a path below the site's own, as it is written."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, f"{self.prefix}/{path}", headers=headers or {})
            answer = connection.getresponse()
            return Said(answer.status, answer.msg, answer.read())
        finally:
            connection.close()


@contextmanager
def running(sample: str, out: Path, folder: Path, prefix: str) -> Iterator[Nginx]:
    """Run nginx with a sample whose root and address are filled in, as its user would."""
    command, port = need.nginx(), free_port("127.0.0.1", 0)
    lines = sample.splitlines()
    (listen,) = (n for n, line in enumerate(lines) if line.strip() == "listen 80;")
    (root,) = (n for n, line in enumerate(lines) if line.strip().startswith("root "))
    lines[listen], lines[root] = f"listen 127.0.0.1:{port};", f"root {out};"
    (folder / "site.conf").write_text("\n".join(lines), encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
    started = [command, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(started, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            told = []
            for line in process.stderr:
                told.append(line)
                if "event method" in line:
                    break
            assert process.poll() is None, told
            yield Nginx(port, prefix)
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def site(months: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The site of two months at its own path, `/poa`."""
    sample = (months.out / nginx.NAME).read_text(encoding="utf-8")
    with running(sample, months.out, tmp_path_factory.mktemp("nginx"), "/poa") as found:
        yield found


@pytest.fixture(scope="module")
def client(months: Site) -> Client:
    return Client(create_app(months.public))


HTML, TURTLE = "text/html; charset=utf-8", "text/turtle; charset=utf-8"
NEGOTIATED: list[tuple[Any, ...]] = [
    # path, Accept, status, Content-Type, file
    ("", None, 200, HTML, "index.html"),
    ("?lang=en", None, 200, HTML, "index.en.html"),
    ("unidades", "*/*", 200, HTML, "unidades.html"),
    ("unidades", "text/turtle", 200, HTML, "unidades.html"),
    ("unidades?lang=en", BROWSER, 200, HTML, "unidades.en.html"),
    (UNIT, None, 200, HTML, f"{UNIT}.html"),
    (UNIT, "*/*", 200, HTML, f"{UNIT}.html"),
    (UNIT, BROWSER, 200, HTML, f"{UNIT}.html"),
    (f"{UNIT}?lang=en", BROWSER, 200, HTML, f"{UNIT}.en.html"),
    (f"{UNIT}?lang=de", BROWSER, 200, HTML, f"{UNIT}.html"),
    (UNIT, "text/turtle", 200, TURTLE, f"{UNIT}.ttl"),
    (f"{UNIT}?lang=en", "text/turtle", 200, TURTLE, f"{UNIT}.ttl"),
    (UNIT, "application/ld+json", 200, "application/ld+json", f"{UNIT}.jsonld"),
    (UNIT, "application/json", 200, "application/ld+json", f"{UNIT}.jsonld"),
    (UNIT, "application/rdf+xml", 200, "application/rdf+xml", f"{UNIT}.rdf"),
    (UNIT, "application/n-triples", 200, "application/n-triples", f"{UNIT}.nt"),
    (UNIT, "application/rdf+xml, text/turtle;q=0.9, */*;q=0.1", 200, TURTLE, f"{UNIT}.ttl"),
    # The limit that the sample tells of: nginx has no q-values, and a page goes before data.
    (UNIT, "text/turtle, text/html;q=0.5", 200, HTML, f"{UNIT}.html"),
    (f"{UNIT}.ttl", BROWSER, 200, TURTLE, f"{UNIT}.ttl"),
    (f"{UNIT}.jsonld", "*/*", 200, "application/ld+json", f"{UNIT}.jsonld"),
    (f"{UNIT}.html", "text/turtle", 200, HTML, f"{UNIT}.html"),
    ("catalogo", None, 200, TURTLE, "catalogo.ttl"),
    ("catalogo", "*/*", 200, TURTLE, "catalogo.ttl"),
    ("catalogo", BROWSER, 200, HTML, "catalogo.html"),
    ("catalogo?lang=en", BROWSER, 200, HTML, "catalogo.en.html"),
    ("catalogo?lang=en", "*/*", 200, TURTLE, "catalogo.ttl"),
    ("catalogo", "application/rdf+xml", 200, "application/rdf+xml", "catalogo.rdf"),
    ("catalogo.ttl", "text/html", 200, TURTLE, "catalogo.ttl"),
    ("kos/hallazgo", "text/turtle", 200, TURTLE, "kos/hallazgo.ttl"),
    ("def/poa", "text/turtle", 200, TURTLE, "def/poa.ttl"),
    (".well-known/void", BROWSER, 200, TURTLE, ".well-known/void.ttl"),
    ("changes/ldes", None, 200, TURTLE, "changes/ldes.ttl"),
    ("changes/ldes", BROWSER, 200, TURTLE, "changes/ldes.ttl"),
    ("changes/ldes", "application/n-triples", 200, "application/n-triples", "changes/ldes.nt"),
    ("graph/gad/a4/2015-09-30", "text/turtle", 200, TURTLE, "graph/gad/a4/2015-09-30.ttl"),
    (f"{OLD}?lang=en", None, 200, HTML, f"{OLD}.en.html"),
    (f"timemap/link/{UNIT}", None, 200, "application/link-format", f"timemap/link/{UNIT}.link"),
    ("buscar?q=calles", BROWSER, 200, HTML, "buscar.html"),
    ("buscar?q=calles&lang=en", BROWSER, 200, HTML, "buscar.en.html"),
    ("dumps/", None, 200, HTML, "dumps/index.html"),
    ("dumps/?lang=en", None, 200, HTML, "dumps/index.en.html"),
    ("dumps/latest.ttl.gz", None, 200, "application/gzip", "dumps/latest.ttl.gz"),
    ("no/esta", None, 404, HTML, "404.html"),
    ("no/esta?lang=en", BROWSER, 404, HTML, "404.en.html"),
    ("doc", None, 404, HTML, "404.html"),
    ("doc/", None, 404, HTML, "404.html"),
    ("catalogo/99", None, 404, HTML, "404.html"),
    ("id/", None, 404, HTML, "404.html"),
]


@pytest.mark.parametrize(("path", "accept", "expected"), [(p, a, e) for p, a, *e in NEGOTIATED])
def test_what_is_answered(
    site: Nginx, months: Site, path: str, accept: str | None, expected: list[Any]
) -> None:
    status, kind, file = expected
    said = site.ask(path, {"Accept": accept} if accept else {})
    assert (said.status, said.headers["Content-Type"]) == (status, kind)
    assert "Accept" in said.headers.get_all("Vary", [])
    assert said.body == (months.out / file).read_bytes()
    head = site.ask(path, {"Accept": accept} if accept else {}, method="HEAD")
    assert (head.status, head.headers["Content-Type"], head.body) == (status, kind, b"")
    assert head.headers["Content-Length"] == said.headers["Content-Length"]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("id/unidad/gad/direccion-de-obras", f"/poa/{UNIT}"),
        ("id/unidad/gad/direccion-de-obras?lang=en", f"/poa/{UNIT}?lang=en"),
        ("id/unidad/gad/a%C3%B1o%20uno", "/poa/doc/unidad/gad/a%C3%B1o%20uno"),
        ("id/x%0d%0aSet-Cookie:%20a=b", "/poa/doc/x%0d%0aSet-Cookie:%20a=b"),
        ("id/100%25", "/poa/doc/100%25"),
        ("id//other.example/", "/poa/doc//other.example/"),
    ],
)
def test_an_identifier_leads_to_its_description(site: Nginx, path: str, location: str) -> None:
    said = site.ask(path, {"Accept": "text/turtle"})
    assert (said.status, said.headers["Location"]) == (303, location)
    assert said.headers["Vary"] == "Accept"
    assert said.headers["Set-Cookie"] is None


def test_the_folder_of_dumps_has_one_address(site: Nginx) -> None:
    said = site.ask("dumps?lang=en")
    assert (said.status, said.headers["Location"]) == (308, "/poa/dumps/?lang=en")


PAGES = ("", "unidades", UNIT, "no/esta", "catalogo", f"{UNIT}.ttl", "static/estilo.css")


@pytest.mark.parametrize("path", PAGES)
def test_headers_are_those_of_a_server(site: Nginx, client: Client, path: str) -> None:
    said = site.ask(path, {"Accept": BROWSER})
    with client.get(f"/{path}", headers={"Accept": BROWSER}) as served:
        assert said.status == served.status_code
        for name in EVERYWHERE:
            assert said.headers.get_all(name) == [served.headers[name]]
    assert said.headers.get_all("Cache-Control") == ["public, no-cache"]
    assert said.headers.get_all("Access-Control-Allow-Origin") == ["*"]


@pytest.mark.parametrize("path", ["buscar", "buscar?q=x", "buscar.html", "buscar?lang=en"])
def test_only_the_search_page_may_run_a_script(site: Nginx, path: str) -> None:
    policy = site.ask(path).headers["Content-Security-Policy"]
    assert policy == CONTENT_SECURITY_POLICY.replace(
        "default-src 'none'; ", "default-src 'none'; script-src 'self'; "
    )


def test_a_drawing_may_stand_in_pages_of_others(site: Nginx, months: Site, client: Client) -> None:
    drawings = sorted(p.relative_to(months.out).as_posix() for p in months.out.rglob("*/barras/*"))
    spanish = next(path for path in drawings if not path.endswith(".en.svg"))
    said = site.ask(spanish)
    names = (*EVERYWHERE, "Content-Type", "Cross-Origin-Resource-Policy")
    with client.get(f"/{spanish}") as served:
        assert {n: said.headers.get_all(n) for n in names} == {
            n: served.headers.getlist(n) for n in names
        }
    assert said.headers["Cache-Control"] == "public, no-cache"
    assert said.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


SUFFIXED = (
    "catalogo.jsonld",
    "catalogo.nt",
    "catalogo.rdf",
    "cambios.atom",
    "cambios.csv",
    "calidad.csv",
    "opensearch.xml",
    "robots.txt",
    "sitemap.xml",
    "dumps/SHA256SUMS",
    "dumps/goals.csv",
    "dumps/latest.nt",
    "dumps/latest.trig",
    "dumps/latest.nq",
    "dumps/goals.xlsx",
    "static/estilo.css",
    "changes/ldes.jsonld",
)


@pytest.mark.parametrize("path", SUFFIXED)
def test_media_types_are_those_of_a_server(site: Nginx, client: Client, path: str) -> None:
    said = site.ask(path)
    with client.get(f"/{path}") as served:
        assert served.status_code == said.status == 200
        assert said.headers["Content-Type"] == served.headers["Content-Type"]


def test_text_is_packed_and_caches_are_told(site: Nginx, months: Site) -> None:
    said = site.ask(f"{UNIT}.ttl", {"Accept-Encoding": "gzip"})
    assert said.headers["Content-Encoding"] == "gzip"
    assert {*said.headers.get_all("Vary", [])} == {"Accept", "Accept-Encoding"}
    assert gzip.decompress(said.body) == (months.out / f"{UNIT}.ttl").read_bytes()
    packed = site.ask("dumps/latest.ttl.gz", {"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] is None


def test_what_a_client_has_is_not_sent_again(site: Nginx) -> None:
    first = site.ask(UNIT, {"Accept": "text/turtle"})
    tag = first.headers["ETag"]
    again = site.ask(UNIT, {"Accept": "text/turtle", "If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")
    assert (again.headers["ETag"], again.headers["Vary"]) == (tag, "Accept")
    page = site.ask(UNIT, {"Accept": "text/html", "If-None-Match": tag})
    assert page.status == 200


def test_pages_are_only_read(site: Nginx) -> None:
    assert site.ask("unidades", method="POST").status == 405


def test_a_site_at_the_root_of_its_host(months: Site, tmp_path: Path) -> None:
    sample = nginx.configuration("https://metas.example").decode()
    assert "server_name metas.example;" in sample
    assert "rewrite" not in sample
    with running(sample, months.out, tmp_path, "") as site:
        said = site.ask("id/unidad/gad/direccion-de-obras?lang=en")
        assert (said.status, said.headers["Location"]) == (303, f"/{UNIT}?lang=en")
        assert site.ask(UNIT).body == (months.out / f"{UNIT}.html").read_bytes()
        assert site.ask("catalogo").headers["Content-Type"] == TURTLE


def test_nothing_is_left_to_fill_in_but_address_and_root() -> None:
    sample = nginx.configuration("https://datos.ejemplo.ec/poa").decode()
    assert "PREFIX" not in sample
    assert "SERVER_NAME" not in sample
    assert "rewrite (?s)^/poa(/.*)$ $1;" in sample
