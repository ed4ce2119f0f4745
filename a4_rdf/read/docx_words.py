"""The words of a Word paragraph as a person sees them, from its XML elements.

What was inserted without being accepted is read; what was deleted, struck out or hidden is not.
The source is ISO/IEC 29500-1, section 17.3 (paragraphs and runs) and 17.13.5 (revisions).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OFF = frozenset(("0", "false", "off", "none"))
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Element(Protocol):
    """What is used of an XML element; the tag of a comment or an entity is no string."""

    tag: Any
    text: str | None

    def get(self, key: str) -> str | None:
        """Return an attribute."""

    def find(self, path: str) -> Element | None:
        """Return the first child of a name."""

    def __iter__(self) -> Iterator[Element]:
        """Yield the children."""


def qualified(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


_TEXTS = frozenset((qualified("t"), _MATH))
_SPACES = {
    qualified("tab"): " ",
    qualified("ptab"): " ",
    qualified("br"): "\n",
    qualified("cr"): "\n",
    qualified("noBreakHyphen"): "-",
}
_PROPERTIES = frozenset(
    map(qualified, ("rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr"))
)
UNACCEPTED = "changes-unaccepted"
_VALUE = qualified("val")


@dataclass(slots=True)
class Words:
    """A paragraph's text, findings about it, and the text boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph's text, its lines parted by line ends."""
        lines = ("".join(self.parts)).split("\n")
        return "\n".join(line for line in map(str.strip, lines) if line)


def words_of(paragraph: Element) -> Words:
    """Return the words of a paragraph, those in links, fields and content controls included."""
    words = Words()
    _gather(paragraph, words)
    return words


def is_on(properties: Element | None, name: str) -> bool:
    """Tell whether a property that is on or off is on."""
    found = properties.find(qualified(name)) if properties is not None else None
    return found is not None and (found.get(_VALUE) or "true") not in _OFF


def value(properties: Element | None, name: str) -> str | None:
    """Return a property's value; None without the property, empty where it says nothing."""
    found = properties.find(qualified(name)) if properties is not None else None
    return None if found is None else found.get(_VALUE) or ""


def _gather(element: Element, words: Words) -> None:
    """Add the words within an element; libxml2 bounds the depth at 256."""
    for child in element:
        tag = child.tag
        if tag in _TEXTS:
            words.parts.append(child.text or "")
        elif tag in _SPACES:
            words.parts.append(_SPACES[tag])
        elif tag in _APART:
            _APART[tag](child, words)
        elif isinstance(tag, str) and tag not in _PROPERTIES:
            _gather(child, words)


def _gather_run(run: Element, words: Words) -> None:
    """Add a run's words, unless nobody sees them or they are struck out."""
    properties = run.find(qualified("rPr"))
    unseen = ""
    if is_on(properties, "vanish"):
        unseen = "hidden-text"
    elif is_on(properties, "strike") or is_on(properties, "dstrike"):
        unseen = "struck-text"
    if not unseen and value(properties, "vertAlign") != "superscript":
        _gather(run, words)
        return
    apart = Words()
    _gather(run, apart)
    if not unseen:
        words.parts.extend(part.translate(SUPERSCRIPT) for part in apart.parts)
    elif apart.text:
        words.notes.add(unseen)
    words.boxes.extend(apart.boxes)


def _gather_choice(choices: Element, words: Words) -> None:
    """Add the words of the first alternative: the others say the same for older programs."""
    first = next((one for one in choices if isinstance(one.tag, str)), None)
    if first is not None:
        _gather(first, words)


def _gather_box(box: Element, words: Words) -> None:
    """Keep a text box for after the paragraph."""
    words.boxes.append(box)


def _gather_inserted(change: Element, words: Words) -> None:
    """Add words that were inserted."""
    words.notes.add(UNACCEPTED)
    _gather(change, words)


def _note_deleted(_: Element, words: Words) -> None:
    """Leave out words that were deleted."""
    words.notes.add(UNACCEPTED)


_APART = {
    qualified("r"): _gather_run,
    qualified("ins"): _gather_inserted,
    qualified("moveTo"): _gather_inserted,
    qualified("del"): _note_deleted,
    qualified("moveFrom"): _note_deleted,
    qualified("txbxContent"): _gather_box,
    _CHOICES: _gather_choice,
}
