"""The command `a4-rdf`: each command reads its options, calls one thing, and shows the result."""

from __future__ import annotations

import click

from a4_rdf import __version__
from a4_rdf.cli import check, convert, query, workspace

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="a4-rdf")
def main() -> None:
    """Publish the goals of public bodies (LOTAIP, literal a4) as linked open data."""


COMMANDS = (
    workspace.demo,
    workspace.init,
    workspace.build,
    workspace.serve,
    convert.convert,
    check.check,
    query.query,
)
for _command in COMMANDS:
    main.add_command(_command)
