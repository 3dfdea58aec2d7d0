"""This file holds the 2-additive Choquet integral, for criteria whose value hangs on each other."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.ranking.scored import ranking_of
from bw_mcda.problem.compensation import Interaction
from bw_mcda.problem.finding import Finding, Severity
from bw_mcda.problem.weights import Weights
from bw_mcda.results.interacting import InteractingRanking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

ROUNDING = 1e-12


def choquet(table: FloatArray, importance: FloatArray, interaction: FloatArray) -> FloatArray:
    """Return the 2-additive Choquet integral of each alternative.

    Formula: ``sum_i phi_i v_i - 1/2 sum_{i<j} I_ij |v_i - v_j|``, with ``phi`` the importance
    (Shapley) and ``I`` the interaction indices (Grabisch 1997, doi:10.1016/S0165-0114(97)00168-1;
    Grabisch & Labreuche 2010, doi:10.1007/s10479-009-0655-8). In words: the weighted sum, less what
    two criteria that need each other lie apart, plus what two lie apart of which either will do.

    Parameters
    ----------
    table
        Values, shape (alternatives, criteria), or (alternatives, criteria, draws).
    importance
        Shape (criteria,) or (criteria, draws), 0 or higher, together 1: the weight shares.
    interaction
        Shape (criteria, criteria), symmetric, 0 on the diagonal.

    Returns
    -------
    ndarray
        Shape (alternatives,) or (alternatives, draws); from 0 to 1 while the conditions of
        `strength_kept` hold.
    """
    drawn = table.ndim == 3 or importance.ndim == 2
    values = table if table.ndim == 3 else table[:, :, None]
    weights = importance if importance.ndim == 2 else importance[:, None]
    total: FloatArray = (values * weights).sum(axis=1)
    for i, j in np.argwhere(np.triu(interaction)):
        total = total - 0.5 * interaction[i, j] * np.abs(values[:, i] - values[:, j])
    return total if drawn else total[:, 0]


def interaction_matrix(
    interactions: Iterable[Interaction], criteria: tuple[str, ...]
) -> FloatArray:
    """Return the interaction indices, shape (criteria, criteria), symmetric."""
    matrix = np.zeros((len(criteria), len(criteria)))
    for pair in interactions:
        i, j = criteria.index(pair.first), criteria.index(pair.second)
        matrix[i, j] = matrix[j, i] = pair.strength
    return matrix


def strength_kept(importance: FloatArray, interaction: FloatArray) -> float:
    """Return the largest part (0 to 1) of all strengths with which better is never worse.

    Formula: the largest ``s`` with ``phi_i >= s/2 sum_j |I_ij|`` for every ``i``, the conditions
    under which a 2-additive capacity is monotone (Grabisch 1997). In words: a criterion may lose no
    more to its pairs than it weighs.
    """
    burden = np.abs(interaction).sum(axis=1) / 2
    loaded = burden > 0
    return float(np.min(importance[loaded] / burden[loaded], initial=1.0))


def interaction_findings(
    weights: Weights, interactions: Iterable[Interaction], criteria: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Return a caution for each criterion that weighs too little for the strengths it is given."""
    importance = share_array(weights, criteria)
    burden = np.abs(interaction_matrix(interactions, criteria)).sum(axis=1) / 2
    return tuple(
        Finding(
            place=f"plan.interactions.{criteria[c]}",
            found=f"strengths of {2 * burden[c]:.2f} together on a weight of {importance[c]:.2f}",
            allowed=f"strengths of {2 * importance[c]:.2f} together at most",
            severity=Severity.CAUTION,
            code="interaction_too_strong",
            about=(criteria[c],),
        )
        for c in np.flatnonzero(burden > importance + ROUNDING)
    )


def interacting_ranking(
    values: ValueTable, weights: Weights, interactions: tuple[Interaction, ...]
) -> InteractingRanking:
    """Rank by the 2-additive Choquet integral, beside the weighted sum.

    Where the weights do not carry the strengths that were given, all strengths are brought down by
    the same factor to what they do carry: better on a criterion then never means lower. The result
    tells how much was kept.

    Parameters
    ----------
    values
        Expected values, shape (alternatives, criteria).
    weights
        Their shares are the importance of the criteria.
    interactions
        Which criteria hang on each other; without any it is the weighted sum.
    """
    importance = share_array(weights, values.criteria)
    matrix = interaction_matrix(interactions, values.criteria)
    kept = strength_kept(importance, matrix)
    added = POINTS * (values.expected @ importance)
    scores = POINTS * choquet(values.expected, importance, kept * matrix)
    return InteractingRanking(
        ranking=ranking_of("choquet", values, scores),
        interactions=interactions,
        kept=kept,
        added_scores=added,
        added_places=places(added, higher_is_better=True)[0],
    )
