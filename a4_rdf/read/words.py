"""Words as readers compare them, before any repair: accents composed, then folded."""

from __future__ import annotations

import unicodedata

from a4_rdf import spanish


def composed(text: str) -> str:
    """Return the text with composed accents."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """Return the text as comparisons see it."""
    return spanish.fold(composed(text))
