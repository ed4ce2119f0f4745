"""The query page with YASGUI on top: it edits, completes, answers, and asks nobody else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from a4_rdf import resources
from a4_rdf.serve.site import load_site
from tests.browser.test_pages import AXE
from tests.peers import need


@pytest.fixture(autouse=True)
def built() -> None:
    """Fail where the editor is required and was not built, skip where it is not required."""
    need.editor(load_site(resources.folder("site")).has_editor)


def _write(page: Page, text: str) -> None:
    page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", text)


def test_its_query_is_answered_by_the_page_with_bars_files_and_copies(
    page: Page, served: str
) -> None:
    page.goto(f"{served}consultas/metas-por-unidad")
    expect(page.locator("svg.bar").first).to_be_visible()
    query = "SELECT ?s ?n { VALUES (?s ?n) { ('uno' 12) ('dos' 7) ('tres' 3) } }"
    _write(page, query)
    page.get_by_role("button", name="Consultar").click()
    expect(page.locator("#respuesta tbody tr")).to_have_count(3)
    assert page.locator("#respuesta svg.bar").count() == 3
    assert "query=SELECT+" in page.url
    assert page.get_by_role("link", name="CSV").get_attribute("href") is not None
    for recipe in page.locator("details.recipe pre").all():
        assert "('uno' 12)" in (recipe.text_content() or "")
    assert page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()") == query


def test_further_views_are_shown_where_asked_for(page: Page, served: str) -> None:
    page.goto(f"{served}consultas")
    _write(page, "SELECT (COUNT(*) AS ?n) WHERE { ?s a <def/poa#Goal> }")
    page.get_by_role("button", name="Otras vistas").click()
    expect(page.locator("#vistas td").first).to_be_visible()
    expect(page.locator("#vistas")).to_contain_text("66")
    expect(page.locator(".yasr_downloadIcon")).to_be_hidden()


def test_an_error_is_shown(browser: Browser, served: str) -> None:
    page = browser.new_page()  # the console tells of a 400, as it should
    page.goto(f"{served}consultas")
    _write(page, "SELECT nonsense")
    page.get_by_role("button", name="Otras vistas").click()
    expect(page.locator("#vistas .yasr_results")).to_contain_text("SPARQL")
    page.get_by_role("button", name="Consultar").click()
    expect(page.locator("#respuesta .warning")).to_contain_text("SPARQL")
    page.close()


def test_it_completes_terms_of_the_data(page: Page, served: str) -> None:
    page.goto(f"{served}consultas")
    _write(page, "PREFIX poa: <def/poa#>\nSELECT * WHERE { ?s poa:resp")
    page.evaluate(
        "(() => { const cm = document.querySelector('.CodeMirror').CodeMirror;"
        " cm.focus(); cm.setCursor(1, 99); })()"
    )
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hint").first).to_have_text("poa:responsibleUnit")


def test_tab_leaves_it(page: Page, served: str) -> None:
    page.goto(f"{served}consultas")
    page.locator(".CodeMirror").click()
    for _ in range(3):
        page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('.CodeMirror') !== null")
    assert inside is False


def test_its_views_have_no_barrier(browser: Browser, served: str) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(f"{served}consultas")
    page.get_by_role("button", name="Otras vistas").click()
    expect(page.locator("#vistas select[aria-label]")).to_be_visible()
    page.evaluate(need.axe())
    assert page.evaluate(AXE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


def test_without_scripts_the_plain_form_serves(plain: Page, served: str) -> None:
    plain.goto(f"{served}consultas")
    plain.get_by_role("textbox").fill("ASK { ?s ?p ?o }")
    plain.get_by_role("button", name="Consultar").click()
    expect(plain.locator("#respuesta .lead")).to_have_text("Sí")
