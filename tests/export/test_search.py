"""The search of an exported site: an index in small files, and that it finds what a server does."""

from __future__ import annotations

import html
import json
import re
import subprocess
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from a4_rdf import searchable
from a4_rdf.errors import A4Error
from a4_rdf.export import search
from a4_rdf.serve import search as served
from a4_rdf.serve.search import Wanted
from tests.export.conftest import Site
from tests.peers import need

HARNESS = Path(__file__).with_name("static_search.js")


def told(out: Path, name: str) -> Any:
    """Return what a file of the index hands over."""
    text = (out / "buscar" / f"{name}.js").read_text(encoding="utf-8")
    said = re.fullmatch(r'a4Buscar\("[vpd]","[^"]*",(.*)\);\n', text)
    assert said
    return json.loads(said[1])


@pytest.fixture(scope="module")
def node() -> str:
    return need.node()


def ask(node: str, out: Path, words: str) -> Any:
    page = (out / "buscar.html").read_text(encoding="utf-8")
    data = re.search(r'data-palabras="([^"]*)"', page)
    assert data
    command = [node, str(HARNESS), str(out), words, html.unescape(data[1])]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_steps_of_growing_numbers() -> None:
    assert search.packed([0, 35, 71, 71 + 36**3]) == "0 z 10 1000"


def test_a_stem_is_in_the_file_of_its_first_letter(ame: Site) -> None:
    assert search.beginning("gestion") == "g"
    assert search.beginning("80") == "8"
    assert search.beginning("βeta") == "u3b2"
    stems, starts = told(ame.out, "v/g")
    assert "gestion" in stems.split(" ")
    assert starts == [0]
    assert len(told(ame.out, "p/g-0")) == len(stems.split(" "))


def test_a_stem_has_its_documents(ame: Site) -> None:
    steps = told(ame.out, "p/g-0")["gestion"].split(" ")
    marks = list(accumulate(int(step, 36) for step in steps))
    assert marks == sorted(marks)
    kinds = [mark % (2 * len(searchable.KINDS)) % len(searchable.KINDS) for mark in marks]
    assert kinds.count(searchable.KINDS.index("goal")) == 26


def test_files_are_small_and_parted_where_they_would_not_be(
    ame: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert max(p.stat().st_size for p in (ame.out / "buscar").rglob("*.js")) < 30_000
    monkeypatch.setattr(search, "PART", 200)
    made = {name: body for name, body in search.files(ame.public) if "/p/c-" in name}
    assert len(made) > 5
    listed = dict(search.files(ame.public))["buscar/v/c.js"].decode()
    stems, starts = json.loads(re.fullmatch(r'a4Buscar\("v","c",(.*)\);\n', listed)[1])  # type: ignore[index]
    third = made["buscar/p/c-2.js"].decode()
    assert f'{{"{stems.split(" ")[starts[2]]}":' in third


def test_small_words_are_left_out(ame: Site) -> None:
    stems, _ = told(ame.out, "v/d")
    assert "de" not in stems.split(" ")
    assert "documento" in stems.split(" ")


def test_there_are_no_files_without_an_index(tmp_path: Path) -> None:
    assert list(search.files(tmp_path)) == []
    (tmp_path / searchable.NAME).write_bytes(b"broken")
    with pytest.raises(A4Error, match="search index cannot be read"):
        list(search.files(tmp_path))


@pytest.mark.parametrize(
    "words",
    [
        "gestion",
        "GESTIONES de la",
        "coordinación financiera",
        "financ",
        "80%",
        "obligaciones viáticos astronomía",
        "luces",
        '"><script>alert(1)</script>',
    ],
)
def test_the_script_finds_what_a_server_does(node: str, ame: Site, words: str) -> None:
    answer = ask(node, ame.out, words)
    expected = set()
    number = 1
    while (found := served.search(ame.public, Wanted(words, page=number))).hits:
        expected |= {f"{hit.path}.html" for hit in found.hits}
        number += 1
    assert {href for href, _, _ in answer["links"]} == expected
    assert answer["status"][0] == f"Resultados: {len(expected)}"


def test_the_script_forgives_typos_and_says_so(node: str, ame: Site) -> None:
    answer = ask(node, ame.out, "coordinasion financieras")
    assert "Se buscó en su lugar: coordinacion (coordinasion)." in answer["status"]
    assert answer["links"] == [
        [
            "doc/unidad/ame/coordinacion-financiera.html",
            "Coordinación financiera",
            ["Coordinación", "financiera"],
        ]
    ]
    swapped = ask(node, ame.out, "ocordinacion")
    assert "Se buscó en su lugar: coordinacion (ocordinacion)." in swapped["status"]


def test_units_come_first_and_few_files_are_loaded(node: str, ame: Site) -> None:
    answer = ask(node, ame.out, "financiera")
    assert [href.split("/")[1] for href, _, _ in answer["links"]][:2] == ["unidad", "unidad"]
    assert answer["loaded"][:2] == ["buscar/v/f.js", "buscar/p/f-0.js"]
    assert len(answer["loaded"]) <= 2 + 4


def test_signs_alone_say_what_to_try(node: str, ame: Site) -> None:
    answer = ask(node, ame.out, "%% ¿?")
    assert answer["links"] == []
    assert answer["status"] == ["Pruebe con menos palabras, o con otra."]
