from __future__ import annotations

import json
from datetime import date

from a4_rdf.model import Release
from a4_rdf.release import ReleaseRecord
from a4_rdf.release.files import PublishedFile
from a4_rdf.release.manifest import manifest, publication_digest
from tests.plans import PUBLISHER, RELEASE

FILES = {"dumps/latest.ttl": PublishedFile("dumps/latest.ttl", 9, "e" * 64, "text/turtle")}
OCTOBER = Release(RELEASE.organization, date(2015, 10, 31), 2015, previous=date(2015, 9, 30))


def test_a_manifest_in_full() -> None:
    records = (ReleaseRecord(RELEASE, "a" * 64, 3, 4), ReleaseRecord(OCTOBER, "b" * 64, 3, 4, True))
    document = json.loads(manifest(PUBLISHER, records, FILES))
    first, second = document.pop("releases")
    assert document == {
        "format": 1,
        "base": "https://datos.ejemplo.ec",
        "title": "Metas de ejemplo",
        "publisher": "Oficina de ejemplo",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "languages": ["es"],
        "contact": "",
        "digest": publication_digest(FILES),
        "organizations": [{"slug": "gad", "name": "GAD de Ejemplo"}],
        "files": {
            "dumps/latest.ttl": {"bytes": 9, "sha256": "e" * 64, "media_type": "text/turtle"}
        },
    }
    assert first == {
        "organization": "gad",
        "date": "2015-09-30",
        "year": 2015,
        "graph": "https://datos.ejemplo.ec/graph/gad/a4/2015-09-30",
        "dataset": "https://datos.ejemplo.ec/id/conjunto/gad/2015-09-30",
        "digest": "a" * 64,
        "goals": 3,
        "targets": 4,
        "latest": False,
        "previous": None,
        "repeats": None,
    }
    assert (second["latest"], second["previous"]) == (True, "2015-09-30")


def test_the_digest_tells_names_and_bytes_apart() -> None:
    one = PublishedFile("a", 1, "a" * 64, "text/plain")
    digests = {
        publication_digest({}),
        publication_digest({"a": one}),
        publication_digest({"b": one}),
        publication_digest({"a": PublishedFile("a", 1, "b" * 64, "text/plain")}),
    }
    assert len(digests) == 4
