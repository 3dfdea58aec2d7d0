"""This file holds how a best-worst answer becomes shares."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from bw_mcda.problem.weighing.answers import BestWorst

TOLERANCE = 1e-9
Vector = NDArray[np.float64]


def best_worst_shares(answer: BestWorst) -> tuple[dict[str, float], float]:
    """Return the share per id, and how far the worst-fitting judgement is off (0 or more).

    Formula (linear model of Rezaei 2016, doi:10.1016/j.omega.2015.12.001): minimise xi so that
    ``|w_best - a_j w_j| <= xi``, ``|w_j - b_j w_worst| <= xi``, ``sum w = 1``, ``w >= 0``.

    In words: the shares for which the judgement that fits worst fits as well as possible. Where
    several shares fit equally well, the mean of the extreme ones.

    Seen at xi = 1, the shares that sum to most are sought. Each other id then weighs as much as its
    two judgements allow, ``min((w_best + 1) / a_j, b_j w_worst + 1)``, so only ``w_best`` and
    ``w_worst`` are left: the best lies where two of the lines cross at which something changes.
    """
    over_worst = dict(answer.over_worst)
    times = dict(answer.best_over)
    others = tuple(over_worst)
    a = np.array([times[id_] for id_ in others])
    b = np.array([over_worst[id_] for id_ in others])
    most = float(times[answer.worst])
    if np.all(np.abs(a * b - most) <= TOLERANCE * most):
        raw = {answer.best: 1.0, **{id_: 1 / times[id_] for id_ in others}, answer.worst: 1 / most}
        return {id_: weight / sum(raw.values()) for id_, weight in raw.items()}, 0.0
    corners = _corners(a, b, most)
    best, worst = corners.T
    middle = np.minimum((best[:, None] + 1) / a, b * worst[:, None] + 1)
    totals = best + worst + middle.sum(axis=1)
    top = totals >= totals.max() * (1 - TOLERANCE)
    weights = np.column_stack([best, middle, worst])[top] / totals[top, None]
    share = np.unique(np.round(weights, 12), axis=0).mean(axis=0)
    ids = (answer.best, *others, answer.worst)
    return dict(zip(ids, (share / share.sum()).tolist(), strict=True)), float(1 / totals.max())


def _corners(a: Vector, b: Vector, most: float) -> Vector:
    """Return the points (w_best, w_worst) at which the greatest sum can lie, shape (points, 2)."""
    # x - slope * y between -room and room: both judgements on an id, and best against worst.
    slopes, rooms = np.append(a * b, most), np.append(1 + a, 1.0)
    lines = [
        *(
            (1.0, -slope, side * room)
            for slope, room in zip(slopes, rooms, strict=True)
            for side in (1, -1)
        ),
        *zip(1 / a, -b, 1 - 1 / a, strict=True),
        (1.0, 0.0, 0.0),
        (0.0, 1.0, 0.0),
    ]
    pairs = np.array(list(itertools.combinations(lines, 2)))
    sides, rights = pairs[:, :, :2], pairs[:, :, 2:]
    crossing = np.abs(np.linalg.det(sides)) > TOLERANCE
    points = np.linalg.solve(sides[crossing], rights[crossing])[:, :, 0]
    off = np.abs(points[:, :1] - slopes * points[:, 1:]) - rooms
    inside = np.all(off <= TOLERANCE * (1 + np.abs(points[:, :1])), axis=1)
    inside &= np.all(points >= -TOLERANCE, axis=1)
    return np.maximum(points[inside], 0)
