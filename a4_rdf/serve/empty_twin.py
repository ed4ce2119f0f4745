"""A publication without a triple: what a query is run over to learn whether it is one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from a4_rdf.serve.manifest import FORMAT
from a4_rdf.store import build_store

_MANIFEST = {
    "format": FORMAT,
    "title": "",
    "publisher": "",
    "licence": "",
    "languages": [],
    "digest": "",
    "organizations": [],
    "releases": [],
    "files": {},
}


@contextmanager
def published(base: str) -> Iterator[Path]:
    """Yield the folder of an empty publication, which goes away with the `with`."""
    with TemporaryDirectory(prefix="a4-rdf-") as folder:
        with build_store(Path(folder) / "store", base) as writer:
            writer.load(())
        del writer
        manifest = json.dumps(_MANIFEST | {"base": base})
        (Path(folder) / "publication.json").write_text(manifest, "utf-8")
        yield Path(folder)
