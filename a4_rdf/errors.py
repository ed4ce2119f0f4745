"""The exceptions of a4_rdf: each names one way in which the world, not the program, is wrong."""

from __future__ import annotations


class A4Error(Exception):
    """Base of all errors that a user can mend; one line: what, where, what was expected."""

    exit_code = 1


class UsageError(A4Error):
    """The command, an option or a setting is wrong; nothing was read."""

    exit_code = 2


class SourceError(A4Error):
    """A document cannot be read or is no a4 document; the message says what was expected and found.

    `code` is the stable English slug of the reason, `source` the document's name.
    """

    exit_code = 3

    def __init__(self, source: str, code: str, message: str) -> None:
        super().__init__(f"{source}: {code}: {message}")
        self.source = source
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, str]]:
        """Travel between processes whole."""
        return type(self), (self.source, self.code, self.message)


class CheckError(A4Error):
    """The data does not pass its checks; the last good publication stays."""


class StoreError(A4Error):
    """The triple store did not answer, or answered with an error."""

    exit_code = 4


class QueryError(A4Error):
    """A query is not valid SPARQL 1.1; the message carries line and column where known."""

    exit_code = 2
