"""This file holds what was found about the years: who comes first when, what can be judged when."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.evaluation_moment import EvaluationMoments
from bw_mcda.results.horizon_ranking import HorizonRanking
from bw_mcda.results.score_paths import ScorePaths
from bw_mcda.results.swap_points import SwapPoints


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How the ranking changes with the years, and when each effect can be judged."""

    horizon_ranking: HorizonRanking
    score_paths: ScorePaths
    swap_points: SwapPoints
    evaluation_moments: EvaluationMoments
