"""This file holds ELECTRE TRI-B: sorting alternatives by comparing them with bounds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

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
    bounds = np.array([[getattr(own[id_], name) for id_ in counting] for name in ("discuss", "do")])
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


def classes_by_bounds(
    table: FloatArray, bounds: FloatArray, shares: FloatArray, limits: Limits, majority: float
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the class of each alternative, 0 the lowest, by the cautious and the generous rule.

    ``bounds`` has shape (bounds, criteria), rising; n bounds make n + 1 classes. The cautious
    (pessimistic, pseudo-conjunctive) rule counts from above to the first bound that is reached; the
    generous (optimistic, pseudo-disjunctive) from below to the first bound that is clearly higher.
    """
    least = majority - ROUNDING
    reaches = outranking(table, bounds, shares, limits).credibility >= least
    is_reached = least <= outranking(bounds, table, shares, limits).credibility.T
    above = is_reached & ~reaches
    n_bounds = len(bounds)
    cautious = np.where(reaches, np.arange(1, n_bounds + 1), 0).max(axis=1)
    generous = np.where(above, np.arange(n_bounds), n_bounds).min(axis=1)
    return tuple(cautious.tolist()), tuple(generous.tolist())
