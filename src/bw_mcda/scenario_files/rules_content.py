"""This file holds the rules of a decision as the content of a file."""

from __future__ import annotations

from bw_mcda.problem.capacity import Capacity, CapacityKind, Need
from bw_mcda.problem.execution import SizeRange, StartWindow
from bw_mcda.problem.portfolio_rules import Budget, Earmark, Limit, PortfolioRules, SetCount
from bw_mcda.scenario_files.plain_content import Content, filled, number, text_of


def rules_content(rules: PortfolioRules) -> Content:
    """Return the rules without the capacities; what is not there has no key."""
    return filled(
        {
            "budgets": [_budget(budget) for budget in rules.budgets],
            "tasks": {minimum.task: number(minimum.points) for minimum in rules.task_minimums},
            "areas": {minimum.area: minimum.measures for minimum in rules.area_minimums},
            "must_include": list(rules.must_include),
            "must_exclude": list(rules.must_exclude),
            "earmarks": [_earmark(earmark) for earmark in rules.earmarks],
            "counts": [_count(count) for count in rules.counts],
            "limits": [_limit(limit) for limit in rules.limits],
            "not_worse": [what.value for what in rules.not_worse],
            "spread": [
                {"of": spread.of.value, "most": number(spread.most)} for spread in rules.spread
            ],
        }
    )


def capacities_content(rules: PortfolioRules) -> Content:
    """Return the capacities by id."""
    return {capacity.id: _capacity(capacity) for capacity in rules.capacities}


def need_content(need: Need) -> Content:
    """Return what an alternative needs of a capacity."""
    content: Content = {"capacity": need.capacity, "amount": number(need.amount)}
    return content | _year(need.year) | {"source": need.source}


def start_content(start: StartWindow | None) -> Content:
    """Return the years in which an alternative can start; nothing where they are not given."""
    return {} if start is None else {"first": start.first, "last": start.last}


def size_content(size: SizeRange | None) -> Content:
    """Return the parts that can be carried out; nothing where they are not given."""
    if size is None:
        return {}
    parts = {"least": size.least, "most": size.most, "step": size.step}
    return {key: number(value) for key, value in parts.items()}


def _budget(budget: Budget) -> Content:
    content: Content = {"payer": budget.payer, "euros": budget.euros}
    return content | _year(budget.year) | ({"carry_over": True} if budget.carry_over else {})


def _earmark(earmark: Earmark) -> Content:
    content: Content = {
        "payer": earmark.payer,
        "euros": earmark.euros,
        "purpose": earmark.purpose.value,
        "of": earmark.of,
    }
    return content | _year(earmark.year)


def _count(count: SetCount) -> Content:
    content: Content = {"measures": list(count.measures)}
    if count.least:
        content["least"] = count.least
    if count.most is not None:
        content["most"] = count.most
    return content


def _limit(limit: Limit) -> Content:
    content: Content = {"on": limit.on.value, "of": limit.of}
    for key, side in (("least", limit.least), ("most", limit.most)):
        if side is not None:
            content[key] = number(side)
    return content


def _capacity(capacity: Capacity) -> Content:
    content: Content = {
        "label": text_of(capacity.label),
        "unit": text_of(capacity.unit),
        "amount": number(capacity.amount),
    }
    if capacity.kind is not CapacityKind.STOCK:
        content["kind"] = capacity.kind.value
    years = [{"year": item.year, "amount": number(item.amount)} for item in capacity.years]
    return content | filled({"years": years})


def _year(year: int | None) -> Content:
    return {} if year is None else {"year": year}
