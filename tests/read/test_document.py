"""Documents: what cannot be opened is said in one line, without the folder's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import SourceError
from a4_rdf.read import Bounds, Document
from a4_rdf.read.document import Folder, load, load_folder


def test_a_document_has_its_digest_size_and_name(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(b"abc")
    source = load(tmp_path / "t.txt", Bounds()).source("text/plain", "utf-8")
    assert source.name == "t.txt"
    assert source.size == 3
    assert source.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("none.txt", "none.txt: missing-file: se esperaba un archivo; no existe"),
        ("folder.txt", "folder.txt: not-a-file: se esperaba un archivo; es una carpeta"),
        ("empty.txt", "empty.txt: empty-file: se esperaba una tabla a4; está vacío"),
        ("blank.txt", "blank.txt: empty-file: se esperaba una tabla a4; está vacío"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, name: str, line: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \r\n\t\n")
    with pytest.raises(SourceError) as caught:
        load(tmp_path / name, Bounds())
    assert str(caught.value) == line


def test_a_folder_is_its_visible_files_by_name(tmp_path: Path) -> None:
    for name, data in (("b.csv", b"1"), ("a.csv", b""), (".x", b"3"), ("~$a.xlsx", b"4")):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "Thumbs.db").write_bytes(b"5")
    (tmp_path / "inside").mkdir()
    folder = load_folder(tmp_path, Bounds())
    assert folder == Folder(tmp_path.name, (Document("a.csv", b""), Document("b.csv", b"1")))


def test_a_folder_has_the_bounds_of_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"1" * 60)
    (tmp_path / "b.csv").write_bytes(b"1" * 60)
    with pytest.raises(SourceError) as caught:
        load_folder(tmp_path, Bounds(size=100))
    assert caught.value.code == "too-large"
    for n in range(40):
        (tmp_path / f"{n}.csv").write_bytes(b"1")
    with pytest.raises(SourceError) as caught:
        load_folder(tmp_path, Bounds())
    assert caught.value.code == "too-many-members"


def test_a_document_is_only_its_bytes() -> None:
    assert Document("t.txt", b"x") == Document("t.txt", b"x")
