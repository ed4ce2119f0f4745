"""The changes as the server reads them: lines of JSON, and an index of where each release's are.

cambios.jsonl        one change a line, those of one release together
cambios.index.json   for each release with changes: whose, which date, at which byte, how many
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from a4_rdf import sentences
from a4_rdf.model import Change
from a4_rdf.release.changelog.rdf import Named

LINES, INDEX = "cambios.jsonl", "cambios.index.json"


def write(folder: Path, base: str, changes: Sequence[Change]) -> None:
    """Write both files; changes come by date and organisation."""
    index: list[dict[str, Any]] = []
    with (folder / LINES).open("wb") as out:
        for (day, slug), own in groupby(changes, key=lambda c: (c.date, c.organization)):
            begin, kinds = out.tell(), Counter[str]()
            for change in own:
                kinds[change.kind.value] += 1
                out.write(_line(base, change))
            index.append(
                {
                    "organization": slug,
                    "date": day.isoformat(),
                    "begin": begin,
                    "end": out.tell(),
                    "kinds": dict(sorted(kinds.items())),
                }
            )
    (folder / INDEX).write_text(json.dumps(index) + "\n", encoding="utf-8")


def _line(base: str, change: Change) -> bytes:
    named = Named(base, change)
    said = {
        "iri": named.iri,
        "kind": change.kind,
        "before": change.before.isoformat() if change.before else None,
        "thing": named.thing,
        "label": change.label,
        "unit": named.place(change.unit),
        "es": sentences.sentence(change, "es"),
        "en": sentences.sentence(change, "en"),
    }
    return f"{json.dumps(said, ensure_ascii=False)}\n".encode()
