"""An exported site in the hands of a server that only knows files, below any path."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from tests.export.conftest import BASE, Site

HREF = re.compile(r'<(a|link|form|script|img|meta)\b[^>]*?\s(href|src|action|content)="([^"]*)"')


class Quiet(SimpleHTTPRequestHandler):
    """Python's own server of files, which tells nothing."""

    protocol_version = "HTTP/1.1"
    # Headers and body are written apart; else the body waits for the client to confirm the headers.
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def port(months: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    root = tmp_path_factory.mktemp("files")
    (root / "a b").mkdir()
    (root / "a b" / "copia").symlink_to(months.out)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_every_link_answers_below_any_path(months: Site, port: int) -> None:
    origin = f"http://127.0.0.1:{port}"
    known, waiting = {"/a%20b/copia/"}, deque(["/a%20b/copia/"])
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    broken: list[str] = []
    pages = 0
    while waiting:
        path = waiting.popleft()
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            broken.append(path)
        elif response.headers["Content-Type"] == "text/html":
            pages += 1
            for tag, _, target in HREF.findall(body.decode()):
                parts = urlsplit(urljoin(origin + path, target))
                is_here = f"{parts.scheme}://{parts.netloc}" == origin and tag != "meta"
                if is_here and parts.path not in known:
                    known.add(parts.path)
                    waiting.append(parts.path)
    connection.close()
    assert broken == []
    assert [path for path in known if not path.startswith("/a%20b/copia/")] == []
    # All but the two pages for what is not there, and the home page by its other address.
    assert pages in (months.said.pages, months.said.pages + 1)


def test_no_page_names_the_publishers_host_but_to_cite_or_to_ask_it(months: Site) -> None:
    kinds: Counter[str] = Counter()
    for path in months.out.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for tag, _, value in HREF.findall(text):
            if value.startswith(BASE):
                relation = re.search(rf'<link rel="([^"]+)"[^>]*href="{re.escape(value)}"', text)
                address = urlsplit(value).path.removeprefix("/poa/").split("/")[0]
                kinds[relation[1] if tag == "link" and relation else f"{tag} {address}"] += 1
    assert kinds["canonical"] > 100
    cited = {"canonical", "meta doc", "meta id", "meta kos", "meta graph", "meta def"}
    others = {kind for kind in kinds if kind not in cited and not kind.startswith("meta ")}
    assert others <= {"a consultas", "a sparql"}, kinds


def test_every_form_asks_the_search(months: Site) -> None:
    actions: set[str] = set()
    for path in months.out.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        actions |= {a.rsplit("/", 1)[-1] for a in re.findall(r'<form[^>]*action="([^"]*)"', text)}
    assert actions == {"buscar.html", "buscar.en.html"}


def test_the_sums_are_those_of_all_files(months: Site) -> None:
    lines = (months.out / "exportado.sha256").read_text(encoding="utf-8").splitlines()
    told = {file: digest for digest, _, file in (line.partition("  ") for line in lines)}
    assert len(told) == len(lines) == months.said.files - 1
    files = {p.relative_to(months.out).as_posix() for p in months.out.rglob("*") if p.is_file()}
    assert files - told.keys() == {"exportado.json", "exportado.sha256"}
    for file, digest in told.items():
        assert sha256((months.out / file).read_bytes()).hexdigest() == digest, file


def test_the_folder_can_be_read_by_a_server_of_another_user(months: Site) -> None:
    assert months.out.stat().st_mode & 0o055 == 0o055
    assert Path(months.out / "index.html").stat().st_mode & 0o044 == 0o044
