"""The command `a4-rdf`: each command reads its options, calls one thing, and shows the result."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from importlib import import_module

import click

from a4_rdf import __version__

__all__ = ["COMMANDS", "main"]

COMMANDS: Mapping[str, str] = {
    "demo": "workspace",
    "init": "workspace",
    "build": "workspace",
    "serve": "workspace",
    "export": "export",
    "convert": "convert",
    "check": "check",
    "review": "review",
    "diff": "diff",
    "query": "query",
    "load": "load",
}
"""Each command and the module of this package that holds it under the command's name."""


class _Commands(click.Group):
    """Import a command's module when it is asked for: `convert` need not load the web server."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="a4-rdf")
def main() -> None:
    """Publish the goals of public bodies (LOTAIP, literal a4) as linked open data."""
    # Tables are many small values without cycles: looked through rarely, they cost a third less.
    gc.set_threshold(50_000, 20, 50)
