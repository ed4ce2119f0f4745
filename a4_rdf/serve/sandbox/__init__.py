"""Queries of strangers, each in a process that may be killed: no network, bounded in all else.

    with start(public, limits) as sandbox:              one per server; ends with its starter
        with kept(sandbox): …                           started anew if it should end by itself
        runner = connect(sandbox.address, limits)       in any worker process
        answer = runner.run(QueryRequest("ASK {}", base))

One parent process holds the store open read-only and forks children that take one query at a time,
because a query can neither be cancelled nor be kept from crashing its process. Linux only: where
the network cannot be taken away, `start` gives a sandbox that refuses, with the reason.
"""

from __future__ import annotations

from a4_rdf.serve.sandbox.client import QueryRunner, RefusingRunner, connect
from a4_rdf.serve.sandbox.keeper import kept
from a4_rdf.serve.sandbox.messages import (
    Limits,
    MediaTypes,
    Outcome,
    Presence,
    QueryAnswer,
    QueryRequest,
    Runner,
)
from a4_rdf.serve.sandbox.process import Sandbox, start

__all__ = [
    "Limits",
    "MediaTypes",
    "Outcome",
    "Presence",
    "QueryAnswer",
    "QueryRequest",
    "QueryRunner",
    "RefusingRunner",
    "Runner",
    "Sandbox",
    "connect",
    "kept",
    "start",
]
