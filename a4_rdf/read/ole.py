"""Compound files ([MS-CFB]), in which Office kept its documents until 2007: names and streams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct, unpack_from

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = Struct("<HH10x8I")  # from byte 30: sector sizes, then counts and first sectors
_ENTRY = 128
_LAST = 0xFFFFFFFA  # this and all above it are no sectors


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream of a compound file: name, first sector, size in bytes."""

    name: str
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file; raises ValueError for one that is cut or inconsistent."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or len(data) < 512:
            raise ValueError("no compound file")
        fields = _HEADER.unpack_from(data, 30)
        shift, mini_shift, fats, first, _, self._cutoff, mini_first, _, difat, _ = fields
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError("sector size")
        self._data, self._sector = data, 1 << shift
        self._fat = self._table(self._fat_sectors(fats, difat))
        directory = self._chain(first)
        self._entries = tuple(_entries(directory))
        self._mini_fat = self._words(self._chain(mini_first)) if mini_first < _LAST else ()
        root = next((entry for entry in self._entries if entry.name == "Root Entry"), None)
        self._mini = self._chain(root.start) if root is not None and root.start < _LAST else b""

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all entries."""
        return frozenset(entry.name for entry in self._entries)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream."""
        entry = next((entry for entry in self._entries if entry.name == name), None)
        if entry is None:
            raise ValueError("no such stream")
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        parts = (self._mini[n * 64 : n * 64 + 64] for n in _follow(entry.start, self._mini_fat))
        return b"".join(parts)[: entry.size]

    def _fat_sectors(self, count: int, difat: int) -> list[int]:
        """Return the sectors that hold the table of chains, in order."""
        sectors = list(unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        while difat < _LAST and difat not in seen:
            seen.add(difat)
            *more, difat = self._words(self._at(difat))
            sectors.extend(more)
        return [sector for sector in sectors if sector < _LAST][:count]

    def _table(self, sectors: list[int]) -> tuple[int, ...]:
        return self._words(b"".join(self._at(sector) for sector in sectors))

    def _chain(self, start: int) -> bytes:
        """Return the sectors of a chain."""
        return b"".join(self._at(sector) for sector in _follow(start, self._fat))

    def _at(self, sector: int) -> bytes:
        """Return one sector; the last of a file may be short."""
        begin = (sector + 1) * self._sector
        if begin >= len(self._data):
            raise ValueError("sector beyond the end")
        return self._data[begin : begin + self._sector]

    @staticmethod
    def _words(data: bytes) -> tuple[int, ...]:
        return unpack_from(f"<{len(data) // 4}I", data)


def _follow(start: int, table: tuple[int, ...]) -> Iterator[int]:
    """Yield the sectors of a chain; a chain cannot be longer than its table."""
    sector = start
    for _ in range(len(table)):
        if sector >= _LAST:
            return
        yield sector
        if sector >= len(table):
            raise ValueError("chain beyond its table")
        sector = table[sector]
    if sector < _LAST:
        raise ValueError("chain without end")


def _entries(directory: bytes) -> Iterator[Entry]:
    """Yield the used entries of a directory."""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = unpack_from("<HB", directory, at + 64)
        if kind and 2 <= length <= 64:
            name = directory[at : at + length - 2].decode("utf-16-le", "replace")
            start, size = unpack_from("<II", directory, at + 116)
            yield Entry(name, start, size)
