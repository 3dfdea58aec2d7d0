"""This file holds what is lost for one set of weights when tasks choose or pay apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from bw_mcda.engine.insight.shapley_values import shapley_values
from bw_mcda.engine.insight.silo_world import SiloWorld
from bw_mcda.engine.portfolio.package_finder import PackageFinder
from bw_mcda.engine.portfolio.search import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class SiloLosses:
    """What is chosen together and apart, and in units of value what is lost by one sector.

    ``alone`` and ``own_money`` are per sector the loss when only that sector decides alone, or only
    its money stays apart: None when that breaks a rule of the whole.
    """

    pooled: Package
    sectoral: Package
    pooled_value: int
    sectoral_value: int
    alone: Mapping[str, int]
    breaks_alone: Mapping[str, bool]
    own_money: Mapping[str, int | None]

    @property
    def price(self) -> int:
        """What choosing apart costs, in units of value."""
        return self.pooled_value - self.sectoral_value

    def workable_alone(self, sector: str, noticeable_share: float) -> bool:
        """Tell whether a sector that decides alone loses hardly anything and breaks no rule."""
        least = noticeable_share * max(self.pooled_value, 0)
        return not self.breaks_alone[sector] and self.alone[sector] <= least

    def workable_with_own_money(self, sector: str, noticeable_share: float) -> bool:
        """Tell whether hardly anything is lost when only a sector's money stays apart."""
        loss = self.own_money[sector]
        return loss is not None and loss <= noticeable_share * max(self.pooled_value, 0)


def silo_losses(world: SiloWorld, finder: PackageFinder) -> SiloLosses | None:
    """Return what is lost by choosing apart; None when no package keeps to all rules."""
    pooled = finder.best(world.question.choice)
    if pooled is None:
        return None
    value = world.question.scores.value.of
    best = value(pooled)
    names = world.sectors.names
    chosen = {sector: world.alone(finder, sector) for sector in names}
    sectoral = world.fitting(finder, chosen.values())
    apart, own_money = {}, {}
    for sector in names:
        rest = world.together(finder, frozenset(names) - {sector})
        apart[sector] = world.fitting(finder, (rest, chosen[sector]))
        own_money[sector] = world.own_money(finder, frozenset({sector}))
    return SiloLosses(
        pooled=pooled,
        sectoral=sectoral,
        pooled_value=best,
        sectoral_value=value(sectoral),
        alone={sector: best - value(package) for sector, package in apart.items()},
        breaks_alone={s: bool(world.broken_rules(package)) for s, package in apart.items()},
        own_money={
            sector: None if package is None else best - value(package)
            for sector, package in own_money.items()
        },
    )


def shapley_shares(world: SiloWorld, finder: PackageFinder, losses: SiloLosses) -> dict[str, float]:
    """Return each sector's mean contribution, in units, when they join one after the other.

    Formula: ``phi_k = sum over S without k of |S|! (n - |S| - 1)! / n! * (v(S + k) - v(S))`` where
    v(S) is the value when the sectors in S choose together from their joint money and all others
    alone; v of none is the sectoral value and v of all is the pooled value under all rules.
    """
    names = world.sectors.names
    value = world.question.scores.value.of
    alone = {sector: world.alone(finder, sector) for sector in names}
    worth: dict[frozenset[str], int] = {}
    for size in range(len(names) + 1):
        for members in combinations(names, size):
            coalition = frozenset(members)
            others = [alone[sector] for sector in names if sector not in coalition]
            joint = world.together(finder, coalition)
            worth[coalition] = value(world.fitting(finder, (joint, *others)))
    worth[frozenset()] = losses.sectoral_value
    worth[frozenset(names)] = losses.pooled_value
    return shapley_values(names, worth)
