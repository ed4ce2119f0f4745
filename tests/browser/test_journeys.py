"""What people come for, tap by tap: on a phone, without scripts, by keyboard, on paper."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ARTIFACTS
from tests.browser.kinds import AFTER, BEFORE, UNIT

Tap = Callable[[str], None]


@pytest.fixture(params=["served", "exported"])
def home(request: pytest.FixtureRequest) -> str:
    """The address of the served site, and of the exported one."""
    address: str = request.getfixturevalue(request.param)
    return address


def _tap(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def test_from_the_home_page_to_the_source_row(plain: Page, home: str) -> None:
    plain.goto(home)
    _tap(plain, "Asociación de Municipalidades Ecuatorianas")
    expect(plain.get_by_role("heading", level=1)).to_have_text(
        "Asociación de Municipalidades Ecuatorianas"
    )
    _tap(plain, "Coordinación de comunicación")
    expect(plain.locator(".lead").first).to_contain_text("esta unidad declaró 6 metas")
    _tap(plain, "Fila 20 del documento")
    expect(plain.get_by_role("heading", level=1)).to_contain_text("Fila 20 del documento")
    expect(plain.locator(".cell", has_text="5800 Lecturas")).to_be_visible()
    expect(plain.locator(".figure strong").first).to_have_text("5.800")


def test_a_headline_is_checked_cited_and_downloaded(plain: Page, served: str) -> None:
    plain.goto(served)
    plain.get_by_role("searchbox").fill("lecturas pagina web")
    plain.get_by_role("button", name="Buscar").first.click()
    expect(plain.locator("mark").first).to_be_visible()
    plain.locator("ol.cards a").first.click()
    figure = plain.locator(".figure strong").first
    expect(figure).to_be_visible()
    number = figure.inner_text()
    plain.get_by_role("link", name=re.compile(r"^Fila \d+ del documento$")).first.click()
    expect(plain.locator(".cell").first).to_be_visible()
    expect(plain.locator(".figure strong").first).to_have_text(number)
    plain.go_back()
    assert _goals_of_csv(plain) == 62
    cite = plain.locator(".cite")
    expect(cite).to_contain_text("Huella del contenido")
    link = cite.get_by_role("link").first
    address = link.inner_text()
    assert address.startswith(f"{served}doc/2015-09-30/meta/ame/")
    link.click()
    assert plain.url == address


def test_gestion_finds_gestion_with_its_accent(plain: Page, served: str) -> None:
    plain.goto(served)
    plain.get_by_role("searchbox").fill("gestion")
    plain.get_by_role("searchbox").press("Enter")
    expect(plain.get_by_role("heading", level=2)).to_have_text("35 resultados")
    expect(plain.locator("mark").first).to_have_text("Gestión", ignore_case=True)
    plain.get_by_role("link", name="Siguiente").click()
    expect(plain.locator("ol.cards > li")).to_have_count(15)


def test_an_identifier_leads_to_its_page_and_its_data(plain: Page, served: str) -> None:
    plain.goto(f"{served}id/unidad/ame/coordinacion-de-comunicacion")
    assert plain.url == f"{served}{UNIT}"
    turtle = plain.get_by_role("link", name="Turtle").get_attribute("href")
    assert turtle
    answer = plain.request.get(f"{served}{UNIT}.ttl")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    assert "COORDINACIÓN DE COMUNICACIÓN" in answer.text()


def test_by_keyboard_alone(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("coordinasion financiera")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("1 resultado")
    _tab_to(page, "Coordinación financiera")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Coordinación financiera")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main a").first).to_be_focused()
    _tab_to(page, "Fila 56 del documento")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fila 56 del documento")


@pytest.mark.parametrize("kind", ["served", "exported"])
def test_on_paper_the_navigation_is_gone_and_the_citation_is_there(
    page: Page, served: str, exported: str, kind: str
) -> None:
    page.goto(served + UNIT if kind == "served" else f"{exported}{UNIT}.html")
    page.emulate_media(media="print")
    expect(page.locator("header nav")).to_be_hidden()
    expect(page.locator(".find")).to_be_hidden()
    expect(page.locator(".cite")).to_be_visible()
    expect(page.locator(".cite")).to_contain_text(f"{served}doc/2015-09-30/unidad/ame/")
    ARTIFACTS.mkdir(exist_ok=True)
    pdf = page.pdf(path=ARTIFACTS / f"unit-{kind}.pdf", format="A4")
    assert pdf.startswith(b"%PDF")


def test_english_is_one_tap_away_and_stays(plain: Page, home: str) -> None:
    plain.goto(home)
    _tap(plain, "English")
    _tap(plain, "Units")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Units")
    _tap(plain, "Coordinación de comunicación")
    expect(plain.locator(".lead").first).to_contain_text("this unit declared 6 goals")
    _tap(plain, "Español")
    expect(plain.locator(".lead").first).to_contain_text("esta unidad declaró 6 metas")


def test_what_changed_is_told_and_leads_to_the_unit(plain: Page, home: str) -> None:
    plain.goto(home)
    _tap(plain, "Cambios")
    expect(plain.locator("main")).to_contain_text("La meta bajó de 3 a 2 obras")
    _tap(plain, "Dirección de obras")
    expect(plain.locator("#cambio")).to_have_text(
        "Qué cambió desde la publicación del 31 de agosto de 2015"
    )


def test_what_was_taken_over_leads_to_its_successor(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)  # the console tells of a 410, as it should
    answer = page.goto(f"{served}doc/unidad/gad/{BEFORE}")
    assert answer
    assert answer.status == 410
    _tap(page, "Dirección de riego y aguas")
    expect(page.locator(".figure strong").first).to_have_text("5")
    assert page.url == f"{served}doc/unidad/gad/{AFTER}"
    page.close()


def test_the_exported_search_works_by_its_script(page: Page, exported: str) -> None:
    page.goto(exported)
    page.get_by_role("searchbox").fill("gestion")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#buscar-estatico h2")).to_have_text("Resultados: 35")
    page.locator("#buscar-estatico ol a").first.click()
    expect(page.locator(".figure strong").first).to_be_visible()
    assert _goals_of_csv(page) == 62


def test_pages_run_under_their_policy_without_a_complaint(page: Page, served: str) -> None:
    for path in ("", "consultas", "calidad", "doc/unidad/gad/direccion-de-obras", "buscar?q=pago"):
        page.goto(served + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def _goals_of_csv(page: Page) -> int:
    """Download the table of the release that a page shows; return how many goals it has."""
    with page.expect_download() as caught:
        page.get_by_role("link", name="CSV de toda la publicación").click()
    rows = csv.DictReader(io.StringIO(Path(caught.value.path()).read_text("utf-8")))
    return len({row["goal_iri"] for row in rows})


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until a link of this name has the focus, which shows wherever it is."""
    for _ in range(120):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"{name} is not reached by Tab")
