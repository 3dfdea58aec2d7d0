"""This file holds the search for what would turn a measure in or out of the best package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.portfolio.every_package import EveryPackage, Flags, Whole, holds
from bw_mcda.engine.portfolio.linear_row import LinearRow, Sense
from bw_mcda.engine.portfolio.package_model import measure_variable, score_form
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import package_scores
from bw_mcda.engine.portfolio.value_lines import nearest_turn
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import RuleKind
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.turning_points import BudgetTurn, TurningPoint, TurningPoints, WeightTurn
from bw_mcda.results.value_table import ValueTable

MONEY = frozenset({RuleKind.BUDGET, RuleKind.BUDGET_THROUGH, RuleKind.EARMARK})
"""Kinds of rule of which the coefficients are euros of one payer, its first subject."""
NEVER = np.iinfo(np.int64).max // 4


def turning_points(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
) -> TurningPoints:
    """Return for every measure at what cost, budget or weight it would go in or out.

    Formula: with ``A = max V(P)`` over packages with the measure and ``B`` the same without it, the
    measure is in when ``A >= B``. Its costs may be a factor ``max over P with it and V(P) >= B of
    min over budgets of (budget - what the rest of P costs) / its own cost``. A budget turns it at
    the smallest change at which the order of A and B changes; so does a weight, the others
    keeping their proportions.

    In words: try every package with one thing changed, and tell from where on the best package has
    the measure and from where on it has not.

    Raises
    ------
    ValueError
        With more measures than can all be tried, or when no package keeps to the rules.
    """
    question = package_question(problem, values, weights, synergies)
    measures = question.scores.measures
    if len(measures) > LIST_UP_TO:
        raise ValueError(f"turning points need at most {LIST_UP_TO} measures, not {len(measures)}")
    tried = _tried(question)
    if not tried.kept.any():
        raise ValueError("no package keeps to the rules, so there is nothing to turn")
    lines = tuple(_lines(tried, problem, values, weights, tuple(synergies)))
    best = int(np.flatnonzero(tried.kept)[np.argmax(tried.value[tried.kept])])
    chosen = frozenset(tried.every.members(best))
    points = []
    for place, measure in enumerate(measures):
        with_it = (tried.every.numbers >> place & 1).astype(np.bool_)
        top, other = (_highest(tried.value, tried.kept & half) for half in (with_it, ~with_it))
        inside = top > other or (top == other and measure in chosen)
        cost = question.costs[measure]
        points.append(
            TurningPoint(
                measure=measure,
                inside=bool(inside),
                cost_now=cost,
                cost_turns_at=_cost(tried, measure, with_it, other, cost),
                budgets=tuple(_budgets(tried, with_it)),
                weight=_weight(lines, tried.kept, with_it),
            )
        )
    return TurningPoints(measures=tuple(points))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """Every package: its value, whether it keeps to all rules, and to all rules but money."""

    every: EveryPackage
    value: Whole
    kept: Flags
    but_money: Flags
    money: tuple[tuple[LinearRow, Whole], ...]


def _tried(question: PackageQuestion) -> _Tried:
    every = EveryPackage(question.scores)
    but_money = np.ones(every.size, dtype=np.bool_)
    kept, money = but_money.copy(), []
    for row in question.model.rows:
        left = every.sums(row.coefficients)
        keeps = holds(row, left)
        kept &= keeps
        if row.rule is not None and row.rule.kind in MONEY and row.sense is Sense.AT_MOST:
            money.append((row, left))
        else:
            but_money &= keeps
    value = every.sums(score_form(question.scores.value).coefficients)
    return _Tried(every=every, value=value, kept=kept, but_money=but_money, money=tuple(money))


def _highest(value: Whole, allowed: Flags) -> int:
    return int(value[allowed].max()) if allowed.any() else -NEVER


def _cost(tried: _Tried, measure: str, with_it: Flags, other: int, cost: int) -> int | None:
    """Return up to what cost a measure is in; None when no money rule or no cost decides."""
    good = tried.but_money & with_it & (tried.value >= max(other, -NEVER + 1))
    factors = np.full(int(good.sum()), np.inf)
    variable = measure_variable(measure)
    for row, left in tried.money:
        own = dict(row.coefficients).get(variable, 0)
        rest = row.right_side - (left[good] - own)
        if own > 0:
            factors = np.minimum(factors, rest / own)
        else:
            factors[rest < 0] = -np.inf
    best = float(factors.max(initial=-np.inf))
    if not np.isfinite(best) or best < 0 or cost == 0:
        return None
    return int(best * cost + 1e-6)


def _budgets(tried: _Tried, with_it: Flags) -> Iterator[BudgetTurn]:
    """Yield for each payer the nearest change of all its budgets that turns the measure."""
    payers = dict.fromkeys(row.rule.subjects[0] for row, _ in tried.money if row.rule is not None)
    for payer in payers:
        fits, needs = tried.but_money.copy(), np.full(tried.every.size, -NEVER)
        for row, left in tried.money:
            if row.rule is not None and row.rule.subjects[0] == payer:
                needs = np.maximum(needs, left - row.right_side)
            else:
                fits &= left <= row.right_side
        change = _nearest_step(tried.value[fits], needs[fits], with_it[fits])
        if change is not None:
            yield BudgetTurn(payer=payer, euros=change)


def _nearest_step(value: Whole, needs: Whole, with_it: Flags) -> int | None:
    """Return the change of a budget nearest to 0 at which the best package turns.

    ``needs`` is how much more than now each package asks. Where the best with and without are
    equal the measure counts as it does at no change.
    """
    steps = np.unique(needs)
    order = np.searchsorted(steps, needs)
    tops = []
    for half in (with_it, ~with_it):
        top = np.full(len(steps), -NEVER)
        np.maximum.at(top, order[half], value[half])
        tops.append(np.maximum.accumulate(top))
    lead = np.sign(tops[0] - tops[1])
    now = int(np.searchsorted(steps, 0, side="right")) - 1
    if now < 0:
        return None
    side = lead[now] or 1
    turned = (lead == -side) & (np.maximum(*tops) > -NEVER)
    up = np.flatnonzero(turned[now + 1 :])
    down = np.flatnonzero(turned[:now][::-1])
    changes = []
    if len(up):
        changes.append(int(steps[now + 1 + up[0]]))
    if len(down):
        # From this step on, up to just below the next one, the order is the other.
        changes.append(int(steps[now - down[0]]) - 1)
    return min(changes, key=abs, default=None)


def _lines(
    tried: _Tried,
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: tuple[SynergyGain, ...],
) -> Iterator[tuple[str, float, FloatArray, FloatArray]]:
    """Yield per criterion its weight now, and every package's value without it and by it alone."""
    for criterion in values.criteria:
        now = weights.shares[criterion]
        if now >= 1:
            continue
        alone = Weights.from_points({c: float(c == criterion) for c in values.criteria})
        rest = Weights.from_points(
            {c: 0.0 if c == criterion else weights.shares[c] for c in values.criteria}
        )
        ends = [
            tried.every.sums(
                score_form(package_scores(problem, values, each, synergies).value).coefficients
            ).astype(np.float64)
            for each in (rest, alone)
        ]
        yield criterion, now, ends[0], ends[1]


def _weight(
    lines: Iterable[tuple[str, float, FloatArray, FloatArray]], kept: Flags, with_it: Flags
) -> WeightTurn | None:
    found: WeightTurn | None = None
    for criterion, now, at_none, at_all in lines:
        halves = [(at_none[kept & half], at_all[kept & half]) for half in (with_it, ~with_it)]
        turn = nearest_turn(halves[0], halves[1], now)
        if turn is not None and (
            found is None or abs(turn - now) < abs(found.turns_at - found.now)
        ):
            found = WeightTurn(criterion=criterion, now=now, turns_at=turn)
    return found
