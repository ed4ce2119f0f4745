"""The manifest: which release holds what another repeats, and which one comes next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a4_rdf.serve.manifest import Manifest, read_manifest
from tests.serve.history import publish_history


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return publish_history(tmp_path / "public")


def content(manifest: Manifest, day: str) -> str:
    entry = manifest.dated("gad", day)
    assert entry is not None
    return manifest.content(entry).date.isoformat()


def with_repeats(public: Path, repeats: dict[str, str | None]) -> Manifest:
    path = public / "publication.json"
    data = json.loads(path.read_text())
    for entry in data["releases"]:
        entry["repeats"] = repeats.get(entry["date"])
    path.write_text(json.dumps(data))
    return read_manifest(public)[0]


def test_a_release_that_repeats_another_has_its_content(public: Path) -> None:
    manifest, _ = read_manifest(public)
    assert content(manifest, "2015-07-31") == "2015-07-31"
    assert content(manifest, "2015-08-31") == "2015-07-31"
    assert content(manifest, "2015-10-31") == "2015-09-30"


def test_a_repetition_of_a_repetition_is_followed_and_a_circle_ends(public: Path) -> None:
    chain = with_repeats(public, {"2015-10-31": "2015-08-31", "2015-08-31": "2015-07-31"})
    assert content(chain, "2015-10-31") == "2015-07-31"
    circle = with_repeats(public, {"2015-10-31": "2015-08-31", "2015-08-31": "2015-10-31"})
    assert content(circle, "2015-10-31") == "2015-08-31"
    gone = with_repeats(public, {"2015-10-31": "2015-01-31"})
    assert content(gone, "2015-10-31") == "2015-10-31"


def test_the_next_release_is_the_one_after(public: Path) -> None:
    manifest, _ = read_manifest(public)
    july, last = manifest.dated("gad", "2015-07-31"), manifest.latest("gad")
    assert july is not None
    assert last is not None
    after = manifest.after(july)
    assert after is not None
    assert after.date.isoformat() == "2015-08-31"
    assert manifest.after(last) is None


def test_a_manifest_without_the_key_has_no_repetitions(public: Path) -> None:
    path = public / "publication.json"
    data = json.loads(path.read_text())
    for entry in data["releases"]:
        del entry["repeats"]
    path.write_text(json.dumps(data))
    assert {entry.repeats for entry in read_manifest(public)[0].releases} == {None}
