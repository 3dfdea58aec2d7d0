"""This file holds a package of alternatives and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.second_key import SecondKey

if TYPE_CHECKING:
    import pandas as pd


class SolveStatus(StrEnum):
    """How a search ended; a package's value is never read without it."""

    OPTIMAL = "optimal"
    """No package is better by more than the gap asked for."""
    STOPPED = "stopped"
    """A time limit came first: a better package may exist, up to ``bound``."""
    INFEASIBLE = "infeasible"
    """No package keeps to all rules; ``clashing_rules`` says which clash."""


class RuleKind(StrEnum):
    """The kinds of rule a package keeps to."""

    BUDGET = "budget"
    REQUIRES = "requires"
    EXCLUDES = "excludes"
    TASK_MINIMUM = "task_minimum"
    AREA_MINIMUM = "area_minimum"
    MUST_INCLUDE = "must_include"
    MUST_EXCLUDE = "must_exclude"
    BUDGET_THROUGH = "budget_through"
    EARMARK = "earmark"
    CAPACITY = "capacity"
    VERSIONS = "versions"
    REQUIRES_ONE_OF = "requires_one_of"
    COUNT_LEAST = "count_least"
    COUNT_MOST = "count_most"
    LIMIT_LEAST = "limit_least"
    LIMIT_MOST = "limit_most"
    NOT_WORSE = "not_worse"
    AREA_SHARE = "area_share"
    AREA_DIFFERENCE = "area_difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it is about (ids), how much there is and how much was used.

    ``subjects`` are ids: payer, or alternatives, or task, or area, or capacity. An earmark has the
    payer, then a purpose and an id for each; a limit, and what may not become worse, has what it
    counts and the id; a spread has what is spread, then one area or two. ``year`` for money and
    capacities.
    """

    kind: RuleKind
    subjects: tuple[str, ...]
    limit: float = 0.0
    year: int | None = None


class Unit(StrEnum):
    """What a goal is counted in."""

    POINTS = "points"
    """Points of score."""
    EUROS = "euros"
    """Euros; fewer is better, so an objective in euros is below 0."""
    SHARE = "share"
    """A share (0 to 1) of draws of weights."""


class Reason(StrEnum):
    """Why an alternative is left out."""

    NO_GAIN = "no_gain"
    """Putting it in would not make the package better even though the rules allow it."""
    DISPLACES = "displaces"
    """It fits only when others go, and then the package is worth less."""
    IMPOSSIBLE = "impossible"
    """With it no package keeps to the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An alternative that is not in the package, found by solving again with it inside.

    ``loss`` is what the package loses on its goal when the alternative must be in (0 or more, in
    ``unit``); ``displaced`` are those that then go, ``clashing_rules`` those that make it
    impossible.
    """

    alternative: str
    reason: Reason
    loss: float = 0.0
    displaced: tuple[str, ...] = ()
    clashing_rules: tuple[Rule, ...] = ()
    unit: Unit = Unit.POINTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An alternative in the package: its own gain in points, and what leaving it out would cost.

    The cost is in ``unit``. It is infinite when no package without it keeps to the rules;
    ``clashing_rules`` are those that make leaving it out impossible.
    """

    alternative: str
    gain: float
    cost_of_leaving_out: float
    clashing_rules: tuple[Rule, ...] = ()
    unit: Unit = Unit.POINTS


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskScore:
    """How far a package brings a task: 0 is today, 100 is the goal."""

    task: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What a package costs a payer, beside the budget (None: no budget was set)."""

    payer: str
    year: int | None
    euros: int
    budget: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """A package with its working.

    ``value`` is the weighted gain over the null alternative in points (0 to 100 scale of the
    additive score); ``weakest`` is the lowest task score. ``objective``, ``bound`` and ``gap`` are
    about the goal, in ``unit``: nothing better than ``bound`` can exist. ``second_key`` is what
    another method says of that; None when it was not asked.
    """

    goal: str
    status: SolveStatus
    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    task_scores: tuple[TaskScore, ...]
    spending: tuple[Spending, ...]
    binding_rules: tuple[Rule, ...]
    clashing_rules: tuple[Rule, ...]
    value: float
    objective: float
    bound: float
    gap: float
    solver: str
    unit: Unit = Unit.POINTS
    second_key: SecondKey | None = None

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Ids of the chosen alternatives."""
        return tuple(chosen.alternative for chosen in self.chosen)

    @property
    def total_cost(self) -> int:
        """All euros of all payers over all years."""
        return sum(item.euros for item in self.spending if item.year is None)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per alternative: in or out, gain, and what changing that would cost."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        rows = [
            {
                "alternative": c.alternative,
                "chosen": True,
                "loss_if_changed": c.cost_of_leaving_out,
                "reason": "",
            }
            for c in self.chosen
        ] + [
            {
                "alternative": o.alternative,
                "chosen": False,
                "loss_if_changed": o.loss,
                "reason": o.reason.value,
            }
            for o in self.left_out
        ]
        columns = ["alternative", "chosen", "loss_if_changed", "reason"]
        return pd.DataFrame(rows, columns=columns).set_index("alternative")
