"""This file holds how judgements in pairs become shares (AHP)."""

from __future__ import annotations

from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from bw_mcda.problem.weighing.answers import Pairwise, PairwiseRule

Matrix = NDArray[np.float64]
TOLERANCE = 1e-10
MOST_ROUNDS = 1_000


def judged_ids(answer: Pairwise) -> tuple[str, ...]:
    """Return the ids in the order in which they are first judged."""
    pairs = ((one, other) for one, other, _ in answer.judgements)
    return tuple(dict.fromkeys(id_ for pair in pairs for id_ in pair))


def judgement_matrix(answer: Pairwise) -> Matrix:
    """Return the reciprocal matrix of judgements, shape (ids, ids); 0 where there is none."""
    ids = judged_ids(answer)
    matrix = np.eye(len(ids))
    for one, other, times in answer.judgements:
        i, j = ids.index(one), ids.index(other)
        matrix[i, j], matrix[j, i] = times, 1 / times
    return matrix


def linked_groups(answer: Pairwise) -> tuple[tuple[str, ...], ...]:
    """Return the groups of ids that judgements link, directly or through others."""
    group = {id_: {id_} for id_ in judged_ids(answer)}
    for one, other, _ in answer.judgements:
        if group[one] is not group[other]:
            group[one] |= group[other]
            for id_ in group[other]:
                group[id_] = group[one]
    return tuple(dict.fromkeys(tuple(i for i in group if i in group[id_]) for id_ in group))


def group_shares(answer: Pairwise, group: tuple[str, ...]) -> dict[str, float]:
    """Return the share per id within one linked group, together 1."""
    ids = judged_ids(answer)
    places = [ids.index(id_) for id_ in group]
    matrix = judgement_matrix(answer)[np.ix_(places, places)]
    match answer.rule:
        case PairwiseRule.EIGENVECTOR:
            weights, _ = principal_eigenvector(matrix)
        case PairwiseRule.GEOMETRIC_MEAN:
            weights = logarithmic_least_squares(matrix)
        case rule:
            assert_never(rule)
    return dict(zip(group, weights.tolist(), strict=True))


def principal_eigenvector(matrix: Matrix) -> tuple[Matrix, float]:
    """Return the principal eigenvector (sum 1) and its eigenvalue.

    Saaty 1977 (doi:10.1016/0022-2496(77)90033-5). Judgements that are missing are filled in so that
    the eigenvalue, and with it the inconsistency, is least (Bozoki, Fulop & Ronyai 2010,
    doi:10.1016/j.mcm.2010.02.047). There, with right and left eigenvectors w and y,
    ``a_ij**2 = (w_i / w_j) (y_j / y_i)``: the eigenvalue is convex in the logarithms, so
    that repeating this until nothing changes leads to the one least value.

    Parameters
    ----------
    matrix
        Shape (ids, ids), reciprocal, 0 where a judgement is missing; judgements link all ids.
    """
    missing = matrix == 0
    logs = np.log(logarithmic_least_squares(matrix))
    filled = np.where(missing, np.exp(logs[:, None] - logs[None, :]), matrix)
    for _ in range(MOST_ROUNDS):
        right, value = _dominant(filled)
        if not missing.any():
            break
        left, _ = _dominant(filled.T)
        half = (np.log(right) - np.log(left)) / 2
        better = np.where(missing, np.exp(half[:, None] - half[None, :]), matrix)
        change = float(np.abs(np.log(better / filled)).max())
        filled = better
        if change < TOLERANCE:
            break
    return right / right.sum(), value


def _dominant(matrix: Matrix) -> tuple[Matrix, float]:
    """Return the eigenvector above 0 (Perron) and its eigenvalue."""
    values, vectors = np.linalg.eig(matrix)
    largest = int(np.argmax(values.real))
    return np.abs(vectors[:, largest].real), float(values[largest].real)


def logarithmic_least_squares(matrix: Matrix) -> Matrix:
    """Return the weights (sum 1) whose ratios come nearest to the judgements, in logarithms.

    Formula: minimise ``sum over judged pairs of (log a_ij - log w_i + log w_j)**2``.

    In words: for a complete matrix the geometric means of the rows (Crawford & Williams 1985,
    doi:10.1016/0022-2496(85)90002-1); for one that is not, the same from the judgements there are
    (Bozoki, Fulop & Ronyai 2010, doi:10.1016/j.mcm.2010.02.047).
    """
    judged = (matrix > 0) & ~np.eye(len(matrix), dtype=bool)
    logs = np.log(np.where(judged, matrix, 1.0)).sum(axis=1)
    laplacian = np.diag(judged.sum(axis=1)) - judged
    weights = np.exp(np.linalg.lstsq(laplacian, logs, rcond=None)[0])
    return np.asarray(weights / weights.sum())
