"""retired.json: the things that others took the place of, which answer 410 with their successor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from a4_rdf.errors import A4Error

FILE = "retired.json"


@dataclass(frozen=True, slots=True)
class Retired:
    """The path of each retired thing below the base, with that of what took its place."""

    replaced: Mapping[str, str]

    def __contains__(self, path: object) -> bool:
        return path in self.replaced

    def successor(self, path: str) -> str | None:
        """Return what stands at the end of the chain of successors; None where it has no end."""
        seen = {path}
        while after := self.replaced.get(path):
            if after in seen:
                return None
            seen.add(after)
            path = after
        return path


def read_retired(folder: Path) -> Retired:
    """Return the retired things of a publication folder, none without the file.

    Raises A4Error where the file is no object of texts.
    """
    path = folder / FILE
    try:
        replaced = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Retired({})
    except (OSError, ValueError) as error:
        raise A4Error(f"{path}: the retired things cannot be read: {error}") from error
    if not isinstance(replaced, dict) or not all(isinstance(v, str) for v in replaced.values()):
        raise A4Error(f"{path}: expected an object that maps the path of a thing to another's")
    return Retired(replaced)
