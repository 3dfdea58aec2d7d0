"""This file holds how each method scores a table with thousands of weight vectors at once.

Every function takes values and shares and returns scores, shape (alternatives, draws).

``table`` has shape (alternatives, criteria), or (alternatives, criteria, draws) when performances
vary too; ``shares`` has shape (criteria, draws), 0 or higher, each column together 1. With fixed
anchors most methods are linear or quadratic in the weights: one matrix product then does what a
loop over the draws would. The formulas, and where they come from, stand with the one-by-one form.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bw_mcda.results.read_only import FloatArray


def weighted(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return the weighted sum over the criteria, shape (alternatives, draws)."""
    if table.ndim == 2:
        return np.asarray(table @ shares)
    return np.asarray(np.einsum("acn,cn->an", table, shares))


def over(above: FloatArray, below: FloatArray, otherwise: float = 0.0) -> FloatArray:
    """Divide; ``otherwise`` where ``below`` is 0."""
    below = np.broadcast_to(below, above.shape)
    result = np.full(above.shape, otherwise)
    np.divide(above, below, out=result, where=below != 0)
    return result


def one_by_one(many: Callable[..., FloatArray]) -> Callable[..., FloatArray]:
    """Return the form for one weight vector of a method that is made for many."""

    def scores(table: FloatArray, shares: FloatArray, **settings: float) -> FloatArray:
        return np.asarray(many(table, shares[:, None], **settings)[:, 0])

    return scores


def losses(table: FloatArray, shares: FloatArray) -> FloatArray:
    """SPOTIS: what lies between the values and the best anchors."""
    return weighted(1 - table, shares)


def gaps(table: FloatArray, shares: FloatArray) -> FloatArray:
    """MAIRCA: the losses, spread evenly over the alternatives."""
    return losses(table, shares) / len(table)


def leads(table: FloatArray, shares: FloatArray) -> FloatArray:
    """OCRA: the weighted sum above that of the lowest alternative."""
    sums = weighted(table, shares)
    return np.asarray(sums - sums.min(axis=0))


def one_to_six(table: FloatArray, shares: FloatArray) -> FloatArray:
    """RAFSI: the anchors become 1 and 6, over twice their mean."""
    return weighted((1 + 5 * table) / 7, shares)


def roots(table: FloatArray, shares: FloatArray) -> FloatArray:
    """RAM: a root of the weighted sum; without costs its degree is 2."""
    return np.asarray(np.sqrt(2 + weighted(table, shares)))


def over_best_found(table: FloatArray, shares: FloatArray) -> FloatArray:
    """ARAS: the weighted sum as a share of that of the best found."""
    return over(weighted(table, shares), weighted(table.max(axis=0)[None], shares))


def between_found(table: FloatArray, shares: FloatArray) -> FloatArray:
    """MARCOS: between the worst and the best found; the share of the best where the worst is 0."""
    sums = weighted(table, shares)
    above = over(sums, weighted(table.min(axis=0)[None], shares))
    share = over(sums, weighted(table.max(axis=0)[None], shares))
    # 1 / f(K+) - 1 is K+ / K- and the other way round: the published form, multiplied out.
    product = above * share
    both = over((above + share) * product, product + above**2 + share**2)
    has_worst = weighted(table.min(axis=0)[None], shares) > 0
    return np.asarray(np.where(has_worst, both, share))


def above_border(table: FloatArray, shares: FloatArray) -> FloatArray:
    """MABAC: distance to the geometric mean of the alternatives, which is linear in the weights."""
    border = np.exp(np.log1p(table).mean(axis=0))
    return weighted(1 + table - border, shares)


def nearness(table: FloatArray, shares: FloatArray) -> FloatArray:
    """TOPSIS: distance to the worst found over both distances; NaN where nothing differs."""
    return _nearness(table, shares, table.max(axis=0), table.min(axis=0))


def nearness_to_anchors(table: FloatArray, shares: FloatArray) -> FloatArray:
    """RIM: as TOPSIS, with the anchors as end points."""
    ends = np.ones_like(table[0])
    return _nearness(table, shares, ends, np.zeros_like(ends))


def products(table: FloatArray, shares: FloatArray) -> FloatArray:
    """WPM: the weighted product, as a sum of logarithms."""
    nothing = table == 0
    logarithms = np.log(np.where(nothing, 1.0, table))
    ruined = weighted(nothing.astype(np.float64), (shares > 0).astype(np.float64)) > 0
    return np.asarray(np.where(ruined, 0.0, np.exp(weighted(logarithms, shares))))


def sums_with_products(table: FloatArray, shares: FloatArray) -> FloatArray:
    """WASPAS: half weighted sum, half weighted product."""
    return np.asarray(0.5 * weighted(table, shares) + 0.5 * products(table, shares))


def parts_of_total(table: FloatArray, shares: FloatArray) -> FloatArray:
    """COPRAS: every criterion over its total, as a share of the best alternative."""
    sums = weighted(over(table, table.sum(axis=0)), shares)
    return over(sums, sums.max(axis=0), otherwise=1.0)


def over_length(table: FloatArray, shares: FloatArray) -> FloatArray:
    """MOORA: every criterion over the length of its column."""
    return weighted(over(table, np.sqrt((table**2).sum(axis=0))), shares)


def against_average(table: FloatArray, shares: FloatArray) -> FloatArray:
    """EDAS: lead over and lag behind the average, each as a share of the largest."""
    average = table.mean(axis=0)
    distance = over(table - average, average)
    lead = weighted(np.maximum(distance, 0), shares)
    lag = weighted(np.maximum(-distance, 0), shares)
    return np.asarray((over(lead, lead.max(axis=0)) + 1 - over(lag, lag.max(axis=0))) / 2)


def two_normalisations(table: FloatArray, shares: FloatArray) -> FloatArray:
    """AROMAN: range and length averaged, then the root of the weighted sum."""
    lowest, highest = table.min(axis=0), table.max(axis=0)
    # pymcdm calls a criterion that does not differ 1 for everybody; one nobody scores on counts 0.
    by_range = over(table - lowest, highest - lowest, otherwise=1.0)
    by_length = over(table, np.sqrt((table**2).sum(axis=0)))
    both = np.where(highest > 0, by_range + by_length, 0.0) / 4
    return np.asarray(np.sqrt(weighted(both, shares)))


def logarithms_with_powers(table: FloatArray, shares: FloatArray) -> FloatArray:
    """LMAW: sums of powers of logarithms; the one form that costs a power per draw and cell."""
    steps = np.log1p(over(table, table.max(axis=0)))
    share_of_steps = over(steps, steps.sum(axis=0))
    scores = np.zeros((len(table), shares.shape[1]))
    for c, weights in enumerate(shares):
        used = share_of_steps[:, c] if table.ndim == 3 else share_of_steps[:, c, None]
        own, rest = used**weights, (2 - used) ** weights
        counts = (weights > 0) & (table[:, c].max(axis=0) > 0)
        scores += np.where(counts, 2 * own / (own + rest), 0.0)
    return scores


def _nearness(
    table: FloatArray, shares: FloatArray, best: FloatArray, worst: FloatArray
) -> FloatArray:
    squares = shares**2
    to_best = np.sqrt(weighted((table - best) ** 2, squares))
    to_worst = np.sqrt(weighted((table - worst) ** 2, squares))
    return over(to_worst, to_best + to_worst, otherwise=np.nan)
