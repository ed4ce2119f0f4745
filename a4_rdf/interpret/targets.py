"""From a target cell to targets: status, values, bounds, units of measure, and the doubts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from a4_rdf import spanish
from a4_rdf.interpret.clauses import Clause, clauses, unread_number
from a4_rdf.interpret.counted import what
from a4_rdf.interpret.numbers import Counted
from a4_rdf.interpret.quantities import NO_HINTS, Hints
from a4_rdf.interpret.styles import Style, has_marks, marked_numbers, style_of
from a4_rdf.memo import remembered
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


@remembered
def is_absent(text: str) -> bool:
    """Tell whether a whole cell says that there is no value (`NO APLICA`, `N/A`, `-`)."""
    return _ABSENT.fullmatch(spanish.fold(text)) is not None


@remembered
def counted_noun(indicator: str) -> str:
    """Return the noun that an indicator counts (`Número de X`), as written, or an empty string."""
    match = _COUNTS.match(spanish.flat(indicator))
    if match is None or match["noun"] in spanish.STOP_WORDS:
        return ""
    return indicator[match.start("noun") : match.end("noun")]


@remembered
def is_percent_indicator(indicator: str) -> bool:
    """Tell whether an indicator starts as a percentage."""
    return _PERCENT.match(spanish.fold(indicator)) is not None


def file_style(cells: Iterable[str]) -> Style | None:
    """Return how a file marks thousands, if the quantities of its target cells settle it."""
    return style_of(
        number
        for cell in cells
        if has_marks(cell)
        for clause in clauses(cell)
        if clause.quantity is not None and not clause.quantity.doubt
        for number in marked_numbers(cell[clause.quantity.start : clause.quantity.end])
    )


def measure(
    cell: Statement | None, indicator: Statement | None, style: Style | None = None
) -> Measured:
    """Return the targets of a cell; a bare number takes its unit from a counting indicator.

    `style` is how the file marks thousands, where it settles that.
    """
    if cell is None:
        return Measured(TargetStatus.BLANK)
    if is_absent(cell.text):
        return Measured(
            TargetStatus.NOT_APPLICABLE,
            findings=(Finding("absent-marker", cell.place, (("text", cell.text),)),),
        )
    noun = counted_noun(indicator.text) if indicator else ""
    hints = NO_HINTS
    if has_marks(cell.text):
        hints = Hints(_counted(indicator, noun), style)
    found = clauses(cell.text, hints)
    targets = tuple(_target(clause, noun) for clause in found)
    return Measured(_status(targets), targets, _findings(found, targets, cell.place, style))


def _counted(indicator: Statement | None, noun: str) -> Counted:
    """Return what a bare number counts below an indicator."""
    if noun:
        return what(noun)
    percent = indicator is not None and is_percent_indicator(indicator.text)
    return Counted.PERCENT if percent else Counted.NOTHING


def _target(clause: Clause, noun: str) -> Target:
    """Return the target of one clause."""
    quantity = clause.quantity
    if quantity is None or quantity.doubt:
        return Target(clause.text, TargetStatus.QUALITATIVE)
    unit, basis = quantity.unit, quantity.basis
    if not unit:
        unit, basis = noun, Basis.UNIT_FROM_INDICATOR if noun else Basis.NO_UNIT
    return Target(
        clause.text,
        TargetStatus.QUANTIFIED,
        quantity.value,
        quantity.value_max,
        quantity.bound,
        unit,
        basis,
        clause.month,
    )


def _status(targets: tuple[Target, ...]) -> TargetStatus:
    """Return the status of a cell with these targets."""
    return TargetStatus.MULTIPLE if len(targets) > 1 else targets[0].status


def _findings(
    found: tuple[Clause, ...], targets: tuple[Target, ...], place: Place, style: Style | None
) -> tuple[Finding, ...]:
    """Return what the reader of the data should know about the cell's numbers."""
    notes: list[Finding] = []
    if len(targets) > 1:
        notes.append(Finding("target-multiple", place, (("count", str(len(targets))),)))
    for clause in found:
        notes.extend(_on_numbers(clause, place, style))
        if clause.quantity is None or clause.quantity.doubt:
            notes.append(Finding("target-qualitative", place))
    return tuple(notes)


def _on_numbers(clause: Clause, place: Place, style: Style | None) -> Iterator[Finding]:
    """Yield what is to be said of a clause's numbers: undecided, not read, or read by the file."""
    quantity = clause.quantity
    if quantity is None:
        if number := unread_number(clause.text):
            yield Finding("unread-number", place, (("number", number),))
        return
    if quantity.doubt:
        yield Finding("ambiguous-number", place, (("number", quantity.doubt),))
    if clause.left_over:
        yield Finding("unread-number", place, (("number", clause.left_over),))
    for number in quantity.by_file if style else ():
        details = (("number", number), ("shown_by", style.shown_by if style else ""))
        yield Finding("number-by-file", place, details)
