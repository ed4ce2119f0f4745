"""The words of a web page as a person sees them: what ends a line, what is no text, what is a menu.

Spaces are as HTML has them: any run is one space, only markup ends a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from a4_rdf.spanish import listed

# Text within these is code, or asks the reader for something.
NO_TEXT = frozenset(
    listed(
        "script style template noscript title select datalist textarea button option iframe"
        " object embed applet svg canvas audio video math"
    )
)
# Text within these is the site's, not the document's.
MENU = frozenset(("nav", "aside", "footer", "menu", "dialog"))
LINK = frozenset(("a", "label"))
STRUCK = frozenset(("del", "s", "strike"))
LINE_ENDS = frozenset(
    listed(
        "p div br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd section article main header address"
        " blockquote pre center form fieldset legend caption figure figcaption body html"
    )
)
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE
)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE)
# ASCII white space and the no-break space, which pages use to lay out.
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
MOST_STYLE = 2_000


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    return _HIDDEN.search(attributes.get("style", "")[:MOST_STYLE]) is not None


def is_struck(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an element strikes its text out."""
    return tag in STRUCK or _STRUCK.search(attributes.get("style", "")[:MOST_STYLE]) is not None


@dataclass(slots=True)
class Words:
    """Lines of text as they grow: seen text, and whether any of a line is outside links."""

    lines: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    links: int = 0
    _line: list[str] = field(default_factory=list)
    _plain: bool = False

    def add(self, text: str, linked: bool) -> None:
        """Add text to the line."""
        self._line.append(text)
        self._plain = self._plain or (not linked and not text.isspace())

    def end_line(self, keep_links: bool) -> None:
        """End the line; one of links alone is a menu's and is only counted, unless kept."""
        text = _SPACES.sub(" ", "".join(self._line)).strip(" ")
        if text and (keep_links or self._plain):
            self.lines.append(text)
        elif text:
            self.links += 1
        self._line.clear()
        self._plain = False
