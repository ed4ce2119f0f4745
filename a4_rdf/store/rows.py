"""Whether a written SELECT result has too many solutions, told from the bytes the engine wrote.

An engine that writes its solutions itself is twice as fast as one that hands them over one by one,
so they are counted afterwards. What only looks like a row, within a value, does not count.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

Content = bytes | mmap.mmap

_JSON_BORDER = re.compile(rb"\},\{")
_JSON_BORDER_OR_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|(\},\{)', re.DOTALL)
_XML_ROW = re.compile(rb"<result>")
_CSV_END_OR_TEXT = re.compile(rb'"[^"]*+"|(\r\n)')
_TSV_END = re.compile(rb"\n")


def exceeds(content: Content, media_type: str, most: int) -> bool:
    """Tell whether a SELECT result has more than `most` rows; KeyError for another media type.

    `most` is 1 or more. The media types are those of `protocol.RESULT_FORMATS`.
    """
    return _EXCEED[media_type](content, most)


def _json(content: Content, most: int) -> bool:
    # Between n rows are n - 1 borders. Most texts hold none, so a closer look is seldom needed.
    if not _more(_JSON_BORDER.finditer(content), most - 1):
        return False
    return _more(_outside_text(_JSON_BORDER_OR_TEXT, content), most - 1)


def _xml(content: Content, most: int) -> bool:
    return _more(_XML_ROW.finditer(content), most)


def _csv(content: Content, most: int) -> bool:
    return _more(_outside_text(_CSV_END_OR_TEXT, content), most + 1)  # the header is a line too


def _tsv(content: Content, most: int) -> bool:
    return _more(_TSV_END.finditer(content), most + 1)


def _outside_text(pattern: re.Pattern[bytes], content: Content) -> Iterator[re.Match[bytes]]:
    return (match for match in pattern.finditer(content) if match[1])


def _more(found: Iterator[re.Match[bytes]], most: int) -> bool:
    return any(count > most for count, _ in enumerate(found, start=1))


_EXCEED: Mapping[str, Callable[[Content, int], bool]] = MappingProxyType(
    {
        "application/sparql-results+json": _json,
        "application/json": _json,
        "application/sparql-results+xml": _xml,
        "text/csv": _csv,
        "text/tab-separated-values": _tsv,
    }
)
