"""The example queries: each has its question, and each finds something in the real data."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf import resources
from a4_rdf.serve.site import Example, load_site
from a4_rdf.store import Store
from tests.serve import small
from tests.serve.conftest import Opening
from tests.serve.history import publish_history

BASE = "http://127.0.0.1:8000"
EXAMPLES = load_site(resources.folder("site")).examples


@pytest.fixture(scope="module")
def store(ame_public: Path, opening: Opening) -> Store:
    return opening(ame_public / "store", BASE)


def test_there_are_at_least_eight() -> None:
    assert len(EXAMPLES) == 14


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
def test_an_example_is_a_question_with_an_answer(store: Store, example: Example) -> None:
    assert example.question.startswith("¿")
    assert example.question.endswith("?")
    assert len(store.select(example.absolute(BASE))) > 0


def test_the_examples_count_what_the_document_declares(store: Store) -> None:
    by_slug = {example.slug: example.absolute(BASE) for example in EXAMPLES}
    per_unit = store.select(by_slug["01-metas-por-unidad"])
    assert sum(int(n) for n in per_unit.column("metas")) == 62
    assert len(store.select(by_slug["07-organigrama"])) == 19
    assert len(store.select(by_slug["09-fila-de-origen"])) == 62


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory, opening: Opening) -> Store:
    public = publish_history(tmp_path_factory.mktemp("history") / "public")
    return opening(public / "store", small.BASE)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
def test_an_example_has_an_answer_on_a_history_too(months: Store, example: Example) -> None:
    found = len(months.select(example.absolute(small.BASE)))
    nothing_was_noticed = example.slug == "06-avisos"  # when these months were read
    assert (found == 0) is nothing_was_noticed


def rows(store: Store, slug: str) -> list[tuple[str, ...]]:
    """Return what an example answers, IRIs without the part that all have."""
    query = next(e for e in EXAMPLES if e.slug == slug).absolute(small.BASE)
    short = f"{small.BASE}/id/"
    return [
        tuple(str(term or "").removeprefix(short) for term in row)
        for row in store.select(query).rows
    ]


def test_an_example_lists_the_releases_of_each_body(months: Store) -> None:
    gad, data = "organizacion/gad", "conjunto/gad"
    assert rows(months, "11-publicaciones") == [
        (gad, f"{data}/2015-10-31", "2015-10-31", "3", f"{data}/2015-09-30"),
        (gad, f"{data}/2015-09-30", "2015-09-30", "3", ""),
        (gad, f"{data}/2015-08-31", "2015-08-31", "5", f"{data}/2015-07-31"),
        (gad, f"{data}/2015-07-31", "2015-07-31", "5", ""),
    ]


def test_an_example_shows_how_a_target_evolved(months: Store) -> None:
    bridges = [row[2:] for row in rows(months, "12-evolucion-de-las-metas") if "puentes" in row[-1]]
    assert bridges == [("2015-07-31", "5.0", "5 puentes"), ("2015-09-30", "3.0", "3 puentes")]


def test_an_example_shows_only_what_holds_now(months: Store) -> None:
    unit = ("GAD de Ejemplo", "COORDINACIÓN DE VÍAS")
    assert rows(months, "13-lo-que-rige-ahora") == [
        (*unit, "3.0", "3 puentes"),
        (*unit, "2.0", "al menos 2 pasos de agua"),
        (*unit, "80.0", "entre 80 y 90,5 %"),
    ]


def test_an_example_shows_when_each_unit_was_there(months: Store) -> None:
    first, last = "2015-07-31", "2015-10-31"
    assert rows(months, "14-unidades-en-el-tiempo") == [
        ("unidad/gad/direccion-de-parques", first, "2015-08-31", "2"),
        ("unidad/gad/direccion-de-riego", first, "2015-08-31", "2"),
        ("unidad/gad/coordinacion-de-vias", first, last, "4"),
        ("unidad/gad/direccion-de-obras", first, last, "4"),
        ("unidad/gad/proyecto-puentes", first, last, "4"),
    ]
