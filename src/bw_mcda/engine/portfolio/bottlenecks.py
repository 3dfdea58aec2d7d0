"""This file holds the search for the resource that holds the best package back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.linear_row import LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_question import LIST_UP_TO, PackageQuestion, package_question
from bw_mcda.engine.portfolio.package_scores import in_points
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.bottlenecks import Bottlenecks, Resource, ResourceKind, Step
from bw_mcda.results.portfolio import RuleKind, SolveStatus
from bw_mcda.results.value_table import ValueTable

SHARES = (0.05, 0.1, 0.25)
"""How much more is tried of each resource."""
MONEY = frozenset({RuleKind.BUDGET, RuleKind.BUDGET_THROUGH, RuleKind.EARMARK})


def bottlenecks(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    shares: Sequence[float] = SHARES,
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> Bottlenecks:
    """Return what a little more of each resource brings, by searching again with that much more.

    Formula: ``max V(P)`` and ``max min over t of f_t(P)`` with the right-hand side of every row of
    the resource raised by the share, less the same with the rows as they are.

    In words: give one payer, or all of them, or land or staff, a few percent more, look for the
    best package again, and see what that adds. A shadow price of a relaxed problem says nothing of
    whole measures; this does.

    Parameters
    ----------
    shares
        Above 0, rising: 0.1 is 10 % more.
    time_limit
        Seconds for all searches together.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.

    Raises
    ------
    ValueError
        When no package keeps to the rules.
    """
    question = package_question(problem, values, weights, synergies)
    search = _Search(
        question=question,
        finder=package_finder(question, time_limit=time_limit, list_up_to=list_up_to),
    )
    found: list[Resource] = []
    status = SolveStatus.OPTIMAL
    value, weakest = 0, None
    try:
        value, weakest = search.reach()
        for kind, id_, rows in _resources(question):
            steps = tuple(search.step(share, rows, value, weakest) for share in shares)
            found.append(Resource(kind=kind, id=id_, steps=steps))
    except StoppedError:
        status = SolveStatus.STOPPED
    return Bottlenecks(
        value=in_points(value),
        weakest=None if weakest is None else in_points(weakest),
        resources=tuple(found),
        status=status,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    question: PackageQuestion
    finder: PackageFinder

    def reach(self, rows: Sequence[LinearRow] = (), share: float = 0.0) -> tuple[int, int | None]:
        """Return the highest value and how far the weakest task can come, with more of ``rows``."""
        rules = tuple(row.rule for row in rows if row.rule is not None)
        more = tuple(
            replace(row, right_side=row.right_side + _more(row, share), rule=None) for row in rows
        )
        scores = self.question.scores
        best = self.finder.best(self.question.most_value.levels, without=rules, rows=more)
        if best is None:
            raise ValueError("no package keeps to the rules, so there is nothing to loosen")
        if not scores.tasks:
            return scores.value.of(best), None
        level = Level(name="weakest", forms=self.question.task_forms)
        balanced = self.finder.best((level,), without=rules, rows=more)
        package = best if balanced is None else balanced
        return scores.value.of(best), min(task.of(package) for task in scores.tasks)

    def step(
        self, share: float, rows: Sequence[LinearRow], value: int, weakest: int | None
    ) -> Step:
        """Return what ``share`` more of the resource behind ``rows`` adds."""
        then, further = self.reach(rows, share)
        return Step(
            share=share,
            amount=sum(_more(row, share) / row.units for row in _whole(rows)),
            value=in_points(max(0, then - value)),
            weakest=in_points(max(0, (further or 0) - (weakest or 0))),
        )


def _more(row: LinearRow, share: float) -> int:
    return int(abs(row.right_side) * share)


def _whole(rows: Sequence[LinearRow]) -> tuple[LinearRow, ...]:
    """Return the rows that together are what a resource amounts to, nothing counted twice.

    Of a payer with budgets per year as well as in all, the budget in all is what is paid. Of a
    capacity the largest row is all there ever is.
    """
    by_subject: dict[tuple[str, ...], list[LinearRow]] = {}
    for row in rows:
        if row.rule is not None and row.rule.kind is not RuleKind.EARMARK:
            by_subject.setdefault(row.rule.subjects, []).append(row)
    kept: list[LinearRow] = []
    for own in by_subject.values():
        in_all = [row for row in own if row.rule is not None and row.rule.year is None]
        if any(row.rule is not None and row.rule.kind is RuleKind.BUDGET for row in own):
            kept += in_all[:1] or own
        else:
            kept.append(max(own, key=lambda row: row.right_side))
    return tuple(kept)


def _resources(
    question: PackageQuestion,
) -> Iterator[tuple[ResourceKind, str, tuple[LinearRow, ...]]]:
    rows = [row for row in question.model.rows if row.rule is not None]
    rows = [row for row in rows if row.sense is Sense.AT_MOST]
    money = tuple(row for row in rows if row.rule is not None and row.rule.kind in MONEY)
    payers = dict.fromkeys(row.rule.subjects[0] for row in money if row.rule is not None)
    if len(payers) > 1:
        yield ResourceKind.MONEY, "", money
    for payer in payers:
        own = (row for row in money if row.rule is not None and row.rule.subjects[0] == payer)
        yield ResourceKind.PAYER, payer, tuple(own)
    scarce = [row for row in rows if row.rule is not None and row.rule.kind is RuleKind.CAPACITY]
    for capacity in dict.fromkeys(row.rule.subjects[0] for row in scarce if row.rule is not None):
        own = (row for row in scarce if row.rule is not None and row.rule.subjects[0] == capacity)
        yield ResourceKind.CAPACITY, capacity, tuple(own)
