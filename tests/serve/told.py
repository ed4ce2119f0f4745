"""A runner of queries that is told what to answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from a4_rdf.serve.sandbox import Limits, Presence, QueryAnswer, QueryRequest
from tests.serve.sandboxes import QUICK

HERE = Presence(is_there=True)


@dataclass
class Told:
    """Answers what it is told, and keeps what it was asked."""

    answer: QueryAnswer
    limits: Limits = QUICK
    asked: list[QueryRequest] = field(default_factory=list)
    there: Presence = HERE

    def run(self, request: QueryRequest) -> QueryAnswer:
        self.asked.append(request)
        return self.answer

    def presence(self) -> Presence:
        return self.there
