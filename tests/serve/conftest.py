"""The small publication and the real one, built once each, and clients of their servers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from a4_rdf import pipeline, resources
from a4_rdf.model import Correction, Organization, Publisher
from a4_rdf.release import (
    append_corrections,
    corrections_path,
    create_workspace,
    read_settings,
)
from a4_rdf.serve import publication
from a4_rdf.serve.app import create_app
from a4_rdf.store import Store, open_store
from tests.engines import NAMES, started
from tests.serve.history import publish_history
from tests.serve.small import OLD, RELEASE, publish
from tests.serve.turns import Turns

AME = Organization("ame", "Asociación de Municipalidades Ecuatorianas")
AME_PUBLISHER = Publisher(
    "http://127.0.0.1:8000",
    "Metas de los planes operativos",
    "a4_rdf",
    "https://creativecommons.org/licenses/by/4.0/",
)


Opening = Callable[[Path, str], Store]


@pytest.fixture(scope="session", autouse=True)
def opening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opening]:
    """Have publications answered by the engine that `A4_TEST_STORE` names, if it names one.

    Yield how a publication's store is opened then.
    """
    name = os.environ.get("A4_TEST_STORE", "embedded")
    if name == "embedded":
        yield open_store
        return
    if name not in NAMES:
        pytest.fail(f"A4_TEST_STORE={name}: expected embedded, {', '.join(NAMES)}")
    with ExitStack() as engines, pytest.MonkeyPatch.context() as patch:
        turns = Turns(lambda: engines.enter_context(started(name, tmp_path_factory.mktemp(name))))
        engines.callback(turns.close)
        patch.setattr(publication, "open_store", turns.open)
        yield turns.open


class ClosingClient(FlaskClient):
    """A client that reads each answer to its end and closes it, as a server does."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{"buffered": True} | kwargs)


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("workspace") / "public", releases=(OLD, RELEASE))


@pytest.fixture(scope="session")
def client(public: Path) -> FlaskClient:
    return client_of(public)


@pytest.fixture(scope="session")
def ame_public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ame")
    create_workspace(root, AME_PUBLISHER, [AME])
    shutil.copy(resources.sample(), root / "sources" / "ame" / "2015-09-30.txt")
    digest = sha256(resources.sample().read_bytes()).hexdigest()
    confirmed = Correction(digest, 12, None, "goal", "unidad de datos", "cotejado")
    append_corrections(corrections_path(root, "ame"), (confirmed,))
    pipeline.build(root, read_settings(root), lambda *_: None)
    return root / "public"


@pytest.fixture(scope="session")
def ame(ame_public: Path) -> FlaskClient:
    return client_of(ame_public)


@pytest.fixture(scope="session")
def months(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_of(publish_history(tmp_path_factory.mktemp("history") / "public"))


def text_of(client: FlaskClient, path: str) -> str:
    """Return a page that answers, its blanks and line ends as one blank each."""
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def client_of(public: Path) -> FlaskClient:
    app = create_app(public)
    app.test_client_class = ClosingClient
    return app.test_client()
