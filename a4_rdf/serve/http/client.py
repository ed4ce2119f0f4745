"""Whose request it is: the address of the client, behind the proxies that the operator trusts.

Anybody may send an X-Forwarded-For header, so it counts only as far as trusted proxies wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING

from a4_rdf.errors import UsageError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MAX_FORWARDED = 4096
"""Of a longer X-Forwarded-For header only the end counts, which the nearest proxies wrote."""

Address = IPv4Address | IPv6Address

_COUNT = re.compile(r"\d{1,2}")
_NETWORK_OF_ONE = 64
"""Who has one IPv6 address has all those that share its first 64 bits (RFC 6177)."""


@dataclass(frozen=True, slots=True)
class Proxies:
    """The proxies before this server: how many there are always, or which addresses they have."""

    count: int = 0
    networks: tuple[str, ...] = ()

    def client(self, peer: str, forwarded: str) -> str:
        """Return the client's address: the nearest that no trusted proxy vouches to be a proxy.

        `peer` is who is connected, `forwarded` the X-Forwarded-For header. What is no address ends
        the search: the proxy that passed it on is the client then.
        """
        found, passed = peer, 0
        for said in reversed(forwarded[-MAX_FORWARDED:].split(",")):
            address = _address(said)
            if address is None or not self._trusts(found, passed):
                break
            found, passed = str(address), passed + 1
        return found

    def _trusts(self, address: str, passed: int) -> bool:
        if self.count:
            return passed < self.count
        known = _address(address)
        return known is not None and any(known in ip_network(name) for name in self.networks)


NONE = Proxies()
"""No proxy is trusted: the client is who is connected."""


def parse(text: str) -> Proxies:
    """Return the proxies that a setting names: a number, or addresses and networks; UsageError."""
    text = text.strip()
    if _COUNT.fullmatch(text):
        return Proxies(int(text))
    names = tuple(text.replace(",", " ").split())
    for name in names:
        try:
            ip_network(name)
        except ValueError as error:
            raise UsageError(
                f"trusted proxies: expected how many there are, or their addresses as "
                f"10.0.0.0/8 192.0.2.1, found {name!r}"
            ) from error
    return Proxies(networks=names)


def key(address: str | None) -> str:
    """Return what tells one client from another; empty where nothing is known of it."""
    known = _address(address or "")
    if isinstance(known, IPv6Address):
        return str(IPv6Network((known, _NETWORK_OF_ONE), strict=False))
    return "" if known is None else str(known)


def behind(app: WSGIApplication, proxies: Proxies) -> WSGIApplication:
    """Return the application with REMOTE_ADDR as the client's address, not the nearest proxy's."""

    def call(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        peer, forwarded = environ.get("REMOTE_ADDR", ""), environ.get("HTTP_X_FORWARDED_FOR", "")
        environ["REMOTE_ADDR"] = proxies.client(peer, forwarded)
        return app(environ, start)

    return call


def _address(text: str) -> Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
