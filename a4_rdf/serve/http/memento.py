"""Memento (RFC 7089): a resource as it was at a moment, asked for by Accept-Datetime.

The undated address is the original resource and its own time gate, which redirects to a memento
with an address of its own (pattern 1.1). All links are in full, for time maps are read anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from werkzeug.http import http_date, parse_date

ACCEPT_DATETIME, MEMENTO_DATETIME = "Accept-Datetime", "Memento-Datetime"
VARY = "accept-datetime"
LINK_FORMAT = "application/link-format"

_LENGTH = len("Wed, 30 Sep 2015 00:00:00 GMT")


@dataclass(frozen=True, slots=True)
class Memento:
    """What a resource was from the midnight that began a day, and the address of that."""

    day: date
    address: str


@dataclass(frozen=True, slots=True)
class Mementos:
    """A resource over time: its undated address, its time map, its mementos, the oldest first."""

    original: str
    timemap: str
    all: tuple[Memento, ...]

    def at(self, moment: datetime) -> Memento:
        """Return the memento that held at a moment; the first where it is earlier than all."""
        held = [m for m in self.all if _midnight(m.day) <= moment]
        return held[-1] if held else self.all[0]


def moment(value: str) -> datetime | None:
    """Return the moment that an Accept-Datetime header names, None where it is no RFC 1123 date.

    The grammar of section 2.1.1 knows one form: two digits for the day, the right day of the week.
    """
    if len(value) != _LENGTH:
        return None
    found = parse_date(value)
    return found if found is not None and http_date(found) == value else None


def links(mementos: Mementos, here: date | None = None) -> list[str]:
    """Return the Link values of the original resource, or of its memento of the day `here`.

    Of the mementos there are the first and the last, and those before and after this one.
    """
    own = next((n for n, memento in enumerate(mementos.all) if memento.day == here), None)
    words = [_words(n, len(mementos.all), own) for n in range(len(mementos.all))]
    return [
        f'<{mementos.original}>; rel="original timegate"',
        f'<{mementos.timemap}>; rel="timemap"; type="{LINK_FORMAT}"',
        *(_link(mementos.all[n], rel) for n, rel in enumerate(words) if rel or n == own),
    ]


def timemap(mementos: Mementos) -> str:
    """Return the list of all mementos in link format (RFC 7089, section 5; RFC 6690)."""
    count = len(mementos.all)
    span = f'from="{_text(mementos.all[0].day)}"; until="{_text(mementos.all[-1].day)}"'
    entries = [
        f'<{mementos.original}>; rel="original timegate"',
        f'<{mementos.timemap}>; rel="self"; type="{LINK_FORMAT}"; {span}',
        *(_link(memento, _words(n, count)) for n, memento in enumerate(mementos.all)),
    ]
    return ",\n".join(entries) + "\n"


def header(day: date) -> str:
    """Return the value of Memento-Datetime for a release date: its midnight, in GMT."""
    return _text(day)


def _words(n: int, count: int, own: int | None = None) -> str:
    """Return what the nth memento is besides a memento, seen from its fellow `own`."""
    near = {} if own is None else {own - 1: "prev", own + 1: "next"}
    ends = ("first" if n == 0 else "", "last" if n == count - 1 else "")
    return " ".join(word for word in (near.get(n, ""), *ends) if word)


def _link(memento: Memento, words: str) -> str:
    rel = f"{words} memento".strip()
    return f'<{memento.address}>; rel="{rel}"; datetime="{_text(memento.day)}"'


def _text(day: date) -> str:
    return http_date(_midnight(day))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
