"""This file holds the search for which contradictions between tasks are real."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.linear_row import LinearForm
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_model import score_form
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, PackageScore, in_points
from bw_mcda.engine.portfolio.search import Package, height
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Rule, SolveStatus
from bw_mcda.results.tension_map import (
    Cause,
    KindOfCause,
    Opposing,
    TaskPair,
    Tension,
    TensionMap,
)
from bw_mcda.results.value_table import ValueTable

WHOLE = 100 * UNITS_PER_POINT
"""All of what a task can reach, in the units in which shares of it are counted."""


def tension_map(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    noticeable_points: float = 1.0,
    noticeable_share: float = 0.1,
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> TensionMap:
    """Return for every two tasks whether they go together, seem to clash, or do.

    Formula: with f_s(P) the score of task s and ``F_s = max over P of f_s(P)``, both over the
    packages P that keep to the rules, the conflict of tasks s and t is
    ``C_st = max(0, 1 - max over P of min(f_s(P) / F_s, f_t(P) / F_t))``. A measure j opposes when
    it alone adds at least ``noticeable_points`` (a) to one task and takes as many from the other:
    ``max(f_s(j), f_t(j)) >= a`` and ``min(f_s(j), f_t(j)) <= -a``. Then the pair is

    - out of reach when ``min(F_s, F_t) < a``, else
    - real when some measure opposes and ``C_st > noticeable_share``,
    - apparent when some measure opposes and ``C_st <= noticeable_share``,
    - hidden when no measure opposes and ``C_st > noticeable_share``,
    - coherent when no measure opposes and ``C_st <= noticeable_share``.

    A rule r causes the conflict when ``C_st`` is lower over the packages that may break r, with F_s
    and F_t left as they are; so does a kind of rules (all budgets, say) set aside at once.

    In words: look twice. First at the measures one by one: does any help one task and hurt the
    other? Then at whole packages: how much of what each task could reach alone can both reach in
    one package? Conflict in both is real; only in the first, it dissolves in a package; only in the
    second, it is hidden, because the tasks compete for something. What they compete for is found by
    taking away one rule at a time, then one kind of rule at a time.

    Parameters
    ----------
    noticeable_points
        Points from which what a measure does to a task counts, and from which a task can be moved.
    noticeable_share
        Share above which a conflict counts as one: with 0.1 both must reach nine tenths of what
        they could reach alone.
    time_limit
        Seconds; pairs that are not reached in time are missing.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.
    """
    question = package_question(problem, values, weights, synergies)
    search = _Search(
        finder=package_finder(question, time_limit=time_limit, list_up_to=list_up_to),
        question=question,
        noticeable_units=round(noticeable_points * UNITS_PER_POINT),
        noticeable_share=noticeable_share,
    )
    status, pairs = _all_pairs(search)
    return TensionMap(
        tasks=question.task_names,
        pairs=pairs,
        noticeable_points=noticeable_points,
        noticeable_share=noticeable_share,
        status=status,
        clashing_rules=question.clash() if status is SolveStatus.INFEASIBLE else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """All that is needed to ask how far two tasks come together."""

    finder: PackageFinder
    question: PackageQuestion
    noticeable_units: int
    noticeable_share: float


def _all_pairs(search: _Search) -> tuple[SolveStatus, tuple[TaskPair, ...]]:
    pairs: list[TaskPair] = []
    try:
        alone: dict[str, int] = {}
        for task in search.question.scores.tasks:
            package = search.finder.best((_alone(task),))
            if package is None:
                return SolveStatus.INFEASIBLE, ()
            alone[task.name] = task.of(package)
        for first, second in combinations(search.question.scores.tasks, 2):
            pairs.append(_pair(search, first, second, alone))  # noqa: PERF401  (those before a stop count)
    except StoppedError:
        return SolveStatus.STOPPED, tuple(pairs)
    return SolveStatus.OPTIMAL, tuple(pairs)


def _pair(
    search: _Search, first: PackageScore, second: PackageScore, alone: dict[str, int]
) -> TaskPair:
    best = (alone[first.name], alone[second.name])
    opposing = _opposing(search, first, second)
    if min(best) < search.noticeable_units:
        return _out_of_reach(first, second, opposing, best)
    both = _share_of_both((first, second), best)
    package = search.finder.best((both, *search.question.choice)) or ()
    conflict = _conflict(search, both, package)
    clashes = conflict > search.noticeable_share
    return TaskPair(
        first=first.name,
        second=second.name,
        tension=_tension(opposes=bool(opposing), clashes=clashes),
        opposing=opposing,
        first_best=in_points(best[0]),
        second_best=in_points(best[1]),
        package=package,
        first_points=in_points(first.of(package)),
        second_points=in_points(second.of(package)),
        conflict=conflict,
        conflict_without_rules=_without(search, both, search.question.model.rules, package),
        causes=_causes(search, both, package) if clashes else (),
        kinds=_kinds(search, both, package) if clashes else (),
    )


def _out_of_reach(
    first: PackageScore,
    second: PackageScore,
    opposing: tuple[Opposing, ...],
    best: tuple[int, int],
) -> TaskPair:
    """Return a pair of which one task is moved by no package: shares of nothing say nothing."""
    return TaskPair(
        first=first.name,
        second=second.name,
        tension=Tension.OUT_OF_REACH,
        opposing=opposing,
        first_best=in_points(best[0]),
        second_best=in_points(best[1]),
        package=(),
        first_points=0.0,
        second_points=0.0,
        conflict=0.0,
        conflict_without_rules=0.0,
        causes=(),
        kinds=(),
    )


def _alone(task: PackageScore) -> Level:
    return Level(name=f"alone.{task.name}", forms=(score_form(task),))


def _share_of_both(tasks: tuple[PackageScore, PackageScore], best: tuple[int, int]) -> Level:
    """Return the lower of two shares: how much of what each can reach alone a package reaches."""
    forms = []
    for task, reach in zip(tasks, best, strict=True):
        form = score_form(task)
        shares = ((name, round(factor * WHOLE / reach)) for name, factor in form.coefficients)
        forms.append(LinearForm(name=form.name, coefficients=tuple((n, f) for n, f in shares if f)))
    return Level(name="share_of_both", forms=tuple(forms))


def _conflict(search: _Search, both: Level, package: Package) -> float:
    """Return the share that is missed, from 0, without what the rounding of scores does to it."""
    return max(0.0, round(1.0 - height(both, package, search.question.scores) / WHOLE, 6))


def _opposing(search: _Search, first: PackageScore, second: PackageScore) -> tuple[Opposing, ...]:
    least = search.noticeable_units
    return tuple(
        Opposing(
            alternative=measure,
            first=in_points(first.gains[measure]),
            second=in_points(second.gains[measure]),
        )
        for measure in search.question.scores.measures
        if min(first.gains[measure], second.gains[measure]) <= -least
        and max(first.gains[measure], second.gains[measure]) >= least
    )


def _without(search: _Search, both: Level, rules: tuple[Rule, ...], package: Package) -> float:
    """Return the conflict that stays without some rules; ``package`` is what is best with them."""
    freer = search.finder.best((both,), without=rules, start=package)
    return _conflict(search, both, package if freer is None else freer)


def _causes(search: _Search, both: Level, package: Package) -> tuple[Cause, ...]:
    """Return every rule without which less of the conflict stays, most telling first."""
    before = _conflict(search, both, package)
    causes = [
        Cause(rule=rule, conflict_without=_without(search, both, (rule,), package))
        for rule in search.question.model.rules
    ]
    telling = (cause for cause in causes if cause.conflict_without < before)
    return tuple(sorted(telling, key=lambda cause: cause.conflict_without))


def _kinds(search: _Search, both: Level, package: Package) -> tuple[KindOfCause, ...]:
    """Return every kind of rule without which, all at once, less stays, most telling first."""
    before = _conflict(search, both, package)
    rules = search.question.model.rules
    kinds = [
        KindOfCause(
            kind=kind,
            conflict_without=_without(
                search, both, tuple(rule for rule in rules if rule.kind is kind), package
            ),
        )
        for kind in dict.fromkeys(rule.kind for rule in rules)
    ]
    telling = (kind for kind in kinds if kind.conflict_without < before)
    return tuple(sorted(telling, key=lambda kind: kind.conflict_without))


def _tension(*, opposes: bool, clashes: bool) -> Tension:
    if clashes:
        return Tension.REAL if opposes else Tension.HIDDEN
    return Tension.APPARENT if opposes else Tension.COHERENT
