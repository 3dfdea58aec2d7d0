"""This file holds draws of weights: around given ones, or any weights at all."""

from __future__ import annotations

import numpy as np

from bw_mcda.results.read_only import FloatArray


def weights_around(shares: FloatArray, spread: float, noise: FloatArray) -> FloatArray:
    """Return weights that scatter around ``shares``.

    Each weight is multiplied by ``spread`` to the power of standard normal noise and all are
    rescaled to sum to 1 (logistic-normal; Aitchison & Shen 1980, doi:10.1093/biomet/67.2.261).
    The same noise for other shares gives draws that move smoothly with a slider.

    Parameters
    ----------
    shares
        Shape (criteria,), 0 or more, not all 0. A weight of 0 stays 0.
    spread
        1 or more: the factor that 68 % of the weights stay within, before rescaling.
    noise
        Standard normal, shape (criteria, draws).

    Returns
    -------
    ndarray
        Shape (criteria, draws); each column sums to 1.
    """
    weights: FloatArray = np.exp(np.log(spread) * noise)
    weights *= shares[:, None]
    weights /= weights.sum(axis=0)
    return weights


def any_weights(n_criteria: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
    """Return weights uniform on the simplex, shape (criteria, draws).

    Normalised exponentials (Rubinstein 1982), not normalised uniforms: those crowd the middle.
    """
    weights = rng.standard_exponential((n_criteria, n_draws))
    weights /= weights.sum(axis=0)
    return weights
