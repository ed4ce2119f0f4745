"""Time the page of a unit and its Turtle beside zazuko's trifid and nginx, with wrk.

    make bench-peers && python -m bench.pages [--bodies 4] [--seconds 5]

One workspace, built once. We serve its publication; trifid serves the same triples from memory, as
its own example does; nginx serves the very bytes that we answered, as files. Each is asked for the
same units in turn, by one and by eight clients that keep their connections, one server running at
a time, rounds interleaved. Our figures are of pages that were asked for before; the first time is
told apart.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from a4_rdf.serve.server import free_port
from bench.national import make

ROUNDS, CLIENTS = 3, (1, 8)
FORMS = {"page": ("html", "text/html"), "Turtle": ("ttl", "text/turtle")}
TRIFID = Path(".peers/trifid")

TRIFID_CONFIG = """\
globals:
  datasetBaseUrl: {base}/
  endpoints:
    default:
      url: /query
plugins:
  entity-renderer:
    module: "@zazuko/trifid-entity-renderer"
    config:
      followRedirects: true
      labelLoader: {{chunkSize: 30, concurrency: 2, timeout: 4000}}
  fetch-handler:
    module: trifid-handler-fetch
    paths: /query
    config:
      url: {data}
      contentType: application/n-triples
      baseIRI: {base}
      graphName: {base}/graph
      unionDefaultGraph: true
"""

NGINX_CONFIG = """\
daemon off;
worker_processes 2;
pid {root}/nginx.pid;
error_log stderr error;
events {{}}
http {{
  access_log off;
  sendfile on;
  types {{ text/html html; text/turtle ttl; }}
  server {{ listen 127.0.0.1:{port}; root {root}/files; }}
}}
"""

WRK_SCRIPT = """\
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{ ["Accept"] = "{accept}" }})
end
"""


@dataclass(frozen=True)
class Figures:
    """Answers per second, the 99th percentile in milliseconds, answers that were no 2xx."""

    rate: float
    p99: float
    failed: int


@contextmanager
def running(*command: str, ready: str, env: dict[str, str] | None = None) -> Iterator[None]:
    """Run a server until it answers `ready`, then end it."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(env or {})},
    )
    try:
        _wait(ready, process)
        yield
    finally:
        process.terminate()
        process.wait(20)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit(f"ended by itself: {process.args}")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{url} does not answer")


def get(url: str, accept: str) -> bytes:
    """Return what an address answers, redirects followed."""
    request = urllib.request.Request(url, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return bytes(answer.read())


def load(origin: str, paths: list[str], accept: str, clients: int, seconds: int) -> Figures:
    """Ask for the paths in turn for some seconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        quoted = ", ".join(f'"{path}"' for path in paths)
        script.write(WRK_SCRIPT.format(paths=quoted, accept=accept))
        script.flush()
        options = ("-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "--latency")
        command = ("wrk", *options, "-s", script.name, origin)
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    if rate is None or p99 is None:
        raise SystemExit(f"wrk said: {said}")
    scale = {"us": 0.001, "ms": 1.0, "s": 1000.0}[p99[2]]
    return Figures(float(rate[1]), float(p99[1]) * scale, int(failed[1]) if failed else 0)


def first_times(origin: str, paths: list[str], accept: str) -> list[float]:
    """Return the milliseconds that each path takes, asked for once, one after another."""
    taken = []
    for path in paths:
        begun = time.perf_counter()
        get(origin + path, accept)
        taken.append(1000 * (time.perf_counter() - begun))
    return taken


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=4)
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    for needed in ("wrk", "nginx", "node"):
        if shutil.which(needed) is None:
            raise SystemExit(f"{needed} is not installed")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root / "work", options.bodies, 1, 3)
        port = free_port("127.0.0.1", 0)
        base = f"http://127.0.0.1:{port}"
        build = (sys.executable, "-m", "a4_rdf", "build", str(root / "work"), "--base-iri", base)
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _report(root, port, options.seconds)


def _report(root: Path, port: int, seconds: int) -> None:
    public = root / "work" / "public"
    units = _units(public)
    print(
        f"Python {platform.python_version()}, trifid {_trifid_version()}, {_nginx_version()}; ",
        end="",
    )
    lines = sum(1 for _ in (public / "dumps/latest.nt").open("rb"))
    print(f"{lines} triples, {len(units)} units in turn\n")
    rounds: dict[tuple[str, str, int], list[Figures]] = {}
    firsts: dict[tuple[str, str], list[float]] = {}
    for _ in range(ROUNDS):
        for name, server in _servers(root, port, units).items():
            with server as origin:
                for form, (suffix, accept) in FORMS.items():
                    paths = [_path(name, unit, suffix) for unit in units]
                    firsts.setdefault((form, name), []).extend(first_times(origin, paths, accept))
                    for clients in CLIENTS:
                        found = load(origin, paths, accept, clients, seconds)
                        rounds.setdefault((form, name, clients), []).append(found)
    print("| form | clients | server | answers/s | p99 ms | first time ms | failed |")
    print("|---|--:|---|--:|--:|--:|--:|")
    for (form, name, clients), found in sorted(
        rounds.items(), key=lambda item: (item[0][0], item[0][2], item[0][1])
    ):
        rate = statistics.median(f.rate for f in found)
        p99 = statistics.median(f.p99 for f in found)
        first = statistics.median(firsts[form, name])
        failed = sum(f.failed for f in found)
        print(f"| {form} | {clients} | {name} | {rate:,.0f} | {p99:.1f} | {first:.1f} | {failed} |")


def _units(public: Path) -> list[str]:
    """Return the paths of the units that have goals, as `unidad/…`."""
    text = (public / "dumps/latest.nt").read_text(encoding="utf-8")
    found = re.findall(r"responsibleUnit> <[^>]*/id/(unidad/[^>]+)>", text)
    return sorted(set(found))


def _path(name: str, unit: str, suffix: str) -> str:
    if name == "trifid":
        return f"/id/{unit}"
    return f"/doc/{unit}.{suffix}"


def _servers(root: Path, port: int, units: list[str]) -> dict[str, contextmanager[str]]:  # type: ignore[type-arg]
    return {
        "a4_rdf": _ours(root, port, units),
        "trifid": _trifid(root, port),
        "nginx": _nginx(root),
    }


@contextmanager
def _ours(root: Path, port: int, units: list[str]) -> Iterator[str]:
    origin = f"http://127.0.0.1:{port}"
    command = (sys.executable, "-m", "a4_rdf", "serve", str(root / "work"), "--port", str(port))
    with running(*command, ready=f"{origin}/readyz"):
        yield origin
        for unit in units:
            for suffix, accept in FORMS.values():
                target = root / "files" / "doc" / f"{unit}.{suffix}"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(get(f"{origin}/doc/{unit}.{suffix}", accept))


@contextmanager
def _trifid(root: Path, port: int) -> Iterator[str]:
    config = root / "trifid.yaml"
    data = (root / "work/public/dumps/latest.nt").resolve()
    config.write_text(TRIFID_CONFIG.format(base=f"http://127.0.0.1:{port}", data=data))
    own = free_port("127.0.0.1", 0)
    server = TRIFID / "node_modules/trifid/server.js"
    command = ("node", str(server.resolve()), "-c", str(config), "-p", str(own))
    origin = f"http://127.0.0.1:{own}"
    ready = f"{origin}/query?query=ASK%7B%7D"
    with running(*command, ready=ready):
        yield origin


@contextmanager
def _nginx(root: Path) -> Iterator[str]:
    own = free_port("127.0.0.1", 0)
    config = root / "nginx.conf"
    config.write_text(NGINX_CONFIG.format(root=root, port=own))
    root.chmod(0o755)
    first = next((root / "files/doc").rglob("*.html")).relative_to(root / "files")
    origin = f"http://127.0.0.1:{own}"
    with running("nginx", "-c", str(config), "-p", str(root), ready=f"{origin}/{first}"):
        yield origin


def _trifid_version() -> str:
    text = (TRIFID / "node_modules/trifid/package.json").read_text(encoding="utf-8")
    found = re.search(r'"version": "([^"]+)"', text)
    return found[1] if found else "?"


def _nginx_version() -> str:
    said = subprocess.run(("nginx", "-v"), capture_output=True, text=True, check=True)
    return said.stderr.strip().removeprefix("nginx version: ")


if __name__ == "__main__":
    main()
