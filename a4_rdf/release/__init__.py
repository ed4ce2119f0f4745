"""The release stage: from checked documents to a publication that a server only reads."""

from __future__ import annotations

from a4_rdf.release.corrections import (
    append_corrections,
    corrections_path,
    read_corrections,
    without_document,
    workspace_corrections,
)
from a4_rdf.release.digest import content_digest
from a4_rdf.release.publish import Written, publish, publish_written, static_graphs
from a4_rdf.release.released import Publication, ReleasedDocument, ReleaseRecord
from a4_rdf.release.settings import Settings, clean_base, read_settings
from a4_rdf.release.workspace import Document, create_workspace, documents

__all__ = [
    "Document",
    "Publication",
    "ReleaseRecord",
    "ReleasedDocument",
    "Settings",
    "Written",
    "append_corrections",
    "clean_base",
    "content_digest",
    "corrections_path",
    "create_workspace",
    "documents",
    "publish",
    "publish_written",
    "read_corrections",
    "read_settings",
    "static_graphs",
    "without_document",
    "workspace_corrections",
]
