"""This file holds ELECTRE TRI-B: sorting alternatives by comparing them with bounds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.outranking import Limits, limits_of, outranking
from bw_mcda.engine.ranking.partial_orders import what_counts
from bw_mcda.engine.ranking.preference import ROUNDING
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.weights import Weights
from bw_mcda.results.class_sorting import ActionClass, ClassSorting
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def sorted_in_classes(
    values: ValueTable, weights: Weights, criteria: Sequence[Criterion], majority: float
) -> ClassSorting:
    """Sort every alternative into *do*, *discuss* and *do not*, by two rules.

    Yu 1992; Mousseau, Słowiński & Zielniewicz 2000, doi:10.1016/S0305-0548(99)00117-3.

    Parameters
    ----------
    values
        The expected values are compared with the bounds.
    weights
        What carries no weight is left out: it neither agrees nor vetoes.
    criteria
        Their thresholds and class bounds; ids as in ``values``.
    majority
        Least credibility (0.5 to 1) at which a bound is reached.
    """
    table, shares, thresholds = what_counts(values, weights, criteria)
    counting = tuple(id_ for id_ in values.criteria if weights.shares[id_] > 0)
    own = {criterion.id: criterion.classes for criterion in criteria}
    bounds = bounds_of([own[id_] for id_ in counting])
    limits = limits_of(thresholds)
    against = outranking(table, bounds, shares, limits)
    cautious, generous = classes_by_bounds(table, bounds, shares, limits, majority)
    return ClassSorting(
        alternatives=values.alternatives,
        criteria=counting,
        cautious=tuple(ActionClass(number) for number in cautious),
        generous=tuple(ActionClass(number) for number in generous),
        reached=against.credibility,
        objections=against.discordance >= 1 - ROUNDING,
        majority=majority,
        declared_bounds=all(own[id_] == ClassBounds() for id_ in counting),
    )


def bounds_of(classes: Sequence[ClassBounds]) -> FloatArray:
    """Return the bounds of *discuss* and of *do*, shape (2, criteria)."""
    return np.array([[own.discuss for own in classes], [own.do for own in classes]])


def classes_by_bounds(
    table: FloatArray, bounds: FloatArray, shares: FloatArray, limits: Limits, majority: float
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the class of each alternative, 0 the lowest, by the cautious and the generous rule.

    ``bounds`` has shape (bounds, criteria), rising; n bounds make n + 1 classes. The cautious
    (pessimistic, pseudo-conjunctive) rule counts from above to the first bound that is reached; the
    generous (optimistic, pseudo-disjunctive) from below to the first bound that is clearly higher.
    """
    reaching = outranking(table, bounds, shares, limits).credibility
    reached_by = outranking(bounds, table, shares, limits).credibility.T
    cautious, generous = classes_of(reaching[:, :, None], reached_by[:, :, None], majority)
    return tuple(cautious[:, 0].tolist()), tuple(generous[:, 0].tolist())


def classes_of(
    reaching: FloatArray, reached_by: FloatArray, majority: float
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the cautious and the generous class, both (alternatives, draws).

    ``reaching`` is the credibility that an alternative is at least as good as a bound, and
    ``reached_by`` that of the contrary; both (alternatives, bounds, draws), bounds rising.
    """
    least = majority - ROUNDING
    reaches = reaching >= least
    above = (reached_by >= least) & ~reaches
    n_bounds = reaching.shape[1]
    numbers = np.arange(n_bounds)[:, None]
    cautious = np.where(reaches, numbers + 1, 0).max(axis=1)
    generous = np.where(above, numbers, n_bounds).min(axis=1)
    return cautious, generous
