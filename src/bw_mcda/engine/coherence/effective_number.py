"""This file holds how many separate things a set of weighted criteria really counts."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.coherence.double_counting import average_ranks
from bw_mcda.results.read_only import FloatArray

CONSTANT = 1e-12


def effective_number(table: FloatArray, shares: FloatArray) -> float:
    """Return the number of unrelated, equally weighted criteria that would count as much.

    Parameters
    ----------
    table
        Expected values, shape (alternatives, criteria).
    shares
        Weights, shape (criteria,), together 1.

    Returns
    -------
    float
        ``exp(- sum l_i ln l_i)`` with l_i the eigenvalues of ``D R D``, R Spearman's rank
        correlations over the alternatives and D the diagonal of the square roots of the weights,
        so that the eigenvalues sum to 1 (the entropy of a density matrix, von Neumann 1932; as an
        effective rank: Roy & Vetterli 2007). In words: 1 when all criteria give one order, the
        number of criteria when they have nothing to do with each other and weigh the same. Opposite
        orders are one thing too, seen from two sides. Criteria on which all alternatives are level
        do not count; 0 when that holds for all that have weight. With n alternatives at most n - 1.
    """
    ranks = np.array([average_ranks(column) for column in np.round(table, 9).T])
    ranks -= ranks.mean(axis=1, keepdims=True)
    size = np.sqrt((ranks**2).sum(axis=1))
    counts = (size > CONSTANT) & (shares > 0)
    if not counts.any():
        return 0.0
    unit = ranks[counts] / size[counts, None]
    weights = np.sqrt(shares[counts] / shares[counts].sum())
    # The eigenvalues of D R D are the squared singular values of D times the unit ranks.
    singular = np.linalg.svd(weights[:, None] * unit, compute_uv=False)
    return entropy_number(singular**2)


def entropy_number(parts: FloatArray) -> float:
    """Return ``exp(- sum p ln p)`` of parts that sum to 1: the number of even parts alike."""
    positive = parts[parts > CONSTANT]
    return float(np.exp(-(positive * np.log(positive)).sum()))
