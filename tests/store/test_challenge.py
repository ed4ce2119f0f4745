"""Answers to challenges, with the examples of the standards."""

from __future__ import annotations

import itertools

import pytest

from a4_rdf.store.challenge import Access, Basic, Digest, authorization

# RFC 7616, 3.9.1
MUFASA = Access("Mufasa", "Circle of Life")
CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
CHALLENGE = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={algorithm},'
    f' nonce="{NONCE}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_proof_of_the_standard(algorithm: str, response: str) -> None:
    found = authorization(MUFASA, [CHALLENGE.format(algorithm=algorithm)])
    assert isinstance(found, Digest)
    own = Digest(
        MUFASA, found.realm, found.nonce, found.opaque, found.algorithm, client_nonce=CLIENT_NONCE
    )
    header = own.header("GET", "/dir/index.html")
    assert f'response="{response}"' in header
    assert header.endswith(f"algorithm={algorithm}, qop=auth, nc=00000001")
    assert own.header("GET", "/dir/index.html").endswith("nc=00000002")


def test_the_better_challenge_is_answered() -> None:
    both = [CHALLENGE.format(algorithm=name) for name in ("MD5", "SHA-256")]
    found = authorization(MUFASA, ['Basic realm="x"', *both])
    assert isinstance(found, Digest) and found.algorithm == "SHA-256"


def test_basic_as_the_standard_shows_it() -> None:  # RFC 7617, 2
    found = authorization(Access("Aladdin", "open sesame"), ['Basic realm="WallyWorld"'])
    assert found is not None
    assert found.header("GET", "/") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="


@pytest.mark.parametrize(
    "challenge",
    [
        "Negotiate",
        "Digest",
        'Digest nonce="x", algorithm=SHA-512-256, qop="auth"',
        'Digest nonce="x"',
    ],
)
def test_what_is_not_known_is_not_answered(challenge: str) -> None:
    assert authorization(MUFASA, [challenge]) is None


def test_a_refused_password_is_not_sent_again_an_aged_nonce_is() -> None:
    one = Digest(MUFASA, "r", "n", count=itertools.count(1))
    assert not Digest(MUFASA, "r", "m").is_fresher(one)
    assert Digest(MUFASA, "r", "m", stale=True).is_fresher(one)
    assert not Basic(MUFASA).is_fresher(Basic(MUFASA))


def test_a_password_is_in_no_repr() -> None:
    assert "Circle" not in repr((MUFASA, Basic(MUFASA), Digest(MUFASA, "r", "n")))
    assert not Access()
