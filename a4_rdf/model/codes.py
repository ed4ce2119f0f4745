"""The codes that tables, plans and findings are told with."""

from __future__ import annotations

from enum import StrEnum


class Column(StrEnum):
    """The columns of the a4 templates, in their order; the link came with the 2023 law."""

    NUMBER = "number"
    UNIT = "unit"
    OBJECTIVE = "objective"
    ACTIVITY = "activity"
    INDICATOR = "indicator"
    TARGET = "target"
    LINK = "link"

    # Columns are keys everywhere: that of `Enum` is a call of Python's, three times as slow.
    __hash__ = str.__hash__


class RowStatus(StrEnum):
    """What a source row is."""

    TITLE = "title"
    HEADER = "header"
    REPEATED_HEADER = "repeated-header"
    SECTION = "section"
    EXAMPLE = "example"
    GOAL = "goal"
    FOOTER = "footer"
    BLANK = "blank"


class ProcessLevel(StrEnum):
    """The process levels that the template's section rows name."""

    GOVERNING = "governing"
    ADVISORY = "advisory"
    VALUE_ADDING = "value-adding"
    DECONCENTRATED = "deconcentrated"
    SUPPORT = "support"


class UnitKind(StrEnum):
    """What stands in the unit column."""

    UNIT = "unit"
    PROJECT = "project"


class Bound(StrEnum):
    """How a target's number binds."""

    STATED = "stated"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"


class TargetStatus(StrEnum):
    """What a target cell says."""

    QUANTIFIED = "quantified"
    QUALITATIVE = "qualitative"
    BLANK = "blank"
    NOT_APPLICABLE = "not-applicable"
    MULTIPLE = "multiple"


class Basis(StrEnum):
    """How the number and the unit of measure of a target were found."""

    DIGITS = "digits"
    NUMBER_WORD = "number-word"
    UNIT_FROM_INDICATOR = "unit-from-indicator"
    NO_UNIT = "no-unit"


class Severity(StrEnum):
    """How much a finding weighs; the names are SHACL's."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"


class Regime(StrEnum):
    """Under which law a document is published."""

    LAW_2004 = "2004"
    LAW_2023 = "2023"
