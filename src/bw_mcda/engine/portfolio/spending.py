"""This file holds what a package costs each payer, beside the budgets."""

from __future__ import annotations

from collections.abc import Iterable

from bw_mcda.engine.portfolio.package_model import cost_to
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.results.portfolio import Spending


def spending_of(problem: DecisionProblem, package: Iterable[str]) -> tuple[Spending, ...]:
    """Return the euros per payer: over all years first (year None), then year by year.

    Every payer that any measure or budget names is there, in the order of the organisations, with
    every year in which it could have to pay: also where this package costs it nothing.
    """
    inside = frozenset(package)
    members = [alternative for alternative in problem.alternatives if alternative.id in inside]
    years: dict[str, set[int]] = {}
    for alternative in problem.alternatives:
        for cost in alternative.costs:
            years.setdefault(cost.payer, set()).add(cost.year)
    for budget in problem.rules.budgets:
        of_payer = years.setdefault(budget.payer, set())
        if budget.year is not None:
            of_payer.add(budget.year)
    return tuple(
        Spending(
            payer=organisation.id,
            year=year,
            euros=sum(cost_to(member, organisation.id, year) for member in members),
            budget=_budget(problem, organisation.id, year),
        )
        for organisation in problem.organisations
        if organisation.id in years
        for year in (None, *sorted(years[organisation.id]))
    )


def _budget(problem: DecisionProblem, payer: str, year: int | None) -> int | None:
    """Return the tightest budget that was set for exactly this payer and year."""
    amounts = [
        budget.euros
        for budget in problem.rules.budgets
        if budget.payer == payer and budget.year == year
    ]
    return min(amounts, default=None)
