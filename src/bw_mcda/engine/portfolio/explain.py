"""This file holds why measures are in a package or not, and which rules shape it.

Every answer comes from solving again with one thing changed; nothing is read from dual values.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass

from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.clashing_rules import clashing_rules
from bw_mcda.engine.portfolio.goals import Goal
from bw_mcda.engine.portfolio.levels import Level
from bw_mcda.engine.portfolio.linear_row import LinearModel, LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import ListingFinder, best_of_list
from bw_mcda.engine.portfolio.package_model import measure_variable
from bw_mcda.engine.portfolio.package_scores import PackageScores, in_points
from bw_mcda.engine.portfolio.search import Found, Package, best_by_levels, height
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.results.portfolio import Chosen, LeftOut, Reason, Rule, SolveStatus, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question that was answered: the model, the goal and the package that is best."""

    model: LinearModel
    goal: Goal
    scores: PackageScores
    package: Package
    relative_gap: float
    deadline: float
    listing: ListingFinder | None = None

    @property
    def settings(self) -> SolverSettings:
        """Settings with the time that is left until ``deadline`` (of the monotonic clock)."""
        left = max(0.0, self.deadline - time.monotonic())
        return SolverSettings(relative_gap=self.relative_gap, time_limit=left)

    def best(
        self,
        levels: Iterable[Level],
        *,
        without: Iterable[Rule] = (),
        rows: Iterable[LinearRow] = (),
        start: Package | None = None,
    ) -> Found:
        """Return the best package with something changed; levels that say no more are skipped."""
        levels = tuple(levels)
        if self.listing is not None:
            return best_of_list(self.listing, levels, without=without, rows=rows)
        return best_by_levels(
            self.model.without_rules(without).with_rows(*rows),
            levels,
            self.scores,
            self.settings,
            start=start,
            until_unlike=self.package if levels == self.goal.levels else None,
        )


def chosen(answered: Answered, measure: str) -> Chosen:
    """Return what the package would lose without ``measure``.

    The loss is infinite when no package without it keeps to the rules (the clashing rules say why),
    and not a number when the time was too short to know.
    """
    forced = _forced(measure, inside=False)
    found = answered.best(answered.goal.levels, rows=(forced,))
    clash: tuple[Rule, ...] = ()
    if found.status is SolveStatus.INFEASIBLE:
        without = answered.model.with_rows(forced)
        clash = clashing_rules(without, answered.scores, answered.settings)
    loss, unit = _loss(answered, found)
    return Chosen(
        alternative=measure,
        gain=in_points(answered.scores.value.gains[measure]),
        cost_of_leaving_out=loss,
        clashing_rules=clash,
        unit=unit,
    )


def left_out(answered: Answered, measure: str) -> LeftOut:
    """Return why ``measure`` is not in the package.

    ``clashing_rules`` are those that make it impossible or, when it displaces others, those that
    the package would break with the measure simply added. The loss is not a number when the time
    was too short to know it.
    """
    forced, goal = _forced(measure, inside=True), answered.goal
    found = answered.best((*goal.levels, *goal.tie_breaks), rows=(forced,))
    if found.status is SolveStatus.INFEASIBLE:
        return LeftOut(
            alternative=measure,
            reason=Reason.IMPOSSIBLE,
            clashing_rules=clashing_rules(
                answered.model.with_rows(forced), answered.scores, answered.settings
            ),
        )
    unfit = broken_rows((*answered.package, measure), answered.model.rows, answered.scores)
    rules = tuple(dict.fromkeys(row.rule for row in unfit if row.rule is not None))
    loss, unit = _loss(answered, found)
    return LeftOut(
        alternative=measure,
        reason=Reason.DISPLACES if rules else Reason.NO_GAIN,
        loss=loss,
        displaced=_displaced(answered, found),
        clashing_rules=rules,
        unit=unit,
    )


def binding_rules(answered: Answered) -> tuple[Rule, ...]:
    """Return the rules without which a better package would exist, each by solving without it.

    A rule of which that is not known in time is not named.
    """
    return tuple(
        rule
        for rule in answered.model.rules
        if _can_be_broken(answered.model, rule) and _is_in_the_way(answered, rule)
    )


def _is_in_the_way(answered: Answered, rule: Rule) -> bool:
    found = answered.best(answered.goal.levels, without=(rule,), start=answered.package)
    if found.package is None:
        return False
    return any(
        height(level, found.package, answered.scores)
        > height(level, answered.package, answered.scores)
        for level in answered.goal.levels
    )


def _can_be_broken(model: LinearModel, rule: Rule) -> bool:
    """Tell whether a rule asks anything: a budget that pays for everything does not."""
    for row in model.rows:
        if row.rule == rule:
            highest = sum(max(factor, 0) for _, factor in row.coefficients)
            lowest = sum(min(factor, 0) for _, factor in row.coefficients)
            too_high = row.sense is not Sense.AT_LEAST and highest > row.right_side
            too_low = row.sense is not Sense.AT_MOST and lowest < row.right_side
            if too_high or too_low:
                return True
    return False


def _loss(answered: Answered, found: Found) -> tuple[float, Unit]:
    """Return by how much a package is worse on the first level on which it differs."""
    if found.status is SolveStatus.INFEASIBLE:
        return math.inf, answered.goal.unit
    if found.status is SolveStatus.STOPPED or found.package is None:
        return math.nan, answered.goal.unit
    for level in answered.goal.levels:
        best = height(level, answered.package, answered.scores)
        if (loss := best - height(level, found.package, answered.scores)) != 0:
            return loss / level.units, level.unit
    return 0.0, answered.goal.unit


def _displaced(answered: Answered, found: Found) -> Package:
    """Return what is in the package and not in the other one, when that one is known for sure."""
    if found.status is SolveStatus.STOPPED or found.package is None:
        return ()
    return tuple(name for name in answered.package if name not in found.package)


def _forced(measure: str, *, inside: bool) -> LinearRow:
    return LinearRow(
        name=f"forced.{measure}",
        coefficients=((measure_variable(measure), 1),),
        sense=Sense.EQUAL,
        right_side=int(inside),
    )
