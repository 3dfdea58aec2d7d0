"""This file holds the names an analyst needs, each loaded when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bw_mcda.engine.analyse import analyse
    from bw_mcda.notebook.tell import tell
    from bw_mcda.problem.analysis_plan import AnalysisPlan
    from bw_mcda.problem.finding import ScenarioError
    from bw_mcda.problem.scenario import Scenario
    from bw_mcda.problem.weights import Weights
    from bw_mcda.reports.write_report import write_report
    from bw_mcda.results.analysis import TOGETHER, Analysis
    from bw_mcda.scenario_files.read_scenario import read_scenario
    from bw_mcda.scenario_files.scenario_from_frame import scenario_from_frame
    from bw_mcda.scenario_files.write_scenario import write_scenario
    from bw_mcda.widgets.pages import workshop_page

__version__ = "0.1.0"

__all__ = [
    "TOGETHER",
    "Analysis",
    "AnalysisPlan",
    "Scenario",
    "ScenarioError",
    "Weights",
    "analyse",
    "read_scenario",
    "scenario_from_frame",
    "tell",
    "workshop_page",
    "write_report",
    "write_scenario",
]

_HOMES = {
    "TOGETHER": "results.analysis",
    "Analysis": "results.analysis",
    "AnalysisPlan": "problem.analysis_plan",
    "Scenario": "problem.scenario",
    "ScenarioError": "problem.finding",
    "Weights": "problem.weights",
    "analyse": "engine.analyse",
    "read_scenario": "scenario_files.read_scenario",
    "scenario_from_frame": "scenario_files.scenario_from_frame",
    "tell": "notebook.tell",
    "workshop_page": "widgets.pages",
    "write_report": "reports.write_report",
    "write_scenario": "scenario_files.write_scenario",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'bw_mcda' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"bw_mcda.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
