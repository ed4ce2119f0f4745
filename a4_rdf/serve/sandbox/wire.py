"""The sandbox's messages on its socket: JSON, and a result behind it or as a file beside it.

A long result is an anonymous file whose descriptor goes with the answer (SCM_RIGHTS), so that the
process that holds the store never copies it.
"""

from __future__ import annotations

import json
import os
import socket
import struct
from dataclasses import fields, replace
from typing import Any, cast

from a4_rdf.serve.sandbox.messages import MediaTypes, Outcome, QueryAnswer, QueryRequest

MAX_FRAME = 4 << 20
"""Bytes of the longest message; the texts inside have tighter bounds of their own."""

MOST_INSIDE = 32 * 1024
"""Bytes of a result up to which it travels in the message: a pipe holds that."""

_LENGTHS = struct.Struct("!II")


class WireError(OSError):
    """The other side hung up, or sent what is no message."""


def frame(document: object, body: bytes = b"") -> bytes:
    """Return a message: the lengths of both in four bytes each, JSON in ASCII, the body."""
    text = json.dumps(document).encode("ascii")
    return b"".join((_LENGTHS.pack(len(text), len(body)), text, body))


def unframe(received: bytes | bytearray) -> tuple[object, bytes] | None:
    """Return the message that the bytes are, or None while some are missing; WireError if none."""
    if len(received) < _LENGTHS.size:
        return None
    length, more = _LENGTHS.unpack_from(received)
    end = _LENGTHS.size + length
    if length > MAX_FRAME or more > MOST_INSIDE or len(received) > end + more:
        raise WireError("the message is longer than messages are")
    if len(received) < end + more:
        return None
    try:
        document: object = json.loads(received[_LENGTHS.size : end])
    except (ValueError, RecursionError) as error:
        raise WireError("the message is no JSON") from error
    return document, bytes(received[end:])


def request_frame(request: QueryRequest) -> bytes:
    """Return a request as a message."""
    return frame(_fields(request) | {"media_types": _fields(request.media_types)})


def request_from(message: tuple[object, bytes]) -> QueryRequest:
    """Return the request that a message carries; WireError if it carries none."""
    document, body = message
    try:
        if body:
            raise ValueError("a request has no body")
        given = dict(document)  # type: ignore[call-overload]
        given["default_graphs"] = tuple(given["default_graphs"])
        given["named_graphs"] = tuple(given["named_graphs"])
        given["media_types"] = MediaTypes(**given["media_types"])
        return QueryRequest(**given)
    except (KeyError, TypeError, ValueError) as error:
        raise WireError("the message is no request") from error


def answer_frame(answer: QueryAnswer, *, stays: bool = False) -> bytes:
    """Return an answer as a message, and whether the child that gives it stays for another query.

    Its body goes with it where it is not longer than `MOST_INSIDE`.
    """
    return frame([_fields(answer) | {"body": ""}, stays], answer.body)


def answer_from(message: tuple[object, bytes]) -> tuple[QueryAnswer, bool]:
    """Return the answer that a message carries, and whether its child stays; WireError if none."""
    document, body = message
    try:
        given, stays = cast("tuple[dict[str, Any], object]", document)
        answer = QueryAnswer(**{**given, "outcome": Outcome(given["outcome"]), "body": body})
    except (KeyError, TypeError, ValueError) as error:
        raise WireError("the message is no answer") from error
    return answer, stays is True


def send_answer(connection: socket.socket, answer: QueryAnswer, result: int | None) -> None:
    """Send an answer, and the descriptor of its result if any; OSError where nobody listens."""
    descriptors = [] if result is None else [result]
    socket.send_fds(connection, [answer_frame(answer)], descriptors)


def receive_answer(connection: socket.socket) -> QueryAnswer:
    """Return the next answer with its body; WireError or TimeoutError where none comes."""
    received = bytearray()
    descriptors: list[int] = []
    try:
        while (message := unframe(received)) is None:
            data, fds, _, _ = socket.recv_fds(connection, 65536, 1, socket.MSG_CMSG_CLOEXEC)
            descriptors.extend(fds)
            if not data:
                raise WireError("the sandbox hung up")
            received += data
        answer, _ = answer_from(message)
        return replace(answer, body=_content(descriptors[0])) if descriptors else answer
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _fields(value: QueryRequest | QueryAnswer | MediaTypes) -> dict[str, object]:
    # asdict copies whatever it finds, which takes ten times as long.
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _content(descriptor: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as result:
        result.seek(0)
        return result.read()
