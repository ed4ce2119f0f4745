"""Explanations: each finding code has a short name and a sentence that anybody understands."""

from __future__ import annotations

import pytest

from a4_rdf.explanations import EXPLANATIONS
from a4_rdf.findings import KINDS


def test_every_code_is_explained_and_nothing_else() -> None:
    assert list(EXPLANATIONS) == list(KINDS)


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_a_name_is_short_and_an_explanation_is_sentences(code: str) -> None:
    meaning = EXPLANATIONS[code]
    for name in (meaning.name_es, meaning.name_en):
        assert name[0].isupper()
        assert len(name) <= 45
        assert not {"{", "}", "…"} & set(name)
    for text in (meaning.es, meaning.en):
        assert text.endswith(".")
        assert 40 <= len(text) <= 240


def test_names_tell_codes_apart() -> None:
    assert len({meaning.name_es for meaning in EXPLANATIONS.values()}) == len(EXPLANATIONS)
