"""Markup that stands in a text: HTML tags by name, two stars, entities. Other signs are words.

`shapes/text.ttl` refuses the same tags and stars, and the entities that `plain` unescapes.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

_NAMES = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col"
    "|colgroup|dd|del|details|dfn|div|dl|dt|em|fieldset|figure|font|footer|form|h[1-6]|head|header"
    "|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|mark|meta|nav|noscript|object"
    "|ol|option|p|pre|q|s|samp|script|section|select|small|span|strike|strong|style|sub|summary"
    "|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr"
)
MARK = re.compile(rf"</?({_NAMES})(?:\s[^<>]*)?/?>|\*\*", re.IGNORECASE)
_ATTRIBUTES = re.compile(rf"<(/?(?:{_NAMES}))\s[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,31}|#[0-9]+|#x[0-9a-f]+);", re.IGNORECASE)
_LONGEST_NUMBER = 12
_UNKNOWN = "\ufffd"
# Tags that part words; the others stand inside of one.
_PARTING = re.compile(
    "address|article|aside|blockquote|br|caption|center|d[dlt]|div|fieldset|figure|footer|form|h[1-6]"
    "|header|hr|label|legend|li|main|nav|ol|option|p|pre|section|table|tbody|t[dhr]|tfoot|thead"
    "|title|ul",
    re.IGNORECASE,
)
_MOST_PASSES = 64
_SIGNS = re.compile(r"[<>&]|\*(?=\*)")


def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without tags, double stars and entities, and what was there, each once.

    A tag is named without its attributes and a letter's entity without its number, for they may say
    anything. What an entity hides is looked at again, until nothing is left.
    """
    found: list[str] = []
    for _ in range(_MOST_PASSES):
        if not ("<" in text or "*" in text or "&" in text):
            break
        before = text
        found.extend(_bare(match) for match in MARK.finditer(text))
        text = MARK.sub(_left_behind, text)
        found.extend(_named(m) for m in _ENTITY.finditer(text) if _unescaped(m) != m.group())
        text = _ENTITY.sub(_unescaped, text)
        if text == before:
            break
    else:
        text = _SIGNS.sub("", text)  # nested beyond all reason
    return text, tuple(dict.fromkeys(found))


def without_attributes(text: str) -> str:
    """Return the text with its tags as they are, but for their attributes."""
    return _ATTRIBUTES.sub(r"<\1>", text) if "<" in text else text


def _bare(mark: re.Match[str]) -> str:
    """Return a mark without attributes."""
    said = mark.group()
    return said if mark[1] is None else f"<{'/' if said[1] == '/' else ''}{mark[1]}>"


def _named(entity: re.Match[str]) -> str:
    """Return an entity, without the number of one that has a number."""
    return "&#…;" if entity.group()[1] == "#" else entity.group()


def _left_behind(mark: re.Match[str]) -> str:
    """Return what a mark leaves behind: a space where it parted words."""
    return " " if mark[1] is not None and _PARTING.fullmatch(mark[1]) else ""


def _unescaped(entity: re.Match[str]) -> str:
    """Return the sign that an entity stands for; the entity itself where it is none."""
    said = entity.group()
    if said[1] == "#":
        return html.unescape(said) if len(said) <= _LONGEST_NUMBER else _UNKNOWN
    name = said[1:]
    return html5.get(name) or html5.get(name.lower()) or said
