"""Things that came and things that left which may be the same: shown, and decided in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from a4_rdf import iris
from a4_rdf.errors import UsageError
from a4_rdf.iris import Kind
from a4_rdf.model import Candidate, LedgerEntry
from a4_rdf.release import Settings, ledger, state
from a4_rdf.release.builds import PUBLIC

SAME, SUCCESSOR, APART = "same", "successor", "apart"

WORDS: Mapping[str, Mapping[str, str]] = {
    "es": {
        "asked": "¿es lo mismo que {old}? (parecido {likeness:.2f}, publicación del {date})",
        "was": "antes",
        "is": "ahora",
        "how": "para decidir: a4-rdf review {folder} --same {name}"
        " (o --successor, sólo unidades; o --apart)",
        "count": "cosas que quizá ya tenían nombre: {count}",
    },
    "en": {
        "asked": "is it the same as {old}? (likeness {likeness:.2f}, release of {date})",
        "was": "before",
        "is": "now",
        "how": "to decide: a4-rdf review {folder} --same {name}"
        " (or --successor, units only; or --apart)",
        "count": "things that may have had a name already: {count}",
    },
}


@dataclass(frozen=True, slots=True)
class Likely:
    """A new thing that may be an old one, with the release that brought it."""

    slug: str
    date: str
    pair: Candidate

    @property
    def name(self) -> str:
        """Return the new thing's path below `/id/`, its name on the command line."""
        return self._path(self.pair.new)

    @property
    def old(self) -> str:
        """Return the path of the thing that left."""
        return self._path(self.pair.old)

    def _path(self, key: str) -> str:
        return iris.mint("", Kind(self.pair.kind), org=self.slug, key=key).removeprefix("/id/")


def likely(root: Path, settings: Settings) -> Iterator[Likely]:
    """Yield what the publication that stands found alike and nobody has decided yet."""
    for organization in settings.organizations:
        slug = organization.slug
        path = ledger.ledger_path(root, slug)
        entries = ledger.parse_ledger(path, ledger.ledger_text(path), slug)
        decided = {(entry.kind, entry.name) for entry in entries if entry.replaced_by}
        for kept in state.everything(root / PUBLIC, slug):
            for pair in kept.said.candidates:
                if not decided & {(pair.kind, pair.new), (pair.kind, pair.old)}:
                    yield Likely(slug, kept.record.date, pair)


def decide(root: Path, found: Sequence[Likely], decisions: Iterable[tuple[str, str]]) -> None:
    """Write decisions, each a name and what it is, to the ledgers; all of them or none."""
    by_name = {one.name: one for one in found}
    lines: dict[str, list[LedgerEntry]] = {}
    for what, name in decisions:
        one = by_name.get(name)
        if one is None:
            raise UsageError(f"review: {name}: nothing like it awaits a decision")
        if what == SUCCESSOR and one.pair.kind != Kind.UNIT:
            raise UsageError(f"review: {name}: expected a unit; only units have successors")
        lines.setdefault(one.slug, []).extend(_entries(what, one.pair))
    for slug, entries in lines.items():
        path = ledger.ledger_path(root, slug)
        ledger.append(path, ledger.added_text(ledger.ledger_text(path), entries, slug))
        click.echo(f"{path}: {len(entries)} lines")


def shown(one: Likely, lang: str) -> str:
    """Return how a pair is shown to a curator."""
    words, pair = WORDS[lang], one.pair
    asked = words["asked"].format(old=one.old, likeness=pair.likeness, date=one.date)
    was, now = f"  {words['was']}: {pair.old_key}", f"  {words['is']}: {pair.new_key}"
    return f"{one.name}: {asked}\n{was}\n{now}"


def how_to_decide(folder: Path, found: Sequence[Likely], lang: str) -> str:
    """Return how many pairs there are and the command that decides the first."""
    words = WORDS[lang]
    count = words["count"].format(count=len(found))
    return f"{count}\n{words['how'].format(folder=folder, name=found[0].name)}"


def as_json(one: Likely) -> dict[str, object]:
    """Return a pair as an object for programs."""
    return {
        "release": f"{one.slug}/{one.date}",
        "new": one.name,
        "old": one.old,
        "new_key": one.pair.new_key,
        "old_key": one.pair.old_key,
        "likeness": one.pair.likeness,
    }


def _entries(what: str, pair: Candidate) -> tuple[LedgerEntry, ...]:
    """Return the lines of a ledger that say what was decided."""
    if what == SAME:
        return (
            LedgerEntry(pair.kind, pair.new, pair.new_key, replaced_by=pair.old),
            LedgerEntry(pair.kind, pair.old, pair.new_key),
        )
    if what == SUCCESSOR:
        return (LedgerEntry(pair.kind, pair.old, pair.old_key, replaced_by=pair.new),)
    return (LedgerEntry(pair.kind, pair.new, pair.new_key, replaced_by=pair.new),)
