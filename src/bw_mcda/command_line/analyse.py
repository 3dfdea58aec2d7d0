"""This file holds ``bw-mcda analyse``: the ranking, how sure it is, other methods."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bw_mcda.command_line.exit_code import ExitCode
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.printing import (
    heading,
    in_bullets,
    in_columns,
    wrapped,
    write_lines,
)
from bw_mcda.command_line.scenario_input import analysed, perspective_of, read, stopped
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.label import Language
from bw_mcda.results.analysis import TOGETHER
from bw_mcda.texts.doubt_sentences import (
    break_even_sentences,
    quantification_bias_sentences,
    stability_sentences,
)
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import alternative_label, ranking_sentence, robustness_sentences
from bw_mcda.texts.words import words

if TYPE_CHECKING:
    from bw_mcda.results.analysis import Analysis
    from bw_mcda.results.ranking import Ranking

VISIBLE = 0.05
"""Points between low and high below which a score is told as one number."""


FURTHER = ("coherence", "together", "puzzle", "working", "sharing", "learning")
"""Steps of which the headline is printed."""

COLUMNS = ("place", "points", "alternative")


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    parser.add_scenario()
    parser.add_stakeholder()
    parser.options.add_argument(
        "--full", action="store_true", help=words(parser.language, "command_line.option_full")
    )
    parser.add_json()
    parser.add_progress()


def run(given: argparse.Namespace) -> ExitCode:
    """Analyse the scenario and print what was found."""
    try:
        scenario = read(given.scenario)
    except ScenarioError as error:
        return stopped(error, given.language, as_json=given.json)
    perspective = perspective_of(given.stakeholder, scenario)
    analysis = analysed(scenario, perspective, given.language, progress=given.progress)
    if given.json:
        from bw_mcda.reports.json_report import analysis_as_json

        sys.stdout.write(analysis_as_json(analysis))
        return ExitCode.FINE
    language = given.language
    if given.full:
        write_lines(*opening_lines(analysis, language), *_full_lines(analysis, language))
        return ExitCode.FINE
    write_lines(
        *opening_lines(analysis, language),
        *_ranking_lines(analysis, language),
        *_robustness_lines(analysis, language),
        *_second_opinion_lines(analysis, language),
        *_doubt_lines(analysis, language),
        *_further_lines(analysis, language),
        *_closing_lines(analysis, language),
    )
    return ExitCode.FINE


def opening_lines(analysis: Analysis, language: Language) -> list[str]:
    """Return what was asked and with whose weights it is seen."""
    problem = analysis.scenario.problem
    whose = words(language, "command_line.together")
    for stakeholder in problem.stakeholders:
        if analysis.perspective == stakeholder.id:
            whose = stakeholder.label.text(language)
    return [
        problem.label.text(language),
        problem.question.text(language),
        words(language, "command_line.seen_with", whose=whose),
    ]


def _ranking_lines(analysis: Analysis, language: Language) -> list[str]:
    ranking, problem = analysis.ranking, analysis.scenario.problem
    header = [words(language, f"command_line.column_{name}") for name in COLUMNS]
    tied = {name for tie in ranking.ties for name in tie}
    ranged = any(_range(ranking, name, language) for name in ranking.in_order)
    header += [words(language, "command_line.column_range")] if ranged else [""]
    rows = [
        header,
        *(
            [
                f"{ranking.place_of(name)}{'=' if name in tied else ' '}",
                number(ranking.score_of(name), language, 1),
                alternative_label(problem, name, language),
                _range(ranking, name, language),
            ]
            for name in ranking.in_order
        ),
    ]
    return [
        *heading(words(language, "command_line.ranking")),
        *wrapped(ranking_sentence(ranking, problem, language)),
        "",
        *in_columns(rows, right=(0, 1)),
        *([words(language, "command_line.tie_sign")] if tied else []),
        *([words(language, "command_line.range_sign")] if ranged else []),
    ]


def _range(ranking: Ranking, name: str, language: Language) -> str:
    """Return between which scores an alternative lies because of what is unknown."""
    if ranking.low is None or ranking.high is None:
        return ""
    place = ranking.alternatives.index(name)
    low, high = float(ranking.low[place]), float(ranking.high[place])
    if high - low < VISIBLE:
        return ""
    return words(
        language,
        "command_line.unknown_range",
        low=number(low, language, 1),
        high=number(high, language, 1),
    )


def _robustness_lines(analysis: Analysis, language: Language) -> list[str]:
    plan = analysis.scenario.plan
    sentences = robustness_sentences(
        analysis.around_weights, analysis.scenario.problem, plan.top_places, language
    )
    draws = words(
        language, "command_line.draws", draws=number(plan.draws, language), seed=plan.seed
    )
    return [
        *heading(words(language, "command_line.robustness")),
        draws,
        *in_bullets(sentences),
    ]


def _second_opinion_lines(analysis: Analysis, language: Language) -> list[str]:
    if not analysis.second_opinions:
        return []
    problem = analysis.scenario.problem
    return [
        *heading(words(language, "command_line.second_opinions")),
        *in_bullets(
            f"{words(language, f'methods.{ranking.method}')}: "
            f"{ranking_sentence(ranking, problem, language)}"
            for ranking in analysis.second_opinions
        ),
    ]


def _doubt_lines(analysis: Analysis, language: Language) -> list[str]:
    problem = analysis.scenario.problem
    return [
        *heading(words(language, "command_line.doubts")),
        *in_bullets(
            (
                *stability_sentences(analysis.stability, problem, language),
                *break_even_sentences(analysis.break_evens, problem, language),
                *quantification_bias_sentences(analysis.quantification_bias, problem, language),
            )
        ),
    ]


def _further_lines(analysis: Analysis, language: Language) -> list[str]:
    """Return the finding of every other step in one sentence."""
    from bw_mcda.notebook.tell import tell

    return [
        *heading(words(language, "command_line.found_further")),
        *in_bullets(
            f"{told.panel.title} {told.panel.sentences[0]}"
            for told in tell(analysis, *FURTHER, language=language).parts
        ),
    ]


def _full_lines(analysis: Analysis, language: Language) -> list[str]:
    """Return every sentence of every step under the question that it answers."""
    from bw_mcda.notebook.tell import tell

    lines: list[str] = []
    for told in tell(analysis, language=language).parts:
        lines += [*heading(told.panel.title), *in_bullets(told.panel.sentences)]
    return lines


def _closing_lines(analysis: Analysis, language: Language) -> list[str]:
    lines = [""]
    if analysis.perspective == TOGETHER:
        ids = ", ".join(known.id for known in analysis.scenario.problem.stakeholders)
        lines += wrapped(words(language, "command_line.other_views", ids=ids))
    if count := len(analysis.findings):
        many = "many" if count > 1 else "one"
        lines.append(words(language, f"command_line.see_check_{many}", count=count))
    return lines
