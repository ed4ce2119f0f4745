"""From when to when each name was seen, as the releases of an organisation are walked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from a4_rdf.identify.ledger import Key
from a4_rdf.iris import Kind
from a4_rdf.model import LedgerEntry

Named = tuple[Key, str]


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

    def entries(self, known: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
        """Return what a ledger should say, in a fixed order; `known` is what it says.

        What no release has any more was last seen when it was first seen, if not later.
        """
        said = {((Kind(entry.kind), entry.key), entry.name): entry for entry in known}
        return (*self._seen(said), *_gone(said, self.first))

    def _seen(self, said: Mapping[Named, LedgerEntry]) -> Iterator[LedgerEntry]:
        for named, first in sorted(self.first.items(), key=lambda item: (item[1], item[0])):
            before = said.get(named)
            earlier = before.first_seen if before and before.first_seen else first
            after = before.replaced_by if before else ""
            (kind, text), name = named
            last = self.last[named]
            yield LedgerEntry(kind.value, name, text, min(first, earlier), last, after)


def _gone(said: Mapping[Named, LedgerEntry], seen: Mapping[Named, date]) -> Iterator[LedgerEntry]:
    for named, entry in said.items():
        if named not in seen and entry.first_seen and entry.last_seen is None:
            yield replace(entry, last_seen=entry.first_seen)
