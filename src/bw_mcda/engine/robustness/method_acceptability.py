"""This file holds how often each alternative comes first by other methods than the additive one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import add

import numpy as np

from bw_mcda.engine.ranking.catalogue import METHODS, many_scores_by
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.robustness.rank_acceptability import CHUNK, acceptability_of
from bw_mcda.engine.robustness.tally import Tally, tally
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.results.method_acceptability import MethodAcceptability
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.read_only import FloatArray

ADDITIVE = "additive"
EQUAL = 1e-9
"""Scores this near, as a share of the largest score in size or of 1, are equal."""
LARGEST_TABLE = 500_000
"""Values at a time: a table of every draw has to stay in the processor's reach."""


def method_acceptability(
    problem: DecisionProblem,
    draws: Draws,
    weights: FloatArray,
    kind: str,
    methods: Iterable[str] | None = None,
) -> MethodAcceptability:
    """Return how often each alternative takes each place by each of ``methods``.

    Parameters
    ----------
    problem
        Names the alternatives and criteria.
    draws
        Values per draw.
    weights
        Shape (criteria, draws); each column sums to 1.
    kind
        What the weights stand for, told in the result.
    methods
        Ids; when not given every method that scores many draws at once and whose order can differ
        from that of the weighted sum. Those that were asked for and cannot are named in the result.
    """
    wanted = (
        tuple(methods)
        if methods is not None
        else tuple(
            id_
            for id_, method in METHODS.items()
            if method.many_scores is not None and (id_ == ADDITIVE or not method.additive_order)
        )
    )
    fast = [method for method in wanted if METHODS[method].many_scores is not None]
    return MethodAcceptability(
        by_method=tuple(acceptability_by(method, problem, draws, weights, kind) for method in fast),
        left_out=tuple(method for method in wanted if method not in fast),
    )


def acceptability_by(
    method: str, problem: DecisionProblem, draws: Draws, weights: FloatArray, kind: str
) -> RankAcceptability:
    """Score and rank every draw by one method (SMAA with another preference model).

    Tervonen & Lahdelma 2007, doi:10.1016/j.ejor.2005.12.037, for any method; mean scores are those
    of the method itself. Places are counted from the best score, high or low.

    Raises
    ------
    ValueError
        When the method cannot score many draws at once.
    """
    sign = 1.0 if METHODS[method].higher_is_better else -1.0
    thresholds = [criterion.thresholds for criterion in problem.criteria]

    def score(table: FloatArray, shares: FloatArray) -> FloatArray:
        return sign * many_scores_by(method, table, shares, thresholds)

    counted = counted_by(score, draws.values, weights)
    return acceptability_of(counted, problem, kind, seed=draws.seed, method=method, scale=sign)


def counted_by(
    score: Callable[[FloatArray, FloatArray], FloatArray], values: ValueDraws, weights: FloatArray
) -> Tally:
    """Count the places of every draw by any way to score, higher being better.

    ``score`` takes a table of draws (``ValueDraws.table``) and weights, shape (criteria, draws),
    and returns shape (alternatives, draws).
    """
    size = CHUNK if not values.varying else max(64, LARGEST_TABLE // values.certain.size)
    size = min(size, CHUNK)

    def counted(part: slice) -> Tally:
        shares = weights[:, part]
        scores = score(values.table(part), shares)
        return tally(scores, shares, EQUAL * max(1.0, float(np.abs(scores).max())))

    parts = [slice(start, start + size) for start in range(0, values.n_draws, size)]
    return reduce(add, (counted(part) for part in parts))
