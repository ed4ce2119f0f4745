"""Memory of pure functions: asked once for a text, and not at all for long ones."""

from __future__ import annotations

from a4_rdf.memo import LONGEST, remembered


def test_a_text_is_looked_at_once_unless_it_is_long() -> None:
    asked: list[int] = []

    @remembered
    def length(text: str) -> int:
        """Return the length."""
        asked.append(len(text))
        return len(text)

    long = "x" * (LONGEST + 1)
    assert [length(text) for text in ("ab", "ab", long, long)] == [2, 2, LONGEST + 1, LONGEST + 1]
    assert asked == [2, LONGEST + 1, LONGEST + 1]
    assert (length.__name__, length.__doc__) == ("length", "Return the length.")
