"""Ask a curator, row by row on a terminal, and write each decision down at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from a4_rdf.errors import UsageError
from a4_rdf.findings import message
from a4_rdf.model import Column, Correction, RowStatus
from a4_rdf.release import Document, append_corrections, corrections_path
from a4_rdf.repair import Pending
from a4_rdf.repair.columns import NAMES_ES

SKIP, QUIT, TYPE, NO_GOAL, NOTHING = "s", "q", "v", "n", "-"
NO_GOALS = (RowStatus.FOOTER.value, RowStatus.SECTION.value, RowStatus.EXAMPLE.value)

Words = Mapping[str, str]
Values = Mapping[Column, str] | Mapping[None, str]

WORDS: Mapping[str, Words] = {
    "es": {
        "written": "escrito",
        "left": "sobra",
        "inherits": "hereda de arriba",
        "as_read": "como se leyó",
        "empty": "(nada propio)",
        "choose": "Elija 0–{last}; v escribir valores; n no es meta; s saltar; q salir",
        "again": "se esperaba 0–{last}, v, n, s o q",
        "type": "Valores: Intro deja lo leído, «-» quita la celda",
        "what": "¿Qué es la fila?",
        "same": "nada cambió",
        "role": "Cargo que decide (nunca un nombre)",
        "why": "Motivo",
        "kept": "guardado en {path}",
        "left_open": "filas que esperan decisión: {count}",
        "how": "para decidir: a4-rdf review {folder} --accept {name}=N --role CARGO --why MOTIVO",
        "none": "ninguna fila espera decisión",
    },
    "en": {
        "written": "written",
        "left": "left over",
        "inherits": "inherits from above",
        "as_read": "as read",
        "empty": "(nothing of its own)",
        "choose": "Choose 0–{last}; v to type values; n no goal; s skip; q quit",
        "again": "expected 0–{last}, v, n, s or q",
        "type": "Values: Enter keeps what was read, «-» removes the cell",
        "what": "What is the row?",
        "same": "nothing changed",
        "role": "Office that decides (never a name)",
        "why": "Reason",
        "kept": "kept in {path}",
        "left_open": "rows that await a decision: {count}",
        "how": "to decide: a4-rdf review {folder} --accept {name}=N --role OFFICE --why REASON",
        "none": "no row awaits a decision",
    },
}


@dataclass(frozen=True, slots=True)
class Open:
    """A row that awaits a decision, and the document it stands in."""

    document: Document
    digest: str
    columns: tuple[Column, ...]
    pending: Pending

    @property
    def name(self) -> str:
        """Return the row's name on the command line, `ORG/DATE:ROW`."""
        return f"{self.document.name}:{self.pending.row}"


def corrections_of(row: Open, values: Values, role: str, why: str) -> tuple[Correction, ...]:
    """Return the corrections that decide a row: one for each column, None for the row itself.

    What is decided like that already is not decided again.
    """
    known = {(c.source, c.row, c.column, c.value) for c in row.document.corrections}
    return tuple(
        Correction(row.digest, row.pending.row, column, value, role, why)
        for column, value in values.items()
        if (row.digest, row.pending.row, column, value) not in known
    )


def shown(row: Open, lang: str) -> str:
    """Return a row as a person sees it: what is open, as written, and the alternatives."""
    return "\n".join(_plain(line) for line in _lines(row, lang)) + "\n"


def how_to_decide(root: Path, rows: Sequence[Open], lang: str) -> str:
    """Return how many rows are open, and the command that decides the first of them."""
    words = WORDS[lang]
    if not rows:
        return words["none"]
    how = words["how"].format(folder=root, name=rows[0].name)
    return f"{words['left_open'].format(count=len(rows))}\n{how}"


def ask(root: Path, rows: Sequence[Open], lang: str, role: str, why: str) -> None:
    """Go through the rows; each decision is on disk before the next question."""
    words = WORDS[lang]
    for at, row in enumerate(rows):
        click.echo(shown(row, lang))
        values = _chosen(row, lang)
        if values is None:
            click.echo(words["left_open"].format(count=len(rows) - at))
            return
        while values:
            role = click.prompt(words["role"], default=role or None)
            reason = click.prompt(words["why"], default=why or None)
            path = corrections_path(root, row.document.organization.slug)
            try:
                append_corrections(path, corrections_of(row, values, role, reason))
            except UsageError as error:
                click.echo(str(error), err=True)
                role = ""
                continue
            click.echo(words["kept"].format(path=path))
            break


def _chosen(row: Open, lang: str) -> Values | None:
    """Return what a person decides of a row, nothing where it is skipped, None to quit."""
    words, last = WORDS[lang], len(row.pending.alternatives) - 1
    while True:
        answer = click.prompt(words["choose"].format(last=last), default=SKIP).strip().lower()
        if answer == QUIT:
            return None
        if answer == SKIP:
            return {}
        if answer == NO_GOAL:
            return {None: click.prompt(words["what"], type=click.Choice(NO_GOALS))}
        if answer == TYPE:
            if values := _typed(row, lang):
                return values
            click.echo(words["same"])
        elif answer.isascii() and answer.isdigit() and int(answer) <= last:
            return dict(row.pending.alternatives[int(answer)])
        else:
            click.echo(words["again"].format(last=last))


def _typed(row: Open, lang: str) -> Values:
    """Return the values that a person types, with what was in question and is left as read."""
    click.echo(WORDS[lang]["type"])
    read = {cell.column: cell.text for cell in row.pending.cells if cell.column is not None}
    values: dict[Column, str] = {}
    for column in row.columns:
        old = read.get(column, "")
        new = click.prompt(_name(column, lang), default=_plain(old)).strip()
        new = "" if new == NOTHING else new
        if new != _plain(old):
            values[column] = new
    return {**row.pending.alternatives[0], **values} if values else {}


def _lines(row: Open, lang: str) -> Iterator[str]:
    words, found = WORDS[lang], row.pending
    yield f"{row.name} ({row.document.path})"
    for finding in found.findings:
        yield f"  {finding.code}: {message(finding, lang)}"
    yield f"  {words['written']}:"
    for cell in found.cells:
        name = words["left"] if cell.column is None else _name(cell.column, lang)
        yield f"    {cell.place.column} [{name}] {' '.join(cell.written.split())}"
    for column, value in found.inherited.items():
        yield f"    ({words['inherits']}) {_name(column, lang)}: {value}"
    first = found.alternatives[0]
    for number, values in enumerate(found.alternatives):
        yield f"  {number}" + (f" ({words['as_read']})" if number == 0 else "")
        for column, value in values.items():
            if number == 0 or first.get(column) != value:
                yield f"    {_name(column, lang)}: {value or words['empty']}"


def _name(column: Column, lang: str) -> str:
    return column.value if lang == "en" else NAMES_ES[column]


def _plain(text: str) -> str:
    """Return a text that moves no cursor: what cannot be printed is a dot."""
    return "".join(sign if sign.isprintable() else "·" for sign in text)
