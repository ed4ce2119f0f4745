"""The sample configuration for nginx that negotiates the forms of an exported site."""

from __future__ import annotations

from urllib.parse import urlsplit

from a4_rdf import resources

NAME = "nginx.conf.sample"

_BELOW = """\
    # Below the path of the site everything is as below the root.
    rewrite (?s)^PREFIX(/.*)$ $1;

"""


def configuration(base: str) -> bytes:
    """Return the sample for a site of this base: its server name, and the path that it is at."""
    text = (resources.folder("site") / "nginx.conf").read_text(encoding="utf-8")
    parts = urlsplit(base)
    if not parts.path:
        text = text.replace(_BELOW, "")
    said = {"SERVER_NAME": parts.hostname or "localhost", "PREFIX": parts.path}
    for mark, value in said.items():
        text = text.replace(mark, value)
    return text.encode()
