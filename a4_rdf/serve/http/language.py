"""The language that a page was asked for in: Spanish, or English by `?lang=en`."""

from __future__ import annotations

from dataclasses import dataclass

from flask import has_request_context, request

from a4_rdf.serve import words
from a4_rdf.serve.publication import Current, Publication

PARAMETER = "lang"


def asked() -> str:
    """Return the language of this request; what is no language of ours is Spanish."""
    wanted = request.args.get(PARAMETER, "") if has_request_context() else ""
    return wanted if wanted in words.LOCALES else words.SPANISH


@dataclass(frozen=True, slots=True)
class Speaking:
    """The publication of this moment in the language of this request."""

    current: Current

    def get(self) -> Publication:
        """Return the publication whose names are in the language that was asked for."""
        return self.current.get().speaking(asked())
