"""What the query page offers to copy, read off the page as a reader copies it."""

from __future__ import annotations

from urllib.parse import urlencode
from urllib.request import Request, urlopen

import lxml.html


def offered(base: str, query: str, name: str) -> str:
    """Return the text below a name, for a query, on a running site's page."""
    address = f"{base}/consultas?{urlencode({'query': query})}"
    with urlopen(Request(address, headers={"Accept": "text/html"}), timeout=60) as answer:
        page = lxml.html.fromstring(answer.read().decode("utf-8"))
    (found,) = page.xpath("//details/pre[@aria-label=$name]", name=name)
    return str(found.text_content())
