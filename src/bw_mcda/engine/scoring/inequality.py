"""This file holds how unequally a value is spread over a population."""

from __future__ import annotations

import numpy as np

from bw_mcda.results.read_only import FloatArray


def gini(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return the Gini coefficient: 0 when all have the same, towards 1 when one has all.

    Formula: ``G = sum_i sum_j p_i p_j |y_i - y_j| / (2 m)`` with ``m`` the mean.

    In words: how far two people drawn at random are apart, as a share of twice the mean (Gini 1912;
    Sen 1973, doi:10.1093/0198281935.001.0001).

    Parameters
    ----------
    values
        Shape (parts, …), 0 or more.
    weights
        Shape (parts,): the share of the population in each part, together 1.

    Returns
    -------
    ndarray
        Shape of one part; 0 where the mean is 0. Never quite 1: a part of the population counts as
        equal within itself.
    """
    order = np.argsort(values, axis=0)
    ranked = np.take_along_axis(values, order, axis=0)
    shares = np.broadcast_to(_along_first(weights, values), values.shape)
    shares = np.take_along_axis(shares, order, axis=0)
    # Below whom one stands less above whom: each pair of parts counts once on either side.
    below = np.cumsum(shares, axis=0) - shares
    above = 1.0 - below - shares
    apart = (shares * ranked * (below - above)).sum(axis=0)
    mean = np.tensordot(weights, values, axes=1)
    coefficient = np.divide(apart, mean, out=np.zeros_like(mean), where=mean > 0)
    # Rounding may take equal values below 0.
    positive: FloatArray = np.maximum(coefficient, 0.0)
    return positive


def equally_distributed(values: FloatArray, weights: FloatArray, aversion: float) -> FloatArray:
    """Return the value that is as good as ``values`` when everybody has it.

    Formula: ``e = (sum_i p_i y_i^(1 - a))^(1 / (1 - a))``; for ``a = 1`` the geometric mean.

    In words: the more averse to inequality, the more the lowest values decide; at 0 it is the mean
    and without end the lowest value (Atkinson 1970, doi:10.1016/0022-0531(70)90039-6).

    Parameters
    ----------
    values
        Shape (parts, …), 0 or more.
    weights
        Shape (parts,): the share of the population in each part, above 0, together 1.
    aversion
        Atkinson's parameter, 0 or more.

    Returns
    -------
    ndarray
        Shape of one part. From an aversion of 1 on it is 0 as soon as one part has 0.
    """
    if aversion == 0:
        mean: FloatArray = np.tensordot(weights, values, axes=1)
        return mean
    lowest, highest = values.min(axis=0), values.max(axis=0)
    # Powers of shares of one end, by logarithms, cannot overflow: the lowest when it decides.
    anchor = lowest if aversion > 1 else highest
    has_all = (anchor > 0) & ((lowest > 0) | (aversion < 1))
    with np.errstate(divide="ignore"):
        logs = np.where(has_all, np.log(values), 0.0) - np.log(np.where(has_all, anchor, 1.0))
    if aversion == 1:
        equal = np.exp(np.tensordot(weights, logs, axes=1))
    else:
        power = 1.0 - aversion
        above_one = np.tensordot(weights, np.expm1(power * logs), axes=1)
        equal = np.exp(np.log1p(above_one) / power)
    return np.where(has_all, anchor * equal, 0.0)


def atkinson(values: FloatArray, weights: FloatArray, aversion: float) -> FloatArray:
    """Return Atkinson's index: the share of the mean that one would give up for equality.

    Formula: ``A = 1 - e / m`` with `equally_distributed` and the mean; 0 where the mean is 0.
    """
    mean = np.tensordot(weights, values, axes=1)
    equal = equally_distributed(values, weights, aversion)
    kept = np.divide(equal, mean, out=np.ones_like(mean), where=mean > 0)
    index: FloatArray = np.clip(1.0 - kept, 0.0, 1.0)
    return index


def _along_first(weights: FloatArray, values: FloatArray) -> FloatArray:
    return weights.reshape(-1, *(1,) * (values.ndim - 1))
