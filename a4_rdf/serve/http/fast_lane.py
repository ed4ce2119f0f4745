"""Answers given before, given again: what a plain GET gets of one build never changes.

It stands before the application, where an answer costs a look-up and no framework. Only whole
answers that any cache may keep are kept, and a new build begins with none. Requests that say more
than what they accept (conditions, ranges, a moment of time) go the long way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from email.utils import formatdate
from typing import TYPE_CHECKING

from a4_rdf.serve.http.cache import Kept

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

CAPACITY = 64 * 1024 * 1024
LARGEST = 512 * 1024
"""Bytes kept in all, and of one answer."""

TELLING = ("SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING")
"""What a plain request is told by: its address and what it accepts."""

FURTHER = (
    "HTTP_ACCEPT_DATETIME",
    "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_RANGE",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_RANGE",
)
"""What makes a request more than plain."""

LONGEST_KEY = 4096

Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its headers but the date, its body in one piece, bytes with its key."""

    headers: Headers
    body: bytes
    size: int


class FastLane:
    """A WSGI application before another one, whose answers it keeps for the build being served.

    `identity` tells which build that is; it is asked once per request.
    """

    def __init__(
        self,
        application: WSGIApplication,
        identity: Callable[[], str],
        changing: Collection[str] = (),
    ) -> None:
        """Stand before an application; paths that are `changing` within a build are never kept."""
        self._application, self._identity = application, identity
        self._changing = frozenset(changing)
        self._kept = ("", _nothing())

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, from what is kept where it is a plain one."""
        key = _key(environ)
        if key is None or environ["PATH_INFO"] in self._changing:
            return self._application(environ, start_response)
        build = self._identity()
        of, answers = self._kept
        answer = answers.find(key) if build == of else None
        if answer is None:
            return self._first_time(build, key, environ, start_response)
        start_response("200 OK", [*answer.headers, ("Date", formatdate(usegmt=True))])
        return [answer.body]

    def _first_time(
        self, build: str, key: str, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer as the application does, and keep the answer where it may be kept."""
        kept: list[Headers] = []

        def start(status: str, headers: Headers, *rest: object) -> Callable[[bytes], object]:
            if status == "200 OK" and _may_be_kept(headers):
                kept.append([(k, v) for k, v in headers if k.lower() != "date"])
            return start_response(status, headers, *rest)  # type: ignore[arg-type]

        said = self._application(environ, start)
        if not kept:
            return said
        body = b"".join(said)
        if close := getattr(said, "close", None):
            close()
        self._keep(build, key, Answer(kept[0], body, len(body) + len(key)))
        return [body]

    def _keep(self, build: str, key: str, answer: Answer) -> None:
        of, answers = self._kept
        if build != of:
            answers = _nothing()
            self._kept = (build, answers)
        answers.keep(key, answer)


def _nothing() -> Kept[Answer]:
    # What one answer may weigh was seen before: LARGEST is that of its body alone.
    return Kept(CAPACITY, lambda answer: answer.size, CAPACITY)


def _key(environ: WSGIEnvironment) -> str | None:
    """Return what tells a plain request from others, None for any other request."""
    if environ["REQUEST_METHOD"] != "GET" or any(name in environ for name in FURTHER):
        return None
    key = "\x1f".join(environ.get(name, "-") for name in TELLING)
    return key if len(key) <= LONGEST_KEY else None


def _may_be_kept(headers: Headers) -> bool:
    """Tell whether an answer is one that any cache may keep, and small enough."""
    said = {name.lower(): value for name, value in headers}
    size = said.get("content-length", "")
    return (
        said.get("cache-control", "").startswith("public")
        and "etag" in said
        and "set-cookie" not in said
        and size.isascii()
        and size.isdigit()
        and int(size) <= LARGEST
    )
