"""A national-looking workspace: bodies that publish month by month, and what happened to each."""

from __future__ import annotations

from bench.national.edits import Edit, Kind
from bench.national.history import Event, Month, Options, history
from bench.national.make import make, write_document
from bench.national.truth import Truth, read_truth

__all__ = [
    "Edit",
    "Event",
    "Kind",
    "Month",
    "Options",
    "Truth",
    "history",
    "make",
    "read_truth",
    "write_document",
]
