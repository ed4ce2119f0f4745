"""Bad input for a made workspace, each kind alone: what a build must refuse or remark on.

Every fault changes the workspace of a `Truth` and says what it did. Each takes the slug of a body,
else the first that has enough documents.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from a4_rdf.errors import UsageError
from a4_rdf.release.ledger import ledger_path
from bench.corpus.grid import Style
from bench.corpus.writers import TRIPLE
from bench.national.history import Month
from bench.national.make import write_document
from bench.national.truth import Truth

FEWEST = 3
FUTURE = date(2999, 12, 31)


@dataclass(frozen=True, slots=True)
class Fault:
    """What was done: its kind, whose document of which date, and the path of what is wrong."""

    kind: str
    organization: str
    date: date
    path: Path


def two_sources(truth: Truth, slug: str = "") -> Fault:
    """Write a month's document a second time, in another format."""
    month = _documents(truth, slug)[-1]
    form = "html" if month.form == "txt" else "txt"
    return _written("two-sources", truth, replace(month, form=form, style=Style()))


def missing_month(truth: Truth, slug: str = "") -> Fault:
    """Take away a document between the first and the last."""
    month = _documents(truth, slug)[1]
    path = truth.root / month.path
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    return Fault("missing-month", month.body.organization.slug, month.date, path)


def future_date(truth: Truth, slug: str = "") -> Fault:
    """Write a document whose name and footer say a date that is centuries away."""
    month = _documents(truth, slug)[-1]
    return _written("future-date", truth, replace(month, date=FUTURE))


def late_document(truth: Truth, slug: str = "") -> Fault:
    """Write a document dated before the last one, as it comes after a build had that."""
    before, last = _documents(truth, slug)[-2:]
    return _written("late-document", truth, replace(before, date=last.date - timedelta(days=1)))


def stale_date(truth: Truth, slug: str = "") -> Fault:
    """Let the last document's footer say the date of the first: its name says its own."""
    first, *_, last = _documents(truth, slug)
    written = _written("stale-date", truth, replace(last, date=first.date), truth.root / last.path)
    return replace(written, date=last.date)


def edited_ledger(truth: Truth, slug: str = "") -> Fault:
    """Change a name in the first line of the ledger that a build made; UsageError without one."""
    month, path, lines = _ledger(truth, slug)
    iri, _, rest = lines[1].partition(",")
    lines[1] = f"{iri}-a-mano,{rest}"
    path.write_text("".join(lines), encoding="utf-8")
    return Fault("edited-ledger", month.body.organization.slug, month.date, path)


def shortened_ledger(truth: Truth, slug: str = "") -> Fault:
    """Take the last line from the ledger that a build made; UsageError without one."""
    month, path, lines = _ledger(truth, slug)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    return Fault("shortened-ledger", month.body.organization.slug, month.date, path)


def lost_ledger(truth: Truth, slug: str = "") -> Fault:
    """Take away the ledger that a build made; UsageError without one."""
    month, path, _ = _ledger(truth, slug)
    path.unlink()
    return Fault("lost-ledger", month.body.organization.slug, month.date, path)


def shared_slug(truth: Truth, slug: str = "") -> Fault:
    """Add an organisation to a4.toml that has the slug of another."""
    month = _documents(truth, slug)[0]
    path, taken = truth.root / "a4.toml", month.body.organization.slug
    table = f'\n[[organization]]\nslug = "{taken}"\nname = "Otra Entidad Inventada"\n'
    path.write_text(path.read_text(encoding="utf-8") + table, encoding="utf-8")
    return Fault("shared-slug", taken, month.date, path)


FAULTS: Mapping[str, Callable[[Truth], Fault]] = {
    "two-sources": two_sources,
    "missing-month": missing_month,
    "future-date": future_date,
    "late-document": late_document,
    "stale-date": stale_date,
    "shared-slug": shared_slug,
}
AFTER_A_BUILD: Mapping[str, Callable[[Truth], Fault]] = {
    "edited-ledger": edited_ledger,
    "shortened-ledger": shortened_ledger,
    "lost-ledger": lost_ledger,
}


def _documents(truth: Truth, slug: str) -> list[Month]:
    """Return the documents of a body, else of the first that has enough of them."""
    slugs = (slug,) if slug else truth.slugs()
    for one in slugs:
        found = [month for month in truth.documents() if month.body.organization.slug == one]
        if len(found) >= FEWEST:
            return found
    raise UsageError(f"{truth.root}: no body with {FEWEST} documents among {', '.join(slugs)}")


def _ledger(truth: Truth, slug: str) -> tuple[Month, Path, list[str]]:
    """Return a body's first document, the path of its ledger, and that one's lines."""
    month = _documents(truth, slug)[0]
    path = ledger_path(truth.root, month.body.organization.slug)
    if not path.exists():
        raise UsageError(f"{path}: not there; build the workspace first")
    return month, path, path.read_text(encoding="utf-8").splitlines(keepends=True)


def _written(kind: str, truth: Truth, month: Month, over: Path | None = None) -> Fault:
    """Write a document, under its own path or over another, and return what was done."""
    if over is None:
        write_document(truth.root, month)
        path = truth.root / month.path
    else:
        aside = truth.root / ".fault"
        write_document(aside, month)
        made = aside / month.path
        if month.form == TRIPLE:
            shutil.rmtree(over)
        made.replace(over)
        shutil.rmtree(aside)
        path = over
    return Fault(kind, month.body.organization.slug, month.date, path)
