"""`a4-rdf review`: show what awaits a curator's decision, and keep what is decided."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from a4_rdf import pipeline
from a4_rdf.cli import identities, options
from a4_rdf.cli.asking import (
    NO_GOALS,
    Open,
    Values,
    ask,
    corrections_of,
    how_to_decide,
    shown,
)
from a4_rdf.cli.identities import APART, SAME, SUCCESSOR, Likely
from a4_rdf.cli.output import translate_errors, warning
from a4_rdf.errors import A4Error, SourceError, UsageError
from a4_rdf.findings import message
from a4_rdf.model import Correction
from a4_rdf.pipeline import BuildRefusedError, Warn
from a4_rdf.read import limited
from a4_rdf.release import append_corrections, corrections_path, documents, read_settings
from a4_rdf.repair import pending

_ACCEPT = re.compile(r"(?P<name>[^:=\s]+):(?P<row>[0-9]{1,9})=(?P<choice>[0-9]{1,3}|[a-z]+)")


@click.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="ORG/DATE:ROW=N",
    help="Decide a row by its alternative N, 0 for as read, or by what it is: footer, section,"
    " example; repeatable, with --role and --why.",
)
@click.option(
    f"--{SAME}",
    SAME,
    multiple=True,
    metavar="NAME",
    help="A listed thing has the old one's name: only its words changed; repeatable.",
)
@click.option(
    f"--{SUCCESSOR}",
    SUCCESSOR,
    multiple=True,
    metavar="NAME",
    help="A listed unit took the old one's place; repeatable.",
)
@click.option(
    f"--{APART}",
    APART,
    multiple=True,
    metavar="NAME",
    help="A listed thing is another one; repeatable.",
)
@click.option("--role", envvar="A4_ROLE", help="The office that decides; never a person's name.")
@click.option("--why", help="The reason of the decision.")
@click.option(
    "--ask/--list",
    "asking",
    default=None,
    help="Ask row by row, or list; else ask on a terminal only.",
)
@options.language
@click.option("--json", "as_json", is_flag=True, help="Rows as one JSON object a line.")
@translate_errors
def review(
    folder: Path,
    accepted: tuple[str, ...],
    same: tuple[str, ...],
    successor: tuple[str, ...],
    apart: tuple[str, ...],
    role: str | None,
    why: str | None,
    asking: bool | None,
    lang: str,
    as_json: bool,
) -> None:
    """Show each row of the workspace DIR that awaits a decision, with its alternatives.

    Also what came with a release and is like something that left with it. Decisions on rows go to
    DIR/corrections/ORG.csv at once, those on names to DIR/ledger/ORG.csv; the next build applies
    them.
    """
    found = tuple(identities.likely(folder, read_settings(folder)))
    decisions = [(SAME, name) for name in same] + [(SUCCESSOR, name) for name in successor]
    decisions += [(APART, name) for name in apart]
    if decisions:
        identities.decide(folder, found, decisions)
        return
    errors: list[A4Error] = []
    rows = tuple(_open_rows(folder, warning(lang, as_json), errors))
    if accepted:
        _accept(folder, rows, accepted, role, why)
    elif not as_json and (asking or (asking is None and _is_terminal())):
        ask(folder, rows, lang, role or "", why or "")
    else:
        _list(folder, rows, found, lang, as_json)
    if errors:
        raise BuildRefusedError(tuple(errors))


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _list(
    folder: Path, rows: Sequence[Open], found: Sequence[Likely], lang: str, as_json: bool
) -> None:
    """Show what awaits a decision: rows, then names; and how to decide."""
    if as_json:
        for object_ in (*(_as_json(row, lang) for row in rows), *map(identities.as_json, found)):
            click.echo(json.dumps(object_, ensure_ascii=False))
        return
    for row in rows:
        click.echo(shown(row, lang))
    for one in found:
        click.echo(identities.shown(one, lang))
    click.echo(how_to_decide(folder, rows, lang), err=True)
    if found:
        click.echo(identities.how_to_decide(folder, found, lang), err=True)


def _open_rows(root: Path, warn: Warn, errors: list[A4Error]) -> Iterator[Open]:
    """Yield the rows of a workspace that await a decision; warn of corrections of no document.

    A document that cannot be read adds to `errors` and does not keep the others waiting.
    """
    settings = read_settings(root)
    bounds = limited(settings.limits)
    digests: dict[str, set[str]] = {}
    for document in documents(root, settings):
        try:
            conversion = pipeline.convert_document(document, settings.publisher, bounds)
        except SourceError as error:
            errors.append(error)
            continue
        digest = conversion.plan.source.digest
        digests.setdefault(document.organization.slug, set()).add(digest)
        for row in pending(conversion.plan, conversion.findings):
            yield Open(document, digest, conversion.plan.columns, row)
    for path, found in () if errors else pipeline.stale_corrections(root, settings, digests):
        warn(path, found)


def _accept(
    root: Path,
    rows: Sequence[Open],
    accepted: Iterable[str],
    role: str | None,
    why: str | None,
) -> None:
    """Write the decisions that were named, all or none of an organisation's."""
    if not role or not why:
        raise UsageError("review: --accept expects --role and --why")
    decided: dict[str, list[Correction]] = {}
    for text in accepted:
        row, values = _named(text, rows)
        found = corrections_of(row, values, role, why)
        decided.setdefault(row.document.organization.slug, []).extend(found)
    for slug, corrections in decided.items():
        path = corrections_path(root, slug)
        append_corrections(path, corrections)
        click.echo(f"{path}: {len(corrections)} cells decided")


def _named(text: str, rows: Sequence[Open]) -> tuple[Open, Values]:
    """Return the row that `ORG/DATE:ROW=N` names, and what the alternative says of it."""
    match = _ACCEPT.fullmatch(text)
    if match is None:
        raise UsageError(f"review: expected --accept ORG/DATE:ROW=N; found {text!r}")
    name, choice = f"{match['name']}:{int(match['row'])}", match["choice"]
    row = next((row for row in rows if row.name == name), None)
    if row is None:
        raise UsageError(f"review: {name}: nothing awaits a decision there")
    if choice in NO_GOALS:
        return row, {None: choice}
    last = len(row.pending.alternatives) - 1
    if not choice.isdecimal() or int(choice) > last:
        expected = f"an alternative from 0 to {last}, or {', '.join(NO_GOALS)}"
        raise UsageError(f"review: {name}: expected {expected}; found {choice}")
    return row, row.pending.alternatives[int(choice)]


def _as_json(row: Open, lang: str) -> dict[str, object]:
    found = row.pending
    return {
        "document": row.document.name,
        "file": str(row.document.path),
        "source": row.digest,
        "row": found.row,
        "findings": [{"code": f.code, "message": message(f, lang)} for f in found.findings],
        "cells": [
            {
                "part": cell.place.part,
                "column": cell.place.column,
                "written": cell.written,
                "text": cell.text,
                "read_as": cell.column,
            }
            for cell in found.cells
        ],
        "inherited": dict(found.inherited),
        "alternatives": [dict(values) for values in found.alternatives],
    }
