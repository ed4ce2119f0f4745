"""Whose request it is: only what trusted proxies wrote counts."""

from __future__ import annotations

import pytest
from flask import Flask, request

from a4_rdf.errors import UsageError
from a4_rdf.serve.http import client
from a4_rdf.serve.http.client import NONE, Proxies, parse

PEER = "192.0.2.9"
NAMED = Proxies(networks=("192.0.2.0/24", "2001:db8::1"))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (NONE, "", PEER),
        (NONE, "198.51.100.1", PEER),
        (Proxies(1), "", PEER),
        (Proxies(1), "198.51.100.1", "198.51.100.1"),
        (Proxies(1), "203.0.113.5, 198.51.100.1", "198.51.100.1"),
        (Proxies(2), "203.0.113.5, 198.51.100.1", "203.0.113.5"),
        (Proxies(2), "198.51.100.1", "198.51.100.1"),
        (Proxies(1), "203.0.113.5, x", PEER),
        (Proxies(1), "203.0.113.5,", PEER),
        (NAMED, "203.0.113.5, 198.51.100.1", "198.51.100.1"),
        (NAMED, "198.51.100.1, 192.0.2.7", "198.51.100.1"),
        (NAMED, "198.51.100.1, 2001:db8::1", "198.51.100.1"),
        (NAMED, "198.51.100.1, 192.0.2.7:80", PEER),
        (NAMED, "192.0.2.1, 192.0.2.7", "192.0.2.1"),
        (Proxies(networks=("198.51.100.0/24",)), "203.0.113.5", PEER),
        (Proxies(1), "1.2.3.4," * 2000 + "198.51.100.1", "198.51.100.1"),
    ],
)
def test_the_client_is_who_the_nearest_trusted_proxies_say(
    proxies: Proxies, forwarded: str, address: str
) -> None:
    assert proxies.client(PEER, forwarded) == address


@pytest.mark.parametrize(
    ("text", "proxies"),
    [
        ("", NONE),
        ("0", NONE),
        (" 2 ", Proxies(2)),
        ("127.0.0.1", Proxies(networks=("127.0.0.1",))),
        ("10.0.0.0/8, ::1", Proxies(networks=("10.0.0.0/8", "::1"))),
    ],
)
def test_a_setting_is_a_number_or_addresses(text: str, proxies: Proxies) -> None:
    assert parse(text) == proxies


@pytest.mark.parametrize("text", ["proxy.example", "-1", "10.0.0.0/99", "127.0.0.1 x"])
def test_another_setting_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="expected how many there are, or their addresses"):
        parse(text)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.9", "192.0.2.9"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("", ""),
        (None, ""),
        ("a\r\nb", ""),
    ],
)
def test_clients_are_told_apart_as_they_are_connected(address: str | None, key: str) -> None:
    assert client.key(address) == key


@pytest.mark.parametrize(("proxies", "seen"), [(NONE, PEER), (Proxies(1), "198.51.100.1")])
def test_the_application_sees_the_client(proxies: Proxies, seen: str) -> None:
    app = Flask("test")
    app.add_url_rule("/", view_func=lambda: request.remote_addr or "")
    app.wsgi_app = client.behind(app.wsgi_app, proxies)  # type: ignore[assignment]
    answer = app.test_client().get(
        "/", headers={"X-Forwarded-For": "198.51.100.1"}, environ_base={"REMOTE_ADDR": PEER}
    )
    assert answer.text == seen
