"""The requests of the SPARQL 1.1 Protocol, section 2.1: a query and its dataset in HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from a4_rdf.serve.http import client
from a4_rdf.serve.http.body import Bodies, TooManyBodiesError
from a4_rdf.serve.sandbox import Limits, Outcome, QueryAnswer
from a4_rdf.serve.sparql.problems import Problem, RefusedError, of_answer

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

CSV, SPREADSHEET = "csv", "spreadsheet"
"""A parameter of ours and its one value; the protocol's own CSV never alters a value."""

_MAX_FIELDS = 1000
_ENCODED = 3
"""Bytes that percent-encoding makes of one."""
_DATASET_BYTES = 64 * 1024
"""Room for the other fields of a form."""

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The query of a request, with the graphs that the request names as its dataset.

    `spreadsheet` asks for solutions as CSV that a spreadsheet may open (a parameter of ours).
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    spreadsheet: bool = False


def read(request: Request, limits: Limits, bodies: Bodies) -> Asked | None:
    """Return what a GET, HEAD or POST asks, or None for a GET without a query.

    Raises RefusedError for an update, a body that is no query or that nobody can read now, several
    queries or none, and text that is not UTF-8.
    """
    given = _parameters(request.query_string)
    if request.method == "POST":
        given += _body(request, limits, bodies)
    if any(name == "update" for name, _ in given):
        raise _refused(Outcome.UPDATE, limits)
    queries = _values(given, "query")
    if not queries and request.method != "POST":
        return None
    if len(queries) != 1:
        detail = f"Se espera un solo parámetro «query»; hay {len(queries)}."
        raise RefusedError(Problem(400, "bad-request", "Falta la consulta o sobra una", detail))
    default, named = _values(given, "default-graph-uri"), _values(given, "named-graph-uri")
    return Asked(queries[0], default, named, _is_for_spreadsheet(_values(given, CSV)))


def _is_for_spreadsheet(values: tuple[str, ...]) -> bool:
    if values in ((), (SPREADSHEET,)):
        return bool(values)
    detail = f"Se espera {CSV}={SPREADSHEET}, una vez, o nada."
    raise RefusedError(Problem(400, "bad-request", "Ese parámetro no se entiende", detail))


def _body(request: Request, limits: Limits, bodies: Bodies) -> Parameters:
    kind = request.mimetype
    if kind == UPDATE:
        raise _refused(Outcome.UPDATE, limits)
    if kind not in (FORM, QUERY):
        raise _unsupported(f"Se espera {FORM} o {QUERY}.")
    if request.mimetype_params.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise _unsupported("Se espera texto en UTF-8.")
    request.max_content_length = _ENCODED * limits.query_bytes + _DATASET_BYTES
    try:
        with bodies.reading(client.key(request.remote_addr)):
            body = request.get_data(cache=False)
    except TooManyBodiesError as error:
        outcome = Outcome.GREEDY if error.is_own else Outcome.BUSY
        raise _refused(outcome, limits) from error
    except RequestEntityTooLarge as error:
        raise _refused(Outcome.LENGTH, limits) from error
    return _parameters(body) if kind == FORM else (("query", _text(body)),)


def _parameters(encoded: bytes) -> Parameters:
    try:
        return tuple(
            parse_qsl(
                _text(encoded),
                keep_blank_values=True,
                errors="strict",
                max_num_fields=_MAX_FIELDS,
            )
        )
    except ValueError as error:
        raise _unreadable() from error


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable() from error


def _values(given: Iterable[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in given if key == name)


def _unreadable() -> RefusedError:
    detail = f"Se espera UTF-8, y a lo más {_MAX_FIELDS} parámetros."
    return RefusedError(Problem(400, "bad-request", "Los parámetros no se entienden", detail))


def _unsupported(detail: str) -> RefusedError:
    return RefusedError(Problem(415, "unsupported-media-type", "Ese tipo no se lee aquí", detail))


def _refused(outcome: Outcome, limits: Limits) -> RefusedError:
    return RefusedError(of_answer(QueryAnswer(outcome), limits, {}))
