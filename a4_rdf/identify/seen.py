"""From when to when each name was seen, as the releases of an organisation are walked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from a4_rdf.identify.ledger import Key, Ledger, key_of, texts_of
from a4_rdf.iris import Kind
from a4_rdf.model import LedgerEntry

Named = tuple[Key, str]

OF_UNITS = (Kind.GOAL, Kind.OBJECTIVE, Kind.ACTIVITY)
"""Kinds of things whose keys begin with a unit's name."""


@dataclass(slots=True)
class Seen:
    """The first and the last release of each key under a name; no last while it is current."""

    first: dict[Named, date] = field(default_factory=dict)
    last: dict[Named, date | None] = field(default_factory=dict)
    current: frozenset[Named] = frozenset()
    day: date | None = None

    def at(self, day: date, current: Mapping[Key, str]) -> None:
        """Note the keys of the next release, with the names that they have."""
        now = frozenset(current.items())
        for named in self.current - now:
            self.last[named] = self.day
        for named in now:
            self.first.setdefault(named, day)
            self.last[named] = None
        self.current, self.day = now, day

    def entries(self, known: Iterable[LedgerEntry], ledger: Ledger) -> tuple[LedgerEntry, ...]:
        """Return what a ledger should say, in a fixed order; `known` is what it says.

        What no release has any more was last seen when it was first seen, if not later; where its
        unit was found to be another, that one's thing of the same words takes its place. `ledger`
        is the one after the last release.
        """
        said = {((Kind(entry.kind), entry.key), entry.name): entry for entry in known}
        return (*self._seen(said), *_gone(said, self.first, ledger))

    def _seen(self, said: Mapping[Named, LedgerEntry]) -> Iterator[LedgerEntry]:
        for named, first in sorted(self.first.items(), key=lambda item: (item[1], item[0])):
            before = said.get(named)
            earlier = before.first_seen if before and before.first_seen else first
            after = before.replaced_by if before else ""
            (kind, text), name = named
            last = self.last[named]
            yield LedgerEntry(kind.value, name, text, min(first, earlier), last, after)


def _gone(
    said: Mapping[Named, LedgerEntry], seen: Mapping[Named, date], ledger: Ledger
) -> Iterator[LedgerEntry]:
    for named, entry in said.items():
        if named not in seen and entry.first_seen and entry.last_seen is None:
            after = entry.replaced_by or _after(named[0], ledger)
            yield replace(entry, last_seen=entry.first_seen, replaced_by=after)


def _after(key: Key, ledger: Ledger) -> str:
    """Return the thing of the same words of the unit that took the place of a key's, or nothing."""
    kind, text = key
    unit, *words = texts_of(text)
    other = ledger.replaced.get((Kind.UNIT, unit))
    if other is None or kind not in OF_UNITS:
        return ""
    return ledger.name_at((kind, key_of(other, *words)), date.max) or ""
