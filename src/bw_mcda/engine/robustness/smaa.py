"""This file holds the indices of SMAA-2 that follow from how often each place is taken."""

from __future__ import annotations

from typing import assert_never

import numpy as np

from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.robustness.rank_acceptability import CHUNK, EQUAL, scores_of
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.share_precision import share_error
from bw_mcda.results.smaa import MetaWeights, Smaa


def smaa(
    acceptability: RankAcceptability,
    draws: Draws,
    meta_weights: MetaWeights = MetaWeights.CENTROID,
) -> Smaa:
    """Complete ``acceptability`` to SMAA-2 in full.

    Parameters
    ----------
    acceptability
        Shares of places by the additive method, however its weights were drawn.
    draws
        The draws it was made with.
    meta_weights
        What a place is worth in the holistic index.

    Returns
    -------
    Smaa
        Lahdelma & Salminen 2001, doi:10.1287/opre.49.3.444.11220. The values in which confidence
        factors are counted are those of ``draws``.
    """
    worth = place_worth(acceptability.acceptability.shape[1], meta_weights)
    shares, n = acceptability.acceptability, acceptability.draws
    holistic = shares @ worth
    spread = np.maximum(shares @ np.square(worth) - np.square(holistic), 0.0)
    confidence = confidence_factors(acceptability.central_weights, draws)
    return Smaa(
        acceptability=acceptability,
        meta_weights_from=meta_weights,
        meta_weights=worth,
        holistic=holistic,
        holistic_error=np.sqrt(spread / n),
        confidence=confidence,
        confidence_error=share_error(confidence, draws.values.n_draws),
    )


def place_worth(n_places: int, meta_weights: MetaWeights) -> FloatArray:
    """Return what each place is worth, shape (places,), 1 for the first place, falling."""
    places = np.arange(1, n_places + 1, dtype=np.float64)
    match meta_weights:
        case MetaWeights.CENTROID:
            if n_places == 1:
                return np.ones(1)
            sums = np.concatenate([np.cumsum(1 / places[-2::-1])[::-1], [0.0]])
            worth: FloatArray = sums / sums[0]
            return worth
        case MetaWeights.LINEAR:
            return (n_places - places) / (n_places - 1) if n_places > 1 else np.ones(1)
        case MetaWeights.INVERSE:
            return 1 / places
        case _:
            assert_never(meta_weights)


def confidence_factors(central_weights: FloatArray, draws: Draws) -> FloatArray:
    """Return how often each alternative comes first with its own central weights.

    Parameters
    ----------
    central_weights
        Shape (alternatives, criteria); a row of NaN for who never comes first.
    draws
        Values per draw.

    Returns
    -------
    ndarray
        Shape (alternatives,), 0 to 1; NaN for who never comes first.
    """
    n = draws.values.n_draws
    found = np.full(len(central_weights), np.nan)
    for a, own in enumerate(central_weights):
        if np.isnan(own).any():
            continue
        weights = np.broadcast_to(own[:, None], (len(own), n))
        firsts = 0
        for start in range(0, n, CHUNK):
            scores = scores_of(draws.values, weights, slice(start, start + CHUNK))
            firsts += int(np.count_nonzero(scores[a] >= scores.max(axis=0) - EQUAL))
        found[a] = firsts / n
    return found
