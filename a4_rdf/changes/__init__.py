"""What changed between two releases of one organisation, in the eight ways that people ask for."""

from __future__ import annotations

from a4_rdf.changes.compare import compare
from a4_rdf.changes.snapshot import Snapshot, snapshot
from a4_rdf.changes.snapshot_file import from_json, to_json

__all__ = ["Snapshot", "compare", "from_json", "snapshot", "to_json"]
