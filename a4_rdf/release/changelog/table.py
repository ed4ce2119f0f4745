"""The changes as a table: one line each (cambios.csv), for spreadsheets and for scripts."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from a4_rdf import formulas, sentences
from a4_rdf.model import Change
from a4_rdf.release import tidy
from a4_rdf.release.changelog.rdf import Named
from a4_rdf.release.tidy import Line

COLUMNS: Line = (
    "organization",
    "organization_name",
    "release",
    "previous",
    "change",
    "sentence",
    "unit",
    "goal_or_unit",
    "old",
    "new",
    "old_value",
    "new_value",
    "unit_of_measure",
    "change_iri",
    "thing_iri",
)


def write(path: Path, base: str, changes: Iterable[Change], names: Mapping[str, str]) -> None:
    """Write the table as the tidy one is written: lines end in LF, formulas are neutralised."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for line in lines(base, changes, names):
            writer.writerow([formulas.neutralised(cell) for cell in line])


def lines(base: str, changes: Iterable[Change], names: Mapping[str, str]) -> Iterator[Line]:
    """Yield one line for each change, parallel to COLUMNS.

    `previous` is the date of the release that the change is told against, `unit` a slug, and
    `goal_or_unit` the name of what changed. Values are plain numbers, percentages as 90.
    """
    for change in changes:
        named = Named(base, change)
        yield (
            change.organization,
            names[change.organization],
            change.date.isoformat(),
            change.before.isoformat() if change.before else "",
            change.kind.value,
            sentences.sentence(change, "es"),
            change.unit,
            change.label,
            change.old,
            change.new,
            _number(change.old_value),
            _number(change.new_value),
            change.measure,
            str(named.iri),
            str(named.thing),
        )


def _number(value: Decimal | None) -> str:
    return "" if value is None else tidy.plain(value)
