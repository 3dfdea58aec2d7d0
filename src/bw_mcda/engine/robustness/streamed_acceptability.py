"""This file holds rank acceptability over more draws than fit in memory."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.robustness.rank_acceptability import EQUAL, acceptability_of
from bw_mcda.engine.robustness.tally import Tally, tally
from bw_mcda.engine.scoring.sampling import Drawable, drawable, each_drawn
from bw_mcda.engine.weighting.weight_draws import any_weights, weights_around
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.read_only import FloatArray

BLOCK = 4096
"""Draws per random stream: which draws are made depends on it, so it is no setting."""


def streamed_acceptability(
    scenario: Scenario,
    draws: int,
    weights: Weights | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> RankAcceptability:
    """Return how places vary over any number of draws, in memory that does not grow with it.

    Draws are made, counted and forgotten in blocks; each block has its own random stream, made
    from the plan's seed and its number, so that more draws only add to those there were.

    Parameters
    ----------
    scenario
        What is decided; ``plan.draws`` is not looked at.
    draws
        How many, 1 or more.
    weights
        Around which the weights scatter by the plan's spread; any weights when not given.
    on_progress
        Called after each block with the draws made and the draws to make.

    Returns
    -------
    RankAcceptability
        As ``rank_acceptability``, of other draws than those of ``draw``. Time grows with draws
        times cells times the price of one random number, and with draws times alternatives times
        the price of sorting; memory with alternatives squared and alternatives times ``BLOCK``.

    Raises
    ------
    ValueError
        When ``draws`` is below 1.
    """
    if draws < 1:
        message = f"draws: got {draws}; allowed: 1 or more"
        raise ValueError(message)
    ready, plan = drawable(scenario), scenario.plan
    shares = None if weights is None else share_array(weights, scenario.problem.criterion_ids)
    counted: Tally | None = None
    for block, start in enumerate(range(0, draws, BLOCK)):
        n = min(BLOCK, draws - start)
        part = _block(ready, n, shares, plan.weight_spread, (plan.seed, block))
        counted = part if counted is None else counted + part
        if on_progress is not None:
            on_progress(start + n, draws)
    assert counted is not None  # noqa: S101  (there is at least one draw)
    kind = "any" if weights is None else "around"
    return acceptability_of(counted, scenario.problem, kind, seed=plan.seed)


def _block(
    ready: Drawable, n: int, shares: FloatArray | None, spread: float, stream: tuple[int, int]
) -> Tally:
    seed, block = stream
    for_values, for_weights = (
        np.random.default_rng(child)
        for child in np.random.SeedSequence(seed, spawn_key=(block,)).spawn(2)
    )
    n_criteria = len(ready.criteria)
    # The whole block is drawn and cut after: its first draws are the same however many there are.
    if shares is None:
        weights = any_weights(n_criteria, BLOCK, for_weights)[:, :n]
    else:
        noise = for_weights.standard_normal((n_criteria, BLOCK))
        weights = weights_around(shares, spread, noise)[:, :n]
    scores = ready.certain @ weights
    for (a, c), values in zip(ready.varying, each_drawn(ready, BLOCK, for_values), strict=True):
        scores[a] += values[:n] * weights[c]
    return tally(scores, weights, EQUAL)
