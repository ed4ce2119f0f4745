"""Give the things of a plan the names that they keep: from the ledger, else minted anew.

Names come from words, never from row numbers or values: a row inserted above, or a target that is
lowered, leaves the goal's IRI where it was. What the ledger knows keeps its name; what it does not
is named by its words, and never as another thing is or was.
"""

from __future__ import annotations

from datetime import date

from a4_rdf.identify.candidates import candidates
from a4_rdf.identify.goals import name_goals
from a4_rdf.identify.ledger import Draft, Ledger
from a4_rdf.identify.seen import Seen
from a4_rdf.identify.units import name_units
from a4_rdf.model import Candidate, Identifiers, Plan

__all__ = ["Ledger", "Seen", "identify", "names_of"]


def identify(
    plan: Plan, ledger: Ledger, day: date
) -> tuple[Identifiers, Ledger, tuple[Candidate, ...]]:
    """Return the names of a plan's things, the ledger that knows them, and likely same things.

    The plans of an organisation come in the order of their days. The ledger that is returned has
    the things of this plan as its current ones.
    """
    draft = Draft(ledger, day)
    units = name_units(plan.units, draft)
    goals = name_goals(plan.goals, units, draft)
    after = draft.finished()
    identifiers = Identifiers(dict(units), goals, tuple(draft.successions()))
    return identifiers, after, candidates(ledger, after)


def names_of(plan: Plan) -> Identifiers:
    """Return the names that a plan's things get where no ledger knows any of them."""
    return identify(plan, Ledger(), date.min)[0]
