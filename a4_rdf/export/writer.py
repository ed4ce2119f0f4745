"""Write what one address of a site answers to its file, the links of a page leading to files.

What a writer does depends on nothing that it did before, so that several can share the work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from shutil import copyfile
from urllib.parse import unquote, urlsplit

from a4_rdf import iris
from a4_rdf.errors import A4Error
from a4_rdf.export import names, pages
from a4_rdf.serve.inprocess import InProcess
from a4_rdf.serve.manifest import read_manifest

GONE = 410

SERVED_ONLY = ("sparql", "consultas.csv", "consultas.json", "buscar.json", "buscar/sugerencias")
"""What needs a server: links to it lead to the publisher's own."""

NOT_FOUND = {"no-esta": "404.html", "no-esta?lang=en": "404.en.html"}
"""Addresses that are never there, and the files that hold what is said then."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to write: addresses of the publication folder `root`, below `out`.

    Without `history`, links to the pages of dates lead to the publisher's server.
    """

    root: Path
    out: Path
    history: bool
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, its bytes and SHA-256; the addresses that a page leads to."""

    file: str
    size: int
    sha256: str
    is_page: bool = False
    leads: tuple[str, ...] = ()


class Writer:
    """Writes addresses of one publication; it opens it once."""

    def __init__(self, task: Task) -> None:
        self._root, self._out, self._history = task.root, task.out, task.history
        self._manifest, _ = read_manifest(task.root)
        self._site = InProcess(task.root)

    def write(self, address: str) -> Written:
        """Write what an address in normal form answers; A4Error where that is no answer.

        What took the place of another thing is said by a page, though it is answered with 410.
        """
        file = names.file(address)
        source = self._manifest.files.get(unquote(address))
        if source is not None and address.startswith("dumps/"):
            return self._copy(self._root / source.path, file)
        answer = self._site.get(address)
        is_gone = answer.status == GONE and answer.media_type == names.HTML
        if answer.status != 200 and not is_gone:
            raise A4Error(f"/{address}: a page leads there, and it answers {answer.status}")
        if answer.media_type != names.HTML:
            return save(self._out, file, answer.body)
        leads: dict[str, None] = {}
        if answer.timemap:
            self._place(urlsplit(answer.timemap).path.removeprefix(self._prefix), leads)

        def place(target: str) -> str:
            return self._place(target, leads)

        text = pages.rewritten(answer.body.decode(), address, file, place)
        return save(self._out, file, text.encode(), is_page=True, leads=tuple(leads))

    def not_found(self) -> Iterator[Written]:
        """Write the pages for what is not there: shown at any address, they link from the top."""
        leads: dict[str, None] = {}

        def place(target: str) -> str:
            return NOT_FOUND.get(names.normal(target)) or self._place(target, leads)

        for address, file in NOT_FOUND.items():
            text = self._site.get(address).body.decode()
            text = pages.rewritten(text, address, file, place, top=self._prefix)
            yield save(self._out, file, text.encode(), leads=tuple(leads))

    @property
    def _prefix(self) -> str:
        return urlsplit(iris.root(self._manifest.base)).path

    def _place(self, address: str, leads: dict[str, None]) -> str:
        """Return the file of an address of ours, and note it; of what has none, where it is."""
        own = names.normal(address)
        if self._is_served_only(own):
            return iris.root(self._manifest.base) + address
        leads[own] = None
        return names.file(own)

    def _is_served_only(self, address: str) -> bool:
        path, _, query = address.partition("?")
        is_asked = path in ("consultas", "buscar") and query not in ("", "lang=en")
        is_asked |= path.startswith("consultas/")
        is_old = not self._history and names.is_dated(path)
        return path in SERVED_ONLY or is_asked or is_old

    def _copy(self, source: Path, file: str) -> Written:
        path = self._out / file
        path.parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, path)
        with path.open("rb") as copied:
            return Written(file, path.stat().st_size, file_digest(copied, "sha256").hexdigest())


def write_all(task: Task) -> tuple[Written, ...]:
    """Write the addresses of a task, in a process of its own."""
    return tuple(map(Writer(task).write, task.addresses))


def save(
    out: Path, file: str, body: bytes, is_page: bool = False, leads: tuple[str, ...] = ()
) -> Written:
    """Write a file below a folder and return what was written."""
    path = out / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return Written(file, len(body), sha256(body).hexdigest(), is_page, leads)
