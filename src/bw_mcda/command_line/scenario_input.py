"""This file holds how a command gets its scenario and the view on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bw_mcda.command_line.exit_code import ExitCode, WrongUseError
from bw_mcda.command_line.printing import findings_as_json, print_findings, write_json
from bw_mcda.command_line.progress import Progress
from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.analysis import TOGETHER
from bw_mcda.texts.words import words

if TYPE_CHECKING:
    from bw_mcda.results.analysis import Analysis


def read(path: str) -> Scenario:
    """Return the scenario at ``path``, ready to be analysed.

    Raises
    ------
    ScenarioError
        With every finding, when there is no such scenario or it cannot mean anything.
    """
    from bw_mcda.scenario_files.read_scenario import read_scenario

    scenario = read_scenario(Path(path))

    from bw_mcda.engine.readiness import must_be_ready

    must_be_ready(scenario)
    return scenario


def perspective_of(stakeholder: str | None, scenario: Scenario) -> str:
    """Return the perspective that ``--stakeholder`` asks for.

    Raises
    ------
    WrongUseError
        When the scenario has no such stakeholder.
    """
    ids = [TOGETHER, *(known.id for known in scenario.problem.stakeholders)]
    if stakeholder is not None and stakeholder not in ids:
        finding = Finding(place="--stakeholder", found=repr(stakeholder), allowed=", ".join(ids))
        raise WrongUseError([finding])
    return stakeholder or TOGETHER


def analysed(
    scenario: Scenario, perspective: str, language: Language, *, progress: bool
) -> Analysis:
    """Return the whole analysis, telling that it goes on when it takes long."""
    what = words(language, "command_line.progress_analyse", draws=scenario.plan.draws)
    with Progress(what, language, always=progress):
        from bw_mcda.engine.analyse import analyse

        return analyse(scenario, perspective)


def stopped(error: ScenarioError, language: Language, *, as_json: bool) -> ExitCode:
    """Tell what is wrong with a scenario, as JSON on standard output where that was asked for."""
    if as_json:
        write_json(findings_as_json(error.findings, language, None))
    else:
        print_findings(error.findings, language)
    return ExitCode.FINDINGS
