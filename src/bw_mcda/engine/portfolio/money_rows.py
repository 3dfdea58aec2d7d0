"""This file holds budgets and earmarked money as linear rows over measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from bw_mcda.engine.portfolio.linear_row import LinearRow, Sense
from bw_mcda.engine.portfolio.package_variables import measure_variable
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.portfolio_rules import Budget, Earmark, Purpose
from bw_mcda.results.portfolio import Rule, RuleKind


def budget_rows(budgets: Iterable[Budget], measures: Iterable[Alternative]) -> Iterator[LinearRow]:
    """Yield a row per budget.

    Formula, without carrying over: ``sum over a of cost_a,y * x_a <= B_y``. Where budgets y1 up to
    the one before y are carried over: ``sum over y1..y and a of cost_a,y' * x_a <= B_y1 + ... +
    B_y``, which is the same as handing on what is left: ``cost_y + k_y+1 <= B_y + k_y, k >= 0``.

    In words: what the chosen measures ask of a payer in a year fits in its budget of that year and
    in what it has left of the years before.
    """
    budgets, measures = tuple(budgets), tuple(measures)
    names: Counter[str] = Counter()
    for budget in dict.fromkeys(budgets):
        row = budget_row(budget, measures, _carried_into(budget, budgets))
        names[row.name] += 1
        again = names[row.name]  # a payer may have two budgets for a year: the tighter one binds
        yield row if again == 1 else replace(row, name=f"{row.name}.{again}")


def budget_row(
    budget: Budget, measures: Iterable[Alternative], carried: tuple[Budget, ...] = ()
) -> LinearRow:
    """Return ``sum over a of cost_a * x_a <= budget`` for one payer, in one year or in all.

    In words: what the chosen measures ask of this payer fits in what it can spend. With ``carried``
    the budgets of these years and what they pay for count as well.
    """
    years = (*(before.year for before in carried), budget.year)
    costs = {a.id: sum(cost_to(a, budget.payer, year) for year in years) for a in measures}
    limit = sum(before.euros for before in carried) + budget.euros
    year = "all_years" if budget.year is None else str(budget.year)
    return LinearRow(
        name=f"budget.{budget.payer}.{year}",
        coefficients=_coefficients(costs),
        sense=Sense.AT_MOST,
        right_side=limit,
        rule=Rule(
            kind=RuleKind.BUDGET_THROUGH if carried else RuleKind.BUDGET,
            subjects=(budget.payer,),
            limit=float(limit),
            year=budget.year,
        ),
    )


def cost_to(measure: Alternative, payer: str, year: int | None) -> int:
    """Return what a measure costs a payer in euros, in one year or (None) in all."""
    return sum(
        cost.euros for cost in measure.costs if cost.payer == payer and year in {None, cost.year}
    )


def earmark_rows(problem: DecisionProblem, measures: Iterable[Alternative]) -> Iterator[LinearRow]:
    """Yield, for every set T of earmarks on one budget, what may go to measures none of T is for.

    Formula: ``sum over a that no earmark in T may pay for of cost_a * x_a <= B - sum over T of E``.

    In words: money that was set aside for something pays for nothing else. All sets of earmarks are
    needed, and enough, for the costs to be paid out of the pots (Hall 1935, Journal of the London
    Mathematical Society 10, 26-30; a measure may be paid out of several).
    """
    measures = tuple(measures)
    for budget in problem.rules.budgets:
        same = [
            earmark
            for earmark in problem.rules.earmarks
            if (earmark.payer, earmark.year) == (budget.payer, budget.year)
        ]
        for size in range(1, len(same) + 1):
            for some in combinations(same, size):
                row = _earmark_row(budget, some, problem, measures)
                if row.coefficients:
                    yield row


def may_pay_for(earmark: Earmark, measure: Alternative, problem: DecisionProblem) -> bool:
    """Tell whether earmarked money may be spent on a measure."""
    match earmark.purpose:
        case Purpose.TASK:
            return earmark.of in measure.tasks
        case Purpose.AREA:
            return earmark.of in measure.areas
        case Purpose.THEME:
            theme = next(theme for theme in problem.tree.themes if theme.id == earmark.of)
            criteria = {criterion.id for criterion in theme.criteria}
            return any(
                task.id in measure.tasks and criteria & set(task.criteria) for task in problem.tasks
            )


def _earmark_row(
    budget: Budget,
    earmarks: tuple[Earmark, ...],
    problem: DecisionProblem,
    measures: tuple[Alternative, ...],
) -> LinearRow:
    costs = {
        measure.id: cost_to(measure, budget.payer, budget.year)
        for measure in measures
        if not any(may_pay_for(earmark, measure, problem) for earmark in earmarks)
    }
    limit = budget.euros - sum(earmark.euros for earmark in earmarks)
    purposes = [(earmark.purpose.value, earmark.of) for earmark in earmarks]
    year = "all_years" if budget.year is None else str(budget.year)
    return LinearRow(
        name=".".join(["earmark", budget.payer, year, *(of for _, of in purposes)]),
        coefficients=_coefficients(costs),
        sense=Sense.AT_MOST,
        right_side=limit,
        rule=Rule(
            kind=RuleKind.EARMARK,
            subjects=(budget.payer, *(part for purpose in purposes for part in purpose)),
            limit=float(limit),
            year=budget.year,
        ),
    )


def _carried_into(budget: Budget, budgets: tuple[Budget, ...]) -> tuple[Budget, ...]:
    """Return the budgets of the years before from which what is left reaches this year."""
    if budget.year is None:
        return ()
    carried: list[Budget] = []
    earlier = [b for b in budgets if b.payer == budget.payer and b.year is not None]
    for before in sorted(earlier, key=lambda b: b.year or 0, reverse=True):
        if (before.year or 0) >= budget.year:
            continue
        if not before.carry_over:
            break
        carried.insert(0, before)
    return tuple(carried)


def _coefficients(costs: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((measure_variable(name), euros) for name, euros in costs.items() if euros)
