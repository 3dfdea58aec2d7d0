"""This file holds what two alternatives add to each other when both are carried out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bw_mcda.engine.scoring.areas import area_weights
from bw_mcda.engine.scoring.average_value import UncertainLevel, average_value
from bw_mcda.engine.scoring.distributions import known_as
from bw_mcda.engine.scoring.horizon import effect_share
from bw_mcda.problem.performance import Exact
from bw_mcda.problem.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class SynergyGain:
    """Value (-1 to 1) that a pair adds on one criterion above what the two add up to."""

    first: str
    second: str
    criterion: str
    value: float


def synergy_gains(scenario: Scenario) -> tuple[SynergyGain, ...]:
    """Return the value of every synergy at the plan's horizon.

    The change counts in the areas that both alternatives touch, from the level of the null
    alternative, and has come about as far as the slower of the two effects has.
    """
    problem, plan = scenario.problem, scenario.plan
    alternatives = {alternative.id: alternative for alternative in problem.alternatives}
    criteria = {criterion.id: criterion for criterion in problem.criteria}
    weights = area_weights(problem.areas, plan.area_rule)
    gains = []
    for first in problem.alternatives:
        for synergy in first.strengthens:
            second, criterion = alternatives[synergy.other], criteria[synergy.criterion]
            share = min(
                effect_share(first.effect_path, plan.horizon),
                effect_share(second.effect_path, plan.horizon),
            )
            value = 0.0
            for area, weight in zip(problem.areas, weights, strict=True):
                if area.id not in first.areas or area.id not in second.areas:
                    continue
                key = (problem.null_alternative.id, criterion.id, area.id)
                level = UncertainLevel(
                    null=known_as(problem.performances[key].performance, criterion),
                    own=Exact(0.0),
                    stays=1.0,
                    share=0.0,
                )
                changed = replace(level, shift=share * synergy.change)
                extra = average_value(criterion, changed) - average_value(criterion, level)
                value += weight * extra
            gains.append(
                SynergyGain(first=first.id, second=second.id, criterion=criterion.id, value=value)
            )
    return tuple(gains)
