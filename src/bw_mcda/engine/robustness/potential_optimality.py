"""This file holds who can come first when only something is known about the weights."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS
from bw_mcda.engine.robustness.linear_programme import maximise_over
from bw_mcda.engine.weighting.weight_region import WeightRegion
from bw_mcda.results.potential_optimality import BestCase, PairRange, PotentialOptimality
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def potential_optimality(values: ValueTable, region: WeightRegion) -> PotentialOptimality:
    """Return who can come first with weights in ``region``, and the range of every difference.

    Formula: for alternative a, maximise t over t and w in the region, subject to
    ``(v[a] - v[b]) @ w >= t`` for every other b; for a pair, minimise and maximise
    ``(v[a] - v[b]) @ w`` over w in the region.

    In words: choose the possible weights that are kindest to an alternative, and see how far it is
    then ahead of the best of the others.

    Parameters
    ----------
    values
        Expected values, shape (alternatives, criteria).
    region
        The weights that are possible, over the same criteria.

    Returns
    -------
    PotentialOptimality
        Potential optimality after Hazen 1986, doi:10.1287/opre.34.2.296; dominance under partial
        information after Kirkwood & Sarin 1985, doi:10.1287/opre.33.1.38. Exact.

    Raises
    ------
    ValueError
        When no weights lie in the region.
    """
    table = values.expected
    return PotentialOptimality(
        best_cases=tuple(_best_case(values, a, region) for a in range(len(table))),
        pairs=tuple(
            PairRange(
                alternative=values.alternatives[a],
                other=values.alternatives[b],
                low=-POINTS * _highest(table[b] - table[a], region),
                high=POINTS * _highest(table[a] - table[b], region),
            )
            for a in range(len(table))
            for b in range(len(table))
            if a != b
        ),
    )


def _best_case(values: ValueTable, a: int, region: WeightRegion) -> BestCase:
    table, n_criteria = values.expected, len(values.criteria)
    behind = np.delete(table, a, axis=0) - table[a]
    if len(behind):
        # Variables: the shares, and the lead.
        wanted = np.append(np.zeros(n_criteria), 1.0)
        rows = np.hstack([behind, np.ones((len(behind), 1))])
        lead, found = maximise_over(region, wanted, rows)
    else:  # who is alone leads by nothing
        lead, found = maximise_over(region, np.zeros(n_criteria))
    return BestCase(
        alternative=values.alternatives[a],
        lead=POINTS * lead,
        shares=tuple(zip(values.criteria, found[:n_criteria].tolist(), strict=True)),
    )


def _highest(difference: FloatArray, region: WeightRegion) -> float:
    if not len(region.rows):
        return float(difference.max())
    return maximise_over(region, difference)[0]
