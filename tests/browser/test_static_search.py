"""The search of an exported site: its script runs in a browser, from a server or from a disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from a4_rdf import resources, stems

WORDS = (
    "Gestión gestiones GESTIÓN DE LA COMUNICACIÓN; veces, voces luces lápiz lápices vez"
    " año años AÑOS n° 3 1º 2.ª la Dña. niñez pingüino país países mes meses crisis tesis"
    " 80% 1.500,25 y/o art. 54-a ¿qué? «cita» e-mail a_b Straße ação façade Łódź naïve œuvre"
    " re\u0301gimen ROTACIO\u0301N " + "larga" * 9 + "es"
)


@pytest.fixture(scope="module")
def disk(exported: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the exported site."""
    assert exported
    (found,) = tmp_path_factory.getbasetemp().glob("exported[0-9]/copia")
    return found


def _ask(page: Page, home: str, words: str) -> None:
    page.goto(f"{home}buscar.html")
    page.locator("#q").fill(words)
    page.locator("#q").press("Enter")


def _results(page: Page) -> str:
    title = page.get_by_role("heading", level=2)
    expect(title).to_be_visible()
    return title.inner_text()


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("gestion", 35),
        ("GESTIÓN", 35),
        # Words that begin alike: they are in one file of the index, which is asked for once.
        ("gestion general", 36),
        ("comunicacion competencias comunicación", 23),
        ("coordinacion comunicacion", 2),
        ("coordinasion financieras", 1),
        ("vías", 3),
    ],
)
def test_what_is_found(page: Page, exported: str, words: str, count: int) -> None:
    _ask(page, exported, words)
    assert _results(page) == f"Resultados: {count}"


def test_a_result_leads_to_its_page(page: Page, exported: str) -> None:
    _ask(page, exported, "coordinacion financiera")
    page.locator("ol.cards a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Coordinación financiera")


def test_another_word_is_told_of(page: Page, exported: str) -> None:
    _ask(page, exported, "coordinasion")
    expect(page.locator("main")).to_contain_text("Se buscó en su lugar: coordinacion")


def test_nothing_found_says_what_to_try(page: Page, exported: str) -> None:
    _ask(page, exported, "xyzzyx")
    assert _results(page) == "Resultados: 0"
    expect(page.locator("main")).to_contain_text("Pruebe con menos palabras, o con otra.")


def test_markup_is_only_a_word(page: Page, exported: str) -> None:
    _ask(page, exported, "<img src=x onerror=alert(1)> gestion")
    expect(page.locator("#q")).to_have_value("<img src=x onerror=alert(1)> gestion")
    expect(page.locator("main img")).to_have_count(0)


def test_more_is_shown_on_demand_by_keyboard(page: Page, exported: str) -> None:
    _ask(page, exported, "gestion")
    cards = page.locator("ol.cards > li")
    expect(cards).to_have_count(20)
    page.get_by_role("button", name="Ver los siguientes").focus()
    page.keyboard.press("Enter")
    expect(cards).to_have_count(35)
    expect(page.get_by_role("button", name="Ver los siguientes")).to_be_hidden()


def test_the_english_page_leads_to_english_pages(page: Page, exported: str) -> None:
    page.goto(f"{exported}buscar.en.html?q=gestion")
    assert _results(page) == "Results: 35"
    page.locator("ol.cards a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith(".en.html")


def test_it_searches_from_a_disk_too(page: Page, disk: Path) -> None:
    page.goto(f"{(disk / 'buscar.html').as_uri()}?q=gestion")
    assert _results(page) == "Resultados: 35"
    page.locator("ol.cards a").first.click()
    expect(page.locator(".figure strong").first).to_be_visible()


def test_the_script_sees_words_as_the_index_does(page: Page) -> None:
    """The script's own functions, on a page without a question; it tells nobody of them."""
    script = (resources.folder("site") / "static" / "buscar-estatico.js").read_text("utf-8")
    body, end, _ = script.rpartition("})();")
    assert end
    lent = f"{body}window.lent = (text) => words(text).map(stem);\n{end}"
    data = json.dumps({"kinds": [], "block": 1, "lang": "es", "small": []})
    page.set_content('<input id="q"><p id="buscar-estado"></p><div id="buscar-estatico"></div>')
    page.evaluate(
        "data => Object.assign(document.getElementById('buscar-estatico').dataset,"
        " {palabras: data, carpeta: 'buscar'})",
        data,
    )
    page.add_script_tag(content=lent)
    seen = page.evaluate("text => lent(text)", WORDS)
    composed = WORDS.replace("e\u0301", "é").replace("O\u0301", "Ó")
    assert seen == [stem for _, _, stem in stems.words(composed)]
    assert {"gestion", "vez", "voz", "lapiz", "ano", "ninez", "pinguino", "pais"} <= set(seen)
