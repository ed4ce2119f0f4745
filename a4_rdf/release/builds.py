"""Builds of a publication: made aside in .builds/, put in place by one rename, one at a time.

public -> .builds/000007-3f2a…      what is served
.builds/000006-…                    the one before, for servers that still read it
.builds/new/  .builds/scratch/      a build in the making, or what a crash left of one
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from a4_rdf.errors import UsageError
from a4_rdf.release import files
from a4_rdf.release.locks import locked

PUBLIC, BUILDS = "public", ".builds"


class Build:
    """A build in the making: write into `folder`, keep what is not published in `scratch`."""

    __slots__ = ("_builds", "_public", "folder", "scratch")

    def __init__(self, root: Path) -> None:
        self._public = root / PUBLIC
        self._builds = root / BUILDS
        self.folder = self._builds / "new"
        self.scratch = self._builds / "scratch"

    def install(self, digest: str) -> Path:
        """Make this build the publication and return its folder; the one before it stays too.

        Everything is on disk before `public` changes, which it does in one step: a crash leaves
        the old publication or the new one.
        """
        before = self._current()
        final = self._builds / f"{self._last_number() + 1:06}-{digest[:12]}"
        files.sync(self.folder)
        self.folder.rename(final)
        files.sync_folder(self._builds)
        aside = self._public.with_name(f".{PUBLIC}.new")
        aside.unlink(missing_ok=True)
        aside.symlink_to(final.relative_to(self._public.parent))
        aside.rename(self._public)
        files.sync_folder(self._public.parent)
        self._keep_only(final, before)
        return final

    def begin(self) -> None:
        """Clear away what a crash left and make the empty folders."""
        if self._public.exists() and not self._public.is_symlink():
            raise UsageError(f"{self._public}: expected the link that a build makes; move it away")
        self.discard()
        self.folder.mkdir()
        self.scratch.mkdir()

    def discard(self) -> None:
        """Remove the folders of a build that is not, or no longer, in the making."""
        for folder in (self.folder, self.scratch):
            if folder.exists():
                shutil.rmtree(folder)

    def _current(self) -> Path | None:
        """Return the build that `public` points at, or None."""
        if not self._public.is_symlink():
            return None
        target = self._public.resolve()
        return target if target.is_dir() else None

    def _numbered(self) -> list[Path]:
        return [path for path in self._builds.iterdir() if path.name[:6].isdecimal()]

    def _last_number(self) -> int:
        return max((int(path.name[:6]) for path in self._numbered()), default=0)

    def _keep_only(self, *kept: Path | None) -> None:
        names = {path.name for path in kept if path}
        for path in self._numbered():
            if path.name not in names:
                shutil.rmtree(path)


@contextmanager
def building(root: Path) -> Iterator[Build]:
    """Hold the one build of a workspace; whatever happens, nothing half-made is left behind.

    Raises UsageError where another process is building, or where `public` is no link of ours.
    """
    (root / BUILDS).mkdir(exist_ok=True)
    lock = os.open(root / BUILDS / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    with locked(lock, f"{root}: another build is running; wait for it to end"):
        build = Build(root)
        build.begin()
        try:
            yield build
        finally:
            build.discard()
