"""The release stage: from checked documents to a publication that a server only reads."""

from __future__ import annotations

from a4_rdf.release.corrections import (
    append_corrections,
    corrections_path,
    read_corrections,
    without_document,
    workspace_corrections,
)
from a4_rdf.release.publish import publish, static_graphs
from a4_rdf.release.released import Publication, ReleasedDocument, ReleaseRecord
from a4_rdf.release.settings import Settings, clean_base, read_settings
from a4_rdf.release.workspace import Document, create_workspace, documents

__all__ = [
    "Document",
    "Publication",
    "ReleaseRecord",
    "ReleasedDocument",
    "Settings",
    "append_corrections",
    "clean_base",
    "corrections_path",
    "create_workspace",
    "documents",
    "publish",
    "read_corrections",
    "read_settings",
    "static_graphs",
    "without_document",
    "workspace_corrections",
]
