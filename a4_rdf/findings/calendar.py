"""Findings on the dates of a workspace's documents, and on its ledgers."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.findings.kind import INFO, WARNING, FindingKind

CALENDAR: Mapping[str, FindingKind] = {
    "date-in-future": FindingKind(
        WARNING,
        "la fecha {date} está en el futuro (hoy es {today})",
        "the date {date} is in the future (today is {today})",
    ),
    "late-document": FindingKind(
        WARNING,
        "documento anterior a la última publicación, del {last}, que llega después de ella",
        "a document older than the last release, of {last}, that comes after it",
    ),
    "same-month": FindingKind(
        WARNING,
        "segundo documento del mes; el otro es del {other}",
        "the second document of the month; the other is of {other}",
    ),
    "month-missing": FindingKind(
        WARNING,
        "no hay documento de {months}",
        "there is no document of {months}",
    ),
    "documents-gone": FindingKind(
        WARNING,
        "publicaciones anteriores que ya no tienen documento y dejan de publicarse: {dates}",
        "earlier releases that have no document any more and are no longer published: {dates}",
    ),
    "ledger-begun": FindingKind(
        INFO,
        "registro nuevo: se dieron {names} nombres; guárdelo en git con los documentos",
        "a new ledger: {names} names were given; keep it in git with the documents",
    ),
}
