"""HTTP authentication: Basic (RFC 7617) and Digest with `qop=auth` (RFC 7616), as stores ask it.

A challenge is answered once and its answer then sent ahead, so that no body travels twice.
"""

from __future__ import annotations

import hashlib
import itertools
import secrets
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol
from urllib.request import parse_http_list, parse_keqv_list

_HASHES: Mapping[str, str] = MappingProxyType({"SHA-256": "sha256", "MD5": "md5"})
"""Algorithm in a challenge → its name in hashlib, the better first."""


@dataclass(frozen=True, slots=True)
class Access:
    """A user name and a password; the password is in no `repr`."""

    user: str = ""
    password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user)


NOBODY = Access()


class Authorization(Protocol):
    """What is sent with each request once a challenge was answered."""

    def header(self, method: str, target: str) -> str:
        """Return the Authorization header of a request."""
        ...

    def is_fresher(self, other: Authorization) -> bool:
        """Tell whether this is worth a try where `other` was refused."""
        ...


@dataclass(frozen=True, slots=True)
class Basic:
    """User and password, as good as in clear: only over https, or to a machine of one's own."""

    access: Access

    def header(self, method: str, target: str) -> str:
        """Return the Authorization header of a request."""
        both = f"{self.access.user}:{self.access.password}".encode()
        return f"Basic {b64encode(both).decode('ascii')}"

    def is_fresher(self, other: Authorization) -> bool:
        """Tell that a refused password is not tried again."""
        return not isinstance(other, Basic)


@dataclass(frozen=True, slots=True)
class Digest:
    """A proof that one knows the password, made anew for each request."""

    access: Access
    realm: str
    nonce: str
    opaque: str = ""
    algorithm: str = "MD5"
    stale: bool = False
    client_nonce: str = field(default_factory=lambda: secrets.token_hex(8))
    count: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def header(self, method: str, target: str) -> str:
        """Return the Authorization header of a request (RFC 7616, 3.4)."""
        hashed, number = _hasher(_HASHES[self.algorithm]), f"{next(self.count):08x}"
        secret = hashed(f"{self.access.user}:{self.realm}:{self.access.password}")
        proof = ":".join(
            (secret, self.nonce, number, self.client_nonce, "auth", hashed(f"{method}:{target}"))
        )
        parts = {
            "username": self.access.user,
            "realm": self.realm,
            "nonce": self.nonce,
            "uri": target,
            "response": hashed(proof),
            "cnonce": self.client_nonce,
        } | ({"opaque": self.opaque} if self.opaque else {})
        quoted = ", ".join(f'{name}="{_escaped(value)}"' for name, value in parts.items())
        return f"Digest {quoted}, algorithm={self.algorithm}, qop=auth, nc={number}"

    def is_fresher(self, other: Authorization) -> bool:
        """Tell whether only the nonce had aged, or the place has another one."""
        return not isinstance(other, Digest) or self.stale or self.realm != other.realm


def authorization(access: Access, challenges: Iterable[str]) -> Authorization | None:
    """Return the answer to the best of the challenges that is known here, or None."""
    found: dict[str, Authorization] = {}
    for challenge in challenges:
        scheme, _, rest = challenge.strip().partition(" ")
        if scheme.lower() == "basic":
            found["basic"] = Basic(access)
        elif scheme.lower() == "digest" and (digest := _digest(access, rest)):
            found[digest.algorithm] = digest
    return next((found[name] for name in (*_HASHES, "basic") if name in found), None)


def _digest(access: Access, rest: str) -> Digest | None:
    said = parse_keqv_list([part for part in parse_http_list(rest) if "=" in part])
    algorithm = said.get("algorithm", "MD5").upper()
    qualities = [one.strip() for one in said.get("qop", "").split(",")]
    if algorithm not in _HASHES or "auth" not in qualities or "nonce" not in said:
        return None
    return Digest(
        access,
        said.get("realm", ""),
        said["nonce"],
        said.get("opaque", ""),
        algorithm,
        said.get("stale", "").lower() == "true",
    )


def _hasher(name: str) -> Callable[[str], str]:
    return lambda text: hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
