"""The site without a server: each address answered in process, as a copy on disk needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from werkzeug.test import Client

from a4_rdf.serve.app import Deployment, create_app

_TIMEMAP = re.compile(r'<([^>]+)>; rel="timemap"')


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answers: status, media type without parameters, body.

    `timemap` is the address of the list of what it was over time, empty where it has none.
    """

    status: int
    media_type: str
    body: bytes
    timemap: str = ""


class InProcess:
    """The site of a publication folder, its pages written for a copy that only holds files."""

    def __init__(self, publication: Path) -> None:
        """Open the publication; A4Error where there is none."""
        self._client = Client(create_app(publication, deployment=Deployment(is_static=True)))

    def get(self, address: str) -> Answer:
        """Return what an address below the base answers to who prefers pages; follow nothing."""
        asked = {"Accept": "text/html, */*;q=0.5"}
        with self._client.get(f"/{address}", headers=asked, buffered=True) as response:
            timemap = _TIMEMAP.search(response.headers.get("Link", ""))
            return Answer(
                response.status_code,
                response.mimetype or "",
                response.get_data(),
                timemap[1] if timemap else "",
            )
