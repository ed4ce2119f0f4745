"""How a command speaks: data on stdout, findings on stderr, one exit code per kind of failure."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from a4_rdf.errors import A4Error, UsageError
from a4_rdf.findings import message, severity
from a4_rdf.model import Finding

P = ParamSpec("P")
R = TypeVar("R")


def translate_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn an `A4Error` into its line on stderr and its exit code; bugs keep their traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except A4Error as error:
            click.echo(str(error), err=True)
            raise click.exceptions.Exit(error.exit_code) from error

    return run


def show_findings(name: str, found: Sequence[Finding], lang: str, as_json: bool) -> None:
    """Write findings to stderr, `file:line:column: code: message` or a JSON object a line."""
    render: Callable[[str, Finding, str], str] = _json_line if as_json else _text_line
    for finding in sorted(found, key=lambda f: (f.place, f.code)):
        click.echo(render(name, finding, lang), err=True)


def warning(lang: str, as_json: bool) -> Callable[[Path, tuple[Finding, ...]], None]:
    """Return a function that shows what is amiss with a file of the workspace."""

    def warn(path: Path, found: tuple[Finding, ...]) -> None:
        show_findings(str(path), found, lang, as_json)

    return warn


def write(data: bytes, out: Path | None) -> None:
    """Write a command's data to a file, whole or not at all, or to stdout."""
    if out is None:
        sys.stdout.buffer.write(data)
        return
    aside = out.with_name(f".{out.name}.part")
    try:
        aside.write_bytes(data)
        aside.replace(out)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from error


def _text_line(name: str, finding: Finding, lang: str) -> str:
    part, row = _own_place(finding)
    where = f"{name}:{part + '!' if part else ''}{row}:{finding.place.column}"
    return f"{where}: {finding.code}: {message(finding, lang)}"


def _own_place(finding: Finding) -> tuple[str, int]:
    """Return part and row of a finding as its file counts them: a set of files has rows of each."""
    part, _, own = finding.place.part.partition("#row=")
    return part, int(own) if own.isdecimal() else finding.place.row


def _json_line(name: str, finding: Finding, lang: str) -> str:
    part, row = _own_place(finding)
    return json.dumps(
        {
            "file": name,
            "part": part,
            "line": row,
            "column": finding.place.column,
            "code": finding.code,
            "severity": severity(finding),
            "message": message(finding, lang),
        },
        ensure_ascii=False,
    )
