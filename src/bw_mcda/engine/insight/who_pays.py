"""This file holds the question who pays for a package and who gains by it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from bw_mcda.engine.insight.shapley_values import shapley_values
from bw_mcda.engine.insight.silo_world import ABOUT_THE_WHOLE
from bw_mcda.engine.portfolio.every_package import EveryPackage
from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import (
    ListingFinder,
    PackageFinder,
    SolvingFinder,
    StoppedError,
)
from bw_mcda.engine.portfolio.package_model import cost_to, measure_variable, score_form
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, PackageScore
from bw_mcda.engine.portfolio.turning_points import MONEY
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Rule, RuleKind
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable
from bw_mcda.results.who_pays import Partner, WhoPays

MOST_PLAYERS = 10
"""With more partners the coalitions are too many to try them all."""


def who_pays(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    package: Iterable[str],
    *,
    synergies: Iterable[SynergyGain] = (),
    serves: Mapping[str, Sequence[str]] | None = None,
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> WhoPays:
    """Return who pays for ``package``, who gains, and what payments would even that out.

    Formula: with B_i(P) the gain in the areas that partner i serves and e_i what it pays, the worth
    of a coalition S is ``v(S) = max sum over i in S of B_i(P')`` over packages P' that cost no more
    than the sum of e_i over S; ``v(all)`` is what ``package`` itself brings. A partner's Shapley
    value is its mean contribution to v (Shapley 1953).

    In words: put beside one another what every partner pays and what its areas gain. Ask of each
    what it could have reached alone with the same money. Money can make it even in two ways: all
    pay by what they gain, or all gain by what they bring about; a point of value then counts as
    many euros as it costs on average.

    Parameters
    ----------
    package
        Ids of the measures.
    serves
        Ids of the areas per payer. By default the areas that are in every measure that the payer
        pays for, in or out of the package; all areas when there are none such.
    time_limit
        Seconds for what coalitions could reach; without it that is not computed.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.

    Raises
    ------
    ValueError
        When the values per area are not known, or the package names what is no measure.
    """
    question = package_question(problem, values, weights, synergies)
    package = tuple(package)
    if not question.scores.area_shares:
        raise ValueError("who gains needs values per area")
    if unknown := sorted(set(package) - set(question.scores.measures)):
        raise ValueError(f"no such measure: {', '.join(unknown)}")
    paid = _paid(problem, package)
    served = {payer: tuple((serves or {}).get(payer) or _served(problem, payer)) for payer in paid}
    game = _Game(question=question, paid=paid, served=served)
    benefits = {payer: game.benefit(frozenset({payer})).of(package) for payer in paid}
    worth = _worth(game, benefits, time_limit, list_up_to)
    areas = question.scores.area_shares
    groups = question.scores.groups
    return WhoPays(
        alternatives=package,
        partners=tuple(_partners(game, benefits, worth)),
        areas=tuple(area.name for area in areas),
        groups=tuple(group.name for group in groups),
        to_areas=_matrix(problem, package, tuple(paid), areas),
        to_groups=_matrix(problem, package, tuple(paid), groups),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Game:
    """Partners with what they pay and the areas they serve."""

    question: PackageQuestion
    paid: Mapping[str, int]
    served: Mapping[str, tuple[str, ...]]

    def benefit(self, coalition: frozenset[str]) -> PackageScore:
        """Return what the partners of a coalition gain, each counting its own areas."""
        areas = {area.name: area for area in self.question.scores.area_shares}
        gains: dict[str, int] = {}
        pair_gains: dict[tuple[str, ...], int] = {}
        for payer in coalition:
            for name in self.served[payer]:
                for measure, gain in areas[name].gains.items():
                    gains[measure] = gains.get(measure, 0) + gain
                for pair, gain in areas[name].pair_gains.items():
                    pair_gains[pair] = pair_gains.get(pair, 0) + gain
        return PackageScore(name="benefit", gains=gains, pair_gains=pair_gains)

    def reach(self, finder: PackageFinder, coalition: frozenset[str]) -> int:
        """Return the most that a coalition can gain with its own money."""
        form = score_form(self.benefit(coalition))
        money = LinearRow(
            name="own_money",
            coefficients=tuple(
                (measure_variable(measure), cost)
                for measure, cost in self.question.costs.items()
                if cost and measure in self.question.scores.measures
            ),
            sense=Sense.AT_MOST,
            right_side=sum(self.paid[payer] for payer in coalition),
        )
        level = Level(name="benefit", forms=(LinearForm(name="b", coefficients=form.coefficients),))
        best = finder.best((level,), without=self.set_aside, rows=(money,))
        return self.benefit(coalition).of(best or ())

    @property
    def set_aside(self) -> tuple[Rule, ...]:
        """Rules about the whole, and budgets: a coalition has its own money instead."""
        kinds = ABOUT_THE_WHOLE | MONEY | {RuleKind.MUST_INCLUDE}
        return tuple(rule for rule in self.question.model.rules if rule.kind in kinds)


def _worth(
    game: _Game,
    benefits: Mapping[str, int],
    time_limit: float,
    list_up_to: int,
) -> dict[frozenset[str], float]:
    """Return the worth of coalitions: of each partner alone first, of all when there is time."""
    players = tuple(game.paid)
    finder: PackageFinder
    if len(game.question.scores.measures) <= list_up_to:
        every = EveryPackage(game.question.scores)
        keeps = np.ones(every.size, dtype=np.bool_)
        for row in game.question.model.without_rules(game.set_aside).rows:
            keeps &= every.keeps(row)
        finder = ListingFinder(game.question, every.numbers[keeps])
    else:
        finder = SolvingFinder(game.question, time.monotonic() + time_limit)
    worth: dict[frozenset[str], float] = {frozenset(): 0}
    most = len(players) if len(players) <= MOST_PLAYERS else 1
    try:
        for size in range(1, most + 1):
            for members in combinations(players, size):
                worth[frozenset(members)] = game.reach(finder, frozenset(members))
    except StoppedError:
        return worth
    if most == len(players):
        worth[frozenset(players)] = sum(benefits.values())
    return worth


def _partners(
    game: _Game, benefits: Mapping[str, int], worth: Mapping[frozenset[str], float]
) -> Iterable[Partner]:
    players = tuple(game.paid)
    complete = len(worth) == 2 ** len(players)
    shapley = shapley_values(players, worth) if complete and players else {}
    money = sum(game.paid.values())
    gained = [max(benefits[payer], 0) for payer in players]
    total = sum(gained)
    shares = [gain / total if total else 0.0 for gain in gained]
    by_benefit = _whole(
        [money * share - game.paid[p] for p, share in zip(players, shares, strict=True)]
        if total
        else [0.0] * len(players)
    )
    price = money / sum(benefits.values()) if sum(benefits.values()) > 0 else 0.0
    by_shapley = _whole([price * (benefits[p] - shapley.get(p, 0.0)) for p in players])
    for place, payer in enumerate(players):
        yield Partner(
            organisation=payer,
            serves=game.served[payer],
            paid=game.paid[payer],
            benefit=benefits[payer] / UNITS_PER_POINT,
            share_of_cost=game.paid[payer] / money,
            share_of_benefit=shares[place],
            alone=worth.get(frozenset({payer}), float("nan")) / UNITS_PER_POINT,
            shapley=shapley[payer] / UNITS_PER_POINT if shapley else None,
            by_benefit=by_benefit[place],
            by_shapley=by_shapley[place] if shapley else None,
        )


def _whole(amounts: Sequence[float]) -> list[int]:
    """Return whole euros that add up to what the amounts add up to, nothing when that is nothing.

    Each is less than one euro off, because sums are rounded and not the amounts themselves.
    """
    ends = [round(end) for end in np.cumsum([0.0, *amounts])]
    return [int(after - before) for before, after in pairwise(ends)]


def _paid(problem: DecisionProblem, package: tuple[str, ...]) -> dict[str, int]:
    members = [alternative for alternative in problem.alternatives if alternative.id in package]
    paid = {
        organisation.id: sum(cost_to(member, organisation.id, None) for member in members)
        for organisation in problem.organisations
    }
    return {payer: euros for payer, euros in paid.items() if euros}


def _served(problem: DecisionProblem, payer: str) -> tuple[str, ...]:
    """Return the areas that are in every measure a payer pays for; all when there are none."""
    touched = [
        set(alternative.areas)
        for alternative in problem.alternatives
        if cost_to(alternative, payer, None)
    ]
    own = set.intersection(*touched) if touched else set()
    every = tuple(area.id for area in problem.areas)
    return tuple(area for area in every if area in own) or every


def _matrix(
    problem: DecisionProblem,
    package: tuple[str, ...],
    payers: tuple[str, ...],
    gainers: tuple[PackageScore, ...],
) -> FloatArray:
    """Return euros per payer and gainer, shape (payers, gainers + 1)."""
    euros = np.zeros((len(payers), len(gainers) + 1))
    for alternative in problem.alternatives:
        if alternative.id not in package:
            continue
        gains = np.array([max(gainer.gains[alternative.id], 0) for gainer in gainers], dtype=float)
        total = gains.sum()
        shares = np.append(gains / total, 0.0) if total else np.append(np.zeros(len(gainers)), 1.0)
        for place, payer in enumerate(payers):
            euros[place] += cost_to(alternative, payer, None) * shares
    return euros
