"""This file holds the one door to scipy's solver of linear programmes over weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.engine.weighting.weight_region import WeightRegion
from bw_mcda.results.read_only import FloatArray

INFEASIBLE = 2
"""What scipy calls a programme that nothing satisfies."""


def minimise(
    cost: FloatArray,
    *,
    rows: FloatArray,
    limits: FloatArray,
    equal_row: FloatArray,
    equals: float,
    bounds: Sequence[tuple[float | None, float | None]],
) -> tuple[float, FloatArray] | None:
    """Minimise ``cost @ x`` with ``rows @ x <= limits`` and ``equal_row @ x = equals``.

    Returns
    -------
    tuple or None
        The lowest cost and where it is reached, shape of ``cost``; None when nothing satisfies all.

    Raises
    ------
    ArithmeticError
        When the solver stops for another reason, which it then says.
    """
    # Here and not above: scipy takes half a second to load, and few ask for a linear programme.
    from scipy.optimize import linprog

    solved = linprog(
        cost,
        A_ub=rows if len(rows) else None,
        b_ub=limits if len(rows) else None,
        A_eq=equal_row[None, :],
        b_eq=[equals],
        bounds=bounds,
        method="highs",
    )
    if solved.status == INFEASIBLE:
        return None
    if solved.status != 0:
        raise ArithmeticError(solved.message)
    return float(solved.fun), np.asarray(solved.x)


def maximise_over(
    region: WeightRegion,
    wanted: FloatArray,
    rows: FloatArray | None = None,
) -> tuple[float, FloatArray]:
    """Maximise ``wanted @ x`` where ``x`` starts with shares in ``region``.

    Parameters
    ----------
    region
        The weights that are possible.
    wanted
        Shape (criteria + more,): what to maximise; further variables are free.
    rows
        Further limits ``rows @ x <= 0``, shape (limits, criteria + more).

    Raises
    ------
    ValueError
        When no weights lie in the region.
    """
    n_criteria = len(region.criteria)
    more = len(wanted) - n_criteria
    said = np.hstack([region.rows, np.zeros((len(region.rows), more))])
    further = np.empty((0, len(wanted))) if rows is None else rows
    found = minimise(
        -wanted,
        rows=np.vstack([said, further]),
        limits=np.concatenate([region.limits, np.zeros(len(further))]),
        equal_row=np.concatenate([np.ones(n_criteria), np.zeros(more)]),
        equals=1.0,
        bounds=[(0.0, 1.0)] * n_criteria + [(None, None)] * more,
    )
    if found is None:
        message = "weights: got statements that contradict each other; allowed: some weights left"
        raise ValueError(message)
    return -found[0], found[1]
