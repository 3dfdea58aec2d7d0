"""This file holds every method an analysis plan can ask for, and how to rank by one."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

import numpy as np

from bw_mcda.engine.ranking.additive import additive_ranking, share_array
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.ranking.records import RECORDS
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.problem.weights import Weights
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

METHODS = MappingProxyType({method.id: method for method in RECORDS})
"""Every method by its id, the default first."""

DECIMALS = 9
"""Values are rounded to this many decimals first: some methods stretch the smallest difference
over the whole scale, and would make 0.1 + 0.2 and 0.3 the first and the last."""


def scores_by(
    method_id: str,
    table: FloatArray,
    shares: FloatArray,
    thresholds: Sequence[Thresholds] | None = None,
) -> FloatArray:
    """Score a table of values; what carries no weight is left out before the method sees it.

    Parameters
    ----------
    method_id
        A key of ``METHODS``.
    table
        Values, shape (alternatives, criteria), 0 to 1.
    shares
        Shape (criteria,), 0 or higher, at least one above 0.
    thresholds
        One per criterion, for the methods that read them; None for the declared defaults.

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
    if method.reads_thresholds and thresholds is not None:
        own = tuple(own for own, used in zip(thresholds, counts, strict=True) if used)
        return method.scores(table, shares[counts], own)
    return method.scores(table, shares[counts])


def many_scores_by(
    method_id: str,
    table: FloatArray,
    shares: FloatArray,
    thresholds: Sequence[Thresholds] | None = None,
) -> FloatArray:
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
    thresholds
        As for ``scores_by``.

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
    reads = method.reads_thresholds and thresholds is not None
    scores = method.many_scores(table, shares, *((thresholds,) if reads else ()))
    if method.all_equal is not None:
        differs = (table != table[:1]).any(axis=0)
        differs = differs if table.ndim == 3 else differs[:, None]
        scores = np.where((differs & (shares > 0)).any(axis=0), scores, method.all_equal)
    return scores


def rank_by(
    method_id: str, values: ValueTable, weights: Weights, criteria: Sequence[Criterion] = ()
) -> Ranking:
    """Rank the alternatives by a method of the catalogue.

    Parameters
    ----------
    method_id
        A key of ``METHODS``.
    values
        The expected values are ranked.
    weights
        One share per criterion.
    criteria
        With the thresholds that PROMETHEE reads; the declared defaults when left out.

    Raises
    ------
    KeyError
        When there is no such method; ``engine.readiness`` says so before it comes to this.
    """
    if method_id == "additive":
        return additive_ranking(values, weights)
    method = METHODS[method_id]
    own = {criterion.id: criterion.thresholds for criterion in criteria}
    thresholds = [own[id_] for id_ in values.criteria] if criteria else None
    shares = share_array(weights, values.criteria)
    scores = scores_by(method_id, values.expected, shares, thresholds)
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
