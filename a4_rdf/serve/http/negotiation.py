"""Content negotiation of RFC 9110, section 12.5.1: which of our media types a client wants most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

IGNORED_PARAMETERS = frozenset({"charset", "profile"})
"""Parameters of a range that never exclude an offer: we write UTF-8, and profiles are wishes."""

MAX_ACCEPT = 4096
"""Longer Accept headers are cut here: no client needs more, and the work stays bounded."""

_ELEMENT = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+')
_PARAMETER = re.compile(r';\s*([\w!#$%&\'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)')
_RANGE = re.compile(r"\s*([\w!#$%&'*+.^`|~-]+)/([\w!#$%&'*+.^`|~-]+)\s*")
_QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One element of an Accept header: `text/*;q=0.5` is type text, subtype `*`, quality 0.5."""

    type: str
    subtype: str
    quality: float
    parameters: frozenset[tuple[str, str]] = frozenset()

    @property
    def specificity(self) -> tuple[bool, bool, int]:
        """Return how exactly the range names a type; the more specific range wins."""
        return self.type != "*", self.subtype != "*", len(self.parameters)

    def matches(self, media_type: str) -> bool:
        """Tell whether an offered media type falls in the range."""
        name, *parameters = (part.strip().lower() for part in media_type.split(";"))
        kind, _, subtype = name.partition("/")
        offered = {tuple(parameter.split("=", 1)) for parameter in parameters}
        return (
            self.type in ("*", kind)
            and self.subtype in ("*", subtype)
            and all(parameter in offered for parameter in self.parameters)
        )


def best(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the offered media type that an Accept header prefers, or None (answer 406).

    Without a header the first offer wins, as with `*/*`. Each offer takes the quality of the most
    specific range that matches it; equal qualities go to the more specific range, then to the
    earlier offer.
    """
    ranges = parse(accept or "")
    if not ranges:
        return offers[0] if offers else None
    ranked = [
        (weight, -position, offer)
        for position, offer in enumerate(offers)
        if (weight := _weight(offer, ranges)) is not None
    ]
    return max(ranked)[2] if ranked else None


def parse(accept: str) -> tuple[MediaRange, ...]:
    """Return the media ranges of an Accept header; what is no media range is left out."""
    parsed = (_media_range(element) for element in _ELEMENT.findall(accept[:MAX_ACCEPT]))
    return tuple(found for found in parsed if found is not None)


def _media_range(element: str) -> MediaRange | None:
    head = _RANGE.match(element)
    if head is None:
        return None
    parameters = {k.lower(): v.strip('"').lower() for k, v in _PARAMETER.findall(element)}
    quality = parameters.pop("q", "1")
    if not _QUALITY.fullmatch(quality):
        return None
    kept = frozenset(item for item in parameters.items() if item[0] not in IGNORED_PARAMETERS)
    return MediaRange(head[1].lower(), head[2].lower(), float(quality), kept)


def _weight(
    offer: str, ranges: Sequence[MediaRange]
) -> tuple[float, tuple[bool, bool, int]] | None:
    matching = [media_range for media_range in ranges if media_range.matches(offer)]
    if not matching:
        return None
    chosen = max(matching, key=lambda media_range: (media_range.specificity, media_range.quality))
    return (chosen.quality, chosen.specificity) if chosen.quality > 0 else None
