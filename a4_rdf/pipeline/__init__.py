"""The stages put together: a document becomes a conversion, a workspace a publication."""

from __future__ import annotations

from a4_rdf.pipeline.document import (
    Conversion,
    Known,
    Understood,
    convert,
    convert_document,
    understand,
)
from a4_rdf.pipeline.organization import Converted
from a4_rdf.pipeline.workspace import BuildRefusedError, How, Warn, Watch, build, stale_corrections

__all__ = [
    "BuildRefusedError",
    "Conversion",
    "Converted",
    "How",
    "Known",
    "Understood",
    "Warn",
    "Watch",
    "build",
    "convert",
    "convert_document",
    "stale_corrections",
    "understand",
]
