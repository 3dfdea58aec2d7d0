"""This file holds the steps from the criteria to the packages, each beside its tables."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.charts.acceptability_chart import acceptability_chart
from bw_mcda.charts.ranking_chart import ranking_chart
from bw_mcda.charts.tasks_chart import tasks_chart
from bw_mcda.charts.weights_chart import weights_chart, weights_finding
from bw_mcda.engine.ranking.agreement import agreement
from bw_mcda.engine.ranking.objective_weights import objective_weights
from bw_mcda.engine.weighting.consistency import answer_consistency
from bw_mcda.notebook.frames import unknowns_frame, weights_frame
from bw_mcda.notebook.told import Told
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.looking_panels import coherence_panel, requirement_panel
from bw_mcda.reports.panel import panel
from bw_mcda.reports.start_panels import schedule_panel
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.doubt_sentences import (
    break_even_sentences,
    quantification_bias_sentences,
    stability_sentences,
)
from bw_mcda.texts.naming import list_in_words
from bw_mcda.texts.package_sentences import package_sentence
from bw_mcda.texts.proof_sentences import proof_sentences
from bw_mcda.texts.ranking_sentences import ranking_sentence, robustness_sentences
from bw_mcda.texts.rule_repair_sentences import rule_repair_sentences
from bw_mcda.texts.weighing_sentences import objective_weight_sentences, weighing_sentences
from bw_mcda.texts.words import words


def coherence(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what counts double or drops out, and who misses a limit, before anything is ranked."""
    found = analysis.coherence
    shown = coherence_panel(found, analysis.scenario.problem, language)
    yield Told(panel=shown, frames=(found.to_frame(),))
    limits = requirement_panel(analysis.requirements, analysis.scenario.problem, language)
    if limits is not None:
        yield Told(panel=limits, frames=(analysis.requirements.to_frame(),))


def weights(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what each group finds important, how it was asked, and what the figures alone say."""
    problem = analysis.scenario.problem
    told = (weights_finding(problem, language),)
    yield Told(
        panel=panel("weights", language, told, weights_chart(analysis, language)),
        frames=(weights_frame(problem),),
    )
    asked = panel("weighing", language, _asked(problem, language))
    checks = [
        found for own in problem.stakeholders for found in answer_consistency(own.weights.answer)
    ]
    yield Told(panel=asked, frames=tuple(found.to_frame() for found in checks))
    objective = objective_weights(analysis.values)
    compared = objective_weight_sentences(objective, analysis.weights, problem, language)
    yield Told(panel=panel("objective_weights", language, compared), frames=(objective.to_frame(),))


def ranking(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell the order, and what other methods make of it."""
    problem, found, values = analysis.scenario.problem, analysis.ranking, analysis.values
    yield Told(
        panel=panel(
            "ranking",
            language,
            (ranking_sentence(found, problem, language),),
            ranking_chart(analysis, language),
        ),
        frames=(found.to_frame(), values.to_frame()),
    )
    if analysis.second_opinions:
        told = (
            ": ".join(
                (words(language, f"methods.{own.method}"), ranking_sentence(own, problem, language))
            )
            for own in analysis.second_opinions
        )
        compared = agreement(found, analysis.second_opinions)
        yield Told(panel=panel("second_opinions", language, told), frames=(compared.to_frame(),))


def robustness(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell how firm the order is, and what would put another first."""
    problem, around = analysis.scenario.problem, analysis.around_weights
    told = robustness_sentences(around, problem, analysis.scenario.plan.top_places, language)
    yield Told(
        panel=panel("robustness", language, told, acceptability_chart(analysis, language)),
        frames=(around.to_frame(), analysis.any_weights.to_frame()),
    )
    turning = (
        *stability_sentences(analysis.stability, problem, language),
        *break_even_sentences(analysis.break_evens, problem, language),
        *quantification_bias_sentences(analysis.quantification_bias, problem, language),
    )
    frames = (
        analysis.stability.to_frame(),
        unknowns_frame(analysis.break_evens),
        analysis.quantification_bias.to_frame(),
    )
    yield Told(panel=panel("turning", language, turning), frames=frames)


def packages(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell the best package for every goal of the plan, or what has to give."""
    problem = analysis.scenario.problem
    told = [
        " ".join((package_sentence(own, problem, language), *proof_sentences(own, language)))
        for own in analysis.portfolios
    ] or [words(language, "panels.no_packages")]
    frames = [own.to_frame() for own in analysis.portfolios]
    if analysis.rule_repairs is not None:
        told += rule_repair_sentences(analysis.rule_repairs, problem, language)
        frames.append(analysis.rule_repairs.to_frame())
    possible = any(own.status is not SolveStatus.INFEASIBLE for own in analysis.portfolios)
    chart = tasks_chart(analysis, language) if possible and problem.tasks else None
    yield Told(panel=panel("packages", language, told, chart), frames=tuple(frames))
    starts = schedule_panel(analysis.schedules, analysis.scenario, language)
    if starts is not None:
        yield Told(panel=starts, frames=tuple(own.to_frame() for own in analysis.schedules))


def _asked(problem: DecisionProblem, language: Language) -> Iterator[str]:
    """Yield what was asked and whether answers hang together, groups that are alike together."""
    groups: dict[str, list[str]] = {}
    for own in problem.stakeholders:
        checks = answer_consistency(own.weights.answer)
        told = " ".join(weighing_sentences(own.weights, checks, problem, language))
        groups.setdefault(told, []).append(own.label.text(language))
    for told, names in groups.items():
        yield told if len(groups) == 1 else f"{list_in_words(names, language)}: {told}"
