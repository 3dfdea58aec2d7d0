"""This file holds the default ranking: additive multi-attribute value with fixed anchors (MAVT)."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.places import places
from bw_mcda.problem.weights import Weights
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

POINTS = 100.0
"""Scores run from 0 (everything at its worst anchor) to 100 (everything at its best)."""


def share_array(weights: Weights, criteria: tuple[str, ...]) -> FloatArray:
    """Return the weight shares in the order of ``criteria``, shape (criteria,), together 1."""
    shares = weights.shares
    return np.array([shares[criterion] for criterion in criteria])


def additive_ranking(values: ValueTable, weights: Weights) -> Ranking:
    """Rank by the weighted sum of values (Keeney & Raiffa 1976).

    The anchors are fixed, so adding or removing an alternative never changes the score of another.

    Returns
    -------
    Ranking
        Scores from 0 to 100, their contributions per criterion, and the score when everything
        unknown turns out at its worst (``low``) or its best (``high``).
    """
    shares = POINTS * share_array(weights, values.criteria)
    contributions = values.expected * shares
    scores = contributions.sum(axis=1)
    in_place, ties = places(scores, higher_is_better=True)
    return Ranking(
        method="additive",
        alternatives=values.alternatives,
        criteria=values.criteria,
        scores=scores,
        places=in_place,
        ties=tuple(tuple(values.alternatives[a] for a in group) for group in ties),
        contributions=contributions,
        low=values.low @ shares,
        high=values.high @ shares,
    )
