"""The sandbox's messages on its socket: a length, a JSON object; a result travels as a file.

The result is an anonymous file whose descriptor goes with the answer (SCM_RIGHTS), so that the
process that holds the store never copies it.
"""

from __future__ import annotations

import json
import os
import socket
import struct
from dataclasses import asdict, replace

from a4_rdf.serve.sandbox.messages import MediaTypes, Outcome, QueryAnswer, QueryRequest

MAX_FRAME = 4 << 20
"""Bytes of the longest message; the texts inside have tighter bounds of their own."""

_LENGTH = struct.Struct("!I")


class WireError(OSError):
    """The other side hung up, or sent what is no message."""


def frame(document: object) -> bytes:
    """Return a message: the length in four bytes, then JSON in ASCII."""
    text = json.dumps(document).encode("ascii")
    return _LENGTH.pack(len(text)) + text


def unframe(received: bytes | bytearray) -> object | None:
    """Return the message that the bytes are, or None while some are missing; WireError if none."""
    if len(received) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack_from(received)
    if length > MAX_FRAME or len(received) > _LENGTH.size + length:
        raise WireError("the message is longer than messages are")
    if len(received) < _LENGTH.size + length:
        return None
    try:
        document: object = json.loads(received[_LENGTH.size :])
    except (ValueError, RecursionError) as error:
        raise WireError("the message is no JSON") from error
    return document


def request_frame(request: QueryRequest) -> bytes:
    """Return a request as a message."""
    return frame(asdict(request))


def request_from(document: object) -> QueryRequest:
    """Return the request that a message carries; WireError if it carries none."""
    try:
        fields = dict(document)  # type: ignore[call-overload]
        fields["default_graphs"] = tuple(fields["default_graphs"])
        fields["named_graphs"] = tuple(fields["named_graphs"])
        fields["media_types"] = MediaTypes(**fields["media_types"])
        return QueryRequest(**fields)
    except (KeyError, TypeError, ValueError) as error:
        raise WireError("the message is no request") from error


def answer_frame(answer: QueryAnswer) -> bytes:
    """Return an answer as a message, without its body."""
    return frame(_fields(answer))


def report_frame(answer: QueryAnswer, stays: bool) -> bytes:
    """Return a child's answer as a message, and whether it stays for another query."""
    return frame([_fields(answer), stays])


def report_from(document: object) -> tuple[QueryAnswer, bool]:
    """Return the answer that a child's message carries, and whether it stays; WireError if none."""
    if not isinstance(document, list) or len(document) != 2 or not isinstance(document[1], bool):
        raise WireError("the message is no report")
    return answer_from(document[0]), document[1]


def answer_from(document: object) -> QueryAnswer:
    """Return the answer that a message carries, its body still empty; WireError if none."""
    try:
        fields = dict(document)  # type: ignore[call-overload]
        fields["outcome"] = Outcome(fields["outcome"])
        return QueryAnswer(**fields)
    except (KeyError, TypeError, ValueError) as error:
        raise WireError("the message is no answer") from error


def send_answer(connection: socket.socket, answer: QueryAnswer, result: int | None) -> None:
    """Send an answer, and the descriptor of its result if any; OSError where nobody listens."""
    descriptors = [] if result is None else [result]
    socket.send_fds(connection, [answer_frame(answer)], descriptors)


def receive_answer(connection: socket.socket) -> QueryAnswer:
    """Return the next answer with its body; WireError or TimeoutError where none comes."""
    received = bytearray()
    descriptors: list[int] = []
    try:
        while (document := unframe(received)) is None:
            data, fds, _, _ = socket.recv_fds(connection, 65536, 1, socket.MSG_CMSG_CLOEXEC)
            descriptors.extend(fds)
            if not data:
                raise WireError("the sandbox hung up")
            received += data
        answer = answer_from(document)
        return replace(answer, body=_content(descriptors[0])) if descriptors else answer
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _fields(answer: QueryAnswer) -> dict[str, object]:
    fields = asdict(replace(answer, body=b""))
    del fields["body"]
    return fields


def _content(descriptor: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as result:
        result.seek(0)
        return result.read()
