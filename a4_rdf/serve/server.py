"""The server: the sandbox for queries, and worker processes that run the application (granian)."""

from __future__ import annotations

import logging
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.common import AbstractServer

from a4_rdf.errors import A4Error, UsageError
from a4_rdf.serve import empty_twin, sandbox
from a4_rdf.serve.app import Deployment, create_app
from a4_rdf.serve.engine_runner import EngineRunner
from a4_rdf.serve.http import body
from a4_rdf.serve.http.client import NONE, Proxies
from a4_rdf.serve.manifest import read_manifest
from a4_rdf.serve.publication import another_store
from a4_rdf.serve.sandbox import Limits, Runner, isolation
from a4_rdf.store import Place, open_served
from a4_rdf.store.served import check_served

PORTS = range(65_536)
THREADS = 24
"""Requests that a worker answers at once, beside those that wait for a query or a body."""

CONNECTIONS = 4096
"""Connections that a worker holds; past it new ones wait for another to end."""

HEAD = HTTP1Settings(header_read_timeout=10_000, max_buffer_size=128 * 1024)
"""How long a request's head may take, in ms, and how much of a connection is kept in memory."""

STOP_SECONDS = 15
"""A worker that has not finished its requests by then is ended."""

LOGGING = {
    "handlers": {
        "console": {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"},
        "access": {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"},
    }
}
"""Standard output is for data."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve; `site` replaces the bundled templates. Port 0 takes any free one.

    `store` is an endpoint that has the triples, None has them read from the publication.
    """

    publication: Path
    base: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    limits: Limits = field(default_factory=Limits)
    site: Path | None = None
    proxies: Proxies = NONE
    store: Place | None = None

    @property
    def threads(self) -> int:
        """Return how many threads a worker has: neither queries nor slow bodies take all."""
        bounds = self.limits
        queries = bounds.concurrent + bounds.short_places + bounds.queue
        return THREADS + queries + body.AT_ONCE


def serve(settings: Settings, ready: Callable[[str], None] = lambda _: None) -> None:
    """Serve a publication until SIGINT or SIGTERM; `ready` is called with the address, once.

    Has to be called from the main thread. A worker or a query process that ends by itself is
    started anew. Raises A4Error where there is no publication and where a worker ends again right
    after that, UsageError where the address cannot be had.
    """
    manifest, _ = read_manifest(settings.publication.resolve())
    if settings.base not in (None, manifest.base):
        raise A4Error(f"built for {manifest.base}, not for {settings.base}; build it again")
    port = free_port(settings.host, settings.port)
    if settings.store is not None:  # a store that is away is said before the work, not after it
        another_store(manifest, settings.store).close()
        check_served(settings.store, manifest.base)
    with (
        _data_of_queries(settings, manifest.base) as data,
        sandbox.start(data, settings.limits) as queries,
        sandbox.kept(queries),
        _signals_kept(),
    ):
        if queries.refusal:
            _log.warning("queries are refused: %s", queries.refusal)
        load = partial(load_worker, settings, queries.address, os.getpid())
        prefix = urlsplit(manifest.base).path
        address = _url(settings.host, port, prefix)
        _run(_granian(settings, port, prefix), load, partial(ready, address))


def load_worker(settings: Settings, queries: str, parent: int) -> Flask:
    """Return the application of a worker process, and have the worker end with its parent.

    granian ends its workers when it is told to stop, but not when it is killed.
    """
    if sys.platform == "linux":
        isolation.die_with(parent)
    return load_app(settings, queries)


def load_app(settings: Settings, queries: str) -> Flask:
    """Return the application; `queries` is the sandbox's address."""
    runner = sandbox.connect(queries, settings.limits)
    if settings.store is not None:
        runner = _engine_runner(runner, settings, settings.store)
    return create_app(
        settings.publication,
        settings.base,
        runner,
        settings.site,
        Deployment(proxies=settings.proxies, store=settings.store),
    )


def free_port(host: str, port: int) -> int:
    """Return the port to bind, chosen where it is 0; UsageError where it cannot be had.

    granian shares a port with whoever else shares it, so two servers would take turns unnoticed.
    """
    if port not in PORTS:
        raise UsageError(f"port {port}: expected 0 to 65535")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return int(probe.getsockname()[1])
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{host}:{port}: cannot listen there: {reason}; try --port") from error


def connections() -> int:
    """Raise this process's bound on open files if it may; return what a worker may have of them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return min(CONNECTIONS, soft // 2)


_log = logging.getLogger(__name__)


@contextmanager
def _data_of_queries(settings: Settings, base: str) -> Iterator[Path]:
    """Yield the publication that the sandbox reads: ours, or an empty one before another engine."""
    if settings.store is None:
        yield settings.publication
        return
    with empty_twin.published(base) as folder:
        yield folder


def _engine_runner(twin: Runner, settings: Settings, place: Place) -> Runner:
    manifest, _ = read_manifest(settings.publication.resolve())
    return EngineRunner(twin, lambda: open_served(place, manifest.base)[0], settings.limits)


def _granian(settings: Settings, port: int, prefix: str) -> AbstractServer[Any]:
    """Return the server; a base with a path is served at that path, for proxies to pass through."""
    return Granian(
        target="a4_rdf.serve.server:load_worker",
        address=settings.host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=settings.threads,
        backpressure=connections(),
        http1_settings=HEAD,
        workers_kill_timeout=STOP_SECONDS,
        respawn_failed_workers=True,
        websockets=False,
        url_path_prefix=prefix or None,
        log_level=LogLevels.error,
        log_dictconfig=LOGGING,
    )


def _run(server: AbstractServer[Any], load: Callable[[], Flask], ready: Callable[[], None]) -> None:
    """Run the workers; a thread watches for the first answer, to say that the site is ready."""
    stopped = Event()
    watcher = Thread(target=_announce, args=(server, stopped, ready), daemon=True)
    server.on_startup(watcher.start)
    try:
        server.serve(target_loader=load, wrap_loader=False)
    except SystemExit as error:
        raise A4Error(
            "a worker process ended, was started anew and ended again within seconds; if it said "
            "why, that is above (a process that the system kills says nothing)"
        ) from error
    finally:
        stopped.set()


def _announce(server: AbstractServer[Any], stopped: Event, ready: Callable[[], None]) -> None:
    while not stopped.wait(0.02):
        if _answers(server.bind_addr, server.bind_port, server.url_path_prefix or ""):
            ready()
            return


def _answers(host: str, port: int, prefix: str) -> bool:
    connection = HTTPConnection(host, port, timeout=5)
    try:
        connection.request("HEAD", f"{prefix}/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _url(host: str, port: int, prefix: str) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}{prefix}/"


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Give the signal handlers back as they were: granian sets its own and leaves them."""
    kept: dict[signal.Signals, Callable[[int, FrameType | None], Any] | int | None] = {
        number: signal.getsignal(number)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
