"""Every link of every page answers, every page is valid HTML, and none is heavy."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import jinja2
import pytest
from flask import template_rendered
from werkzeug.test import Client

from a4_rdf import resources
from a4_rdf.serve.app import Deployment, create_app
from a4_rdf.serve.sandbox import Limits, Runner
from tests.browser.kinds import BEFORE, DRAWING, FOUND, PAGES, REFUSED, WORKS
from tests.peers import need
from tests.serve.sandboxes import running

HERE = "http://localhost"
"""Where the site says it is to who asks it in process."""
MOST = 30 * 1024
"""Bytes of a page on the way, gzip; long lists come in pages of their own, so none needs more."""

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


@dataclass
class Walk:
    """A walk over the whole site: its pages, what was asked for, what was not answered with 200."""

    pages: dict[str, Links] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    refused: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def visit(self, client: Client, address: str) -> set[str]:
        """Ask for an address; return those of ours that it leads to."""
        method = "HEAD" if _is_file(address) else "GET"
        packed = {"Accept-Encoding": "gzip"}
        with client.open(address, method=method, headers=packed) as answer:
            if answer.status_code == 303:
                return {_own(address, answer.headers["Location"]) or ""} - {""}
            if answer.status_code != 200:
                self.refused[address] = answer.status_code
            if answer.mimetype != "text/html" or method == "HEAD":
                return set()
            body = answer.get_data()
            self.sizes[address] = len(body)
            is_packed = answer.headers.get("Content-Encoding") == "gzip"
            text = (gzip.decompress(body) if is_packed else body).decode()
        page = self.pages[address] = Links(text)
        return {own for target in page.targets if (own := _own(address, target)) is not None}


@pytest.fixture(scope="module")
def runner(workspace: Path) -> Iterator[Runner]:
    with running(workspace / "public", Limits()) as (_, started):
        yield started


@pytest.fixture(scope="module")
def client(workspace: Path, runner: Runner) -> Client:
    """Return who asks the site in process, queries answered too."""
    return Client(create_app(workspace / "public", runner=runner))


@pytest.fixture(scope="module")
def walked(client: Client) -> Walk:
    """Walk the whole site from its home page, link by link."""
    walk, waiting = Walk(), deque(["/"])
    walk.asked.add("/")
    while waiting:
        new = walk.visit(client, waiting.popleft()) - walk.asked
        walk.asked |= new
        waiting.extend(sorted(new))
    return walk


def _is_file(address: str) -> bool:
    return address.startswith("/dumps/") and address != "/dumps/" and "?" not in address


def _own(address: str, target: str) -> str | None:
    """Return the address of ours that a link leads to, without its mark; None for others'."""
    parts = urlsplit(urljoin(HERE + address, target))
    if f"{parts.scheme}://{parts.netloc}" != HERE:
        return None
    # Each page has a query of its own, which `test_a_number_is_had_again_by_its_query` asks.
    if parts.path in ("/consultas", "/sparql") and "query=" in parts.query:
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")


def test_the_whole_site_is_walked_and_everything_answers(walked: Walk) -> None:
    assert len(walked.pages) > 1900
    assert sum("lang=en" in address for address in walked.pages) > 900
    assert sum(map(_is_file, walked.asked)) > 40
    assert sum(address.startswith("/consultas/") for address in walked.asked) > 26
    retired = f"/doc/unidad/gad/{BEFORE}"
    assert walked.refused == {retired: 410, f"{retired}?lang=en": 410}


def test_every_mark_is_there(walked: Walk) -> None:
    missing, marks = [], 0
    for address, page in walked.pages.items():
        for target in page.targets:
            own, mark = _own(address, target), urlsplit(target).fragment
            if own not in walked.pages or not mark or _is_form(own, mark):
                continue
            marks += 1
            if mark not in walked.pages[own].ids:
                missing.append(f"{address} -> {target}")
    assert missing == []
    assert marks > 2000


def _is_form(own: str, mark: str) -> bool:
    """Tell if this is where the form of the query page leads: the mark is there once it asks."""
    return (urlsplit(own).path, mark) == ("/consultas", "resultado")


def test_no_page_is_heavy(walked: Walk) -> None:
    assert len(walked.sizes) == len(walked.pages)
    assert {address: size for address, size in walked.sizes.items() if size > MOST} == {}


def test_a_number_is_had_again_by_its_query(client: Client) -> None:
    """The link of a page to the query that gives its number leads to an answer with it."""
    page = client.get(f"/{WORKS}").text
    found = re.search(r'href="([^"]*consultas[^"]*query=[^"]+)"', page)
    assert found
    answer = client.get(urljoin(f"/{WORKS}", unescape(found[1])))
    assert answer.status_code == 200
    assert 'id="resultado"' in answer.text


def test_no_kind_of_page_is_left_out(workspace: Path, runner: Runner) -> None:
    """The tables of what the browser looks at have something for each template of the site."""
    shown: set[str] = set()
    # One that was asked nothing yet: what an application answered before it may not write anew.
    app = create_app(workspace / "public", runner=runner)
    copied = create_app(workspace / "public", deployment=Deployment(is_static=True))

    def remember(_: object, template: jinja2.Template, **__: object) -> None:
        shown.add(str(template.name))

    with template_rendered.connected_to(remember, app):
        _every_kind(Client(app), (*FOUND.values(), DRAWING))
    assert "search_static.html" not in shown
    with template_rendered.connected_to(remember, copied):
        Client(copied).get("/buscar").close()
    pages = {p.name for p in (resources.folder("site") / "templates").glob("*.html")}
    parts = {"base.html", "parts.html", "fold.html", "bars.html"}
    assert pages - parts == shown


def _every_kind(client: Client, found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what each of the pages shows, by name or by the link that leads to it."""
    texts = {}
    for name, path in PAGES.items():
        answer = client.get(f"/{path}")
        assert answer.status_code == REFUSED.get(name, 200)
        texts[name] = answer.text
    for begin, which in found:
        href = _first(client.get(f"/{begin}").text, which)
        answer = client.get(urljoin(f"/{begin}", href))
        assert answer.status_code == 200
        texts[f"{begin} {which}"] = answer.text
    return texts


def _first(text: str, which: str) -> str:
    marks = {
        "text=Ver esta meta": r'href="([^"]+)">Ver esta meta',
        ".figure a": r'class="figure">\s*(?:<span[^>]*>[^<]*</span>\s*)?<a href="([^"]+)"',
        "h3 a": r'<h3>.*?href="([^"]+)"',
        "h4 a": r'<h4>.*?href="([^"]+)"',
        ".goal a[href*='indicador/']": r'href="([^"]*indicador/[^"]+)"',
        "text=Ver este cambio": r'href="([^"]+)">Ver este cambio',
        "a[href*='/conversion/']": r'href="([^"]*/conversion/[^"]+)"',
        "text=Ver el dibujo (SVG)": r'href="([^"]+)">Ver el dibujo',
    }
    found = re.search(marks[which], text, re.DOTALL)
    assert found, which
    return found[1]


def test_every_kind_of_page_is_valid_html(client: Client, workspace: Path, tmp_path: Path) -> None:
    texts = list(_every_kind(client, FOUND.values()).values())
    copied = create_app(workspace / "public", deployment=Deployment(is_static=True))
    texts.append(Client(copied).get("/buscar").text)
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.html").write_text(text, encoding="utf-8")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES))
    files = [p.name for p in sorted(tmp_path.glob("*.html"))]
    assert len(files) == len(PAGES) + len(FOUND) + 1
    command = [*need.html_validate(), "--formatter", "text", *files]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:3000]) == (0, "")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_kind_of_page_is_light(client: Client, name: str) -> None:
    with client.get(f"/{PAGES[name]}", headers={"Accept-Encoding": "gzip"}) as answer:
        assert len(answer.get_data()) <= MOST
