"""Messages survive the way through the socket; what is none is told apart."""

from __future__ import annotations

import os
import socket

import pytest

from a4_rdf.serve.sandbox import MediaTypes, Outcome, QueryAnswer, QueryRequest
from a4_rdf.serve.sandbox.wire import (
    WireError,
    frame,
    receive_answer,
    request_frame,
    request_from,
    send_answer,
    unframe,
)

REQUEST = QueryRequest(
    "SELECT ?ñ { ?s ?p '\x00' }", "http://e/", ("http://e/g",), (), MediaTypes(graph="")
)


def test_a_request_comes_out_as_it_went_in() -> None:
    message = unframe(request_frame(REQUEST))
    assert message
    assert request_from(message) == REQUEST


def test_a_part_of_a_message_is_not_one_yet() -> None:
    message = request_frame(REQUEST)
    assert all(unframe(message[:end]) is None for end in range(len(message)))


BROKEN = b"\x00\x00\x00\x01\x00\x00\x00\x00{"
NESTED = (100_000).to_bytes(4, "big") + bytes(4) + b"[" * 100_000


@pytest.mark.parametrize(
    "received",
    [
        b"\xff" * 8,
        bytes(4) + b"\xff" * 4,
        frame({}) + b"x",
        b"\x00\x00\x00\x01\x00\x00\x00\x00{",
        NESTED,
    ],
    ids=["endless", "endless body", "more", "none", "nested"],
)
def test_other_bytes_are_no_message(received: bytes) -> None:
    with pytest.raises(WireError):
        unframe(received)


@pytest.mark.parametrize("document", [[], {}, 3, {"text": "ASK {}"}, "x", [["a", "b"]]])
def test_other_json_is_no_request(document: object) -> None:
    with pytest.raises(WireError):
        request_from((document, b""))


def test_a_request_has_no_body() -> None:
    message = unframe(request_frame(REQUEST))
    assert message
    with pytest.raises(WireError):
        request_from((message[0], b"more"))


def test_the_result_travels_beside_the_answer() -> None:
    result = os.memfd_create("result")
    os.write(result, b"true")
    here, there = socket.socketpair()
    with here, there:
        send_answer(here, QueryAnswer(Outcome.ANSWERED, "ask", "text/csv", "d"), result)
        os.close(result)
        assert receive_answer(there) == QueryAnswer(
            Outcome.ANSWERED, "ask", "text/csv", "d", b"true"
        )


def test_a_short_result_travels_within_the_answer() -> None:
    here, there = socket.socketpair()
    with here, there:
        send_answer(here, QueryAnswer(Outcome.ANSWERED, "ask", body=b"\x00true"), None)
        assert receive_answer(there).body == b"\x00true"


def test_a_refusal_has_no_result() -> None:
    refusal = QueryAnswer(Outcome.SYNTAX, detail="se esperaba «}»", line=1, column=6)
    here, there = socket.socketpair()
    with here, there:
        send_answer(here, refusal, None)
        assert receive_answer(there) == refusal


def test_a_hung_up_line_is_an_error() -> None:
    here, there = socket.socketpair()
    with there:
        here.close()
        with pytest.raises(WireError):
            receive_answer(there)
