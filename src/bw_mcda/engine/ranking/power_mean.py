"""This file holds the weighted power mean, from the weighted sum to the weakest part alone."""

from __future__ import annotations

import math

import numpy as np

from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.results.read_only import FloatArray

PRODUCT = 1e-9
"""Powers this near 0 are the weighted product: dividing by them says nothing more."""

Groups = tuple[tuple[int, ...], ...]
"""The indices of the criteria of each theme."""


def power_of(compensation: float) -> float:
    """Return the power that belongs to a position of the dial.

    Formula: ``rho = 2 - 1 / compensation``. In words: 1 is the weighted sum (rho 1), 0.5 the
    weighted product (rho 0), and towards 0 only the weakest part is left (rho minus infinity).
    """
    return 2.0 - 1.0 / compensation if compensation > 0 else -math.inf


def power_mean(table: FloatArray, shares: FloatArray, power: float) -> FloatArray:
    """Return the weighted power mean of each alternative (Hardy, Littlewood & Pólya 1934, ch. 2).

    Formula: ``(sum_i w_i v_i**rho) ** (1 / rho)``; for rho 0 the limit ``prod_i v_i**w_i``, for rho
    minus infinity the lowest ``v_i`` with weight. In words: the lower the power, the less a high
    value makes up for a low one (OECD/JRC 2008, doi:10.1787/9789264043466-en, step 6).

    Parameters
    ----------
    table
        Values, shape (alternatives, parts), or (alternatives, parts, draws); 0 to 1.
    shares
        Shape (parts,) or (parts, draws), 0 or higher, not all 0; rescaled to sum to 1.
    power
        Any number, or plus or minus infinity.

    Returns
    -------
    ndarray
        Shape (alternatives,) or (alternatives, draws), 0 to 1. With a power of 0 or lower a single
        value of 0 makes the mean 0: nothing makes up for it. What has no weight plays no part.
    """
    drawn = table.ndim == 3 or shares.ndim == 2
    values = table if table.ndim == 3 else table[:, :, None]
    weights = shares if shares.ndim == 2 else shares[:, None]
    mean = _mean(values, weights / weights.sum(axis=0), np.array([float(power)]))
    return mean if drawn else mean[:, 0]


def power_means(table: FloatArray, shares: FloatArray, powers: FloatArray) -> FloatArray:
    """Return the weighted power mean at many powers at once, shape (alternatives, powers).

    ``table`` has shape (alternatives, parts), ``shares`` (parts,), ``powers`` (powers,).
    """
    weights = shares[:, None] / shares.sum()
    return _mean(table[:, :, None], weights, np.asarray(powers, dtype=np.float64))


def _mean(values: FloatArray, weights: FloatArray, power: FloatArray) -> FloatArray:
    """Return the means; draws and powers lie along the last axis, whichever there are many of."""
    counts = weights > 0
    lowest: FloatArray = np.where(counts, values, np.inf).min(axis=1)
    highest: FloatArray = np.where(counts, values, -np.inf).max(axis=1)
    # Counted from the part that dominates, so that no power is too large for a computer's number.
    reference = np.where(power < 0, lowest, highest)
    nothing = np.where(power <= 0, lowest, highest) <= 0
    unit = np.where(nothing, 1.0, reference)
    with np.errstate(divide="ignore"):
        above = np.log(values) - np.log(unit)[:, None, :]
    logs = np.where(counts & ~nothing[:, None, :], above, 0.0)
    product = np.abs(power) < PRODUCT
    usual = np.isfinite(power) & ~product
    safe = np.where(usual, power, np.where(power < 0, -1.0, 1.0))
    exponent = np.log1p((np.expm1(safe * logs) * weights).sum(axis=1)) / safe
    if product.any():
        exponent = np.where(product, (logs * weights).sum(axis=1), exponent)
    mean = np.where(nothing, 0.0, unit * np.exp(exponent))
    if np.isinf(power).any():
        mean = np.where(power == -math.inf, lowest, np.where(power == math.inf, highest, mean))
    return mean


def theme_groups(tree: CriteriaTree, criteria: tuple[str, ...]) -> Groups:
    """Return the indices in ``criteria`` of the criteria of each theme."""
    return tuple(
        tuple(criteria.index(criterion.id) for criterion in theme.criteria) for theme in tree.themes
    )


def by_theme(
    table: FloatArray, shares: FloatArray, groups: Groups
) -> tuple[FloatArray, FloatArray]:
    """Return the value of each alternative on each theme, and the share of each theme.

    Within a theme criteria add up by weight; all the same where none of them has any.

    Parameters
    ----------
    table
        Values, shape (alternatives, criteria), or (alternatives, criteria, draws).
    shares
        Shape (criteria,) or (criteria, draws).
    groups
        The criteria of each theme.

    Returns
    -------
    values, shares
        Shapes (alternatives, themes) and (themes,), each with draws where both have them.
    """
    values, totals = [], []
    for group in groups:
        inside = shares[list(group)]
        total = inside.sum(axis=0)
        even = np.full_like(inside, 1.0 / len(group))
        within = np.divide(inside, total, out=even, where=np.broadcast_to(total > 0, inside.shape))
        part = table[:, list(group)]
        if table.ndim == 2:
            values.append(part @ within)
        else:
            columns = within if within.ndim == 2 else within[:, None]
            values.append((part * columns).sum(axis=1))
        totals.append(total)
    return np.stack(values, axis=1), np.stack(totals)
