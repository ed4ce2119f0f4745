"""The switch: one stat while nothing changed, a newer build when there is one, else the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import A4Error
from a4_rdf.serve.switch import Switch


def build(folder: Path, name: str, text: str | None) -> Path:
    """Swap in a build whose manifest is a text; return the link."""
    (folder / name).mkdir()
    if text is not None:
        (folder / name / "publication.json").write_text(text, "utf-8")
    staged = folder / "next"
    staged.symlink_to(name)
    return staged.replace(folder / "public")


def read(root: Path) -> tuple[str, str]:
    text = (root / "publication.json").read_text("utf-8")
    if text == "broken":
        raise A4Error(f"{root.name}: broken")
    return root.name, text


def test_a_swap_is_noticed_and_the_build_is_opened_once(tmp_path: Path) -> None:
    public = build(tmp_path, "one", "1")
    opened = Switch(public, read)
    first = opened.get()
    assert (first, opened.get() is first) == (("one", "1"), True)
    build(tmp_path, "two", "2")
    assert opened.get() == ("two", "2")


def test_a_build_that_does_not_open_leaves_the_last_good_one_and_is_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    opened = Switch(build(tmp_path, "one", "1"), read)
    build(tmp_path, "two", "broken")
    assert [opened.get(), opened.get()] == [("one", "1")] * 2
    assert caplog.text.count("the last good one stays: two: broken") == 1


def test_a_build_that_does_not_open_yet_is_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    now, tries = [0.0], []

    def later(root: Path) -> tuple[str, str]:
        tries.append(root.name)
        if root.name == "two" and tries.count("two") < 3:
            raise A4Error("not yet")
        return read(root)

    opened = Switch(build(tmp_path, "one", "1"), later, lambda: now[0])
    build(tmp_path, "two", "2")
    seen = []
    for moment in (1.0, 2.0, 6.5, 7.0, 12.0, 99.0):
        now[0] = moment
        seen.append(opened.get()[0])
    assert seen == ["one", "one", "one", "one", "two", "two"]
    assert tries == ["one", "two", "two", "two"]
    assert caplog.text.count("not yet") == 1


def test_a_link_that_leads_nowhere_leaves_the_last_good_one(tmp_path: Path) -> None:
    opened = Switch(build(tmp_path, "one", "1"), read)
    build(tmp_path, "two", None)
    assert opened.get() == ("one", "1")


def test_the_first_has_to_open(tmp_path: Path) -> None:
    with pytest.raises(A4Error, match="one: broken"):
        Switch(build(tmp_path, "one", "broken"), read)
