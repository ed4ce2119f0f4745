"""Name the units of a plan: the same name while only spelling or place in the tree changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from a4_rdf import iris
from a4_rdf.identify.ledger import Draft, key_of, texts_of
from a4_rdf.iris import Kind
from a4_rdf.model import Unit

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """A plan's units: their keys, and how often each own name's slug and each path's occurs."""

    keys: Mapping[Path, str]
    leaves: Counter[str]
    paths: Counter[str]

    @classmethod
    def of(cls, paths: Sequence[Path]) -> _Names:
        """Return the names of some paths."""
        return cls(
            _keys(paths),
            Counter(iris.slug(path[-1]) for path in paths),
            Counter(iris.slug(" ".join(path)) for path in paths),
        )


def leaf_of(key: str) -> str:
    """Return what a key says of a unit's own name."""
    return texts_of(key)[-1]


def name_units(units: Sequence[Unit], draft: Draft) -> Mapping[Path, str]:
    """Return the slug of each unit by its path, and note it in the draft.

    First keep their names those that the release before has, then others that are known, then units
    that only moved; then the new ones are named. No name depends on where a unit stands in the
    document.
    """
    paths = sorted({unit.path for unit in units})
    names = _Names.of(paths)
    found: dict[Path, str] = {}
    for path in sorted(paths, key=lambda path: not draft.stays(Kind.UNIT, names.keys[path])):
        if name := draft.known(Kind.UNIT, names.keys[path]):
            found[path] = draft.take(Kind.UNIT, names.keys[path], name)
    for path, name in _moved([path for path in paths if path not in found], names, draft).items():
        found[path] = draft.take(Kind.UNIT, names.keys[path], name)
    for path in paths:
        if path not in found:
            found[path] = draft.named(Kind.UNIT, names.keys[path], _births(path, names))
    return found


def _keys(paths: Sequence[Path]) -> dict[Path, str]:
    """Return the key of each path: its slugs, so that accents, case and signs do not count.

    Only where two paths of one plan would share it, the names count as they are written.
    """
    keys = {path: key_of(*(iris.slug(name) for name in path)) for path in paths}
    shared = Counter(keys.values())
    return {path: key if shared[key] == 1 else key_of(*path) for path, key in keys.items()}


def _moved(paths: Sequence[Path], names: _Names, draft: Draft) -> Mapping[Path, str]:
    """Return the names of units that left one place of the tree and stand at another.

    A unit moved where it alone has its own name, in this plan and among those that left.
    """
    left: dict[str, set[str]] = {}
    for (kind, key), name in draft.before.current.items():
        if kind is Kind.UNIT and (kind, name) not in draft.used:
            left.setdefault(leaf_of(key), set()).add(name)
    found = {}
    for path in paths:
        before = left.get(leaf_of(names.keys[path]), set())
        if names.leaves[iris.slug(path[-1])] == 1 and len(before) == 1:
            found[path] = next(iter(before))
    return found


def _births(path: Path, names: _Names) -> Iterator[str]:
    """Yield the slugs that a new unit may get: its own name's, its path's, that with a hash.

    Units that share a name all take their parents' along.
    """
    own, whole = iris.slug(path[-1]), iris.slug(" ".join(path))
    if names.leaves[own] == 1:
        yield own
    if names.paths[whole] == 1:
        yield whole
    yield f"{whole}-{iris.key(*path)}"
