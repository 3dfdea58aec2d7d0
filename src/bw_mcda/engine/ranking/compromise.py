"""This file holds the compromise of VIKOR, with the two conditions for one winner."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.catalogue import DECIMALS
from bw_mcda.engine.ranking.places import TOLERANCE
from bw_mcda.engine.ranking.vikor import GROUP, losses_of, many_vikor
from bw_mcda.problem.weights import Weights
from bw_mcda.results.compromise import Compromise
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def compromise(values: ValueTable, weights: Weights, group: float = GROUP) -> Compromise:
    """Propose a compromise (Opricovic & Tzeng 2004, doi:10.1016/S0377-2217(03)00020-1).

    C1, acceptable advantage: Q of the second is higher than Q of the first by 1 / (m - 1) or more.
    C2, acceptable stability: the first by Q is also first by S or by R. Without C2 the first and
    the second are proposed; without C1 all whose Q is less than 1 / (m - 1) higher than the first.

    Parameters
    ----------
    values
        The expected values are compared.
    weights
        What carries no weight is left out.
    group
        How much the sum of losses counts against the heaviest single loss (0 to 1).
    """
    shares = share_array(weights, values.criteria)
    table = np.round(values.expected[:, shares > 0], DECIMALS)
    column = shares[shares > 0][:, None]
    together, heaviest = (losses[:, 0] for losses in losses_of(table, column))
    index = many_vikor(table, column, group)[:, 0]
    needed = 1 / max(len(index) - 1, 1)
    by_index = np.argsort(index, kind="stable")
    lead = float(index[by_index[1]] - index[by_index[0]]) if len(index) > 1 else needed
    advantage = lead >= needed - TOLERANCE
    first = _lowest(index)
    stable = bool((first & (_lowest(together) | _lowest(heaviest))).any())
    if not advantage:
        chosen = index < index.min() + needed - TOLERANCE
    elif not stable:
        chosen = first | (index <= index[by_index[1]] + TOLERANCE)
    else:
        chosen = first
    return Compromise(
        alternatives=values.alternatives,
        together=together,
        heaviest=heaviest,
        index=index,
        needed_lead=needed,
        advantage=advantage,
        stable=stable,
        proposed=tuple(values.alternatives[a] for a in by_index if chosen[a]),
    )


def _lowest(figures: FloatArray) -> np.ndarray:
    return np.asarray(figures <= figures.min() + TOLERANCE)
