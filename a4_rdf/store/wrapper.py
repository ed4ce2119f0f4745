"""Queries sent through SPARQLWrapper: one connection for each, no credentials."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError

from SPARQLWrapper import SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from a4_rdf.errors import QueryError, StoreError
from a4_rdf.store.http import SlowStoreError
from a4_rdf.store.sending import Body, Sent, TooLargeError, complete


@dataclass(frozen=True, slots=True)
class WrapperSender:
    """Sends queries of people at a terminal; see `sending.Sender`."""

    address: str

    def send(self, sent: Sent) -> Body:
        """Return the whole answer; see `sending.Sender`."""
        request = SPARQLWrapper(self.address)
        request.setMethod("POST")
        request.setOnlyConneg(True)
        request.setReturnFormat("json" if "json" in sent.accept else "turtle")
        request.addCustomHttpHeader("Accept", sent.accept)
        # setTimeout() would make 0.5 seconds 0, which is no bound at all.
        request.timeout = sent.seconds  # type: ignore[assignment]
        for name, value in sent.parameters:
            request.addParameter(name, value)
        request.setQuery(sent.text)
        with self._answering():
            return self._read(request.query().response, sent.most)

    def close(self) -> None:
        """Do nothing: no connection outlives its request."""

    def _read(self, response: Any, most: int) -> Body:
        with response:
            complete(self.address, response.headers)
            data: bytes = response.read(most + 1)
            if len(data) > most:
                raise TooLargeError(f"{self.address}: the answer exceeds {most} bytes")
            return Body(data, response.headers.get_content_type())

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Turn the ways in which an endpoint can fail into ours."""
        try:
            yield
        except QueryBadFormed as error:
            raise QueryError(f"{self.address}: {_reason(error)}") from error
        except SPARQLWrapperException as error:
            raise StoreError(f"{self.address}: {_reason(error)}") from error
        except HTTPError as error:
            with error:
                raise StoreError(f"{self.address}: status {error.code} {error.reason}") from error
        except TimeoutError as error:
            raise SlowStoreError(f"{self.address} does not answer: {error}") from error
        except URLError as error:
            raise StoreError(f"{self.address} does not answer: {error.reason}") from error
        except (OSError, HTTPException) as error:
            reason = str(error) or type(error).__name__
            raise StoreError(f"{self.address} does not answer: {reason}") from error


def _reason(error: SPARQLWrapperException) -> str:
    """Return an endpoint's own words on one line, or the exception's where it said nothing."""
    return " ".join(str(error).split())[:300]
