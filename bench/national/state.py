"""What a body's plan says at one time: units and goals, each with an identity that lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from a4_rdf import iris, spanish
from bench.corpus import tables, words
from bench.corpus.tables import Draw, Promise

CHILD_HEADS = ("COORDINACIÓN DE", "JEFATURA DE", "UNIDAD DE", "DEPARTAMENTO DE", "SECCIÓN DE")
TRIES = 200
Words = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit: its identity, its own name, its parent's identity or none, its section's number."""

    id: str
    name: str
    parent: str = ""
    section: int = 0


@dataclass(frozen=True, slots=True)
class GoalState:
    """A goal: its identity, its unit's, its words and what it promises."""

    id: str
    unit: str
    objective: str
    activity: str
    indicator: str
    promise: Promise

    @property
    def words(self) -> Words:
        """Return objective, activity and indicator."""
        return self.objective, self.activity, self.indicator


@dataclass(frozen=True, slots=True)
class State:
    """A plan: units, parents before or after their children; goals, by unit in document order."""

    units: tuple[UnitState, ...] = ()
    goals: tuple[GoalState, ...] = ()

    def unit(self, unit: str) -> UnitState:
        """Return the unit with an identity."""
        return next(u for u in self.units if u.id == unit)

    def ordered(self) -> Iterator[UnitState]:
        """Yield the units as a document has them: by section, each before its children."""
        roots = sorted((u for u in self.units if not u.parent), key=lambda u: u.section)
        for root in roots:
            yield root
            yield from (u for u in self.units if u.parent == root.id)

    def path(self, unit: UnitState) -> tuple[str, ...]:
        """Return the names from the top to a unit."""
        return (self.unit(unit.parent).name, unit.name) if unit.parent else (unit.name,)


@dataclass(slots=True)
class Desk:
    """A body's planner at work: the plan, the words used so far, what this month touched."""

    draw: Draw
    has_activity: bool
    upper: bool
    state: State = field(default_factory=State)
    said: set[Words] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    count: int = 0

    def new_id(self, kind: str) -> str:
        """Return an identity that no thing of the body ever had."""
        self.count += 1
        return f"{kind}{self.count}"

    def set_goals(self, *goals: GoalState) -> None:
        """Exchange goals for those given, by identity."""
        new = {goal.id: goal for goal in goals}
        kept = tuple(new.get(goal.id, goal) for goal in self.state.goals)
        self.state = replace(self.state, goals=kept)
        self.touched.update(new)

    def set_unit(self, unit: UnitState) -> None:
        """Exchange a unit for the one given, by identity."""
        units = tuple(unit if u.id == unit.id else u for u in self.state.units)
        self.state = replace(self.state, units=units)
        self.touched.add(unit.id)

    def untouched(self) -> list[GoalState]:
        """Return the goals that nothing happened to this month; rows alike are left in peace."""
        alike = Counter(goal.words for goal in self.state.goals)
        return [
            goal
            for goal in self.state.goals
            if goal.id not in self.touched and alike[goal.words] == 1
        ]

    def is_new(self, said: Words) -> bool:
        """Note words of a goal; False where a goal had them already."""
        key = (said[0].casefold(), said[1].casefold(), said[2].casefold())
        if key in self.said:
            return False
        self.said.add(key)
        return True


def new_unit(desk: Desk, parent: str = "", section: int = 0) -> UnitState:
    """Return a unit with a name that the body never had, and add it to the plan."""
    for _ in range(TRIES):
        name = _name(desk, bool(parent))
        if claim(desk, name):
            break
    else:
        name = f"{_name(desk, bool(parent))} {len(desk.names)}"
        claim(desk, name)
    unit = UnitState(desk.new_id("u"), name, parent, section)
    desk.state = replace(desk.state, units=(*desk.state.units, unit))
    return unit


def claim(desk: Desk, name: str) -> bool:
    """Note the name of a unit; False where a unit had it already."""
    slug = iris.slug(name)
    if slug in desk.names:
        return False
    desk.names.add(slug)
    return True


def _name(desk: Desk, is_child: bool) -> str:
    draw = desk.draw
    if is_child:
        name = f"{draw.random.choice(CHILD_HEADS)} {draw.one(words.AREAS)}"
    elif draw.chance(0.3):
        name = draw.one(words.WHOLE_UNITS)
    else:
        name = f"{draw.one(words.HEADS)} {draw.one(words.AREAS)}"
    return name if desk.upper else name.capitalize()


def new_goal(desk: Desk, unit: str, objective: str, before: GoalState | None = None) -> GoalState:
    """Return a goal under an objective, with words that no goal of the body had.

    `before` is the goal above it, whose activity it may share.
    """
    goal = None
    for _ in range(TRIES):
        goal = _goal(desk, unit, objective, before)
        if desk.is_new(goal.words):
            break
    assert goal is not None
    return goal


def _goal(desk: Desk, unit: str, objective: str, before: GoalState | None) -> GoalState:
    draw = desk.draw
    thing = draw.one(words.THINGS)
    indicator, promise = tables.measure(draw, thing)
    while not indicator and (not desk.has_activity or before is not None):
        indicator, promise = tables.measure(draw, thing)
    activity = ""
    if desk.has_activity:
        shares = before is not None and before.objective == objective and draw.chance(0.12)
        activity = before.activity if before and shares else tables.activity(draw, thing)
        while _is_doubtful(activity, promise):
            activity = tables.activity(draw, thing)
    return GoalState(desk.new_id("g"), unit, objective, activity, indicator, promise)


def _is_doubtful(activity: str, promise: Promise) -> bool:
    """Tell whether a row may be read two ways: it begins as an objective and ends in words alone.

    `bench.recovery` measures such rows; here every row has one meaning.
    """
    in_words = promise.value is None and len(promise.text) > len("NO APLICA")
    return in_words and spanish.fold(activity).startswith(_INFINITIVES)


_INFINITIVES = tuple(
    f"{spanish.fold(verb).removesuffix(' a').removesuffix(' de')} " for verb in words.INFINITIVES
)


def fill(desk: Desk, goals: int, has_sections: bool) -> None:
    """Draw a plan of about that many goals: sections, units, some with units below, objectives."""
    sections = len(words.SECTIONS) if has_sections else 1
    while len(desk.state.goals) < goals:
        root = new_unit(desk, section=desk.draw.random.randrange(sections))
        members = [root]
        if desk.draw.chance(0.3):
            children = desk.draw.random.choice((1, 1, 2))
            below = [new_unit(desk, root.id, root.section) for _ in range(children)]
            members = below if desk.draw.chance(0.3) else [root, *below]
        for unit in members:
            _fill_unit(desk, unit.id)


def _fill_unit(desk: Desk, unit: str) -> None:
    made: list[GoalState] = []
    for _ in range(desk.draw.random.choice((1, 1, 2, 3))):
        objective = tables.objective(desk.draw)
        before = None
        for _ in range(desk.draw.random.choice((1, 1, 2, 2, 3, 4))):
            before = new_goal(desk, unit, objective, before)
            made.append(before)
    if desk.draw.chance(0.03):
        made.append(_twin(desk, made[-1]))
    desk.state = replace(desk.state, goals=(*desk.state.goals, *made))


def _twin(desk: Desk, goal: GoalState) -> GoalState:
    """Return a goal that says the same as another: two rows alike are two goals."""
    return replace(goal, id=desk.new_id("g"))
