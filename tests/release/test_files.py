from __future__ import annotations

import gzip
import os
from hashlib import sha256
from pathlib import Path

import pytest

from a4_rdf.release import files
from a4_rdf.release.files import PublishedFile


def test_a_fingerprint_says_path_size_checksum_and_type(tmp_path: Path) -> None:
    (tmp_path / "dumps").mkdir()
    path = tmp_path / "dumps" / "latest.ttl"
    path.write_bytes(b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    expected = PublishedFile("dumps/latest.ttl", 3, digest, "text/turtle")
    assert files.fingerprint(tmp_path, path) == expected
    assert files.fingerprints(tmp_path, "dumps", "nada") == {"dumps/latest.ttl": expected}


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.nq", "application/n-quads"),
        ("a.jsonld", "application/ld+json"),
        ("a.rdf", "application/rdf+xml"),
        ("goals.csv", "text/csv"),
        (
            "goals.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("goals.csv-metadata.json", "application/csvm+json"),
        ("2015-09-30.json", "application/json"),
        ("latest.ttl.gz", "application/gzip"),
        ("SHA256SUMS", "text/plain"),
        ("fuente.txt", "text/plain"),
    ],
)
def test_media_types(name: str, media_type: str) -> None:
    assert files.media_type(Path(name)) == media_type


def test_checksums_are_as_sha256sum_writes_them() -> None:
    found = [
        PublishedFile("dumps/gad/b.nt", 1, "b" * 64, "application/n-triples"),
        PublishedFile("dumps/a.nt", 1, "a" * 64, "application/n-triples"),
    ]
    assert files.checksums(found, "dumps") == f"{'a' * 64}  a.nt\n{'b' * 64}  gad/b.nt\n"


def test_packing_depends_on_the_bytes_alone(tmp_path: Path) -> None:
    digests = set()
    for n, name in enumerate(("a.nt", "b.nt")):
        path = tmp_path / name
        path.write_bytes(b"x" * 5000)
        os.utime(path, (n, n))
        packed = files.pack(path)
        assert packed.name == f"{name}.gz"
        assert gzip.decompress(packed.read_bytes()) == b"x" * 5000
        digests.add(sha256(packed.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_a_folder_is_synced_to_its_depths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.txt").touch()
    synced: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda d: synced.append(Path(f"/proc/self/fd/{d}").readlink().name)
    )
    files.sync(tmp_path)
    assert synced == ["c.txt", "b", "a", tmp_path.name]
