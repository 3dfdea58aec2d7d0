"""This file holds the search for what it costs when every task chooses and pays on its own."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.insight.silo_losses import SiloLosses, shapley_shares, silo_losses
from bw_mcda.engine.insight.silo_world import (
    ABOUT_THE_WHOLE,
    Purse,
    Sectors,
    SiloWorld,
    purse_of,
    sectors_of,
)
from bw_mcda.engine.portfolio.core_index import drawn_weights
from bw_mcda.engine.portfolio.every_package import EveryPackage, Whole
from bw_mcda.engine.portfolio.linear_row import LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import (
    ListingFinder,
    PackageFinder,
    SolvingFinder,
    StoppedError,
)
from bw_mcda.engine.portfolio.package_model import score_form
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, in_points
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import RuleKind, SolveStatus
from bw_mcda.results.price_of_silos import PriceOfSilos, SectorTest, SiloOutcome
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.value_table import ValueTable

_SET_ASIDE = ABOUT_THE_WHOLE | {RuleKind.MUST_INCLUDE}
MOST_PLAYERS = 10
"""With more sectors the coalitions are too many to try them all."""


def price_of_silos(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    parts: Mapping[str, int] | None = None,
    noticeable_share: float = 0.02,
    spread: float | None = 1.5,
    draws: int = 100,
    seed: int = 1,
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> PriceOfSilos:
    """Return what choosing apart costs against choosing together from one purse.

    Formula: with V(P) the value of a package, ``price = V(pooled) - V(sectoral)``. ``pooled`` is
    ``argmax V(P)`` over all packages that keep to the rules. ``sectoral`` is the union over tasks t
    of ``argmax f_t(P)`` over packages of t's own measures that keep to t's part of the money. In
    between lies ``own_money = argmax V(P)`` where the measures of every t keep to t's part and all
    rules hold as well: so ``V(pooled) >= V(own_money)``. All money together is what the budgets of
    all payers add up to; no payer ever pays more than its budget.

    A task's Shapley share of the price is its mean contribution when tasks give up choosing apart
    one after the other, in every order; the shares add up to the price.

    In words: let every task choose what is best for itself from its own measures with its own
    money, and put the choices together; where they clash, as much as fits stays. Then choose once
    for the whole from one purse. The difference is the price of silos. Per task the same is asked
    with only this task going its own way, for many weights that people might as well have given.

    Parameters
    ----------
    parts
        Whole euros per task, of all payers together. By default a task has the share of all money
        that its measures ask of all that is asked. Land, staff and other capacities are not
        divided: who comes first has them, which is mild for silos.
    noticeable_share
        Share of the pooled value up to which a loss counts as hardly anything.
    spread, draws, seed
        As in ``core_index``.
    time_limit
        Seconds; draws that are not reached in time are missing.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.

    Raises
    ------
    ValueError
        When no measure serves a task, or ``parts`` are not euros of tasks.
    """
    sectors = sectors_of(problem)
    if not sectors.names:
        raise ValueError("the price of silos needs a measure that serves a task")
    _check_parts(parts, sectors)
    synergies = tuple(synergies)
    question = package_question(problem, values, weights, synergies)
    search = _Search(
        sectors=sectors,
        purse=purse_of(problem, sectors, parts),
        deadline=time.monotonic() + time_limit,
        numbers=_numbers(question) if len(question.scores.measures) <= list_up_to else None,
    )
    empty = PriceOfSilos(
        tasks=question.task_names,
        status=SolveStatus.STOPPED,
        without_sector=tuple(m for m in question.scores.measures if m not in sectors.of_measure),
        draws_asked=draws,
        seed=seed,
        noticeable_share=noticeable_share,
    )
    try:
        world, finder = search.world(question), search.finder(question)
        losses = silo_losses(world, finder)
        if losses is None:
            return replace(empty, status=SolveStatus.INFEASIBLE, clashing_rules=question.clash())
        found = _now(empty, world, finder, losses)
        shapley = _shapley(world, finder, losses)
    except StoppedError:
        return empty
    questions = (
        package_question(problem, values, draw, synergies)
        for draw in drawn_weights(weights, values.criteria, spread, draws, seed)
    )
    drawn = tuple(search.seen(questions, finder))
    seen = tuple(losses for losses in drawn if losses is not None)
    return replace(
        found,
        status=SolveStatus.OPTIMAL if len(drawn) == draws else SolveStatus.STOPPED,
        prices=np.array([each.price / each.pooled_value for each in seen if each.pooled_value > 0]),
        sectors=tuple(
            _sector(
                name,
                sectors.members(name),
                losses,
                seen,
                shapley.get(name),
                noticeable_share,
                _spill(problem, values, weights, sectors, name),
            )
            for name in sectors.names
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What stays the same when the weights change."""

    sectors: Sectors
    purse: Purse
    deadline: float
    numbers: Whole | None

    def world(self, question: PackageQuestion) -> SiloWorld:
        return SiloWorld(question=question, sectors=self.sectors, purse=self.purse)

    def finder(
        self, question: PackageQuestion, first: PackageFinder | None = None
    ) -> PackageFinder:
        known = first if isinstance(first, ListingFinder) else None
        if time.monotonic() >= self.deadline:
            raise StoppedError
        if self.numbers is None:
            return SolvingFinder(question, self.deadline)
        return ListingFinder(question, self.numbers, known)

    def seen(
        self, questions: Iterable[PackageQuestion], first: PackageFinder
    ) -> Iterator[SiloLosses | None]:
        """Yield the losses for every draw; None when no package keeps to its rules."""
        try:
            for question in questions:
                yield silo_losses(self.world(question), self.finder(question, first))
        except StoppedError:
            return


def _numbers(question: PackageQuestion) -> Whole:
    """Return every package that keeps to the rules that no way of choosing sets aside."""
    every = EveryPackage(question.scores)
    keeps = np.ones(every.size, dtype=np.bool_)
    for row in question.model.rows:
        if row.rule is not None and row.rule.kind not in _SET_ASIDE:
            keeps &= every.keeps(row)
    return every.numbers[keeps]


def _check_parts(parts: Mapping[str, int] | None, sectors: Sectors) -> None:
    if parts is None:
        return
    unknown = sorted(set(parts) - set(sectors.names))
    if unknown:
        raise ValueError(
            f"no such sector: {', '.join(unknown)}; allowed: {', '.join(sectors.names)}"
        )
    if min(parts.values(), default=0) < 0:
        raise ValueError(f"parts are euros of at least 0: {dict(parts)}")


def _now(
    empty: PriceOfSilos, world: SiloWorld, finder: PackageFinder, losses: SiloLosses
) -> PriceOfSilos:
    """Return the outcomes for the weights as they were given."""
    own_money = world.own_money(finder, frozenset(world.sectors.names))
    return replace(
        empty,
        solver=finder.solver,
        sectoral=_outcome(world, losses.sectoral),
        own_money=None if own_money is None else _outcome(world, own_money),
        pooled=_outcome(world, losses.pooled),
        same_for_less=_same_for_less(world, finder, losses),
    )


def _outcome(world: SiloWorld, package: Package) -> SiloOutcome:
    return SiloOutcome(
        package=world.question.shown(package), broken_rules=world.broken_rules(package)
    )


def _same_for_less(
    world: SiloWorld, finder: PackageFinder, losses: SiloLosses
) -> ScoredPackage | None:
    """Return the cheapest package that keeps to all rules and is worth as much as choosing apart.

    Formula: ``min euros(P)`` such that ``V(P) >= V(sectoral)``.
    """
    floor = LinearRow(
        name="as_much_as_apart",
        coefficients=score_form(world.question.scores.value).coefficients,
        sense=Sense.AT_LEAST,
        right_side=losses.sectoral_value,
    )
    cheapest = world.question.most_value.tie_breaks[0]
    package = finder.best((cheapest, *world.question.choice), rows=(floor,))
    return None if package is None else world.question.shown(package)


def _shapley(world: SiloWorld, finder: PackageFinder, losses: SiloLosses) -> dict[str, float]:
    if len(world.sectors.names) > MOST_PLAYERS:
        return {}
    return shapley_shares(world, finder, losses)


def _sector(  # noqa: PLR0913  (a row has as many cells)
    name: str,
    measures: tuple[str, ...],
    losses: SiloLosses,
    seen: tuple[SiloLosses, ...],
    part_of_price: float | None,
    noticeable_share: float,
    spill_share: float,
) -> SectorTest:
    own = losses.own_money[name]
    total = max(len(seen), 1)
    return SectorTest(
        task=name,
        measures=measures,
        spill_share=spill_share,
        loss_alone=in_points(losses.alone[name]),
        loss_own_money=math.nan if own is None else in_points(own),
        share_alone=sum(each.workable_alone(name, noticeable_share) for each in seen) / total,
        share_own_money=sum(each.workable_with_own_money(name, noticeable_share) for each in seen)
        / total,
        part_of_price=None if part_of_price is None else part_of_price / UNITS_PER_POINT,
    )


def _spill(
    problem: DecisionProblem, values: ValueTable, weights: Weights, sectors: Sectors, name: str
) -> float:
    """Return the share of what a sector's measures do, weighed, that lies outside its task.

    Formula: ``sum over own j and c not in t of w_c |v_jc - v_0c|`` over the same sum over all c.
    """
    task = next(task for task in problem.tasks if task.id == name)
    own = [values.alternatives.index(measure) for measure in sectors.members(name)]
    null = values.expected[values.alternatives.index(problem.null_alternative.id)]
    shares = np.array([weights.shares[criterion] for criterion in values.criteria])
    moved = (np.abs(values.expected[own] - null) * shares).sum(axis=0)
    outside = np.array([criterion not in task.criteria for criterion in values.criteria])
    total = float(moved.sum())
    return float(moved[outside].sum()) / total if total else 0.0
