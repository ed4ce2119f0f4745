"""The links of a page: found, and written anew to lead from file to file."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from posixpath import relpath
from urllib.parse import quote, urljoin, urlsplit

_ATTRIBUTE = re.compile(r'(<[a-z][^<>]*?\s(?:href|src|action)=")([^"]*)(")')
_SAFE = "/.-_~=;,@"
_HERE = "http://a4.invalid/"

Place = Callable[[str], str]
"""Gives for an address of ours the path of its file, or the full address of what no file holds."""


def links(text: str, address: str) -> Iterator[str]:
    """Yield the addresses of ours that a page at an address leads to, with query, without mark."""
    for found in _ATTRIBUTE.finditer(text):
        target = _target(found[2], address)
        if target is not None:
            yield target[0]


def rewritten(text: str, address: str, file: str, place: Place, top: str = "") -> str:
    """Return a page with its links leading from its own file to those of other pages.

    With `top` they lead from there instead, wherever the page is shown.
    """

    def replace(found: re.Match[str]) -> str:
        target = _target(found[2], address)
        if target is None:
            return found[0]
        return (
            f"{found[1]}{html.escape(_reference(file, place(target[0]), target[1], top))}{found[3]}"
        )

    return _ATTRIBUTE.sub(replace, text)


def _target(written: str, address: str) -> tuple[str, str] | None:
    """Return the address of ours and the mark that an attribute leads to, None for others'."""
    value = html.unescape(written)
    if value.startswith("#"):
        return None
    parts = urlsplit(urljoin(_HERE + address, value))
    if f"{parts.scheme}://{parts.netloc}/" != _HERE:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return parts.path.removeprefix("/") + query, f"#{parts.fragment}" if parts.fragment else ""


def _reference(file: str, target: str, mark: str, top: str) -> str:
    if "://" in target:
        return target + mark
    if top:
        return top + quote(target, safe=_SAFE) + mark
    folder = file.rpartition("/")[0]
    reference = quote(relpath(f"/{target}", f"/{folder}"), safe=_SAFE)
    return (f"./{reference}" if ":" in reference.split("/")[0] else reference) + mark
