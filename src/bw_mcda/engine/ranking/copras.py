"""This file holds COPRAS, complex proportional assessment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray


def copras(
    table: FloatArray, shares: FloatArray, costs: NDArray[np.bool_] | None = None
) -> FloatArray:
    """Return the degree of utility, 1 for the best (Zavadskas, Kaklauskas & Sarka 1994).

    Every criterion is divided by its total over the alternatives. Benefits add up to S+, costs to
    S-; Q = S+ + sum(S-) / (S- * sum(1 / S-)), as a share of the largest Q.

    Our own and not pymcdm's: pymcdm 1.4 leaves the sums over the alternatives out of the
    formula, so that its second term becomes S- itself and a higher cost gives a better score. It
    also refuses a table without costs. Values have none: Q is then S+.

    Parameters
    ----------
    table
        Shape (alternatives, criteria), 0 or higher; what is 0 for everybody is left out.
    shares
        Shape (criteria,).
    costs
        Shape (criteria,): where less is better. With costs, every S- is above 0.
    """
    totals = table.sum(axis=0)
    sized = totals > 0
    proportions = shares[sized] * table[:, sized] / totals[sized]
    relative: FloatArray
    if costs is None:
        relative = proportions.sum(axis=1)
    else:
        burden = proportions[:, costs[sized]].sum(axis=1)
        gain = proportions[:, ~costs[sized]].sum(axis=1)
        relative = gain + burden.sum() / (burden * (1 / burden).sum())
    return np.asarray(relative / relative.max())
