"""Reading by suffix, and the bundled document as read."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf import resources
from a4_rdf.errors import SourceError
from a4_rdf.read import READERS, read


def test_the_sample_is_read_whole() -> None:
    table, findings = read(resources.sample())
    assert len(table.rows) == 84
    assert sum(len(row.cells) for row in table.rows) == 257
    assert table.source.media_type == "text/plain"
    assert table.source.encoding == "utf-8"
    assert findings == ()


def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path / "plan.odt")
    assert caught.value.code == "unknown-suffix"
    assert "«.odt»" in caught.value.message
    assert all(suffix in caught.value.message for suffix in READERS)


def test_capitals_in_a_suffix_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "T.TXT").write_text("a\tb\tc\n", encoding="utf-8")
    assert read(tmp_path / "T.TXT")[0].source.name == "T.TXT"
