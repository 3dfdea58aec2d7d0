"""This file holds between which places each alternative can end by what is unknown."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.places import TOLERANCE
from bw_mcda.problem.weights import Weights
from bw_mcda.results.place_ranges import PlaceRanges
from bw_mcda.results.value_table import ValueTable


def place_ranges(values: ValueTable, weights: Weights) -> PlaceRanges:
    """Return the best and the worst place of each alternative by the weighted sum.

    An unknown performance may be anything from the worst anchor to the best. The best place is that
    with all of its own unknowns at their best and all of the others' at their worst, the worst
    place the other way round. No unknown is filled in: the place itself becomes an interval
    (OECD/JRC 2008, doi:10.1787/9789264043466-en, step 3, on what imputation hides).

    Where the level of the null alternative is itself unknown, the unknowns of several alternatives
    are one and the same, and the true range can be narrower than the one returned, never wider.

    Parameters
    ----------
    values
        With ``low`` and ``high`` where performances are unknown, shape (alternatives, criteria).
    weights
        The weights to rank with.
    """
    ranking = additive_ranking(values, weights)
    shares = weights.shares
    points = np.array([shares[criterion] for criterion in values.criteria])
    low, high = values.low @ points, values.high @ points
    # Nobody beats itself, and who is level shares the better place.
    surely_above = low[None, :] > high[:, None] + TOLERANCE
    perhaps_above = high[None, :] > low[:, None] + TOLERANCE
    np.fill_diagonal(perhaps_above, val=False)
    return PlaceRanges(
        alternatives=values.alternatives,
        places=ranking.places,
        best=tuple((1 + surely_above.sum(axis=1)).tolist()),
        worst=tuple((1 + perhaps_above.sum(axis=1)).tolist()),
    )
