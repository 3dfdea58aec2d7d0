"""This file holds the scores of alternatives over the years, ready to be drawn."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.robustness.curve_pieces import curve_pieces
from bw_mcda.engine.scoring.score_curve import score_curves
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.score_paths import ScorePaths

PER_YEAR = 4


def score_paths(scenario: Scenario, weights: Weights, until: float) -> ScorePaths:
    """Return the additive score of every alternative from year 0 to ``until`` (above 0).

    Read four times a year, and where a curve changes its form on either side, so that straight
    lines between the points show every corner and every jump.
    """
    shares = POINTS * share_array(weights, scenario.problem.criterion_ids)
    curves = score_curves(scenario, shares)
    pieces = curve_pieces(curves, until)
    parts = [
        np.unique(np.concatenate([row[[0, -1]], _between(row[0], row[-1])])) for row in pieces.times
    ]
    scores = [
        [curve.in_phase(phase, part) for phase, part in zip(phases, parts, strict=True)]
        for curve, phases in zip(curves, pieces.phases, strict=True)
    ]
    return ScorePaths(
        alternatives=scenario.problem.alternative_ids,
        horizons=np.concatenate(parts),
        scores=np.array([np.concatenate(row) for row in scores]),
    )


def _between(start: float, end: float) -> np.typing.NDArray[np.float64]:
    quarters = np.arange(np.ceil(start * PER_YEAR), np.floor(end * PER_YEAR) + 1) / PER_YEAR
    return np.asarray(quarters, dtype=np.float64)
