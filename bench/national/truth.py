"""What happened in a made workspace, by body and month; kept beside it as lines of JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.national.history import Event, Month
from bench.national.page import Line

FILE_NAME = "truth.jsonl"


@dataclass(frozen=True, slots=True)
class Truth:
    """All months of a workspace, by body and date."""

    root: Path
    months: tuple[Month, ...]

    def documents(self) -> Iterator[Month]:
        """Yield the months that have a document."""
        return (month for month in self.months if month.event is not Event.MISSED)

    def of(self, slug: str) -> tuple[Month, ...]:
        """Return the months of one body."""
        return tuple(m for m in self.months if m.body.organization.slug == slug)

    def slugs(self) -> tuple[str, ...]:
        """Return the bodies' slugs."""
        return tuple(dict.fromkeys(month.body.organization.slug for month in self.months))

    def counts(self) -> dict[str, Counter[str]]:
        """Return how many months were what, how many documents have which format, edits by kind."""
        return {
            "events": Counter(str(month.event) for month in self.months),
            "formats": Counter(month.form for month in self.documents()),
            "edits": Counter(
                str(edit.kind)
                for month in self.months
                if month.event is Event.EDITED
                for edit in month.edits
            ),
        }

    def write(self) -> None:
        """Write a line of JSON for each month into the workspace."""
        with (self.root / FILE_NAME).open("w", encoding="utf-8", newline="\n") as file:
            for month in self.months:
                file.write(f"{json.dumps(_said(month), ensure_ascii=False)}\n")


def read_truth(root: Path) -> list[dict[str, Any]]:
    """Return the lines that `Truth.write` wrote; a date-only month has the goals of its version."""
    text = (root / FILE_NAME).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _said(month: Month) -> dict[str, object]:
    """Return what is kept of a month."""
    said: dict[str, object] = {
        "organization": month.body.organization.slug,
        "date": month.date.isoformat(),
        "event": month.event,
    }
    if month.event is Event.MISSED:
        return said
    edits = [{k: v for k, v in asdict(edit).items() if v} for edit in month.edits]
    return {
        **said,
        "path": month.path,
        "format": month.form,
        "regime": month.regime,
        "version": month.version,
        "edits": edits,
        "damaged": [list(pair) for pair in month.damaged],
        **({} if month.event is Event.DATE_ONLY else {"goals": [_goal(g) for g in month.lines]}),
    }


def _goal(line: Line) -> dict[str, object]:
    """Return what is kept of a goal: identities, words by column, what its target says."""
    promise = line.meant.promise
    return {
        "goal": line.goal,
        "unit": line.unit,
        "path": list(line.path),
        "section": line.section,
        "words": {str(column): text for column, text in line.meant.full.items()},
        "value": None if promise.value is None else str(promise.value),
        "high": None if promise.high is None else str(promise.high),
        "bound": promise.bound,
    }
