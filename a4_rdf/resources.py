"""Where the files that travel with the package are: ontology, shapes, site, sample.

In a wheel they lie inside the package (`a4_rdf/_data/`); in a checkout beside it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_PACKAGE = Path(str(files("a4_rdf")))


def folder(name: str) -> Path:
    """Return the folder `name` (ontology, shapes, site or samples) of this installation."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def ontology() -> tuple[Path, ...]:
    """Return the Turtle files of the vocabulary and its code lists, in name order."""
    return tuple(sorted(folder("ontology").glob("*.ttl")))


def shapes() -> tuple[Path, ...]:
    """Return the Turtle files of the SHACL shapes, in name order."""
    return tuple(sorted(folder("shapes").glob("*.ttl")))


def sample() -> Path:
    """Return the bundled AME document of 30/09/2015."""
    return folder("samples") / "ame-a4-2015-09-30.txt"
