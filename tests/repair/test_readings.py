"""Readings: which assignments are tried, and which wins on form alone."""

from __future__ import annotations

from a4_rdf.model import Column
from a4_rdf.repair.readings import Candidate, _assignments, readings

POSITIONS = {column: at for at, column in enumerate(tuple(Column)[:6], 1)}
ACT, IND, TGT = Column.ACTIVITY, Column.INDICATOR, Column.TARGET


def candidate(*written: int, same: tuple[int, ...] = ()) -> Candidate:
    texts = len(written)
    return Candidate(
        written=written,
        likeness=tuple(dict.fromkeys(Column, 0.0) for _ in written),
        kin=tuple((0.0,) * texts for _ in written),
        same=same or tuple(range(texts)),
        deeds=(False,) * texts,
    )


def test_every_increasing_assignment_is_tried_once() -> None:
    found = list(_assignments(3, tuple(Column)[:6]))
    assert len(found) == 20 + 3 * 15
    assert len(set(found)) == len(found)


def test_the_two_best_are_returned_best_first() -> None:
    first, second = readings(candidate(5, 6, 7), POSITIONS)
    assert first.score >= second.score


def test_without_other_evidence_a_row_is_the_end_of_a_row() -> None:
    assert readings(candidate(5, 6, 7), POSITIONS)[0].columns == (ACT, IND, TGT)
    assert readings(candidate(2, 3, 4), POSITIONS)[0].columns != (ACT, IND, None)


def test_without_other_evidence_a_row_stays() -> None:
    assert readings(candidate(4, 5), POSITIONS)[0].columns == (ACT, IND)


def test_seven_texts_leave_one_over() -> None:
    found = readings(candidate(1, 2, 3, 4, 5, 6, 7), POSITIONS)
    assert all(reading.columns.count(None) == 1 for reading in found)


def test_of_readings_that_say_the_same_one_is_kept() -> None:
    """Which of two equal texts is left over makes no difference."""
    found = readings(candidate(1, 2, 3, 4, 5, 6, 7, same=(0, 1, 1, 3, 4, 5, 6)), POSITIONS)
    assert found[0].columns.count(None) == 1
    said = [
        {(column, at if at != 2 else 1) for at, column in enumerate(one.columns) if column}
        for one in found
    ]
    assert said[0] != said[1]
