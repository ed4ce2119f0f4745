"""Triple stores of others, each started once, when the first test asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Engine, started


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Yield the Oxigraph server."""
    with started("oxigraph", tmp_path_factory.mktemp("oxigraph")) as engine:
        yield engine


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Yield Virtuoso."""
    with started("virtuoso", tmp_path_factory.mktemp("virtuoso")) as engine:
        yield engine


@pytest.fixture(params=["oxigraph", "virtuoso"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Yield each of them, empty before and after."""
    found: Engine = request.getfixturevalue(request.param)
    found.empty()
    yield found
    found.empty()
