"""This file holds the question which measures belong in the package whatever the weights are."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.goals import Goal, goal_of
from bw_mcda.engine.portfolio.linear_row import LinearModel
from bw_mcda.engine.portfolio.package_model import package_model
from bw_mcda.engine.portfolio.package_scores import PackageScores, package_scores
from bw_mcda.engine.portfolio.search import Found, Package, best_by_levels, height
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.engine.weighting.weight_draws import any_weights, weights_around
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.core_index import CoreIndex
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def core_index(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    goal: PackageGoal = PackageGoal.MOST_VALUE,
    *,
    synergies: Iterable[SynergyGain] = (),
    spread: float | None = 1.5,
    draws: int = 200,
    seed: int = 1,
    time_limit: float = 20.0,
) -> CoreIndex:
    """Return in which share of weight draws each measure is in the best package.

    Formula: ``CI_j = #{n : j in P*(w_n)} / #{n}`` with ``P*(w)`` the best package for weights w,
    after Liesiö, Mild & Salo (2007, European Journal of Operational Research 181, 1488-1505), whose
    denominator is the set of packages that nothing beats; here it is the draws.

    In words: draw weights that people might as well have given, find the best package for each, and
    count. Every best package is proven to be best for its weights.

    Parameters
    ----------
    spread
        As in the plan: the factor by which a weight may well be higher or lower. None draws any
        weights at all, uniformly.
    draws
        How many weights are drawn.
    time_limit
        Seconds. Draws that are not reached in time are not in the denominator.
    """
    synergies = tuple(synergies)
    deadline = time.monotonic() + time_limit
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    counts: Counter[Package] = Counter()
    without, solver = 0, ""
    for drawn in drawn_weights(weights, values.criteria, spread, draws, seed):
        scores = package_scores(problem, values, drawn, synergies)
        model = package_model(problem, scores)
        found = _best(model, goal_of(goal, scores, costs), scores, counts, deadline)
        if found.status is SolveStatus.STOPPED:
            break
        solver = found.solver
        if found.package is None:
            without += 1
        else:
            counts[found.package] += 1
    measures = tuple(a.id for a in problem.alternatives if not a.is_null)
    return CoreIndex(
        goal=goal.value,
        measures=measures,
        share=_shares(measures, counts),
        packages=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        draws=counts.total(),
        draws_without_package=without,
        draws_asked=draws,
        seed=seed,
        solver=solver,
    )


def drawn_weights(
    weights: Weights, criteria: tuple[str, ...], spread: float | None, draws: int, seed: int
) -> Iterator[Weights]:
    """Yield weights that people might as well have given; equal seeds give equal weights."""
    rng = np.random.default_rng(seed)
    if spread is None:
        shares = any_weights(len(criteria), draws, rng)
    else:
        given = np.array([weights.shares[criterion] for criterion in criteria])
        shares = weights_around(given, spread, rng.standard_normal((len(criteria), draws)))
    for draw in shares.T:
        yield Weights.from_points(dict(zip(criteria, draw.tolist(), strict=True)))


def _best(
    model: LinearModel,
    goal: Goal,
    scores: PackageScores,
    known: Iterable[Package],
    deadline: float,
) -> Found:
    """Return the best package; the best one known from other draws needs only to be confirmed."""
    kept = [package for package in known if not broken_rows(package, model.rows, scores)]
    levels = (*goal.levels, *goal.tie_breaks)
    start = max(
        kept,
        key=lambda package: [height(level, package, scores) for level in levels],
        default=None,
    )
    settings = SolverSettings(time_limit=max(0.0, deadline - time.monotonic()))
    return best_by_levels(model, levels, scores, settings, start=start)


def _shares(measures: tuple[str, ...], counts: Mapping[Package, int]) -> FloatArray:
    total = sum(counts.values())
    inside = [sum(n for package, n in counts.items() if m in package) for m in measures]
    return np.array(inside, dtype=np.float64) / max(total, 1)
