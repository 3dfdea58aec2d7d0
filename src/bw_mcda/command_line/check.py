"""This file holds ``bw-mcda check``: everything that is or may be wrong with a scenario."""

from __future__ import annotations

import argparse

from bw_mcda.command_line.exit_code import ExitCode
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.printing import (
    finding_lines,
    findings_as_json,
    write_json,
    write_lines,
)
from bw_mcda.command_line.scenario_input import read, stopped
from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.scenario import Scenario
from bw_mcda.texts.words import words


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    parser.add_scenario()
    parser.add_json()


def run(given: argparse.Namespace) -> ExitCode:
    """Print every finding; cautions alone stop nothing."""
    try:
        scenario = read(given.scenario)
    except ScenarioError as error:
        return stopped(error, given.language, as_json=given.json)
    findings = _cautions(scenario)
    if given.json:
        write_json(findings_as_json(findings, given.language, scenario))
        return ExitCode.FINE
    write_lines(*finding_lines(findings, given.language, scenario.problem))
    write_lines(
        words(
            given.language,
            "command_line.ready_with_cautions" if findings else "command_line.ready",
            scenario=scenario.problem.label.text(given.language),
            alternatives=len(scenario.problem.alternatives),
            criteria=len(scenario.problem.criteria),
            areas=len(scenario.problem.areas),
            stakeholders=len(scenario.problem.stakeholders),
        )
    )
    return ExitCode.FINE


def _cautions(scenario: Scenario) -> tuple[Finding, ...]:
    from bw_mcda.engine.readiness import cautions
    from bw_mcda.engine.scoring.value_table import value_table

    return cautions(scenario, value_table(scenario))
