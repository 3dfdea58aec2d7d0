"""This file holds the decision: who chooses what, where, judged on what."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.area import Area
from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import PerformanceTable
from bw_mcda.problem.population_group import PopulationGroup
from bw_mcda.problem.portfolio_rules import PortfolioRules
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionProblem:
    """Everything that is known of a decision before anything is computed."""

    id: str
    label: Label
    question: Label
    start_year: int
    areas: tuple[Area, ...]
    organisations: tuple[Organisation, ...]
    tasks: tuple[Task, ...]
    tree: CriteriaTree
    alternatives: tuple[Alternative, ...]
    performances: PerformanceTable
    stakeholders: tuple[Stakeholder, ...]
    rules: PortfolioRules = PortfolioRules()
    population_groups: tuple[PopulationGroup, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria, theme by theme."""
        return self.tree.criteria

    @property
    def null_alternative(self) -> Alternative:
        """The alternative that changes nothing; every scenario has exactly one."""
        return next(alternative for alternative in self.alternatives if alternative.is_null)

    @property
    def alternative_ids(self) -> tuple[str, ...]:
        """Ids of the alternatives, in order."""
        return tuple(alternative.id for alternative in self.alternatives)

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """Ids of the criteria, in order."""
        return tuple(criterion.id for criterion in self.criteria)
