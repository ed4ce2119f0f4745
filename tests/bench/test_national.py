"""The made workspace: read as meant, the same for the same seed, and told truly month by month."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from a4_rdf.model import ChangeKind, Plan
from a4_rdf.pipeline import convert_document
from a4_rdf.release import documents
from a4_rdf.release.digest import content_digest
from a4_rdf.release.settings import read_settings
from bench.corpus.writers import FORMATS
from bench.corpus.writers.archive import EPOCH
from bench.national import (
    Edit,
    Event,
    Kind,
    Month,
    Options,
    Truth,
    history,
    make,
    read_truth,
)
from bench.national.verify import unlike

BODIES, MONTHS, SEED = 9, 4, 3
MANY = [history(index, 15, 5, Options()) for index in range(80)]
Made = tuple[Truth, Mapping[str, Plan]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a workspace and the plan that is read in each of its documents, by path."""
    root = tmp_path_factory.mktemp("national") / "work"
    truth = make(root, BODIES, MONTHS, SEED)
    settings = read_settings(root)
    read = {
        document.path.relative_to(root).as_posix(): convert_document(
            document, settings.publisher
        ).plan
        for document in documents(root, settings)
    }
    return truth, read


def test_every_document_is_read_as_it_was_meant(made: Made) -> None:
    truth, read = made
    assert {month.form for month in truth.documents()} == set(FORMATS)
    assert {month.path for month in truth.documents()} == set(read)
    for month in truth.documents():
        assert list(unlike(read[month.path], month)) == [], month.path


def test_a_date_only_month_says_the_same_and_any_other_does_not(made: Made) -> None:
    truth, read = made
    events = Counter[Event]()
    for slug in truth.slugs():
        for before, after in pairwise(m for m in truth.of(slug) if m.path):
            same = content_digest(read[before.path]) == content_digest(read[after.path])
            assert same == (after.event is Event.DATE_ONLY), after.path
            events[after.event] += 1
    assert min(events.values()) > 2
    assert set(events) == {Event.DATE_ONLY, Event.EDITED, Event.NEW_PLAN}


def test_the_same_seed_gives_the_same_bytes(made: Made, tmp_path: Path) -> None:
    make(tmp_path / "again", BODIES, MONTHS, SEED, Options(jobs=2))
    first, again = contents(made[0].root), contents(tmp_path / "again")
    assert list(first) == list(again)
    assert [name for name in first if first[name] != again[name]] == []
    make(tmp_path / "other", BODIES, 1, SEED + 1)
    assert contents(tmp_path / "other")["truth.jsonl"] != first["truth.jsonl"]


def test_no_file_says_when_it_was_made(made: Made) -> None:
    archives = [p for p in made[0].root.rglob("*.*") if p.suffix in (".xlsx", ".ods", ".docx")]
    assert {path.suffix for path in archives} == {".xlsx", ".ods", ".docx"}
    for path in archives:
        with zipfile.ZipFile(path) as archive:
            assert {member.date_time for member in archive.infolist()} == {EPOCH}
    for path in made[0].root.rglob("*.pdf"):
        assert b"/CreationDate (D:20000101000000" in path.read_bytes()


def contents(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file by its path."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_a_body_does_not_depend_on_the_others_nor_its_past_on_its_future() -> None:
    assert history(5, 6, 5, Options()) == MANY[5][:6]


def test_most_months_only_change_the_date() -> None:
    events = Counter(month.event for past in MANY for month in past)
    usual = events[Event.DATE_ONLY] + events[Event.EDITED]
    assert 0.66 < events[Event.DATE_ONLY] / usual < 0.74
    assert 0.03 < events[Event.MISSED] / events.total() < 0.07
    assert events[Event.FIRST] == events[Event.NEW_PLAN] == 80
    counts = Counter(len(m.edits) for past in MANY for m in past if m.event is Event.EDITED)
    assert set(counts) == {1, 2, 3, 4, 5, 6}
    assert counts[1] > counts[3] > counts[6]


def test_every_kind_of_edit_happens() -> None:
    kinds = Counter(
        (edit.kind, edit.how)
        for past in MANY
        for month in past
        if month.event is Event.EDITED
        for edit in month.edits
    )
    assert set(kinds) == {
        (Kind.ADDED, "appended"),
        (Kind.ADDED, "inserted"),
        (Kind.ADDED, "with-unit"),
        (Kind.WITHDRAWN, ""),
        (Kind.TARGET_RAISED, ""),
        (Kind.TARGET_LOWERED, ""),
        (Kind.REWORDED, "objective"),
        (Kind.REWORDED, "activity"),
        (Kind.REWORDED, "indicator"),
        (Kind.UNIT_RENAMED, "spelling"),
        (Kind.UNIT_RENAMED, "name"),
        (Kind.MOVED, "goal"),
        (Kind.MOVED, "unit"),
        (Kind.REORDERED, "goals"),
        (Kind.REORDERED, "units"),
    }
    # That a unit took another's place is said by curators, not by documents.
    told = {str(kind) for kind in ChangeKind if kind is not ChangeKind.UNIT_REPLACED}
    assert told == {str(kind) for kind in Kind} - {"reordered"}


def test_bodies_keep_their_format_for_long_and_change_it_at_times() -> None:
    pairs = [pair for past in MANY for pair in pairwise(m.form for m in past if m.form)]
    changes = sum(before != after for before, after in pairs)
    assert 0.02 < changes / len(pairs) < 0.1
    formats = Counter(month.form for past in MANY for month in past if month.form)
    assert set(formats) == set(FORMATS)
    assert formats["pdf"] > formats["xlsx"] > formats["html"]


def test_the_edits_are_what_differs() -> None:
    """Compare the goals of two months by identity, and find each edit and nothing else."""
    for past in MANY:
        for before, after in pairwise(month for month in past if month.path):
            if after.event in (Event.DATE_ONLY, Event.EDITED):
                assert differences(before, after) == told(after.edits), after.path


def told(edits: tuple[Edit, ...]) -> set[tuple[str, str]]:
    """Return kind and goal of the edits of goals; moves of units and names are seen elsewhere."""
    goals = (edit for edit in edits if edit.goal and edit.kind is not Kind.REORDERED)
    return {(str(edit.kind), edit.goal) for edit in goals}


def differences(before: Month, after: Month) -> set[tuple[str, str]]:
    """Return what differs between two months in goals, by kind and identity."""
    old = {line.goal: line for line in before.lines}
    new = {line.goal: line for line in after.lines}
    found = {("added", goal) for goal in new.keys() - old.keys()}
    found |= {("withdrawn", goal) for goal in old.keys() - new.keys()}
    for goal in old.keys() & new.keys():
        was, now = old[goal], new[goal]
        if was.unit != now.unit:
            found.add(("moved", goal))
        texts = [{c: t for c, t in x.meant.full.items() if c in WORDS} for x in (was, now)]
        if texts[0] != texts[1]:
            found.add(("reworded", goal))
        if was.meant.promise != now.meant.promise:
            values = was.meant.promise.value, now.meant.promise.value
            assert values[0] is not None
            assert values[1] is not None
            found.add(("target-raised" if values[1] > values[0] else "target-lowered", goal))
    return found


WORDS = ("objective", "activity", "indicator")


def test_names_of_units_change_only_where_that_is_told() -> None:
    for past in MANY:
        for before, after in pairwise(month for month in past if month.path):
            if after.event is not Event.EDITED:
                continue
            old = {line.unit: line.path[-1] for line in before.lines}
            new = {line.unit: line.path[-1] for line in after.lines}
            renamed = {(e.unit, e.old, e.new) for e in after.edits if e.kind is Kind.UNIT_RENAMED}
            both = old.keys() & new.keys()
            differs = {(u, old[u], new[u]) for u in both if old[u] != new[u]}
            assert differs == {edit for edit in renamed if edit[0] in both}


def test_bodies_are_evidently_invented() -> None:
    bodies = [history(index, 1, 1, Options())[0].body.organization for index in range(1_200)]
    assert len({body.slug for body in bodies}) == len({body.ruc for body in bodies}) == 1_200
    assert all(len(body.ruc) == 13 and body.ruc.startswith("99") for body in bodies)


def test_the_truth_is_kept_beside_the_documents(made: Made) -> None:
    truth, _ = made
    said = read_truth(truth.root)
    assert len(said) == BODIES * MONTHS
    assert [line["event"] for line in said] == [str(month.event) for month in truth.months]
    first = said[0]
    assert first["path"] == truth.months[0].path
    assert len(first["goals"]) == len(truth.months[0].lines)


def test_damage_stays_the_same_while_the_content_does(tmp_path: Path) -> None:
    options = Options(formats=("txt", "csv"), damage=0.3)
    truth = make(tmp_path, 6, 4, 1, options)
    rows = sum(len(month.lines) for month in truth.documents())
    assert 0.15 < sum(len(month.damaged) for month in truth.documents()) / rows < 0.35
    pairs = [pair for slug in truth.slugs() for pair in pairwise(truth.of(slug))]
    same = [(a, b) for a, b in pairs if b.event is Event.DATE_ONLY and a.event is not Event.MISSED]
    assert len(same) > 3
    for before, after in same:
        assert before.damaged == after.damaged
