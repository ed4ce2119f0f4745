from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.peers import need

ALL = (
    need.rapper,
    need.node,
    need.ckan,
    need.datacube,
    need.chromium,
    need.nginx,
    need.axe,
    need.html_validate,
    need.oxigraph,
    need.comunica,
    need.curl,
    need.virtuoso,
)


@pytest.fixture(autouse=True)
def nothing_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(need, "PEERS", tmp_path)
    monkeypatch.setattr(need, "AXE_SCRIPT", tmp_path / "axe.min.js")
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize("peer", ALL)
def test_absence_is_a_skip_that_says_how_to_mend_it(
    peer: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("A4_REQUIRE_PEERS", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"make peers|apt-get install"):
        peer()


@pytest.mark.parametrize("peer", ALL)
def test_absence_is_a_failure_where_they_are_required(
    peer: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A4_REQUIRE_PEERS", "1")
    with pytest.raises(pytest.fail.Exception, match="required and not there"):
        peer()
