"""Each bad input, put alone into a sound workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import UsageError
from a4_rdf.pipeline import convert_document
from a4_rdf.release import documents
from a4_rdf.release.ledger import ledger_path
from a4_rdf.release.settings import read_settings
from bench.national import Options, Truth, faults, make

LEDGER = (
    "iri,kind,key,first_seen,last_seen,replaced_by\n"
    "/id/unidad/{slug}/alcaldia,unit,alcaldia,2024-10-31,,\n"
    "/id/unidad/{slug}/riesgos,unit,riesgos,2024-10-31,,\n"
)


@pytest.fixture
def truth(tmp_path: Path) -> Truth:
    """Return a workspace of two bodies and four months, in text and in three files."""
    return make(tmp_path / "work", 2, 4, 1, Options(formats=("csv", "triple")))


def found(truth: Truth, slug: str) -> list[str]:
    """Return the dates of a body's documents, as a build finds them."""
    settings = read_settings(truth.root)
    listed = documents(truth.root, settings)
    return [str(d.date) for d in listed if d.organization.slug == slug]


def test_two_sources_for_one_month(truth: Truth) -> None:
    fault = faults.two_sources(truth)
    assert fault.path.exists()
    with pytest.raises(UsageError, match=f"is of {fault.date} already"):
        found(truth, fault.organization)


@pytest.mark.parametrize("slug_at", [0, 1])
def test_a_month_goes_missing(truth: Truth, slug_at: int) -> None:
    slug = truth.slugs()[slug_at]
    before = found(truth, slug)
    fault = faults.missing_month(truth, slug)
    assert not fault.path.exists()
    assert found(truth, slug) == [day for day in before if day != str(fault.date)]
    assert str(fault.date) not in (before[0], before[-1])


def test_a_date_in_the_future(truth: Truth) -> None:
    fault = faults.future_date(truth)
    assert found(truth, fault.organization)[-1] == "2999-12-31"


def test_a_document_older_than_the_last_release(truth: Truth) -> None:
    slug = truth.slugs()[0]
    before = found(truth, slug)
    fault = faults.late_document(truth, slug)
    after = found(truth, slug)
    assert len(after) == len(before) + 1
    assert after[-2:] == [str(fault.date), before[-1]]


@pytest.mark.parametrize("slug_at", [0, 1])
def test_a_date_older_than_the_documents_name(truth: Truth, slug_at: int) -> None:
    fault = faults.stale_date(truth, truth.slugs()[slug_at])
    settings = read_settings(truth.root)
    [stale] = [d for d in documents(truth.root, settings) if d.path == fault.path]
    codes = {f.code for f in convert_document(stale, settings.publisher).findings}
    assert "date-differs" in codes
    assert sorted(p.name for p in truth.root.iterdir() if p.name == ".fault") == []


def test_a_ledger_edited_by_hand(truth: Truth) -> None:
    slug = truth.slugs()[0]
    with pytest.raises(UsageError, match="build the workspace first"):
        faults.edited_ledger(truth, slug)
    path = ledger_path(truth.root, slug)
    path.write_text(LEDGER.format(slug=slug), encoding="utf-8")
    faults.edited_ledger(truth, slug)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[1] == f"/id/unidad/{slug}/alcaldia-a-mano,unit,alcaldia,2024-10-31,,"
    faults.shortened_ledger(truth, slug)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    faults.lost_ledger(truth, slug)
    assert not path.exists()


def test_two_organisations_with_one_slug(truth: Truth) -> None:
    fault = faults.shared_slug(truth)
    with pytest.raises(UsageError, match="is another organization's"):
        read_settings(truth.root)
    assert fault.path.name == "a4.toml"


def test_every_fault_has_a_name(truth: Truth) -> None:
    names = ["two-sources", "missing-month", "future-date", "late-document", "stale-date"]
    assert list(faults.FAULTS) == [*names, "shared-slug"]
    assert list(faults.AFTER_A_BUILD) == ["edited-ledger", "shortened-ledger", "lost-ledger"]
    assert faults.FAULTS["future-date"](truth).kind == "future-date"
