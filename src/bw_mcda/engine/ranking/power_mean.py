"""This file holds the weighted power mean, from the weighted sum to the weakest part alone."""

from __future__ import annotations

import math

import numpy as np

from bw_mcda.engine.scoring.sampling import ValueDraws
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
    weights = weights / weights.sum(axis=0)
    mean = _mean(values, weights, power)
    return mean if drawn else mean[:, 0]


def _mean(values: FloatArray, weights: FloatArray, power: float) -> FloatArray:
    counts = weights > 0
    lowest: FloatArray = np.where(counts, values, np.inf).min(axis=1)
    if power == -math.inf:
        return lowest
    highest: FloatArray = np.where(counts, values, -np.inf).max(axis=1)
    if power == math.inf:
        return highest
    if power == 1:
        return np.asarray((values * weights).sum(axis=1))
    # Counted from the part that dominates, so that no power is too large for a computer's number.
    reference = lowest if power < 0 else highest
    nothing = (lowest if power <= 0 else highest) <= 0
    unit = np.where(nothing, 1.0, reference)
    with np.errstate(divide="ignore"):
        above = np.log(values) - np.log(unit)[:, None, :]
    logs = np.where(counts & ~nothing[:, None, :], above, 0.0)
    if abs(power) < PRODUCT:
        exponent = (logs * weights).sum(axis=1)
    else:
        exponent = np.log1p((np.expm1(power * logs) * weights).sum(axis=1)) / power
    return np.where(nothing, 0.0, unit * np.exp(exponent))


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


def power_mean_scores(
    values: ValueDraws,
    weights: FloatArray,
    power: float,
    part: slice = slice(None),
    groups: Groups | None = None,
) -> FloatArray:
    """Return the power mean (0 to 1) of each alternative in the draws of ``part``.

    Parameters
    ----------
    values
        Values per draw.
    weights
        Shape (criteria, draws).
    power
        As for `power_mean`; `power_of` gives it for a position of the dial.
    part
        The draws to score: some thousands at a time keep memory small.
    groups
        The criteria of each theme, when themes and not criteria make up for each other.

    Returns
    -------
    ndarray
        Shape (alternatives, draws in ``part``).
    """
    shares = weights[:, part]
    table = np.repeat(values.certain[:, :, None], shares.shape[1], axis=2)
    for row, (a, c) in enumerate(values.varying):
        table[a, c] = values.draws[row, part]
    if groups is not None:
        table, shares = by_theme(table, shares, groups)
    return power_mean(table, shares, power)
