"""Hostile Word files, pages, texts and PDFs: each ends in bounds, in at most 512 MB."""

from __future__ import annotations

import pytest

from tests.read.hostile import HOSTILE, Outcome, read_all

TEXTS = tuple(name for name in HOSTILE if name.startswith(("headed", "misspelt")))
TEXT_LIMIT = 2.0  # seconds for a megabyte of text, which no child process bounds
LIMIT = 4.0  # seconds; the default is more, and only machines with other work need it


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    files = {name: make for name, (make, _) in HOSTILE.items()}
    return read_all(tmp_path_factory.mktemp("hostile"), files, f"seconds={LIMIT}")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_ends_well_and_in_time(name: str, outcome: Outcome) -> None:
    code, seconds = outcome.ends[name]
    assert code in HOSTILE[name][1]
    assert seconds <= LIMIT + 1


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_megabyte_of_text_ends_in_two_seconds(name: str, outcome: Outcome) -> None:
    assert outcome.ends[name][1] <= TEXT_LIMIT


def test_no_hostile_document_takes_more_than_512_mb(outcome: Outcome) -> None:
    assert outcome.peak <= 512 * 1024
