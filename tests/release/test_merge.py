from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from a4_rdf.release.merge import merge_lines

TEXTS = (b"c\na\n", b"b\na\n", b"", b"d\nc\n", b"a\n")


@pytest.mark.parametrize("group", [1, 2, 256])
def test_lines_are_sorted_and_distinct_however_they_are_grouped(tmp_path: Path, group: int) -> None:
    paths = []
    for n, text in enumerate(TEXTS):
        paths.append(tmp_path / f"{n}.nt")
        paths[-1].write_bytes(text)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    out = BytesIO()
    merge_lines(paths, scratch, out, group)
    assert out.getvalue() == b"a\nb\nc\nd\n"
    assert list(scratch.iterdir()) == []
