"""The example queries: each has its question, and each finds something in the real data."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf import resources
from a4_rdf.serve.site import Example, load_site
from a4_rdf.store import Store, open_store

BASE = "http://127.0.0.1:8000"
EXAMPLES = load_site(resources.folder("site")).examples


@pytest.fixture(scope="module")
def store(ame_public: Path) -> Store:
    return open_store(ame_public / "store", BASE)


def test_there_are_at_least_eight() -> None:
    assert len(EXAMPLES) == 11


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
