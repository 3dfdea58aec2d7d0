"""This file holds ``bw-mcda portfolio``: which measures to choose together, and why."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bw_mcda.command_line.analyse import opening_lines
from bw_mcda.command_line.exit_code import ExitCode
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.printing import (
    heading,
    in_bullets,
    in_columns,
    wrapped,
    write_json,
    write_lines,
)
from bw_mcda.command_line.scenario_input import analysed, perspective_of, read, stopped
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.label import Language
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.rule_repair import RuleRepairs
from bw_mcda.texts.number_format import euros
from bw_mcda.texts.proof_sentences import proof_sentences
from bw_mcda.texts.rule_repair_sentences import rule_repair_sentences
from bw_mcda.texts.sentences import (
    alternative_label,
    chosen_in_words,
    label_of,
    left_out_in_words,
    package_name,
    package_sentence,
    points_number,
    rule_in_words,
)
from bw_mcda.texts.words import words

if TYPE_CHECKING:
    from bw_mcda.problem.decision_problem import DecisionProblem
    from bw_mcda.results.portfolio import Portfolio

JSON_KEYS = (
    "format",
    "scenario",
    "perspective",
    "portfolios",
    "rule_repairs",
    "schedules",
    "made_with",
)
"""What ``portfolio --json`` prints of all that ``analyse --json`` prints."""


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    parser.add_scenario()
    parser.add_stakeholder()
    parser.add_json()
    parser.add_progress()


def run(given: argparse.Namespace) -> ExitCode:
    """Print the best package for every goal of the plan; that there is none is an answer too."""
    try:
        scenario = read(given.scenario)
    except ScenarioError as error:
        return stopped(error, given.language, as_json=given.json)
    perspective = perspective_of(given.stakeholder, scenario)
    analysis = analysed(scenario, perspective, given.language, progress=given.progress)
    if given.json:
        from bw_mcda.reports.json_report import analysis_as_data

        everything = analysis_as_data(analysis)
        write_json({key: everything[key] for key in JSON_KEYS})
        return ExitCode.FINE
    write_lines(*opening_lines(analysis, given.language))
    for portfolio in analysis.portfolios:
        write_lines(*_package_lines(portfolio, scenario.problem, given.language))
    if analysis.rule_repairs is not None:
        write_lines("", *_repair_lines(analysis.rule_repairs, scenario.problem, given.language))
    return ExitCode.FINE


def _package_lines(portfolio: Portfolio, problem: DecisionProblem, language: Language) -> list[str]:
    lines = [
        *heading(package_name(portfolio.goal, language)),
        *wrapped(package_sentence(portfolio, problem, language)),
    ]
    if portfolio.status is SolveStatus.INFEASIBLE:
        return lines
    chosen = [
        (item.alternative, chosen_in_words(item, problem, language)) for item in portfolio.chosen
    ]
    left_out = [
        (item.alternative, left_out_in_words(item, problem, language))
        for item in portfolio.left_out
    ]
    return [
        *lines,
        *wrapped(" ".join(proof_sentences(portfolio, language))),
        *_with_reasons("chosen", chosen, problem, language),
        *_with_reasons("left_out", left_out, problem, language),
        *_task_lines(portfolio, problem, language),
        *_money_lines(portfolio, problem, language),
        *_binding_lines(portfolio, problem, language),
    ]


def _repair_lines(repairs: RuleRepairs, problem: DecisionProblem, language: Language) -> list[str]:
    """Return the smallest changes with which some package is possible."""
    first, *rest = rule_repair_sentences(repairs, problem, language)
    return [*wrapped(first), *(line for told in rest for line in wrapped(f"• {told}", indent="  "))]


def _with_reasons(
    key: str, items: list[tuple[str, str]], problem: DecisionProblem, language: Language
) -> list[str]:
    if not items:
        return []
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    lines = ["", words(language, f"command_line.{key}")]
    for name, reason in items:
        label = alternative_label(problem, name, language)
        lines.append(f"  • {label} ({euros(costs[name], language)})")
        lines += wrapped(reason, indent="    ")
    return lines


def _task_lines(portfolio: Portfolio, problem: DecisionProblem, language: Language) -> list[str]:
    if not portfolio.task_scores:
        return []
    rows = [
        [label_of(problem.tasks, score.task, language), points_number(score.points, language)]
        for score in portfolio.task_scores
    ]
    return ["", words(language, "command_line.task_scores"), *in_columns(rows, right=(1,))]


def _money_lines(portfolio: Portfolio, problem: DecisionProblem, language: Language) -> list[str]:
    rows = []
    for spending in portfolio.spending:
        if spending.year is not None and spending.budget is None:
            continue  # a year that no rule is about; the JSON and the workbook hold it
        payer = label_of(problem.organisations, spending.payer, language)
        budget = (
            words(language, "command_line.no_budget")
            if spending.budget is None
            else words(language, "command_line.of_budget", budget=euros(spending.budget, language))
        )
        year = words(language, "command_line.all_years")
        if spending.year is not None:
            year = str(spending.year)
        rows.append([payer, year, euros(spending.euros, language), budget])
    if not rows:
        return []
    return ["", words(language, "command_line.who_pays"), *in_columns(rows, right=(2,))]


def _binding_lines(portfolio: Portfolio, problem: DecisionProblem, language: Language) -> list[str]:
    if not portfolio.binding_rules:
        return []
    rules = [rule_in_words(rule, problem, language) for rule in portfolio.binding_rules]
    return ["", words(language, "command_line.binding"), *in_bullets(rules)]
