"""The catalogue changes with the build, in one step, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from a4_rdf.errors import A4Error
from a4_rdf.model import Organization
from a4_rdf.release import catalogue, publish
from a4_rdf.release.catalogue import pages
from tests.plans import BASE
from tests.release.making import OCTOBER, SEPTEMBER, SETTINGS, released

OTHER = Organization("otra", "Otra entidad")
PATHS = ("catalogo.ttl", "catalogo/2.ttl", "dumps/catalogo.ttl")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace whose catalogue has two pages, one organisation on each."""
    monkeypatch.setattr(pages, "DATASETS", 1)
    publish(tmp_path, SETTINGS, [released(SEPTEMBER), released(SEPTEMBER, organization=OTHER)])
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    return {path: (root / "public" / path).read_bytes() for path in PATHS}


def test_the_old_catalogue_stands_until_the_build_is_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write, seen = contents(root), catalogue.write, []

    def watched(*args: Any) -> tuple[Path, ...]:
        paths = write(*args)
        seen.append(contents(root))
        return paths

    monkeypatch.setattr(catalogue, "write", watched)
    documents = [released(OCTOBER), released(OCTOBER, organization=OTHER)]
    publish(root, SETTINGS, documents)
    assert seen == [before]
    after = contents(root)
    assert all(b"2015-10-31" in content for content in after.values())
    assert all(b"2015-10-31" not in content for content in before.values())


def test_a_build_that_breaks_between_two_pages_changes_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write = contents(root), catalogue.write

    def broken(folder: Path, *args: Any) -> tuple[Path, ...]:
        write(folder, *args)
        (folder / "catalogo.ttl").write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(catalogue, "write", broken)
    with pytest.raises(A4Error, match="No space left on device"):
        publish(root, SETTINGS, [released(OCTOBER)])
    assert contents(root) == before
    assert f"{BASE}/id/conjunto/otra".encode() in before["catalogo/2.ttl"]
