"""This file holds draws of the weights of one stakeholder, or of all together."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.weighting.open_weights import draw_open_weights
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.engine.weighting.weight_draws import weights_around
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weighing.answers import FlatAnswer, PerTheme
from bw_mcda.problem.weighing.ratio_bounds import ratio_bounds
from bw_mcda.problem.weighing.shares import shares_of
from bw_mcda.problem.weights import Weights
from bw_mcda.results.analysis import TOGETHER
from bw_mcda.results.read_only import FloatArray


def weight_draws_for(
    weights: Weights,
    criteria: tuple[str, ...],
    spread: float,
    noise: FloatArray,
    rng: np.random.Generator,
) -> FloatArray:
    """Return draws of ``weights``: how far they are open is what the answer says itself.

    An answer of exact weights scatters by ``spread`` (``weights_around``); one that leaves weights
    open is drawn uniformly from all weights that keep to it. Per theme each level is drawn apart.

    Parameters
    ----------
    criteria
        Ids in the order of the rows of the result.
    spread
        1 or more: the factor that 68 % of exactly answered weights stay within.
    noise
        Standard normal, shape (criteria, draws).
    rng
        For what is left open; the same state gives the same draws.

    Returns
    -------
    ndarray
        Shape (criteria, draws); each column sums to 1.
    """
    answer = weights.answer
    if not weights.is_open:
        shares = weights.shares
        return weights_around(np.array([shares[c] for c in criteria]), spread, noise)
    row = {criterion: c for c, criterion in enumerate(criteria)}
    if not isinstance(answer, PerTheme):
        ids, drawn = _level(answer, spread, noise, rng)
    else:
        themes = len(answer.within)
        names, between = _level(
            answer.between, spread, rng.standard_normal((themes, noise.shape[1])), rng
        )
        ids, parts = (), []
        for theme, part in answer.within:
            own = noise[[row[id_] for id_ in shares_of(part)]]
            inner, within = _level(part, spread, own, rng)
            ids = (*ids, *inner)
            parts.append(between[names.index(theme)] * within)
        drawn = np.concatenate(parts)
    order = np.argsort([row[id_] for id_ in ids])
    return drawn[order]


def weight_draws_of(
    problem: DecisionProblem,
    perspective: str,
    spread: float,
    noise: FloatArray,
    rng: np.random.Generator,
) -> FloatArray:
    """Return draws of the weights an analysis is seen with, as ``weight_draws_for`` does.

    Together is the mean of the groups, draw by draw; when no group leaves weights open, the mean
    weights scatter.

    Raises
    ------
    ValueError
        When there is no such perspective.
    """
    seen, criteria = weights_of(problem, perspective), problem.criterion_ids
    groups = [group.weights for group in problem.stakeholders]
    if perspective != TOGETHER or not any(weights.is_open for weights in groups):
        return weight_draws_for(seen, criteria, spread, noise, rng)
    drawn = [weight_draws_for(weights, criteria, spread, noise, rng) for weights in groups]
    return np.asarray(np.mean(drawn, axis=0))


def _level(
    answer: FlatAnswer, spread: float, noise: FloatArray, rng: np.random.Generator
) -> tuple[tuple[str, ...], FloatArray]:
    """Return ids and draws of one level, shape (ids, draws)."""
    bounds = ratio_bounds(answer)
    if bounds is not None and bounds.is_open:
        drawn = draw_open_weights(bounds, noise.shape[1], rng)
        return drawn.ids, drawn.weights
    shares = shares_of(answer)
    return tuple(shares), weights_around(np.array(list(shares.values())), spread, noise)
