"""Every link of every page answers, every page is valid HTML, and none is heavy."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections import deque
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import jinja2
import pytest
from flask import template_rendered
from werkzeug.test import Client

from a4_rdf import resources
from a4_rdf.serve.app import create_app
from tests.browser.kinds import FOUND, LONG, PAGES
from tests.peers import need

HERE = "http://site.example"
MOST = 30 * 1024
"""Bytes of a page on the way, gzip."""

LONG_PATHS = re.compile(
    r"/(dumps/|catalogo|def/poa|kos/|unidades|graph/|doc/(conjunto|documento|publicacion)/[^?]*$)"
)
"""Long lists: files, terms, all units, all rows of a document."""

RULES = {
    "extends": ["html-validate:recommended"],
    "rules": {
        # Jinja's loops leave spaces at the ends of lines.
        "no-trailing-whitespace": "off",
        "void-style": "off",
        # Both are the style of this site: plain doctype, buttons that submit.
        "doctype-style": "off",
        "no-implicit-button-type": "off",
        "long-title": "off",
        # What scrolls has to be a region that the keyboard reaches: a table's wrapper, a `pre`.
        "prefer-native-element": ["error", {"exclude": ["region"]}],
    },
}


class Links(HTMLParser):
    """Where a page leads, and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.targets |= {values[k] for k in ("href", "src", "action") if k in values}
        self.ids |= {values["id"]} if "id" in values else set()


@pytest.fixture(scope="module")
def client(workspace: Path) -> Client:
    return Client(create_app(workspace / "public"))


@pytest.fixture(scope="module")
def walked(client: Client) -> dict[str, Links]:
    """Walk the whole site from its home page; every answer is one, every page is light."""
    pages: dict[str, Links] = {}
    known, waiting = {"/"}, deque(["/"])
    heavy, broken = [], []
    while waiting:
        address = waiting.popleft()
        with client.get(address, headers={"Accept-Encoding": "gzip"}) as answer:
            if answer.status_code == 303:
                answer.close()
            elif answer.status_code != 200:
                broken.append((address, answer.status_code))
            elif answer.mimetype == "text/html":
                body = answer.get_data()
                if len(body) > MOST and not LONG_PATHS.match(address):
                    heavy.append((address, len(body)))
                is_packed = answer.headers.get("Content-Encoding") == "gzip"
                text = (gzip.decompress(body) if is_packed else body).decode()
                pages[address] = Links(text)
                for target in pages[address].targets:
                    own = _own(address, target)
                    if own is not None and own not in known:
                        known.add(own)
                        waiting.append(own)
    assert broken == []
    assert heavy == []
    return pages


def _own(address: str, target: str) -> str | None:
    """Return the address of ours that a link leads to, without its mark; None for others'."""
    parts = urlsplit(urljoin(HERE + address, target))
    if f"{parts.scheme}://{parts.netloc}" != HERE or parts.path.startswith("/dumps/"):
        return None
    # Queries need the query service, which has tests of its own.
    is_asked = parts.query not in ("", "lang=en") or parts.path.startswith("/consultas/")
    if parts.path.startswith(("/consultas", "/sparql")) and is_asked:
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")


def test_the_whole_site_is_walked_and_everything_answers(walked: dict[str, Links]) -> None:
    assert len(walked) > 1900
    assert sum("lang=en" in address for address in walked) > 900


def test_every_mark_is_there(walked: dict[str, Links]) -> None:
    missing = []
    for address, page in walked.items():
        for target in page.targets:
            own, mark = _own(address, target), urlsplit(target).fragment
            # The query page has its answer, and the mark of it, once it was asked something.
            if own in walked and mark not in ("", "resultado", *walked[own].ids):
                missing.append(f"{address} -> {target}")
    assert missing == []


def test_no_kind_of_page_is_left_out(workspace: Path) -> None:
    """The table of kinds of pages has one for each template of the site."""
    shown: set[str] = set()
    app = create_app(workspace / "public")

    def remember(_: object, template: jinja2.Template, **__: object) -> None:
        shown.add(str(template.name))

    with template_rendered.connected_to(remember, app):
        client = Client(app)
        for path in PAGES.values():
            client.get(f"/{path}").close()
        for begin, which in FOUND.values():
            href = _first(client.get(f"/{begin}").text, which)
            client.get(urljoin(f"/{begin}", href)).close()
    pages = {p.name for p in (resources.folder("site") / "templates").glob("*.html")}
    parts = {"base.html", "parts.html", "fold.html", "bars.html"}
    elsewhere = {"gone.html", "search_static.html", "embed.html"}
    assert pages - parts - elsewhere <= shown


def _first(text: str, which: str) -> str:
    marks = {
        "text=Ver esta meta": r'href="([^"]+)">Ver esta meta',
        ".figure a": r'class="figure">\s*(?:<span[^>]*>[^<]*</span>\s*)?<a href="([^"]+)"',
        "h3 a": r'<h3>.*?href="([^"]+)"',
        "h4 a": r'<h4>.*?href="([^"]+)"',
        ".goal a[href*='indicador/']": r'href="([^"]*indicador/[^"]+)"',
        "text=Ver este cambio": r'href="([^"]+)">Ver este cambio',
        "a[href*='/conversion/']": r'href="([^"]*/conversion/[^"]+)"',
    }
    found = re.search(marks[which], text, re.DOTALL)
    assert found, which
    return found[1]


def test_every_kind_of_page_is_valid_html(client: Client, tmp_path: Path) -> None:
    for name, path in PAGES.items():
        (tmp_path / f"{name}.html").write_text(client.get(f"/{path}").text, encoding="utf-8")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES))
    files = [p.name for p in sorted(tmp_path.glob("*.html"))]
    assert len(files) == len(PAGES)
    command = [*need.html_validate(), "--formatter", "text", *files]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:3000]) == (0, "")


@pytest.mark.parametrize("name", sorted(PAGES.keys() - LONG))
def test_a_kind_of_page_is_light(client: Client, name: str) -> None:
    with client.get(f"/{PAGES[name]}", headers={"Accept-Encoding": "gzip"}) as answer:
        assert len(answer.get_data()) <= MOST
