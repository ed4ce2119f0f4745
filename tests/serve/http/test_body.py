"""Only so many bodies are read at once, and of one client fewer."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from a4_rdf.serve.http.body import Bodies, TooManyBodiesError


def refused(bodies: Bodies, client: str) -> bool | None:
    """Return whether a further body is refused for the client's own sake; None if it is read."""
    try:
        with bodies.reading(client):
            return None
    except TooManyBodiesError as error:
        return error.is_own


def test_places_are_taken_and_given_back() -> None:
    bodies = Bodies(at_once=3, of_one_client=2)
    with ExitStack() as held:
        held.enter_context(bodies.reading("a"))
        held.enter_context(bodies.reading("a"))
        assert refused(bodies, "a") is True
        assert refused(bodies, "b") is None
        held.enter_context(bodies.reading("b"))
        assert refused(bodies, "c") is False
    assert refused(bodies, "a") is None


def test_of_unknown_clients_only_all_are_bounded() -> None:
    bodies = Bodies(at_once=3, of_one_client=1)
    with bodies.reading(""), bodies.reading(""), bodies.reading(""):
        assert refused(bodies, "") is False


def test_a_place_is_given_back_after_an_error() -> None:
    bodies = Bodies(at_once=1)
    with pytest.raises(ValueError, match="x"), bodies.reading("a"):
        raise ValueError("x")
    assert refused(bodies, "a") is None
