"""This file holds how often each alternative takes each place (SMAA-2)."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.engine.weighting.weight_draws import weights_around
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
    n_alternatives, n = len(problem.alternatives), draws.values.n_draws
    counts = np.zeros((n_alternatives, n_alternatives))
    wins = np.zeros((n_alternatives, n_alternatives))
    central = np.zeros((n_alternatives, len(problem.criteria)))
    totals = np.zeros(n_alternatives)
    own_row = n_alternatives * np.arange(n_alternatives)[:, None]
    for start in range(0, n, CHUNK):
        part = slice(start, start + CHUNK)
        scores = scores_of(draws.values, weights, part)
        beats = scores[:, None, :] > (scores + EQUAL)[None, :, :]
        wins += beats.sum(axis=2)
        place = beats.sum(axis=0, dtype=np.intp)
        counts += np.bincount(
            (own_row + place).ravel(), minlength=n_alternatives * n_alternatives
        ).reshape(n_alternatives, n_alternatives)
        central += (place == 0).astype(np.float64) @ weights[:, part].T
        totals += scores.sum(axis=1)
    first = counts[:, :1]
    return RankAcceptability(
        alternatives=problem.alternative_ids,
        criteria=problem.criterion_ids,
        acceptability=counts / n,
        central_weights=np.divide(
            central, first, out=np.full_like(central, np.nan), where=first > 0
        ),
        pairwise=wins / n,
        mean_scores=POINTS * totals / n,
        draws=n,
        seed=draws.seed,
        weights=kind,
    )


def scores_of(values: ValueDraws, weights: FloatArray, part: slice) -> FloatArray:
    """Return the additive score (0 to 1) of each alternative in the draws of ``part``.

    The certain values are one matrix product; each value that varies adds its own weighted draws.
    """
    scores: FloatArray = values.certain @ weights[:, part]
    for row, (a, c) in enumerate(values.varying):
        scores[a] += values.draws[row, part] * weights[c, part]
    return scores
