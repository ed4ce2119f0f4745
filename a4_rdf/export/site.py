"""Write the site of a publication as files: walk it link by link, then put it in place at once."""

from __future__ import annotations

import json
import shutil
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from a4_rdf import __version__, iris
from a4_rdf.errors import A4Error, UsageError
from a4_rdf.export import names, nginx, pages, search
from a4_rdf.serve.inprocess import InProcess
from a4_rdf.serve.manifest import Manifest, read_manifest

MARK = "exportado.json"
"""In every export: what it is, so that no other folder is ever written over."""

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
SERVED_ONLY = ("sparql", "consultas.csv", "consultas.json", "buscar.json", "buscar/sugerencias")
"""What needs a server: links to it lead to the publisher's own."""

NOT_FOUND = {"no-esta": "404.html", "no-esta?lang=en": "404.en.html"}
"""Addresses that are never there, and the files that hold what is said then."""

Watch = Callable[[int, int], None]
"""Is told how many addresses are done, and how many are known."""


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
) -> Exported:
    """Write the site of the publication folder `public` to the folder `out`.

    What stands at `out` is replaced in one step at the end, and only if it is an export itself;
    UsageError where it is anything else. Without `history` the pages of dates are left out, and
    links to them lead to the publisher's server. The same publication gives the same bytes.
    Raises A4Error where there is no publication, or the disk fails.
    """
    root = public.resolve()
    manifest, _ = read_manifest(root)
    _refuse_others(out)
    aside = out.with_name(f".{out.name}.part")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        exported = _Walk(root, manifest, aside, history).run(watch)
        _replace(aside, out)
    except OSError as error:
        raise A4Error(f"{out}: the site cannot be written: {error}") from error
    return exported


class _Walk:
    """One walk over a site: what is known, what is done, where it goes."""

    def __init__(self, root: Path, manifest: Manifest, out: Path, history: bool) -> None:
        self._root, self._manifest, self._out = root, manifest, out
        self._site = InProcess(root)
        self._history = history
        self._known: dict[str, str] = {}
        self._taken: set[str] = set()
        self._waiting: deque[str] = deque()
        self._pages = self._files = self._size = 0

    def run(self, watch: Watch) -> Exported:
        """Write everything; return what there is."""
        for address in (*SEEDS, *self._listed()):
            self._place(address)
        while self._waiting:
            self._write(self._waiting.popleft())
            watch(len(self._known) - len(self._waiting), len(self._known))
        for name, body in search.files(self._root):
            self._save(name, body)
        self._save(nginx.NAME, nginx.configuration(self._manifest.base))
        for address, file in NOT_FOUND.items():
            self._save(file, self._not_found(address))
        exported = Exported(self._pages, self._files, self._size)
        self._save(MARK, _mark(self._manifest, exported))
        return exported

    def _listed(self) -> Iterator[str]:
        """Yield what no page leads to: the parts of the event stream, published files."""
        for path in sorted((self._root / "ldes").glob("*.ttl")):
            name = "changes/ldes" if path.stem == "index" else f"changes/ldes/{path.stem}"
            yield from (f"{name}.{suffix}" for suffix in ("ttl", "nt", "jsonld"))
        yield from (path for path in self._manifest.files if path.startswith("dumps/"))

    def _place(self, address: str) -> str:
        """Return the file of an address of ours, which is written in its turn."""
        own = names.normal(address)
        if own in self._known:
            return self._known[own]
        if self._is_served_only(own):
            return iris.root(self._manifest.base) + address
        file = names.file_of(own, names.media_type(own.partition("?")[0]))
        if file not in self._taken:
            self._waiting.append(own)
        self._taken.add(file)
        self._known[own] = file
        return file

    def _is_served_only(self, address: str) -> bool:
        path, _, query = address.partition("?")
        is_asked = path in ("consultas", "buscar") and query not in ("", "lang=en")
        is_old = not self._history and names.is_dated(path)
        return path in SERVED_ONLY or is_asked or is_old

    def _write(self, address: str) -> None:
        file = self._known[address]
        source = self._manifest.files.get(unquote(address))
        if source is not None and address.startswith("dumps/"):
            self._copy(self._root / source.path, file)
            return
        answer = self._site.get(address)
        if answer.status != 200:
            raise A4Error(f"/{address}: a page leads there, and it answers {answer.status}")
        body = answer.body
        if answer.media_type == names.HTML:
            self._pages += 1
            body = self._page(body, address, file)
            if answer.timemap and self._history:
                self._place(urlsplit(answer.timemap).path.removeprefix(self._prefix()))
        self._save(file, body)

    def _prefix(self) -> str:
        return urlsplit(iris.root(self._manifest.base)).path

    def _page(self, body: bytes, address: str, file: str) -> bytes:
        return pages.rewritten(body.decode(), address, file, self._place).encode()

    def _not_found(self, address: str) -> bytes:
        """Return the page for what is not there: shown at any address, it links from the top."""
        text = self._site.get(address).body.decode()

        def place(target: str) -> str:
            return NOT_FOUND.get(names.normal(target)) or self._place(target)

        return pages.rewritten(text, address, "404.html", place, top="/").encode()

    def _save(self, file: str, body: bytes) -> None:
        path = self._out / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        self._files += 1
        self._size += len(body)

    def _copy(self, source: Path, file: str) -> None:
        path = self._out / file
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, path)
        self._files += 1
        self._size += path.stat().st_size


def _mark(manifest: Manifest, exported: Exported) -> bytes:
    said = {
        "program": f"a4_rdf {__version__}",
        "base": manifest.base,
        "publication": manifest.digest,
        "pages": exported.pages,
        "files": exported.files,
        "bytes": exported.size,
    }
    return (json.dumps(said, indent=1) + "\n").encode()


def _refuse_others(out: Path) -> None:
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise UsageError(f"{out}: is no export of a site; expected a new or an empty folder")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is a file; expected a folder")


def _replace(aside: Path, out: Path) -> None:
    """Put the new export in the place of the old one; a reader sees one or the other."""
    before = out.with_name(f".{out.name}.before")
    shutil.rmtree(before, ignore_errors=True)
    if out.exists():
        out.rename(before)
    aside.rename(out)
    shutil.rmtree(before, ignore_errors=True)
