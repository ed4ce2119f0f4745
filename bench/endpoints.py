"""Time eight queries at our endpoint beside the raw Oxigraph server, rdflib-endpoint and Virtuoso.

    make peers bench-peers && python -m bench.endpoints [--bodies 131] [--copies 1] [--seconds 3]

All hold the same triples: the dump of the latest releases of a publication of invented bodies. All
run at once and are asked in turn, by one and by eight clients that keep their connections. With
--copies each body comes several times, renamed in the text of the dump, and our store is built from
that text instead of by a release. wrk sends the queries; ours takes each of its connections for
another client, since it bounds what one client may ask at once.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode

from a4_rdf.formats import NTRIPLES
from a4_rdf.serve.server import free_port
from a4_rdf.store import build_store
from bench.endpoint_queries import Asking, askings
from bench.national import Options, make
from bench.pages import running
from bench.virtuoso import settings

CLIENTS = (1, 8)
OURS, RAW, RDFLIB, VIRTUOSO = "a4_rdf", "oxigraph", "rdflib-endpoint", "Virtuoso"
OXIGRAPH = Path(".peers/oxigraph/bin/oxigraph").absolute()
RDFLIB_ENDPOINT = Path(".peers/rdflib-endpoint/bin/rdflib-endpoint").absolute()
SLOWEST = 60.0
"""Seconds for one answer: who takes longer is left out of that query."""

LONGEST = 20.0
"""Seconds of load for one figure, where single answers are slow."""

FORM = "application/x-www-form-urlencoded"

WRK_SCRIPT = """\
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("client", "198.51.100." .. threads)
end
function request()
  return wrk.format("POST", "{path}", {{
    ["Accept"] = "{accept}",
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["X-Forwarded-For"] = client,
  }}, "{body}")
end
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server is asked, and what it is sent beside the query."""

    origin: str
    path: str
    more: Mapping[str, str]

    def body(self, asking: Asking) -> str:
        return urlencode({"query": asking.text, **self.more})


@dataclass(frozen=True, slots=True)
class Figures:
    """Answers per second, median and 99th percentile in milliseconds, failures of any kind."""

    rate: float
    median: float
    p99: float
    failed: int


def ask(server: Server, asking: Asking) -> tuple[int, float]:
    """Return the rows of an answer and its seconds; TimeoutError where it takes too long."""
    headers = {"Accept": asking.accept, "Content-Type": FORM}
    data = server.body(asking).encode()
    begun = time.perf_counter()
    request = urllib.request.Request(server.origin + server.path, data, headers)
    with urllib.request.urlopen(request, timeout=SLOWEST) as answer:
        found = answer.read()
    return asking.rows(found), time.perf_counter() - begun


def load(server: Server, asking: Asking, clients: int, seconds: int) -> Figures:
    """Send a query again and again for some seconds, one thread and connection a client."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        body = server.body(asking)
        script.write(WRK_SCRIPT.format(path=server.path, accept=asking.accept, body=body))
        script.flush()
        options = (f"-t{clients}", f"-c{clients}", f"-d{seconds}s", "--timeout", "120s")
        command = ("wrk", *options, "--latency", "-s", script.name, server.origin)
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    broken = re.search(r"Socket errors: (.*)", said)
    failures = int(failed[1]) if failed else 0
    failures += sum(map(int, re.findall(r"\d+", broken[1]))) if broken else 0
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if rate is None:
        raise SystemExit(f"wrk said: {said}")
    return Figures(float(rate[1]), _percentile(said, 50), _percentile(said, 99), failures)


def _percentile(said: str, which: int) -> float:
    found = re.search(rf"{which}%\s+([\d.]+)(us|ms|s|m)\b", said)
    if found is None:
        raise SystemExit(f"wrk said: {said}")
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}[found[2]]


def copied(dump: Path, slugs: list[str], copies: int, target: Path) -> None:
    """Write a dump with each body `copies` times: the others have a number behind their slug."""
    names = "|".join(map(re.escape, sorted(slugs, key=len, reverse=True)))
    parts = re.split(rf"(?<=/)({names})(?=[/>#.])", dump.read_text(encoding="utf-8"))
    with target.open("w", encoding="utf-8") as output:
        output.write("".join(parts))
        for number in range(2, copies + 1):
            renamed = [f"{part}-{number}" if at % 2 else part for at, part in enumerate(parts)]
            # A set of triples: what names no body is there already.
            for line in "".join(renamed).splitlines(keepends=True):
                if f"-{number}" in line:
                    output.write(line)


@contextmanager
def ours(workspace: Path) -> Iterator[Server]:
    """Serve the publication with the settings that it has by default."""
    port = free_port("127.0.0.1", 0)
    origin = f"http://127.0.0.1:{port}"
    serve = (sys.executable, "-m", "a4_rdf", "serve", str(workspace))
    options = ("--port", str(port), "--trusted-proxies", "1")
    with running(*serve, *options, ready=f"{origin}/readyz"):
        yield Server(origin, "/sparql", {})


@contextmanager
def oxigraph(root: Path, dump: Path) -> Iterator[Server]:
    """Run the Oxigraph server over a store on disk that its own command loaded and compacted."""
    port = free_port("127.0.0.1", 0)
    location = ("--location", str(root / "oxigraph"))
    for task in (("load", *location, "--file", str(dump)), ("optimize", *location)):
        subprocess.run((str(OXIGRAPH), *task), check=True, capture_output=True)
    origin = f"http://127.0.0.1:{port}"
    command = (str(OXIGRAPH), "serve", *location, "--bind", f"127.0.0.1:{port}")
    with running(*command, ready=f"{origin}/query?query=ASK%7B%7D"):
        yield Server(origin, "/query", {})


@contextmanager
def rdflib_endpoint(root: Path, dump: Path) -> Iterator[Server]:
    """Run rdflib-endpoint over the dump in memory, as its command does."""
    port = free_port("127.0.0.1", 0)
    origin = f"http://127.0.0.1:{port}"
    options = ("--host", "127.0.0.1", "--port", str(port))
    command = (str(RDFLIB_ENDPOINT), "serve", *options, str(dump))
    with running(*command, ready=f"{origin}/?query=ASK%7B%7D"):
        yield Server(origin, "/", {})


@contextmanager
def virtuoso(root: Path, dump: Path) -> Iterator[Server]:
    """Run Virtuoso over the dump in a graph that each query names as its default graph."""
    sql, http = free_port("127.0.0.1", 0), free_port("127.0.0.1", 0)
    folder = root / "virtuoso"
    folder.mkdir()
    text = settings(sql, http, dump.parent, buffers=85_000, dirty=60_000)
    (folder / "virtuoso.ini").write_text(text, encoding="utf-8")
    origin, graph = f"http://127.0.0.1:{http}", "urn:bench:latest"
    start = 'cd "$0" && exec virtuoso-t +foreground +configfile virtuoso.ini'
    with running("sh", "-c", start, str(folder), ready=f"{origin}/sparql?query=ASK%7B%7D"):
        statements = (
            f"ld_dir('{dump.parent}', '{dump.name}', '{graph}'); rdf_loader_run(); checkpoint;"
        )
        isql = ("isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={statements}")
        subprocess.run(isql, check=True, capture_output=True)
        yield Server(origin, "/sparql", {"default-graph-uri": graph})


def prepare(root: Path, made: Path | None, bodies: int, copies: int) -> tuple[Path, Path]:
    """Return a workspace with a publication of its own, and the dump of what the store holds."""
    if made is None:
        made = root / "made"
        make(made, bodies, 1, 3, Options(formats=("csv",)))
        build = (sys.executable, "-m", "a4_rdf", "build", str(made))
        subprocess.run(build, check=True, capture_output=True)
    work, dump = root / "work", root / "dump" / "latest.nt"
    shutil.copytree((made / "public").resolve(), work / "public")
    shutil.copy(made / "a4.toml", work)
    dump.parent.mkdir()
    if copies == 1:
        shutil.copyfile(work / "public/dumps/latest.nt", dump)
    else:
        _multiply(work / "public", copies, dump)
    return work, dump


def _multiply(public: Path, copies: int, target: Path) -> None:
    """Write the dump with each body several times, and put a store of that in our store's place."""
    manifest = json.loads((public / "publication.json").read_text("utf-8"))
    slugs = [organization["slug"] for organization in manifest["organizations"]]
    copied(public / "dumps/latest.nt", slugs, copies, target)
    shutil.rmtree(public / "store")
    with build_store(public / "store", manifest["base"]) as store:
        store.load_file(target, NTRIPLES)


def subjects(dump: Path) -> tuple[str, str]:
    """Return the IRIs of the unit with the most goals and of its body."""
    text = dump.read_text(encoding="utf-8")
    units = re.findall(r"/id/meta/[^ ]+ <[^>]+#responsibleUnit> <([^>]+/id/unidad/[^>]+)>", text)
    unit = statistics.mode(sorted(units))
    return unit, re.sub(r"/unidad/([^/]+)/.*", r"/organizacion/\1", unit)


def compare(servers: Mapping[str, Server], asking: Asking, rounds: int, seconds: int) -> None:
    """Print the rows of the table that tell of one query."""
    counts: dict[str, int] = {}
    taken: dict[str, float] = {}
    for name, server in servers.items():
        try:
            counts[name], taken[name] = ask(server, asking)
        except HTTPError as error:
            print(f"<!-- {asking.name}: {name} answers {error.code} -->")
        except TimeoutError:
            print(f"<!-- {asking.name}: {name} has no answer after {SLOWEST:g} s -->")
    if len(set(counts.values())) > 1:
        print(f"<!-- {asking.name}: not the same number of rows: {counts} -->")
    for clients in CLIENTS:
        found: dict[str, list[Figures]] = {name: [] for name in counts}
        for _ in range(rounds):
            for name in counts:
                enough = min(LONGEST, max(seconds, 3 * taken[name] * clients))
                found[name].append(load(servers[name], asking, clients, round(enough)))
        _print(asking.name, counts, clients, found)


def _print(
    name: str, counts: Mapping[str, int], clients: int, found: Mapping[str, list[Figures]]
) -> None:
    raw = _median_of(found.get(RAW, []), "median")
    for server, figures in found.items():
        median, p99 = _median_of(figures, "median"), _median_of(figures, "p99")
        ratio = median / raw if median and raw else None
        told = (f"{one:,.1f}" if one else "none" for one in (median, p99))
        rate = statistics.median(one.rate for one in figures)
        cells = (name, f"{counts[server]:,}", clients, server, *told, f"{rate:,.1f}")
        failed = sum(one.failed for one in figures)
        last = (f"{ratio:.2f}" if ratio else "", failed)
        print("|", " | ".join(map(str, (*cells, *last))), "|", flush=True)


def _median_of(figures: list[Figures], name: str) -> float | None:
    """Return the median of those rounds in which anything was answered, None where none was."""
    return statistics.median([getattr(one, name) for one in figures if one.rate] or [0.0]) or None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("bodies", 131), ("copies", 1), ("seconds", 3), ("rounds", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--work", type=Path, help="a built workspace, instead of making one")
    parser.add_argument("--without", action="append", default=[], help="a server to leave out")
    given = parser.parse_args()
    for needed in ("wrk", "virtuoso-t", "isql-vt", str(OXIGRAPH), str(RDFLIB_ENDPOINT)):
        if shutil.which(needed) is None:
            raise SystemExit(f"{needed} is not installed")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder)
        work, dump = prepare(root, given.work, given.bodies, given.copies)
        starts = {
            OURS: ours(work),
            RAW: oxigraph(root, dump),
            RDFLIB: rdflib_endpoint(root, dump),
            VIRTUOSO: virtuoso(root, dump),
        }
        servers = {
            name: stack.enter_context(start)
            for name, start in starts.items()
            if name not in given.without
        }
        with dump.open("rb") as lines:
            triples = len(set(lines))
        print(f"Python {platform.python_version()}; {triples:,} triples\n")
        print("| query | rows | clients | server | median ms | p99 ms | answers/s ", end="")
        print("| median to oxigraph's | failed |\n|---|--:|--:|---|--:|--:|--:|--:|--:|")
        base = json.loads((work / "public/publication.json").read_text("utf-8"))["base"]
        for asking in askings(base, *subjects(dump)):
            compare(servers, asking, given.rounds, given.seconds)


if __name__ == "__main__":
    main()
