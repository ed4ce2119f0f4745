"""Context: what the sure rows of a file teach about its columns."""

from __future__ import annotations

from a4_rdf.model import Column
from a4_rdf.repair.context import bag, learn, overlap
from a4_rdf.repair.likeness import look

SURE = {
    row: {
        Column.OBJECTIVE: "Proveer agua",
        Column.INDICATOR: f"Elaboración del plan {row}",
        Column.TARGET: "1 plan",
    }
    for row in range(2, 8)
}


def test_the_file_s_own_words_speak_for_a_column() -> None:
    scores = learn(SURE, tuple(Column)).lexical(look("Elaboración de guías"))
    assert max(scores, key=lambda c: scores[c]) is Column.INDICATOR
    assert all(-2.0 <= score <= 2.0 for score in scores.values())


def test_neighbours_speak_for_a_column_by_shared_words() -> None:
    near = learn(SURE, tuple(Column)).neighbourly(5, look("Plan de elaboración de agua"))
    assert near[Column.INDICATOR] > near[Column.OBJECTIVE] > 0


def test_a_file_without_sure_rows_teaches_nothing() -> None:
    context = learn({}, tuple(Column))
    assert set(context.lexical(look("Obras")).values()) == {0.0}
    assert context.neighbourly(3, look("Obras")) == {}


def test_overlap_counts_singular_and_plural_alike() -> None:
    assert overlap(bag("campañas de agua"), bag("campaña del agua limpia")) == 1.0
    assert overlap(bag("plan"), bag("plan de agua")) == 0.5
    assert overlap(bag(""), bag("plan")) == 0.0
