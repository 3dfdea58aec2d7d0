"""This file holds why measures are in a package or not, and which rules shape it.

Every answer comes from solving again with one thing changed; nothing is read from dual values.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.clashing_rules import clashing_rules
from bw_mcda.engine.portfolio.goals import Goal
from bw_mcda.engine.portfolio.linear_row import LinearModel, LinearRow, Sense
from bw_mcda.engine.portfolio.package_model import measure_variable
from bw_mcda.engine.portfolio.package_scores import PackageScores, in_points
from bw_mcda.engine.portfolio.search import Package, best_by_levels, height
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.results.portfolio import Chosen, LeftOut, Reason, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question that was answered: the model, the goal and the package that is best."""

    model: LinearModel
    goal: Goal
    scores: PackageScores
    package: Package
    settings: SolverSettings


def chosen(answered: Answered, measure: str) -> Chosen:
    """Return what the package would lose without ``measure``.

    The loss is infinite when no package without it keeps to the rules; the clashing rules say why.
    """
    without = answered.model.with_rows(_forced(measure, inside=False))
    found = best_by_levels(
        without,
        answered.goal.levels,
        answered.scores,
        answered.settings,
        until_unlike=answered.package,
    )
    clash: tuple[Rule, ...] = ()
    if found.package is None:
        clash = clashing_rules(without, answered.scores, answered.settings)
    return Chosen(
        alternative=measure,
        gain=in_points(answered.scores.value.gains[measure]),
        cost_of_leaving_out=_loss(answered, found.package),
        clashing_rules=clash,
    )


def left_out(answered: Answered, measure: str) -> LeftOut:
    """Return why ``measure`` is not in the package.

    ``clashing_rules`` are those that make it impossible or, when it displaces others, those that
    the package would break with the measure simply added.
    """
    with_it = answered.model.with_rows(_forced(measure, inside=True))
    goal = answered.goal
    found = best_by_levels(
        with_it, (*goal.levels, *goal.tie_breaks), answered.scores, answered.settings
    )
    if found.package is None:
        return LeftOut(
            alternative=measure,
            reason=Reason.IMPOSSIBLE,
            clashing_rules=clashing_rules(with_it, answered.scores, answered.settings),
        )
    package = found.package
    unfit = broken_rows((*answered.package, measure), answered.model.rows, answered.scores)
    rules = tuple(dict.fromkeys(row.rule for row in unfit if row.rule is not None))
    return LeftOut(
        alternative=measure,
        reason=Reason.DISPLACES if rules else Reason.NO_GAIN,
        loss=_loss(answered, package),
        displaced=tuple(name for name in answered.package if name not in package),
        clashing_rules=rules,
    )


def binding_rules(answered: Answered) -> tuple[Rule, ...]:
    """Return the rules without which a better package would exist, each by solving without it."""
    return tuple(
        rule
        for rule in answered.model.rules
        if _can_be_broken(answered.model, rule) and _is_in_the_way(answered, rule)
    )


def _is_in_the_way(answered: Answered, rule: Rule) -> bool:
    found = best_by_levels(
        answered.model.without_rules((rule,)),
        answered.goal.levels,
        answered.scores,
        answered.settings,
        start=answered.package,
        until_unlike=answered.package,
    )
    return found.package != answered.package


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


def _loss(answered: Answered, package: Package | None) -> float:
    """Return by how many points ``package`` is worse on the first level on which it differs."""
    if package is None:
        return math.inf
    for level in answered.goal.levels:
        best = height(level, answered.package, answered.scores)
        if (loss := best - height(level, package, answered.scores)) != 0:
            return in_points(loss)
    return 0.0


def _forced(measure: str, *, inside: bool) -> LinearRow:
    return LinearRow(
        name=f"forced.{measure}",
        coefficients=((measure_variable(measure), 1),),
        sense=Sense.EQUAL,
        right_side=int(inside),
    )
