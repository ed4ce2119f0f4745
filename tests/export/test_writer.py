"""One address, one file: what is answered otherwise than with 200."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import A4Error
from a4_rdf.export.writer import Task, Writer
from tests.serve.history import publish_history


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_history(tmp_path_factory.mktemp("history") / "public")


def test_what_another_took_the_place_of_has_its_page(public: Path, tmp_path: Path) -> None:
    written = Writer(Task(public, tmp_path, history=True)).write(
        "doc/unidad/gad/direccion-de-riego"
    )
    assert written.file == "doc/unidad/gad/direccion-de-riego.html"
    page = (tmp_path / written.file).read_text(encoding="utf-8")
    assert "Ya no existe." in page
    assert 'href="direccion-de-obras.html"' in page


def test_what_is_not_there_is_an_error_that_names_it(public: Path, tmp_path: Path) -> None:
    with pytest.raises(A4Error, match=r"/doc/unidad/gad/nada: .* 404"):
        Writer(Task(public, tmp_path, history=True)).write("doc/unidad/gad/nada")
