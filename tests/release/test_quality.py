"""What the notices of a publication add up to, as the build writes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a4_rdf.release.quality import is_warning
from tests.serve.gaps import publish_gaps


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_gaps(tmp_path_factory.mktemp("gaps"))


def test_each_organization_is_counted_in_the_release_that_holds_now(public: Path) -> None:
    assert json.loads((public / "calidad.json").read_bytes()) == {
        "organizations": [
            {
                "slug": "obras",
                "date": "2015-07-31",
                "goals": 4,
                "warned": 2,
                "notices": {
                    "percent-without-sign": 1,
                    "regime-assumed": 1,
                    "target-missing": 1,
                    "title-missing": 1,
                },
            },
            {
                "slug": "vias",
                "date": "2015-10-31",
                "goals": 2,
                "warned": 0,
                "notices": {"regime-assumed": 1, "title-missing": 1},
            },
        ]
    }


def test_a_release_that_repeats_another_has_its_units(public: Path) -> None:
    assert json.loads((public / "calidad" / "obras.json").read_bytes()) == {
        "direccion-de-puentes": {"goals": 2, "warned": 0, "codes": {}},
        "direccion-de-riego": {
            "goals": 2,
            "warned": 2,
            "codes": {"percent-without-sign": 1, "target-missing": 1},
        },
    }


def test_the_table_has_a_line_for_each_unit_and_rule(public: Path) -> None:
    assert (public / "dumps" / "calidad.csv").read_text() == (
        "organization,release,unit,rule,severity,goals\n"
        "obras,2015-07-31,direccion-de-riego,percent-without-sign,warning,1\n"
        "obras,2015-07-31,direccion-de-riego,target-missing,warning,1\n"
    )


def test_the_manifest_lists_the_counts(public: Path) -> None:
    files = json.loads((public / "publication.json").read_bytes())["files"]
    assert [name for name in files if "calidad" in name] == [
        "calidad.json",
        "calidad/obras.json",
        "calidad/vias.json",
        "dumps/calidad.csv",
    ]


def test_notes_about_the_reading_are_no_warnings() -> None:
    assert is_warning("target-missing")
    assert not is_warning("row-realigned")
    assert not is_warning("no-such-code")
