"""This file holds what two alternatives add to each other when both are carried out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bw_mcda.engine.scoring.areas import area_weights
from bw_mcda.engine.scoring.average_value import UncertainLevel, average_value
from bw_mcda.engine.scoring.cells import with_found_anchors
from bw_mcda.engine.scoring.distributions import known_as
from bw_mcda.engine.scoring.horizon import effect_share
from bw_mcda.problem.performance import Exact
from bw_mcda.problem.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class SynergyGain:
    """Value (-1 to 1) that a pair adds on one criterion above what the two add up to.

    With ``others`` the whole set adds it, above what its parts and smaller sets add. ``by_area`` is
    the value in each area; without it the value is the same in every area.
    """

    first: str
    second: str
    criterion: str
    value: float
    others: tuple[str, ...] = ()
    by_area: tuple[float, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """All that must be carried out."""
        return (self.first, self.second, *self.others)


def synergy_gains(scenario: Scenario) -> tuple[SynergyGain, ...]:
    """Return the value of every synergy at the plan's horizon.

    The change counts in the areas that all its alternatives touch, from the level of the null
    alternative, and has come about as far as the slowest of their effects has.
    """
    plan = scenario.plan
    problem = with_found_anchors(scenario.problem, plan)
    alternatives = {alternative.id: alternative for alternative in problem.alternatives}
    criteria = {criterion.id: criterion for criterion in problem.criteria}
    weights = area_weights(problem.areas, plan.area_rule)
    gains = []
    for first in problem.alternatives:
        for synergy in first.strengthens:
            criterion = criteria[synergy.criterion]
            members = (first, *(alternatives[id_] for id_ in (synergy.other, *synergy.others)))
            share = min(effect_share(member.effect_path, plan.horizon) for member in members)
            by_area = [0.0] * len(problem.areas)
            for place, area in enumerate(problem.areas):
                if any(area.id not in member.areas for member in members):
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
                by_area[place] = extra
            gains.append(
                SynergyGain(
                    first=first.id,
                    second=synergy.other,
                    criterion=criterion.id,
                    value=float(sum(w * v for w, v in zip(weights, by_area, strict=True))),
                    others=synergy.others,
                    by_area=tuple(by_area),
                )
            )
    return tuple(gains)
