"""What the query endpoint says when it does not answer: RFC 9457, with the bound that was met.

Members beside the standard's: `code`, stable; `line` and `column` of a syntax error; `bound` and
`limit` where a query went past one; `offers`, the media types there are.

A bound is answered 503, not 4xx: the query is right, this service does not do that much at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Response

from a4_rdf.serve.sandbox import Limits, Outcome, QueryAnswer
from a4_rdf.serve.words import N_

RETRY_SECONDS = 5
MEDIA_TYPE = "application/problem+json"

Member = str | int | float | list[str]


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of refusal: HTTP status, stable code, its words for people, further members."""

    status: int
    code: str
    title: str
    detail: str = ""
    members: Mapping[str, Member] = field(default_factory=dict)

    def response(self) -> Response:
        """Return the answer, which no cache may keep."""
        said: dict[str, Member] = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "code": self.code,
        }
        if self.detail:
            said["detail"] = self.detail
        body = json.dumps(said | dict(self.members), ensure_ascii=False)
        response = Response(body, self.status, content_type=MEDIA_TYPE)
        response.headers["Cache-Control"] = "no-store"
        come_back(response, self.code)
        return response


def come_back(response: Response, outcome: str) -> None:
    """Say when to ask again, where the same query may be answered then (RFC 9110, 10.2.3)."""
    if outcome in (Outcome.BUSY, Outcome.GREEDY, Outcome.UNAVAILABLE):
        response.headers["Retry-After"] = str(RETRY_SECONDS)


class RefusedError(Exception):
    """A request that is not run; `problem` is the answer to it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.title)
        self.problem = problem


def of_answer(
    answer: QueryAnswer, limits: Limits, offers: Mapping[str, tuple[str, ...]]
) -> Problem:
    """Return why a query has no result; `offers` are the media types of each kind of result."""
    status, title, detail = _WORDS[answer.outcome]
    members: dict[str, Member] = {}
    if answer.outcome is Outcome.NOT_ACCEPTABLE:
        members["offers"] = list(offers[answer.kind])
    if answer.line:
        members |= {"line": answer.line, "column": answer.column}
        detail = f"Cerca de la línea {answer.line}, columna {answer.column}: {answer.detail}"
    elif answer.detail:
        detail = answer.detail
    if answer.outcome in _BOUNDS:
        name = _BOUNDS[answer.outcome]
        members |= {"bound": name, "limit": getattr(limits, name)}
    return Problem(status, answer.outcome, title, detail, members)


def not_acceptable(offers: tuple[str, ...]) -> Problem:
    """Return the refusal of an Accept header that takes nothing that there is."""
    status, title, detail = _WORDS[Outcome.NOT_ACCEPTABLE]
    members: dict[str, Member] = {"offers": list(offers)}
    return Problem(status, Outcome.NOT_ACCEPTABLE, title, detail, members)


_BOUNDS: Mapping[Outcome, str] = {
    Outcome.LENGTH: "query_bytes",
    Outcome.TIME: "seconds",
    Outcome.MEMORY: "memory_bytes",
    Outcome.SIZE: "result_bytes",
    Outcome.ROWS: "result_rows",
    Outcome.GREEDY: "per_client",
}
"""Which of `Limits` a query went past."""

_LESS = N_("Pida menos de una vez, o baje los datos completos de /dumps.")

_WORDS: Mapping[Outcome, tuple[int, str, str]] = {
    Outcome.SYNTAX: (400, N_("La consulta no es SPARQL 1.1 válido"), ""),
    Outcome.UPDATE: (403, N_("Aquí solo se lee"), N_("Los datos cambian con cada publicación.")),
    Outcome.SERVICE: (
        403,
        N_("SERVICE no está permitido"),
        N_("Una consulta se responde solo con los datos de este sitio."),
    ),
    Outcome.REMOTE: (
        403,
        N_("FROM con un grafo de otro sitio no está permitido"),
        N_("No se descarga nada: los grafos de aquí están en la descripción de /sparql."),
    ),
    Outcome.DATASET: (400, N_("Un grafo no está nombrado con un IRI absoluto"), ""),
    Outcome.UNSUPPORTED: (400, N_("La consulta pide algo que este servicio no tiene"), ""),
    Outcome.NOT_ACCEPTABLE: (
        406,
        N_("No hay ninguna de las formas pedidas"),
        N_("Las que hay para esta clase de consulta están en «offers»."),
    ),
    Outcome.LENGTH: (413, N_("La consulta es demasiado larga"), ""),
    Outcome.TIME: (503, N_("La consulta tardó más de lo permitido"), _LESS),
    Outcome.MEMORY: (503, N_("La consulta pidió más memoria de la permitida"), _LESS),
    Outcome.SIZE: (503, N_("El resultado es más grande de lo permitido"), _LESS),
    Outcome.ROWS: (503, N_("El resultado tiene más filas de las permitidas"), _LESS),
    Outcome.NESTING: (
        503,
        N_("La consulta está demasiado anidada para este servicio"),
        N_("Escríbala con menos paréntesis o llaves, unos dentro de otros."),
    ),
    Outcome.BUSY: (503, N_("Hay demasiadas consultas a la vez"), N_("Vuelva en unos segundos.")),
    Outcome.GREEDY: (
        429,
        N_("Hay demasiadas consultas suyas a la vez"),
        N_("Espere la respuesta de una antes de enviar otra."),
    ),
    Outcome.UNAVAILABLE: (503, N_("El servicio de consultas no está disponible"), ""),
    Outcome.FAILED: (500, N_("La consulta falló de nuestro lado"), ""),
}
