"""One sandbox for the tests that leave it as they found it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from a4_rdf.serve.sandbox import QueryRunner, Sandbox
from tests.serve.sandboxes import publish, running


@pytest.fixture(scope="package")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a publication that no test swaps."""
    return publish(tmp_path_factory.mktemp("publication"), "one")


@pytest.fixture(scope="package")
def shared(public: Path) -> Iterator[tuple[Sandbox, QueryRunner]]:
    """Yield a sandbox with a deadline of one second, and its runner."""
    with running(public) as pair:
        yield pair


@pytest.fixture
def runner(shared: tuple[Sandbox, QueryRunner]) -> QueryRunner:
    """Return the runner of the shared sandbox."""
    return shared[1]
