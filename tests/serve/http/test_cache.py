"""The cache of rendered bodies: bounded, least recently used first out."""

from __future__ import annotations

import pytest
from werkzeug.exceptions import NotFound

from a4_rdf.serve.http.cache import Cache, Kept


def test_a_body_is_rendered_once() -> None:
    cache, calls = Cache(), []

    def render() -> bytes:
        calls.append(1)
        return b"x"

    assert (cache.get("a", render), cache.get("a", render)) == (b"x", b"x")
    assert len(calls) == 1


def test_the_oldest_leaves_first() -> None:
    cache = Cache(capacity=80)
    for name in "abcdefgh":
        cache.get(name, lambda: b"0123456789")
    cache.get("a", lambda: b"!")
    cache.get("i", lambda: b"0123456789")
    assert cache.get("a", lambda: b"new") == b"0123456789"
    assert cache.get("b", lambda: b"new") == b"new"


def test_a_large_body_is_not_kept() -> None:
    cache = Cache(capacity=80)
    cache.get("a", lambda: b"x" * 11)
    assert cache.get("a", lambda: b"y") == b"y"


def test_an_error_is_not_kept() -> None:
    cache = Cache()

    def fail() -> bytes:
        raise NotFound

    with pytest.raises(NotFound):
        cache.get("a", fail)
    assert cache.get("a", lambda: b"y") == b"y"


def test_values_are_weighed_as_their_cache_says() -> None:
    kept: Kept[int] = Kept(80, lambda value: value)
    assert kept.get("heavy", lambda: 11) == 11
    assert kept.get("heavy", lambda: 1) == 1
    for name in range(8):
        kept.get(name, lambda: 10)
    assert kept.get("heavy", lambda: 2) == 2
    assert kept.get(7, lambda: 3) == 10


def test_a_value_made_twice_at_once_is_weighed_once() -> None:
    cache = Cache(capacity=80)

    def other() -> bytes:
        return cache.get("a", lambda: b"0123456789") and b"9876543210"

    assert cache.get("a", other) == b"9876543210"
    for name in "bcdefgh":
        cache.get(name, lambda: b"0123456789")
    assert cache.get("a", lambda: b"new") == b"9876543210"
