"""The fast lane: the same answer again, and only where it is the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug.test import Client

from a4_rdf.serve.http import fast_lane
from a4_rdf.serve.http.fast_lane import FastLane

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

KEPT = (("Cache-Control", "public, no-cache"), ("ETag", '"1"'))


class Counting:
    """An application that counts its answers and says which it is in the body."""

    def __init__(self, *headers: tuple[str, str], status: str = "200 OK", size: int = 0) -> None:
        self.headers, self.status, self.size = headers, status, size
        self.answers = self.closed = 0

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.answers += 1
        body = str(self.answers).encode().ljust(self.size)
        length = ("Content-Length", str(len(body)))
        start_response(self.status, [*self.headers, length])
        return self._body(body)

    def _body(self, body: bytes) -> Iterable[bytes]:
        try:
            yield body[:1]
            yield body[1:]
        finally:
            self.closed += 1


def lane(application: Counting, builds: list[str] | None = None) -> Client:
    named = builds or ["one"]
    return Client(FastLane(application, lambda: named[-1]))


def test_a_plain_get_is_answered_again_with_the_same_bytes_and_headers() -> None:
    application = Counting(*KEPT)
    client = lane(application)
    first, second = client.get("/a?b=c"), client.get("/a?b=c")
    assert (first.data, second.data) == (b"1", b"1")
    assert "Date" in second.headers
    assert [*first.headers] == [h for h in second.headers if h[0] != "Date"]
    assert (application.answers, application.closed) == (1, 1)


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/b"},
        {"query_string": "lang=en"},
        {"headers": {"Accept": "text/turtle"}},
        {"headers": {"Accept-Encoding": "gzip"}},
        {"base_url": "http://localhost/prefix"},
        {"headers": {"If-None-Match": '"1"'}},
        {"headers": {"Range": "bytes=0-1"}},
        {"headers": {"Accept-Datetime": "Wed, 30 Sep 2015 00:00:00 GMT"}},
        {"method": "HEAD"},
        {"method": "POST"},
    ],
)
def test_another_request_is_answered_by_the_application(other: dict[str, Any]) -> None:
    application = Counting(*KEPT)
    client = lane(application)
    client.get("/a")
    assert client.open(**{"path": "/a", "method": "GET"} | other).status_code == 200
    assert application.answers == 2


def test_a_condition_never_gets_in_the_way_of_a_plain_request() -> None:
    application = Counting(*KEPT)
    client = lane(application)
    client.get("/a", headers={"Range": "bytes=0-1"})
    assert client.get("/a").data == b"2"
    assert client.get("/a").data == b"2"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ((), "200 OK"),
        ((("Cache-Control", "no-store"), ("ETag", '"1"')), "200 OK"),
        ((("Cache-Control", "public"),), "200 OK"),
        ((*KEPT, ("Set-Cookie", "a=b")), "200 OK"),
        (KEPT, "404 NOT FOUND"),
        (KEPT, "303 SEE OTHER"),
    ],
)
def test_what_no_cache_may_keep_is_made_anew(
    headers: tuple[tuple[str, str], ...], status: str
) -> None:
    application = Counting(*headers, status=status)
    client = lane(application)
    assert [client.get("/a").data, client.get("/a").data] == [b"1", b"2"]
    assert application.closed == 2


def test_a_new_build_begins_with_nothing() -> None:
    builds = ["one"]
    client = lane(Counting(*KEPT), builds)
    assert client.get("/a").data == b"1"
    builds.append("two")
    assert client.get("/a").data == b"2"
    assert client.get("/a").data == b"2"


def test_a_large_answer_is_not_kept() -> None:
    client = lane(Counting(*KEPT, size=fast_lane.LARGEST + 1))
    assert client.get("/a").data.strip() == b"1"
    assert client.get("/a").data.strip() == b"2"


def test_the_oldest_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast_lane, "CAPACITY", 3000)
    application = Counting(*KEPT, size=1000)
    client = lane(application)
    for path in ("/a", "/b", "/c", "/c", "/b"):
        client.get(path)
    assert application.answers == 3
    client.get("/a")
    assert application.answers == 4


def test_what_changes_within_a_build_is_never_kept() -> None:
    application = Counting(*KEPT)
    client = Client(FastLane(application, lambda: "one", ("/a",)))
    assert [client.get("/a").data, client.get("/a").data] == [b"1", b"2"]
    assert [client.get("/b").data, client.get("/b").data] == [b"3", b"3"]


def test_a_very_long_address_is_not_kept() -> None:
    application = Counting(*KEPT)
    client = lane(application)
    for _ in range(2):
        client.get("/a?" + "x" * 5000)
    assert application.answers == 2
