"""What the pages look like: style sheet, icon, and the scripts of the pages that have one."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field

from flask import Blueprint, Response, g, request, send_from_directory

from a4_rdf.serve.http import encoding
from a4_rdf.serve.http.cache import Cache
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.render import Pages

FOREVER = 31_536_000
"""Seconds that a style sheet may be kept: its address changes with it."""

TEXTS = frozenset(("text/css", "text/javascript", "image/svg+xml"))
"""What compressing makes smaller."""


@dataclass(frozen=True, slots=True)
class StaticRoutes:
    """Answers with the files of the style; what was compressed once is `packed`."""

    pages: Pages
    packed: Cache = field(default_factory=Cache)

    def blueprint(self) -> Blueprint:
        """Return the route."""
        blueprint = Blueprint("site", __name__)
        blueprint.add_url_rule("/static/<path:name>", "static", self.static)
        return blueprint

    def static(self, name: str) -> Response:
        """Answer with a file of the style; its address carries the site's fingerprint.

        A text of a kilobyte and more is compressed for those who accept that.
        """
        g.asked = HTML
        folder = self.pages.site.folder / "static"
        answer = send_from_directory(folder, name, max_age=FOREVER, conditional=False)
        del answer.headers["Expires"]  # max-age says it, and is the same a second later
        size = answer.content_length or 0
        is_text = answer.mimetype in TEXTS and size >= encoding.SMALLEST
        if is_text:
            answer.vary.add("Accept-Encoding")
        if is_text and encoding.is_accepted():
            self._compress(answer)
            answer.make_conditional(request)
        else:
            answer.make_conditional(request, accept_ranges=True, complete_length=size)
        return answer

    def _compress(self, answer: Response) -> None:
        """Make a whole file gzip, under an entity tag of its own."""
        etag = str(answer.get_etag()[0])
        answer.direct_passthrough = False
        whole = answer.get_data()
        answer.set_data(self.packed.get(etag, lambda: gzip.compress(whole, mtime=0)))
        answer.set_etag(encoding.tag(etag))
        answer.headers["Content-Encoding"] = "gzip"
