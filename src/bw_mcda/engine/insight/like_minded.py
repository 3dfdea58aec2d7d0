"""This file holds the search for people who weigh alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.engine.insight.medoids import Indices, mean_silhouette, medoids, nearest_medoid
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.places import places
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.weights import Weights
from bw_mcda.results.like_minded import LikeMinded, LikeMindedCluster, Likeness
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

CLEAR = 0.25
"""Mean silhouette below which there is no structure worth a name (Kaufman & Rousseeuw 1990)."""
SMALLEST = 10
"""Participants below which a cluster is never shown apart: who is in it could be guessed."""
MOST_CLUSTERS = 6


def like_minded_participants(
    voices: Sequence[Weights],
    values: ValueTable,
    *,
    likeness: Likeness = Likeness.WEIGHTS,
    smallest: int = SMALLEST,
) -> LikeMinded:
    """Return the clusters of participants who weigh alike, none below ``smallest`` people.

    A split that would set fewer people apart is not made at all: hiding one cluster while showing
    the others and the whole would give its answers away by subtraction.

    Parameters
    ----------
    voices
        The weights of each participant; who they are is not asked.
    values
        Expected values, shape (alternatives, criteria), to say what each cluster puts first.
    likeness
        Whether people are alike who weigh alike, or who end up with the same order: people may
        weigh differently and still want the same.
    smallest
        From how many people a cluster is shown.
    """
    return _clustered(voices, values, likeness, smallest, ())


def like_minded_groups(
    stakeholders: Sequence[Stakeholder],
    values: ValueTable,
    *,
    likeness: Likeness = Likeness.WEIGHTS,
) -> LikeMinded:
    """Return the clusters of groups that are alike; groups speak in public and are named."""
    return _clustered(
        [group.weights for group in stakeholders],
        values,
        likeness,
        1,
        tuple(group.id for group in stakeholders),
    )


def weight_distances(shares: FloatArray) -> FloatArray:
    """Return how much weight must change criterion to make each pair weigh alike, shape (n, n).

    Half the sum of absolute differences, 0 to 1; ``shares`` has shape (n, criteria).
    """
    distances = np.zeros((len(shares), len(shares)))
    for column in shares.T:
        distances += np.abs(column[:, None] - column[None, :])
    return distances / 2


def order_distances(ballots: FloatArray) -> FloatArray:
    """Return the share of pairs that each two voices put the other way round, shape (n, n), 0 to 1.

    A pair that one of the two puts level counts for half (Fagin, Kumar, Mahdian, Sivakumar & Vee
    2006, doi:10.1137/05063088X); ``ballots`` holds places, shape (n, alternatives).
    """
    first, second = np.triu_indices(ballots.shape[1], k=1)
    signs = np.sign(ballots[:, first] - ballots[:, second])
    informed = signs**2
    each = informed.sum(axis=1)
    # |a - b| = a^2 + b^2 - ab - a^2 b^2 for a and b in -1, 0, 1: all pairs at once.
    apart = each[:, None] + each[None, :] - signs @ signs.T - informed @ informed.T
    return np.asarray(apart / (2 * max(len(first), 1)))


def _distances(shares: FloatArray, values: ValueTable, likeness: Likeness) -> FloatArray:
    match likeness:
        case Likeness.WEIGHTS:
            return weight_distances(shares)
        case Likeness.ORDERS:
            ballots = [places(values.expected @ own, higher_is_better=True)[0] for own in shares]
            return order_distances(np.array(ballots, dtype=np.float64))


def _clustered(
    voices: Sequence[Weights],
    values: ValueTable,
    likeness: Likeness,
    smallest: int,
    names: tuple[str, ...],
) -> LikeMinded:
    shares = np.array([[own.shares[c] for c in values.criteria] for own in voices])
    if len(voices) < max(smallest, 1):
        return LikeMinded(
            criteria=values.criteria,
            n_voices=len(voices),
            smallest=smallest,
            clusters=(),
            silhouette=None,
            tried=(),
        )
    distances = _distances(shares, values, likeness)
    splits = _splits(distances, smallest)
    best, labels = None, np.zeros(len(voices), dtype=np.intp)
    for silhouette, own in splits:
        if silhouette >= CLEAR and (best is None or silhouette > best):
            best, labels = silhouette, own
    clusters = [
        _cluster(np.flatnonzero(labels == k), shares, values, names) for k in set(labels.tolist())
    ]
    return LikeMinded(
        criteria=values.criteria,
        n_voices=len(voices),
        smallest=smallest,
        clusters=tuple(sorted(clusters, key=lambda cluster: -cluster.n_members)),
        silhouette=best,
        tried=tuple((int(own.max()) + 1, silhouette) for silhouette, own in splits),
    )


def _splits(distances: FloatArray, smallest: int) -> list[tuple[float, Indices]]:
    """Return the silhouette and the labels of each number of clusters that may be shown."""
    splits = []
    for k in range(2, min(MOST_CLUSTERS, (len(distances) - 1), len(distances) // smallest) + 1):
        labels = nearest_medoid(distances, medoids(distances, k))
        if np.bincount(labels, minlength=k).min() >= smallest:
            splits.append((mean_silhouette(distances, labels), labels))
    return splits


def _cluster(
    inside: Indices, shares: FloatArray, values: ValueTable, names: tuple[str, ...]
) -> LikeMindedCluster:
    mean = shares[inside].mean(axis=0)
    weights = Weights.from_points(dict(zip(values.criteria, (100 * mean).tolist(), strict=True)))
    return LikeMindedCluster(
        n_members=len(inside),
        members=tuple(names[i] for i in inside.tolist()) if names else (),
        shares=mean,
        first=additive_ranking(values, weights).first,
    )
