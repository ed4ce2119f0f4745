"""What flows through the house: tables, findings, plans and releases, all frozen.

Every value that comes from a source keeps its `Place`, so that each published number leads back
to its cell. A cell inherited from a merged cell above keeps the place of that cell.
"""

from __future__ import annotations

from a4_rdf.model.change import Change, ChangeKind
from a4_rdf.model.codes import (
    Basis,
    Bound,
    Column,
    ProcessLevel,
    Regime,
    RowStatus,
    Severity,
    TargetStatus,
    UnitKind,
)
from a4_rdf.model.plan import Footer, Goal, Plan, SourceRow, Target, Unit
from a4_rdf.model.release import (
    Candidate,
    GoalNames,
    Identifiers,
    LedgerEntry,
    Organization,
    Publisher,
    Release,
)
from a4_rdf.model.table import (
    SET_OF_FILES,
    Cell,
    Correction,
    Finding,
    Place,
    Row,
    Source,
    Statement,
    Table,
)

__all__ = [
    "SET_OF_FILES",
    "Basis",
    "Bound",
    "Candidate",
    "Cell",
    "Change",
    "ChangeKind",
    "Column",
    "Correction",
    "Finding",
    "Footer",
    "Goal",
    "GoalNames",
    "Identifiers",
    "LedgerEntry",
    "Organization",
    "Place",
    "Plan",
    "ProcessLevel",
    "Publisher",
    "Regime",
    "Release",
    "Row",
    "RowStatus",
    "Severity",
    "Source",
    "SourceRow",
    "Statement",
    "Table",
    "Target",
    "TargetStatus",
    "Unit",
    "UnitKind",
]
