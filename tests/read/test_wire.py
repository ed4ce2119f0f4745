"""The wire: a table and its findings come back as they were, refusals too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Column, Finding, Place, Row, RowStatus, Source, Table
from a4_rdf.read import wire

TEXT = st.text(max_size=8)  # surrogates too: a document may hold half of a letter
SMALL = st.integers(0, 9)
PLACE = st.builds(Place, SMALL, SMALL, TEXT)
CELL = st.builds(Cell, TEXT, PLACE, TEXT, st.sampled_from((None, *Column)))
ROW = st.builds(
    Row,
    SMALL,
    st.lists(CELL, max_size=3).map(tuple),
    st.sampled_from((None, *RowStatus)),
    st.lists(TEXT, max_size=2).map(tuple),
    st.booleans(),
)
TABLE = st.builds(
    Table,
    st.builds(Source, TEXT, TEXT, SMALL, TEXT, TEXT),
    st.lists(ROW, max_size=3).map(tuple),
    st.lists(st.sampled_from(tuple(Column)), max_size=3).map(tuple),
)
FINDING = st.builds(Finding, TEXT, PLACE, st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple))


@given(TABLE, st.lists(FINDING, max_size=3).map(tuple))
def test_a_table_comes_back_as_it_was(table: Table, findings: tuple[Finding, ...]) -> None:
    assert wire.decoded(wire.encoded(table, findings)) == (table, findings)


def test_every_field_of_the_model_is_carried() -> None:
    assert list(Table.__dataclass_fields__) == ["source", "rows", "columns"]
    assert list(Row.__dataclass_fields__) == ["number", "cells", "status", "repairs", "in_table"]
    assert list(Cell.__dataclass_fields__) == ["text", "place", "written", "column"]
    assert list(Finding.__dataclass_fields__) == ["code", "place", "details"]


def test_a_refusal_is_raised_again() -> None:
    error = SourceError("t.xlsx", "not-a-table", "se esperaba una tabla; no hay")
    with pytest.raises(SourceError) as caught:
        wire.decoded(wire.refused(error))
    assert vars(caught.value) == vars(error)
