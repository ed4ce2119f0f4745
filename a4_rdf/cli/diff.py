"""`a4-rdf diff`: what changed between two releases of a publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from a4_rdf import sentences
from a4_rdf.changes import Snapshot, compare, from_json
from a4_rdf.cli import options
from a4_rdf.cli.output import translate_errors, write
from a4_rdf.errors import A4Error, UsageError
from a4_rdf.identify import Ledger
from a4_rdf.identify.candidates import candidates
from a4_rdf.iris import Kind
from a4_rdf.model import Change
from a4_rdf.release.ledger import ledger_text, parse_ledger
from a4_rdf.release.state import LEDGERS, STATE, names_from

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})\.", re.ASCII)


@click.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@click.argument("org", metavar="ORG")
@click.argument("first", metavar="DATE", type=options.Day())
@click.argument("second", metavar="DATE", type=options.Day())
@click.option("--json", "as_json", is_flag=True, help="Changes as one JSON object a line.")
@options.language
@options.out
@translate_errors
def diff(
    folder: Path, org: str, first: date, second: date, as_json: bool, lang: str, out: Path | None
) -> None:
    """Show what ORG's release of one DATE says otherwise than that of the other.

    DIR is a workspace that was built. The earlier date is compared with the later one, in
    whatever order they are given.
    """
    kept = _kept(folder, org)
    before, after = (_content(kept, org, day) for day in sorted((first, second)))
    said = (_snapshot(before), _snapshot(after))
    successions = _successions(folder / "public", org)
    changes = compare(*said, _alike(before, after), successions) if before != after else ()
    render = _json_line if as_json else _text_line
    write("".join(f"{render(change, lang)}\n" for change in changes).encode(), out)


def _kept(folder: Path, org: str) -> Mapping[str, Path]:
    """Return what a publication keeps of each release of an organisation, by date.

    A release that repeats another has no snapshot of its own.
    """
    state = folder / "public" / "state"
    if not state.is_dir():
        raise UsageError(f"{folder}: no publication with releases to compare; build it first")
    known = sorted(path.name for path in state.iterdir() if next(path.glob("*.json"), None))
    if org not in known:
        raise UsageError(f"{org}: no such organisation; there are {', '.join(known)}")
    days = (_DAY.match(path.name) for path in (state / org).iterdir())
    return {day[1]: state / org / f"{day[1]}.json" for day in days if day}


def _content(kept: Mapping[str, Path], org: str, day: date) -> Path:
    """Return the snapshot of a release: its own, or that of the one that it repeats."""
    wanted = day.isoformat()
    if wanted not in kept:
        dates = ", ".join(sorted(kept))
        raise UsageError(f"{org}: no release of {wanted}; there are those of {dates}")
    own = [path for date, path in sorted(kept.items()) if date <= wanted and path.is_file()]
    if not own:
        raise A4Error(f"{kept[wanted]}: the publication lacks this file; build it again")
    return own[-1]


def _snapshot(path: Path) -> Snapshot:
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise A4Error(f"{path}: not what a build keeps of a release: {error!r}") from error


def _alike(before: Path, after: Path) -> Iterator[tuple[str, str]]:
    """Yield the goals that are likely the same under new words, as a build finds them."""
    was, now = (
        Ledger().having(_names(path), date.fromisoformat(path.stem)) for path in (before, after)
    )
    for found in candidates(was, now):
        if found.kind == Kind.GOAL:
            yield found.new, found.old


def _successions(public: Path, org: str) -> Iterator[tuple[str, str]]:
    """Yield the units that took another's place, as the ledger of a publication says."""
    path = public / STATE / LEDGERS / f"{org}.csv"
    ledger = Ledger.of(parse_ledger(path, ledger_text(path), org))
    for (kind, old), new in ledger.replaced.items():
        if kind is Kind.UNIT:
            yield old, new


def _names(snapshot: Path) -> dict[tuple[Kind, str], str]:
    """Return the names that a release's things have; none where the publication keeps none."""
    path = snapshot.with_suffix(".names.json")
    if not path.is_file():
        return {}
    return names_from(path.read_text(encoding="utf-8"))


def _text_line(change: Change, lang: str) -> str:
    return f"{change.kind}: {sentences.sentence(change, lang)}"


def _json_line(change: Change, lang: str) -> str:
    told = asdict(change).items()
    said = {name: value for name, value in told if value or isinstance(value, Decimal)}
    said["sentence"] = sentences.sentence(change, lang)
    return json.dumps(said, ensure_ascii=False, default=str)
