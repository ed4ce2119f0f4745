"""Remember what a pure function said of a text: publications repeat the same texts every month."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Said = TypeVar("Said")

MOST = 8_192
"""How many answers a function keeps; a large document has half as many texts."""
LONGEST = 1_000
"""How long a text is kept, in characters: what a function keeps stays below some 10 MB."""


def remembered(function: Callable[[str], Said]) -> Callable[[str], Said]:
    """Return a function that says the same as a pure one, and keeps its last answers.

    What it returns must not change: it is handed out again.
    """
    kept = lru_cache(maxsize=MOST)(function)

    @wraps(function)
    def say(text: str) -> Said:
        return kept(text) if len(text) <= LONGEST else function(text)

    return say
