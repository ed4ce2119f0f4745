"""Write the site of a publication as files: walk it link by link, then put it in place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from a4_rdf import __version__
from a4_rdf.errors import A4Error, UsageError
from a4_rdf.export import folder, names, nginx, search
from a4_rdf.export.folder import MARK
from a4_rdf.export.writer import Task, Writer, Written, save, write_all
from a4_rdf.serve.manifest import Manifest, read_manifest

SUMS = "exportado.sha256"
"""The SHA-256 of every file, as `sha256sum -c` reads it."""

SEEDS = (
    "",
    "robots.txt",
    "sitemap.xml",
    "opensearch.xml",
    "catalogo",
    "catalogo.ttl",
    "cambios.atom",
    "buscar",
    ".well-known/void",
)
BATCH = 200
"""Addresses that a process writes at a time: opening the publication costs as much as ten."""

Watch = Callable[[int, int], None]
"""Is told how many addresses are done, and how many are known."""

Executors = Callable[[], AbstractContextManager[Executor]]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds: pages, files in all, bytes."""

    pages: int
    files: int
    size: int


def export(
    public: Path,
    out: Path,
    history: bool = True,
    watch: Watch = lambda done, known: None,
    executors: Executors | None = None,
) -> Exported:
    """Write the site of the publication folder `public` to the folder `out`.

    An export that stands at `out` is replaced at the end; UsageError where anything else does.
    Without `history` the pages of dates are left out, and links to them lead to the publisher's
    server. With `executors` the workers of an executor share the pages. The same publication gives
    the same bytes, whoever writes them. Raises A4Error where there is no publication, where a page
    leads to what is not there, or where the disk fails.
    """
    root, target = public.resolve(), out.resolve()
    manifest, _ = read_manifest(root)
    if target.is_relative_to(root):
        raise UsageError(f"{out}: is within the publication; expected another folder")
    try:
        with folder.replacing(target) as aside:
            return _Walk(manifest, Task(root, aside, history), watch).run(executors)
    except OSError as error:
        raise A4Error(f"{out}: the site cannot be written: {error}") from error


class _Walk:
    """One walk over a site: which files are known, and what was written."""

    def __init__(self, manifest: Manifest, task: Task, watch: Watch) -> None:
        self._manifest, self._task, self._watch = manifest, task, watch
        self._taken: dict[str, str] = {}
        self._pages = self._files = self._size = 0

    def run(self, executors: Executors | None) -> Exported:
        """Write everything; return what there is."""
        out = self._task.out
        with (out / SUMS).open("w", encoding="utf-8") as sums, ExitStack() as stack:
            executor = stack.enter_context(executors()) if executors else None
            for written in self._written(executor):
                sums.write(f"{written.sha256}  {written.file}\n")
                self._pages += written.is_page
                self._files += 1
                self._size += written.size
        sums_digest = sha256((out / SUMS).read_bytes()).hexdigest()
        size = self._size + (out / SUMS).stat().st_size
        exported = Exported(self._pages, self._files + 1, size)
        save(out, MARK, _mark(self._manifest, exported, sums_digest))
        return exported

    def _written(self, executor: Executor | None) -> Iterator[Written]:
        """Write what no address answers, then the walk; yield each file."""
        writer = Writer(self._task)
        level = self._new((*SEEDS, *self._listed()))
        for written in writer.not_found():
            level += self._new(written.leads)
            yield written
        while level:
            found: list[str] = []
            for batch in self._batches(level, writer, executor):
                for written in batch:
                    found += self._new(written.leads)
                    yield written
                self._watch(self._files, len(self._taken))
            level = found
        for name, body in (*search.files(self._task.root), self._nginx()):
            yield save(self._task.out, name, body)

    def _batches(
        self, addresses: Sequence[str], writer: Writer, executor: Executor | None
    ) -> Iterator[Iterable[Written]]:
        starts = range(0, len(addresses), BATCH)
        batches = [tuple(addresses[start : start + BATCH]) for start in starts]
        if executor is None or len(batches) == 1:
            return (map(writer.write, batch) for batch in batches)
        return executor.map(write_all, (replace(self._task, addresses=b) for b in batches))

    def _listed(self) -> Iterator[str]:
        """Yield what no page leads to: the parts of the event stream, published files."""
        for path in sorted((self._task.root / "ldes").glob("*.ttl")):
            name = "changes/ldes" if path.stem == "index" else f"changes/ldes/{path.stem}"
            yield from (f"{name}.{suffix}" for suffix in ("ttl", "nt", "jsonld"))
        yield from (path for path in self._manifest.files if path.startswith("dumps/"))

    def _new(self, addresses: Iterable[str]) -> list[str]:
        """Return the addresses whose file is not known yet; now it is.

        A4Error where a file would hold what two addresses answer that are not the same.
        """
        found = []
        for address in map(names.normal, addresses):
            file = names.file(address)
            if file not in self._taken:
                self._taken[file] = address
                found.append(address)
            elif not names.is_same(self._taken[file], address):
                both = f"/{self._taken[file]} and /{address}"
                raise A4Error(f"{file}: is the file of two addresses, {both}; rename one of them")
        return found

    def _nginx(self) -> tuple[str, bytes]:
        return nginx.NAME, nginx.configuration(self._manifest.base)


def _mark(manifest: Manifest, exported: Exported, sums: str) -> bytes:
    said = {
        "program": f"a4_rdf {__version__}",
        "base": manifest.base,
        "publication": manifest.digest,
        "pages": exported.pages,
        "files": exported.files,
        "bytes": exported.size,
        SUMS: sums,
    }
    return (json.dumps(said, indent=1) + "\n").encode()
