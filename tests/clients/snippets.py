"""The lines of docs/clients.md: read out of the page, run against the server."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "clients.md"
WRITTEN = "http://127.0.0.1:8000"
"""The address that stands in the page for that of a site."""

SECONDS = 120
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```\n", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of code, and what the page says that it prints."""

    language: str
    text: str
    prints: str


def sections(base: str) -> dict[str, tuple[Snippet, ...]]:
    """Return what each heading of the page has, for a site at a base without its last slash."""
    page = PAGE.read_text("utf-8").replace(WRITTEN, base)
    parts = re.split(r"^## (.+)\n", page, flags=re.M)
    return {"": _of(parts[0])} | {
        heading: _of(text) for heading, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def run(command: Sequence[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end in a folder."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **variables},
        check=False,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )


def check(snippet: Snippet, command: Sequence[str], folder: Path, **variables: str) -> None:
    """Hold what a snippet prints against what the page says, nothing being said on stderr."""
    done = run([*command, snippet.text], folder, **variables)
    found = (done.returncode, done.stdout, done.stderr)
    assert found == (0, snippet.prints, ""), f"{snippet.text}\n{found}"


def _of(text: str) -> tuple[Snippet, ...]:
    """Return the pieces of code of a text, each with the `text` block that follows it."""
    found: list[Snippet] = []
    for language, body in _BLOCK.findall(text):
        if language == "text":
            last = found.pop()
            assert not last.prints
            found.append(Snippet(last.language, last.text, body))
        else:
            found.append(Snippet(language, body, ""))
    return tuple(found)
