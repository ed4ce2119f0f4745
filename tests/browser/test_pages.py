"""Every kind of page, at three widths: no barrier that axe-core finds, nothing wider than it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import ARTIFACTS, Seen
from tests.browser.kinds import DRAWING, FOUND, PAGES, REFUSED
from tests.peers import need

WIDTHS = (320, 768, 1200)
TALL = 6000
"""Pixels of a page that are kept as a picture: more of a long list shows nothing else."""
EXPORTED = ("home", "unit", "row", "changes", "quality", "queries", "vocabulary", "about")
"""Kinds of pages that are looked at in the exported site too: those that it writes otherwise."""

AXE = """() => axe.run(document, {rules: {'target-size': {enabled: true}}}).then(
  found => found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' ')}`))"""


@pytest.fixture(scope="module")
def axe() -> str:
    return need.axe()


@pytest.fixture(scope="module")
def looking(browser: Browser) -> Iterator[BrowserContext]:
    """Yield where pages are looked at one after another, what they share fetched once."""
    # axe is put into the page past its policy; another test has pages run under it.
    with browser.new_context(bypass_csp=True) as context:
        yield context


def _look(looking: BrowserContext, axe: str, address: str, name: str) -> None:
    """Go to a page once and look at it at each width."""
    page, seen = looking.new_page(), Seen()
    seen.watch(page)
    answer = page.goto(address)
    assert answer
    status = REFUSED.get(name, 200)
    assert answer.status == status
    page.evaluate(axe)
    ARTIFACTS.mkdir(exist_ok=True)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        tall: int = page.evaluate("document.documentElement.scrollHeight")
        page.screenshot(
            path=ARTIFACTS / f"{name}-{width}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": min(tall, TALL)},
        )
        wide: int = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{name} is {wide} pixels wide at {width}"
        violations: Any = page.evaluate(AXE)
        assert violations == [], f"{name} at {width}"
    page.close()
    # The browser's own word for an answer that is meant to be a refusal.
    errors = [e for e in seen.errors if not (status != 200 and f"status of {status}" in e)]
    assert errors == []
    assert seen.hosts == set()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier(looking: BrowserContext, axe: str, served: str, name: str) -> None:
    _look(looking, axe, served + PAGES[name], name)


@pytest.mark.parametrize("name", FOUND)
def test_a_page_that_another_leads_to_has_none(
    browser: Browser, looking: BrowserContext, axe: str, served: str, name: str
) -> None:
    begin, which = FOUND[name]
    _look(looking, axe, first_link(browser, served + begin, which), name)


@pytest.mark.parametrize("name", EXPORTED)
def test_an_exported_page_has_no_barrier(
    looking: BrowserContext, axe: str, exported: str, name: str
) -> None:
    file = f"{PAGES[name] or 'index'}.html"
    _look(looking, axe, exported + file, f"exported-{name}")


def test_an_exported_search_has_no_barrier(
    looking: BrowserContext, axe: str, exported: str
) -> None:
    _look(looking, axe, f"{exported}buscar.html?q=gestion", "exported-search")


def test_a_drawing_shows_in_the_page_of_another_site(
    browser: Browser, axe: str, served: str
) -> None:
    begin, which = DRAWING
    drawing = first_link(browser, served + begin, which)
    context = browser.new_context(viewport={"width": 768, "height": 900})
    page, seen = context.new_page(), Seen()
    seen.watch(page)
    page.goto(served + begin)
    snippet = page.get_by_label("HTML para incrustar").first.input_value()
    assert drawing in snippet
    page.set_content(f"<!doctype html><html lang='es'><title>Otro</title><main>{snippet}</main>")
    image = page.get_by_role("img")
    image.evaluate("image => image.decode()")
    assert image.evaluate("image => image.naturalWidth > 300")
    page.screenshot(path=ARTIFACTS / "drawing.png")
    page.evaluate(axe)
    violations: Any = page.evaluate("axe.run('a').then(found => found.violations.map(v => v.id))")
    assert violations == []
    context.close()
    assert seen.errors == []
    assert seen.hosts == set()


@pytest.mark.parametrize("name", ["home", "unit", "row", "search"])
def test_a_page_with_all_that_it_asks_for_is_light(page: Page, served: str, name: str) -> None:
    page.goto(served + PAGES[name])
    sizes: dict[str, int] = page.evaluate(
        "() => Object.fromEntries(['navigation', 'resource'].flatMap(kind =>"
        " performance.getEntriesByType(kind).map(e => [e.name, e.transferSize])))"
    )
    assert any(address.startswith(f"{served}static/estilo.css") for address in sizes)
    assert 0 < sum(sizes.values()) <= 30 * 1024


def first_link(browser: Browser, address: str, which: str) -> str:
    """Return where the first such link on a page leads."""
    page: Page = browser.new_page()
    page.goto(address)
    href = page.locator(f"main >> {which}").first.get_attribute("href")
    page.close()
    assert href
    return urljoin(address, href)
