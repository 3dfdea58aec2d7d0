"""This file holds every method an analysis plan can ask for, and how to rank by one."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from bw_mcda.engine.ranking.additive import additive_ranking, share_array
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.ranking.records import RECORDS
from bw_mcda.problem.weights import Weights
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

METHODS = MappingProxyType({method.id: method for method in RECORDS})
"""Every method by its id, the default first."""

DECIMALS = 9
"""Values are rounded to this many decimals first: some methods stretch the smallest difference
over the whole scale, and would make 0.1 + 0.2 and 0.3 the first and the last."""


def scores_by(method_id: str, table: FloatArray, shares: FloatArray) -> FloatArray:
    """Score a table of values; what carries no weight is left out before the method sees it.

    Parameters
    ----------
    method_id
        A key of ``METHODS``.
    table
        Values, shape (alternatives, criteria), 0 to 1.
    shares
        Shape (criteria,), 0 or higher, at least one above 0.

    Returns
    -------
    FloatArray
        One finite score per alternative; which way is better stands in the method's record.
    """
    method = METHODS[method_id]
    counts = shares > 0
    table = np.round(table[:, counts], DECIMALS)
    if method.all_equal is not None and np.all(table == table[0]):
        return np.full(len(table), method.all_equal)
    return method.scores(table, shares[counts])


def many_scores_by(method_id: str, table: FloatArray, shares: FloatArray) -> FloatArray:
    """Score a table with the weights of many draws at once; equal to ``scores_by`` draw by draw.

    Parameters
    ----------
    method_id
        A key of ``METHODS`` whose record has ``many_scores``.
    table
        Values, 0 to 1, shape (alternatives, criteria); or (alternatives, criteria, draws) when
        performances vary with the draw.
    shares
        Shape (criteria, draws), 0 or higher, each column together 1.

    Returns
    -------
    FloatArray
        Shape (alternatives, draws), all finite; which way is better stands in the method's record.

    Raises
    ------
    ValueError
        When the method has no such form.
    """
    method = METHODS[method_id]
    if method.many_scores is None:
        allowed = ", ".join(id_ for id_, method in METHODS.items() if method.many_scores)
        message = f"method: got {method_id!r}; allowed: {allowed}"
        raise ValueError(message)
    table = np.round(table, DECIMALS)
    scores = method.many_scores(table, shares)
    if method.all_equal is not None:
        differs = (table != table[:1]).any(axis=0)
        differs = differs if table.ndim == 3 else differs[:, None]
        scores = np.where((differs & (shares > 0)).any(axis=0), scores, method.all_equal)
    return scores


def rank_by(method_id: str, values: ValueTable, weights: Weights) -> Ranking:
    """Rank the alternatives by a method of the catalogue.

    Raises
    ------
    KeyError
        When there is no such method; ``engine.readiness`` says so before it comes to this.
    """
    if method_id == "additive":
        return additive_ranking(values, weights)
    method = METHODS[method_id]
    scores = scores_by(method_id, values.expected, share_array(weights, values.criteria))
    in_place, ties = places(scores, higher_is_better=method.higher_is_better)
    return Ranking(
        method=method_id,
        alternatives=values.alternatives,
        criteria=values.criteria,
        scores=scores,
        places=in_place,
        ties=tuple(tuple(values.alternatives[a] for a in group) for group in ties),
        higher_is_better=method.higher_is_better,
    )
