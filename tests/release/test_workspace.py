from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from a4_rdf.errors import UsageError
from a4_rdf.model import Organization, Publisher
from a4_rdf.release import Document, Settings, create_workspace, documents, read_settings
from a4_rdf.release.settings import NamedDocument
from tests.plans import PUBLISHER

AME, GAD = Organization("ame", "AME"), Organization("gad", "GAD")
SETTINGS = Settings(PUBLISHER, (AME, GAD))


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_documents_come_by_organisation_and_date(tmp_path: Path) -> None:
    put(tmp_path, "gad/2025-01-31.csv", "ame/2015-10-31.xlsx", "ame/2015-09-30.txt", "ame/.gitkeep")
    (tmp_path / "sources/gad/2025-02-28").mkdir()
    sources = tmp_path / "sources"
    assert documents(tmp_path, SETTINGS) == (
        Document(AME, date(2015, 9, 30), sources / "ame/2015-09-30.txt"),
        Document(
            AME,
            date(2015, 10, 31),
            sources / "ame/2015-10-31.xlsx",
            previous=date(2015, 9, 30),
        ),
        Document(GAD, date(2025, 1, 31), sources / "gad/2025-01-31.csv"),
        Document(GAD, date(2025, 2, 28), sources / "gad/2025-02-28", previous=date(2025, 1, 31)),
    )


def test_settings_name_other_documents_and_plan_years(tmp_path: Path) -> None:
    put(tmp_path, "ame/literal-a4.txt", "informe.csv")
    settings = Settings(
        PUBLISHER,
        (AME,),
        {("ame", date(2016, 1, 31)): 2015},
        (
            NamedDocument("ame", date(2016, 1, 31), "sources/ame/literal-a4.txt"),
            NamedDocument("ame", date(2016, 2, 29), "sources/informe.csv"),
        ),
    )
    first, second = documents(tmp_path, settings)
    assert (first.path.name, first.year, first.previous) == ("literal-a4.txt", 2015, None)
    assert (second.path.name, second.year) == ("informe.csv", None)


def test_no_document_at_all(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no document; expected sources/ORG/DATE\.suffix"):
        documents(tmp_path, SETTINGS)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["ame/a4.txt"], r"a4\.txt: its name tells no date; expected DATE\.suffix"),
        (["ame/30-09-2015.txt"], "its name tells no date"),
        (
            ["otra/2015-09-30.txt"],
            "otra: expected the folder of an organization of a4.toml: ame, gad",
        ),
        (["2015-09-30.txt"], r"2015-09-30\.txt: expected the folder of an organization"),
        (["ame/2015-09-30.txt", "ame/2015-09-30.xlsx"], "one document a date"),
    ],
)
def test_a_misplaced_document_is_named(tmp_path: Path, names: list[str], message: str) -> None:
    put(tmp_path, *names)
    with pytest.raises(UsageError, match=message):
        documents(tmp_path, SETTINGS)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (
            NamedDocument("otra", date(2015, 9, 30), "sources/x"),
            "organization: unknown slug 'otra'",
        ),
        (NamedDocument("ame", date(2015, 9, 30), "sources/x"), "path: 'sources/x' is not there"),
        (
            NamedDocument("ame", date(2015, 9, 30), "../x"),
            "path: '../x' is outside of the workspace",
        ),
        (NamedDocument("ame", date(2015, 9, 30), "/etc/passwd"), "outside of the workspace"),
    ],
)
def test_a_document_line_that_leads_nowhere(
    tmp_path: Path, named: NamedDocument, message: str
) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        documents(tmp_path, replace(SETTINGS, documents=(named,)))
    assert str(caught.value).startswith(f"{tmp_path / 'a4.toml'}: document of 2015-09-30: ")


def test_a_new_workspace_reads_back(tmp_path: Path) -> None:
    publisher = Publisher("https://datos.ejemplo.ec", 'Metas "2015" \\ ñ', "Oficina", "https://l/")
    ame = Organization("ame", "AME", "1160000240001", ("https://www.wikidata.org/entity/Q1",))
    root = tmp_path / "nuevo"
    create_workspace(root, publisher, (ame, GAD))
    settings = read_settings(root)
    assert settings.publisher == publisher
    assert settings.organizations == (ame, GAD)
    made = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    assert made == [
        ".gitignore",
        "README.md",
        "a4.toml",
        "corrections/.gitkeep",
        "ledger/.gitkeep",
        "sources/ame/.gitkeep",
        "sources/gad/.gitkeep",
    ]


def test_a_workspace_is_made_once(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mío")
    create_workspace(tmp_path, PUBLISHER)
    assert (tmp_path / "README.md").read_text() == "mío"
    with pytest.raises(UsageError, match="exists already; this is a workspace"):
        create_workspace(tmp_path, PUBLISHER)
