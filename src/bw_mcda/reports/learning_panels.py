"""This file holds what is told about the years."""

from __future__ import annotations

from itertools import pairwise

from bw_mcda.charts.horizon_chart import horizon_chart
from bw_mcda.charts.score_paths_chart import score_paths_chart
from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.evaluation_moment import EvaluationMoments
from bw_mcda.results.horizon_ranking import HorizonRanking
from bw_mcda.results.learning import Learning
from bw_mcda.results.score_paths import ScorePaths
from bw_mcda.results.swap_points import SwapPoints
from bw_mcda.texts.time_sentences import (
    evaluation_sentence,
    horizon_sentences,
    judgeable_sentences,
    lead_sentences,
    swap_sentence,
)


def learning_panels(found: Learning, scenario: Scenario, language: Language) -> tuple[Panel, ...]:
    """Return everything that is told of the years, in order."""
    return (
        horizon_panel(found.horizon_ranking, scenario, language),
        swap_panel(found.score_paths, found.swap_points, scenario, language),
        evaluation_panel(found.evaluation_moments, scenario, language),
    )


def horizon_panel(ranking: HorizonRanking, scenario: Scenario, language: Language) -> Panel:
    """Return who comes first at which horizon."""
    problem = scenario.problem
    return panel(
        "horizon",
        language,
        horizon_sentences(ranking, problem, language),
        horizon_chart(ranking, problem, language),
    )


def swap_panel(
    paths: ScorePaths, swaps: SwapPoints, scenario: Scenario, language: Language
) -> Panel:
    """Return in which year who takes over, with the swap of each two that follow each other."""
    problem = scenario.problem
    null = problem.null_alternative.id
    leaders = list(dict.fromkeys(lead.first[0] for lead in swaps.leads if null not in lead.first))
    return panel(
        "swaps",
        language,
        (
            *lead_sentences(swaps, problem, language),
            *(swap_sentence(swaps, *pair, problem, language) for pair in pairwise(leaders)),
        ),
        score_paths_chart(paths, swaps, problem, language) if len(paths.alternatives) > 1 else None,
    )


def evaluation_panel(moments: EvaluationMoments, scenario: Scenario, language: Language) -> Panel:
    """Return what can be judged after the first horizon of the plan, and when the rest can."""
    problem, plan = scenario.problem, scenario.plan
    return panel(
        "evaluation",
        language,
        (
            *judgeable_sentences(moments, plan.horizons[0], problem, language),
            *(evaluation_sentence(moment, problem, language) for moment in moments.moments),
        ),
    )
