"""This file holds all that is found about groups that choose together."""

from __future__ import annotations

from bw_mcda.engine.insight.disagreement import disagreement
from bw_mcda.engine.insight.group_choice import group_choice
from bw_mcda.engine.insight.group_packages import group_packages
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.results.together import Together
from bw_mcda.results.value_table import ValueTable


def together_of(
    problem: DecisionProblem, values: ValueTable, synergies: tuple[SynergyGain, ...] = ()
) -> Together:
    """Return what the groups choose, and which differences of opinion change that."""
    return Together(
        group_choice=group_choice(problem.stakeholders, values),
        disagreement=disagreement(problem.stakeholders, values),
        packages=group_packages(problem, values, synergies),
    )
