from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from a4_rdf.errors import UsageError
from a4_rdf.model import Organization, Publisher
from a4_rdf.release.settings import NamedDocument, read_settings

TOP = """\
base_iri = "https://datos.ejemplo.ec/a4/"
title = "Metas"
publisher = "Oficina"
licence = "https://creativecommons.org/licenses/by/4.0/"
"""
GAD = '[[organization]]\nslug = "gad"\nname = "GAD"\n'


def read(root: Path, text: str) -> object:
    (root / "a4.toml").write_text(text, encoding="utf-8")
    return read_settings(root)


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "a4.toml").write_text(
        TOP + 'languages = ["es", "en"]\n' + GAD + 'ruc = "1160000240001"\n'
        'same_as = ["https://www.wikidata.org/entity/Q1"]\n'
        'plan_years = { "2016-01-31" = 2015 }\n'
        '[[document]]\norganization = "gad"\ndate = 2015-09-30\npath = "sources/a4.txt"\n',
        encoding="utf-8",
    )
    settings = read_settings(tmp_path)
    assert settings.publisher == Publisher(
        "https://datos.ejemplo.ec/a4",
        "Metas",
        "Oficina",
        "https://creativecommons.org/licenses/by/4.0/",
        ("es", "en"),
    )
    gad = Organization("gad", "GAD", "1160000240001", ("https://www.wikidata.org/entity/Q1",))
    assert settings.organizations == (gad,)
    assert settings.organization("gad") == gad
    assert settings.organization("otra") is None
    assert settings.plan_years == {("gad", date(2016, 1, 31)): 2015}
    assert settings.documents == (NamedDocument("gad", date(2015, 9, 30), "sources/a4.txt"),)


def test_spanish_alone_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "a4.toml").write_text(TOP, encoding="utf-8")
    assert read_settings(tmp_path).publisher.languages == ("es",)


def test_another_base_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a4.toml").write_text(TOP, encoding="utf-8")
    settings = read_settings(tmp_path)
    assert settings.with_base(None) is settings
    assert settings.with_base("http://127.0.0.1:8000/").publisher.base == "http://127.0.0.1:8000"
    with pytest.raises(UsageError, match="base IRI: expected"):
        settings.with_base("ftp://ejemplo.ec")


def test_no_settings_at_all(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a4\.toml: not found; `a4-rdf init") as caught:
        read_settings(tmp_path)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("base_iri = ", "not valid TOML"),
        ("", "base_iri: expected the address under which the data lives"),
        (TOP.replace("https://datos.ejemplo.ec/a4/", "datos"), "base_iri: expected an http"),
        (TOP.replace("/a4/", "/a4#"), "base_iri: expected an http"),
        (TOP.replace('"Metas"', "3"), "title: expected a text in quotes, found 3"),
        (TOP.replace('"Oficina"', '" "'), "publisher: expected the name of who publishes"),
        (TOP.replace("https://creative", "creative"), "licence: expected the licence's IRI, found"),
        (TOP + "languages = []", "languages: expected language codes"),
        (TOP + 'languages = ["español"]', "languages: expected language codes"),
        (TOP + "languages = [1]", "languages: expected a list of texts"),
        (
            TOP + 'licens = "x"',
            "licens: unknown key; expected base_iri, contact, document, languages",
        ),
        (TOP + "organization = 1", "organization: expected a list, found 1"),
        (TOP + "organization = [1]", r"organization: expected \[\[organization\]\] tables"),
        (TOP + GAD.replace("gad", "Gad Loja"), "organization 1: slug: expected small letters"),
        (TOP + GAD.replace("slug", "slugg"), "organization 1: slug: expected a short name"),
        (TOP + GAD + "nme = 1", "organization 1: nme: unknown key"),
        (TOP + GAD + 'ruc = "1"', "organization 1: ruc: expected 13 digits"),
        (TOP + GAD + 'same_as = ["Q1"]', "organization 1: same_as: expected IRIs, found 'Q1'"),
        (TOP + GAD + "plan_years = { x = 2015 }", "plan_years: expected a date as 2015-09-30"),
        (TOP + GAD + 'plan_years = { "2015-09-30" = 15 }', "plan_years: expected a year, found 15"),
        (TOP + GAD + GAD, "organization 2: slug: 'gad' is another organization's"),
        (TOP + "[[document]]", "document 1: organization: expected the slug"),
        (
            TOP + '[[document]]\norganization = "gad"\ndate = "30/9/2015"\npath = "x"',
            "document 1: date: expected a date as 2015-09-30, found '30/9/2015'",
        ),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'a4.toml'}: ")
