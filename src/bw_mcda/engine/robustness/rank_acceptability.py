"""This file holds how often each alternative takes each place (SMAA-2)."""

from __future__ import annotations

from functools import reduce
from itertools import groupby
from operator import add

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.robustness.tally import Tally, tally
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.engine.weighting.weight_draws import weights_around
from bw_mcda.engine.weighting.weight_draws_for import weight_draws_of
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.read_only import FloatArray

CHUNK = 4096
"""Draws at a time: comparisons of a chunk stay in the processor's cache."""
EQUAL = 1e-12
"""Scores (0 to 1) this near are equal: a matrix product rounds equal rows in different ways."""


def acceptability_around(
    problem: DecisionProblem, draws: Draws, shares: FloatArray, spread: float
) -> RankAcceptability:
    """Return how places vary when weights scatter around ``shares`` (shape (criteria,))."""
    weights = weights_around(shares, spread, draws.noise)
    return rank_acceptability(problem, draws, weights, "around")


def acceptability_of_answers(
    problem: DecisionProblem, perspective: str, draws: Draws, spread: float
) -> RankAcceptability:
    """Return how places vary with the weights that people's own answers leave possible.

    Parameters
    ----------
    problem
        Holds what each stakeholder answered.
    perspective
        The id of a stakeholder, or ``together``.
    draws
        Values and noise. Exact answers scatter by ``spread`` as in ``acceptability_around``; an
        order, ranges or ratios are drawn uniformly from all weights that keep to them.

    Raises
    ------
    ValueError
        When there is no such perspective.
    """
    # A key of its own: not the streams that made ``draws``.
    rng = np.random.default_rng(np.random.SeedSequence(draws.seed, spawn_key=(0xA25E12,)))
    weights = weight_draws_of(problem, perspective, spread, draws.noise, rng)
    return rank_acceptability(problem, draws, weights, "around")


def acceptability_of_any_weights(problem: DecisionProblem, draws: Draws) -> RankAcceptability:
    """Return how places vary when nothing at all is known of the weights."""
    return rank_acceptability(problem, draws, draws.any_weights, "any")


def rank_acceptability(
    problem: DecisionProblem, draws: Draws, weights: FloatArray, kind: str
) -> RankAcceptability:
    """Score and rank every draw of values and weights together.

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

    Returns
    -------
    RankAcceptability
        Lahdelma & Salminen 2001, doi:10.1287/opre.49.3.444.11220; estimation by sampling after
        Tervonen & Lahdelma 2007, doi:10.1016/j.ejor.2005.12.037. Alternatives with equal
        scores in a draw share the best place in it.
    """
    parts = [slice(start, start + CHUNK) for start in range(0, draws.values.n_draws, CHUNK)]
    counted = reduce(
        add,
        (tally(scores_of(draws.values, weights, part), weights[:, part], EQUAL) for part in parts),
    )
    return acceptability_of(counted, problem, kind, seed=draws.seed)


def acceptability_of(
    counted: Tally,
    problem: DecisionProblem,
    kind: str,
    *,
    seed: int,
    method: str = "additive",
    scale: float = POINTS,
) -> RankAcceptability:
    """Return the shares that follow from counts; ``scale`` turns scores into what is shown."""
    n = counted.draws
    first = counted.counts[:, :1]
    came_first = first > 0
    nowhere = np.full_like(counted.central, np.nan)
    central = np.divide(counted.central, first, out=nowhere.copy(), where=came_first)
    squares = np.divide(counted.central_squares, first, out=nowhere.copy(), where=came_first)
    # The variance of a mean of ``first`` draws; one draw alone says nothing of its own error.
    variance = np.divide(
        np.maximum(squares - np.square(central), 0.0), first - 1, out=nowhere, where=first > 1
    )
    return RankAcceptability(
        alternatives=problem.alternative_ids,
        criteria=problem.criterion_ids,
        acceptability=counted.counts / n,
        central_weights=central,
        central_error=np.sqrt(variance),
        pairwise=counted.wins / n,
        mean_scores=scale * counted.score_sums / n,
        draws=n,
        seed=seed,
        weights=kind,
        method=method,
    )


def scores_of(values: ValueDraws, weights: FloatArray, part: slice) -> FloatArray:
    """Return the additive score (0 to 1) of each alternative in the draws of ``part``.

    The certain values are one matrix product; what varies is added alternative by alternative.
    """
    shares = weights[:, part]
    scores: FloatArray = values.certain @ shares
    for a, cells in groupby(enumerate(values.varying), key=lambda cell: cell[1][0]):
        rows, places = zip(*cells, strict=True)
        criteria = [c for _, c in places]
        own = values.draws[rows[0] : rows[-1] + 1, part]
        # Taking rows out copies them, which costs as much as the sum itself.
        of_own = shares if criteria == list(range(len(shares))) else shares[criteria]
        scores[a] += np.einsum("cn,cn->n", own, of_own)
    return scores
