"""This file holds the one door to pymcdm."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray

Costs = NDArray[np.bool_]
"""For each criterion whether less is better; only tables that hold no values need it."""


def pymcdm_scores(
    method: str,
    table: FloatArray,
    shares: FloatArray,
    *,
    costs: Costs | None = None,
    **settings: object,
) -> FloatArray:
    """Return the scores that class ``method`` of pymcdm gives.

    pymcdm's own validation stays off: it warns of what is no mistake here (an alternative that is
    best everywhere) and lets real mistakes through.

    Parameters
    ----------
    method
        Name of a class in ``pymcdm.methods``.
    table
        Shape (alternatives, criteria).
    shares
        Shape (criteria,).
    costs
        Shape (criteria,); None when higher is better everywhere, as with values.
    settings
        What the class is made with.

    Raises
    ------
    ValueError
        When a score is not a finite number: pymcdm says so with a warning at most.
    """
    from pymcdm import methods  # loads matplotlib: a second, so only when it is asked for

    types = np.ones(table.shape[1]) if costs is None else np.where(costs, -1.0, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = getattr(methods, method)(**settings)(table, shares, types, validation=False)
    scores = np.asarray(scores, dtype=np.float64)
    if not np.isfinite(scores).all():
        message = f"pymcdm {method}: got {scores.tolist()}; allowed: finite numbers"
        raise ValueError(message)
    return scores


def pymcdm_shares(method: str, table: FloatArray, costs: Costs) -> FloatArray | None:
    """Return the weights that ``<method>_weights`` of pymcdm gives, together 1, or None for none.

    Parameters
    ----------
    table
        Shape (alternatives, criteria).
    costs
        Shape (criteria,).
    """
    from pymcdm import weights  # loads matplotlib: a second, so only when it is asked for

    types = np.where(costs, -1.0, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        try:
            shares = np.asarray(getattr(weights, f"{method}_weights")(table, types))
        except ValueError:  # a 0 that the method would divide by
            return None
    return shares if np.isfinite(shares).all() else None


def as_they_are(column: FloatArray, cost: bool = False) -> FloatArray:  # noqa: FBT001, FBT002
    """Return ``column``: values were normalised by their anchors. The signature is pymcdm's."""
    del cost
    return column


def _unit_bounds(table: FloatArray) -> FloatArray:
    return np.tile([0.0, 1.0], (table.shape[1], 1))


def topsis(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Nearness to the best found on each criterion, against the worst found."""
    return pymcdm_scores("TOPSIS", table, shares, normalization_function=as_they_are)


def spotis(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Weighted distance to the best anchors."""
    return pymcdm_scores("SPOTIS", table, shares, bounds=_unit_bounds(table))


def rim(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Nearness to the best anchors against the worst anchors: TOPSIS with fixed end points."""
    return pymcdm_scores("RIM", table, shares, bounds=_unit_bounds(table))


def marcos(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Place of an alternative between the worst and the best of what was found.

    Where the worst found is 0 on every criterion pymcdm divides by it. The formula has a limit
    there, the score as a share of the best found, and that is what is returned.
    """
    if table.min(axis=0) @ shares == 0:
        return np.asarray((table @ shares) / (table.max(axis=0) @ shares))
    return pymcdm_scores("MARCOS", table, shares, normalization_function=as_they_are)


def waspas(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Half weighted sum, half weighted product."""
    return pymcdm_scores("WASPAS", table, shares, normalization_function=as_they_are)


def wpm(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Weighted product."""
    return pymcdm_scores("WPM", table, shares, normalization_function=as_they_are)


def aras(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Weighted sum as a share of that of the best found."""
    return pymcdm_scores("ARAS", table, shares, normalization_function=as_they_are)


def mabac(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Distance to the border of the geometric means."""
    return pymcdm_scores("MABAC", table, shares, normalization_function=as_they_are)


def mairca(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Gap between what could be had and what is had."""
    return pymcdm_scores("MAIRCA", table, shares, normalization_function=as_they_are)


def ocra(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Weighted lead over the worst alternative."""
    return pymcdm_scores("OCRA", table, shares, normalization_function=as_they_are)


def rafsi(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Weighted sum after a mapping of the anchors to 1 and 6."""
    n_criteria = table.shape[1]
    return pymcdm_scores(
        "RAFSI", table, shares, ideal=np.ones(n_criteria), anti_ideal=np.zeros(n_criteria)
    )


def ram(table: FloatArray, shares: FloatArray, costs: Costs | None = None) -> FloatArray:
    """Benefits under a root that costs make deeper."""
    return pymcdm_scores("RAM", table, shares, costs=costs, normalization_function=as_they_are)


def edas(table: FloatArray, shares: FloatArray, costs: Costs | None = None) -> FloatArray:
    """Lead over and lag behind the average alternative, each as a share of the largest."""
    return _on_columns_with_a_size("EDAS", table, shares, costs)


def lmaw(table: FloatArray, shares: FloatArray, costs: Costs | None = None) -> FloatArray:
    """Logarithms of scores, with the weights as powers."""
    return _on_columns_with_a_size("LMAW", table, shares, costs)


def aroman(table: FloatArray, shares: FloatArray, costs: Costs | None = None) -> FloatArray:
    """Two normalisations averaged, then the root of the weighted sum."""
    return _on_columns_with_a_size("AROMAN", table, shares, costs)


def moora(table: FloatArray, shares: FloatArray, costs: Costs | None = None) -> FloatArray:
    """Weighted sum of scores over the length of their column.

    pymcdm refuses a table without a cost; the formula does not need one. A cost with weight 0 takes
    the objection away and changes nothing.
    """
    no_cost = np.zeros(table.shape[1], dtype=bool) if costs is None else costs
    return _on_columns_with_a_size(
        "MOORA",
        np.column_stack([table, np.ones(len(table))]),
        np.append(shares, 0.0),
        np.append(no_cost, True),  # noqa: FBT003  (numpy's signature)
    )


def _on_columns_with_a_size(
    method: str, table: FloatArray, shares: FloatArray, costs: Costs | None
) -> FloatArray:
    """Score without the criteria on which everybody has 0: these methods divide by a column's size.

    Such a criterion tells nobody apart, and dividing nothing by nothing is no answer.
    """
    sized = np.any(table != 0, axis=0)
    return pymcdm_scores(
        method, table[:, sized], shares[sized], costs=None if costs is None else costs[sized]
    )
