"""Write a workspace: settings, a document for each month that was not missed, the truth."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from a4_rdf.model import Publisher
from a4_rdf.release import create_workspace
from bench.corpus.tables import Draw
from bench.corpus.words import Words
from bench.corpus.writers import write
from bench.national import page
from bench.national.history import Event, Month, Options, history
from bench.national.truth import Truth

PUBLISHER = Publisher(
    base="https://datos.example",
    title="Metas inventadas de entidades inventadas",
    name="Oficina Inventada de Datos",
    licence="https://creativecommons.org/licenses/by/4.0/",
)
DAMAGEABLE = ("txt", "csv")
DEFAULTS = Options()
Damaged = tuple[tuple[str, str], ...]


def make(path: Path, bodies: int, months: int, seed: int = 1, options: Options = DEFAULTS) -> Truth:
    """Write the workspace of that many bodies and months, and return what happened in it.

    The same arguments give the same bytes, whatever `options.jobs`. Raises UsageError where the
    folder is a workspace already.
    """
    pasts = [history(index, months, seed, options) for index in range(bodies)]
    create_workspace(path, PUBLISHER, [past[0].body.organization for past in pasts])
    if options.jobs > 1:
        task = partial(_write_body, path, months, seed, options)
        with ProcessPoolExecutor(options.jobs) as pool:
            damages = list(pool.map(task, range(bodies), chunksize=4))
    else:
        damages = [_write_months(path, past, seed, options) for past in pasts]
    truth = Truth(
        path,
        tuple(
            month if month.damaged == damaged else replace(month, damaged=damaged)
            for past, done in zip(pasts, damages, strict=True)
            for month, damaged in zip(past, done, strict=True)
        ),
    )
    truth.write()
    return truth


def _write_body(path: Path, months: int, seed: int, options: Options, index: int) -> list[Damaged]:
    """Write the documents of one body, in another process: drawn anew, sooner than sent."""
    return _write_months(path, history(index, months, seed, options), seed, options)


def _write_months(path: Path, past: Sequence[Month], seed: int, options: Options) -> list[Damaged]:
    """Write the documents of one body and return what was damaged in each month."""
    return [
        ()
        if month.event is Event.MISSED
        else write_document(path, month, seed, options.damage).damaged
        for month in past
    ]


def write_document(path: Path, month: Month, seed: int = 1, damage: float = 0.0) -> Month:
    """Write a month's document into a workspace; the same content is damaged in the same way."""
    assert month.layout is not None
    table = page.grid(month.body, month.layout, month.lines, month.date, month.contacts)
    if damage and month.form in DAMAGEABLE:
        slug = month.body.organization.slug
        draw = Draw(page.seeded(seed, slug, "damage", month.version), Words())
        table, done = page.damaged(table, month.lines, draw, damage)
        month = replace(month, damaged=done)
    stem = path / "sources" / month.body.organization.slug / month.date.isoformat()
    for suffix, data in write(table, month.form, month.style).items():
        file = Path(f"{stem}{suffix}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return month
