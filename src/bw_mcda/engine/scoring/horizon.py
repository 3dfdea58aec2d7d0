"""This file holds what a horizon does: the share of an effect that is there, the say of a year."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.results.read_only import FloatArray


def effect_share(path: EffectPath, horizon: float) -> float:
    """Return the share (0 to 1) of the full effect that is there ``horizon`` years after the start.

    Nothing up to and including ``delay`` (unless there is no ramp), a straight rise during
    ``ramp_up``, and after that a loss of ``decay`` a year of what is left; times ``size``.
    """
    if horizon < path.delay:
        return 0.0
    grown = path.delay + path.ramp_up
    if horizon < grown:
        return path.size * (horizon - path.delay) / path.ramp_up
    return float(path.size * (1.0 - path.decay) ** (horizon - grown))


def effect_shares(path: EffectPath, horizons: ArrayLike) -> FloatArray:
    """Return `effect_share` at every horizon, shape of ``horizons`` (years after the start)."""
    years = np.asarray(horizons, dtype=np.float64)
    grown = path.delay + path.ramp_up
    since = np.clip(years - path.delay, 0.0, path.ramp_up)
    rising = since / (path.ramp_up if path.ramp_up > 0 else 1.0)
    fading = (1.0 - path.decay) ** np.maximum(years - grown, 0.0)
    full = np.where(years < path.delay, 0.0, np.where(years < grown, rising, fading))
    return path.size * full


def year_weights(years: int, discount_rate: float) -> FloatArray:
    """Return what each of ``years`` years counts for, shape (years,), together 1.

    Formula: ``w_y = d^y / sum d^y`` with ``d = 1 / (1 + discount_rate)`` and y = 1, 2, …, years.

    In words: each year counts for a little less than the one before; at a rate of 0 all count the
    same (Koopmans 1960, doi:10.2307/1907722).
    """
    powers: FloatArray = (1.0 + discount_rate) ** -np.arange(1.0, years + 1.0)
    weights: FloatArray = powers / powers.sum()
    return weights
