"""This file holds which share of an effect has come about at a horizon."""

from __future__ import annotations

from bw_mcda.problem.effect_path import EffectPath


def effect_share(path: EffectPath, horizon: float) -> float:
    """Return the share (0 to 1) of the full effect that is there ``horizon`` years after the start.

    Nothing up to and including ``delay`` (unless there is no ramp), a straight rise during
    ``ramp_up``, and after that a loss of ``decay`` a year of what is left.
    """
    if horizon < path.delay:
        return 0.0
    grown = path.delay + path.ramp_up
    if horizon < grown:
        return (horizon - path.delay) / path.ramp_up
    return float((1.0 - path.decay) ** (horizon - grown))
