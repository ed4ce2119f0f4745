"""From a target cell to targets: status, values, bounds, units of measure, and the doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from a4_rdf import spanish
from a4_rdf.interpret.clauses import Clause, clauses, unread_number
from a4_rdf.model import Basis, Finding, Place, Statement, Target, TargetStatus

_ABSENT = re.compile(
    r"no aplica|n\s?/\s?a|n\.\s?a\.?|s\s?/\s?n|[-–—_.]+|(?:informacion )?no disponible"
)
_COUNTS = re.compile(
    r"(?:el |la )?(?:(?P<sure>cantidad|numero|nro\.?|num\.?|#|total)|n[o]\.?)"
    r"(?: total)?(?: de(?: las| los)?| del)? ?(?:(?:nuev|gran|distint|divers|diferent)\w* )?"
    r"(?P<noun>[^\W\d_]+(?:['’/][^\W\d_]+)*)"
)
_PERCENT = re.compile(r"%|porcentaje\b|porciento\b|por ciento\b")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a target cell says, and what was noticed while reading it."""

    status: TargetStatus
    targets: tuple[Target, ...] = ()
    findings: tuple[Finding, ...] = ()


def is_absent(text: str) -> bool:
    """Tell whether a whole cell says that there is no value (`NO APLICA`, `N/A`, `-`)."""
    return _ABSENT.fullmatch(spanish.fold(text)) is not None


def counted_noun(indicator: str) -> str:
    """Return the noun that an indicator counts (`Número de X`), as written, or an empty string."""
    match = _COUNTS.match(spanish.flat(indicator))
    if match is None or match["noun"] in spanish.STOP_WORDS:
        return ""
    return indicator[match.start("noun") : match.end("noun")]


def is_percent_indicator(indicator: str) -> bool:
    """Tell whether an indicator starts as a percentage."""
    return _PERCENT.match(spanish.fold(indicator)) is not None


def measure(cell: Statement | None, indicator: Statement | None) -> Measured:
    """Return the targets of a cell; a bare number takes its unit from a counting indicator."""
    if cell is None:
        return Measured(TargetStatus.BLANK)
    if is_absent(cell.text):
        return Measured(
            TargetStatus.NOT_APPLICABLE,
            findings=(Finding("absent-marker", cell.place, (("text", cell.text),)),),
        )
    noun = counted_noun(indicator.text) if indicator else ""
    found = clauses(cell.text)
    targets = tuple(_target(clause, noun) for clause in found)
    return Measured(_status(targets), targets, _findings(found, targets, cell.place))


def _target(clause: Clause, noun: str) -> Target:
    """Return the target of one clause."""
    quantity = clause.quantity
    if quantity is None or quantity.doubt:
        return Target(clause.text, TargetStatus.QUALITATIVE)
    target = Target(
        clause.text,
        TargetStatus.QUANTIFIED,
        quantity.value,
        quantity.value_max,
        quantity.bound,
        quantity.unit,
        quantity.basis,
    )
    if target.unit_of_measure:
        return target
    basis = Basis.UNIT_FROM_INDICATOR if noun else Basis.NO_UNIT
    return replace(target, unit_of_measure=noun, basis=basis)


def _status(targets: tuple[Target, ...]) -> TargetStatus:
    """Return the status of a cell with these targets."""
    return TargetStatus.MULTIPLE if len(targets) > 1 else targets[0].status


def _findings(
    found: tuple[Clause, ...], targets: tuple[Target, ...], place: Place
) -> tuple[Finding, ...]:
    """Return what the reader of the data should know about the cell's numbers."""
    notes: list[Finding] = []
    if len(targets) > 1:
        notes.append(Finding("target-multiple", place, (("count", str(len(targets))),)))
    for clause, target in zip(found, targets, strict=True):
        if target.status is not TargetStatus.QUALITATIVE:
            continue
        if clause.quantity is not None:
            doubt = (("number", clause.quantity.doubt),)
            notes.append(Finding("ambiguous-number", place, doubt))
        elif number := unread_number(clause.text):
            notes.append(Finding("unread-number", place, (("number", number),)))
        notes.append(Finding("target-qualitative", place))
    return tuple(notes)
