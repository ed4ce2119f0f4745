"""The names that one organisation's things have: which key got which, and what is current.

A thing is a kind and a name, the last part of its IRI. A key is what a release says of it: the
words of a goal, the path of a unit. One thing may have several keys, where a curator or a move says
that they are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from a4_rdf.iris import Kind
from a4_rdf.model import LedgerEntry

Key = tuple[Kind, str]
Thing = tuple[Kind, str]

SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of names: which each key had from when on, all `taken`, successors by thing.

    `apart` are things of which a person said that they are like no other. `current` holds the keys
    of the release named last, with their names, `past` all things of the releases so far.
    """

    names: Mapping[Key, tuple[tuple[date, str], ...]] = field(default_factory=dict)
    taken: frozenset[Thing] = frozenset()
    replaced: Mapping[Thing, str] = field(default_factory=dict)
    apart: frozenset[Thing] = frozenset()
    current: Mapping[Key, str] = field(default_factory=dict)
    past: frozenset[Thing] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[LedgerEntry]) -> Ledger:
        """Return the ledger that entries make, in their order; what has no date holds always."""
        names: dict[Key, list[tuple[date, str]]] = {}
        replaced: dict[Thing, str] = {}
        taken: set[Thing] = set()
        apart: set[Thing] = set()
        for entry in entries:
            kind = Kind(entry.kind)
            names.setdefault((kind, entry.key), []).append(
                (entry.first_seen or date.min, entry.name)
            )
            taken.add((kind, entry.name))
            replaced.pop((kind, entry.name), None)
            if entry.replaced_by == entry.name:
                apart.add((kind, entry.name))
            if entry.replaced_by not in ("", entry.name):
                replaced[kind, entry.name] = entry.replaced_by
                taken.add((kind, entry.replaced_by))
        dated = {key: tuple(had) for key, had in names.items()}
        return cls(dated, frozenset(taken), replaced, frozenset(apart))

    def name_at(self, key: Key, day: date) -> str | None:
        """Return the name that a key has on a day: the last one given to it until then.

        A name that another took the place of counts only where the key has no other.
        """
        had = self.names.get(key, ())
        lasting = [(since, name) for since, name in had if (key[0], name) not in self.replaced]
        until = [name for since, name in lasting or had if since <= day]
        return next(iter(reversed(until or [name for _, name in lasting or had])), None)

    def having(self, current: Mapping[Key, str], day: date) -> Ledger:
        """Return the ledger after the release of a day, whose keys and names those are."""
        things = frozenset((kind, name) for (kind, _), name in current.items())
        names = dict(self.names)
        for key, name in current.items():
            if self.name_at(key, day) != name:
                names[key] = (*names.get(key, ()), (day, name))
        return replace(
            self,
            names=names,
            taken=self.taken | things,
            current=current,
            past=self.past | things,
        )


@dataclass(slots=True)
class Draft:
    """A ledger while the plan of a day is named."""

    before: Ledger
    day: date
    current: dict[Key, str] = field(default_factory=dict)
    used: set[Thing] = field(default_factory=set)

    def stays(self, kind: Kind, key: str) -> bool:
        """Tell whether the release before has a key."""
        return (kind, key) in self.before.current

    def known(self, kind: Kind, key: str) -> str | None:
        """Return the name that a key has, None for a new one or where another key just took it."""
        if (kind, key) in self.current:
            return self.current[kind, key]
        name = self.before.current.get((kind, key)) or self.before.name_at((kind, key), self.day)
        return None if name is None or (kind, name) in self.used else name

    def take(self, kind: Kind, key: str, name: str) -> str:
        """Let a key have a name in this release."""
        self.current[kind, key] = name
        self.used.add((kind, name))
        return name

    def is_free(self, kind: Kind, name: str) -> bool:
        """Tell whether no thing has a name or ever had it."""
        return (kind, name) not in self.before.taken and (kind, name) not in self.used

    def named(self, kind: Kind, key: str, births: Iterable[str]) -> str:
        """Return a key's name: the known one, else the first of `births` that is free.

        Where none of them is, the last gets a number.
        """
        name = self.known(kind, key) or next(
            name for name in _numbered(births) if self.is_free(kind, name)
        )
        return self.take(kind, key, name)

    def successions(self) -> Iterator[tuple[str, str]]:
        """Yield the units that took another's place with this release: old name, new name."""
        for (kind, old), new in sorted(self.before.replaced.items()):
            came = (kind, new) in self.used and (kind, new) not in self.before.past
            left = (kind, old) in self.before.past and (kind, old) not in self.used
            if kind is Kind.UNIT and came and left:
                yield old, new

    def finished(self) -> Ledger:
        """Return the ledger that knows this plan too."""
        return self.before.having(self.current, self.day)


def key_of(*texts: str) -> str:
    """Return one key of several texts; different texts never make the same key."""
    escaped = (text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)
    return SEPARATOR.join(escaped)


def texts_of(key: str) -> tuple[str, ...]:
    """Return the texts of a key."""
    parts = [""]
    at = 0
    while at < len(key):
        if key[at] == "\\":
            parts[-1] += key[at + 1 : at + 2]
            at += 2
        elif key.startswith(SEPARATOR, at):
            parts.append("")
            at += len(SEPARATOR)
        else:
            parts[-1] += key[at]
            at += 1
    return tuple(parts)


def _numbered(names: Iterable[str]) -> Iterator[str]:
    """Yield the names, then the last of them with a number."""
    last = ""
    for last in names:
        yield last
    yield from (f"{last}-{n}" for n in count(2))
