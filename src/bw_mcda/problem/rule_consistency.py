"""This file holds what the rules for packages must keep to among each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.known_ids import unknown_ids
from bw_mcda.problem.portfolio_rules import Earmark, Limit, LimitOn, Purpose, SpreadOf

MOST_DECIMALS = 6
LARGEST_AMOUNT = 1e9
MOST_EARMARKS = 6


def rule_findings(problem: DecisionProblem) -> Iterator[Finding]:
    """Yield every error in the rules of a problem."""
    yield from _budgets(problem)
    yield from _minimums(problem)
    yield from _earmarks(problem)
    yield from _capacities(problem)
    yield from _counts(problem)
    yield from _limits(problem)
    yield from _spread(problem)


def need_findings(problem: DecisionProblem, alternative: Alternative) -> Iterator[Finding]:
    """Yield every error in what an alternative needs of the capacities."""
    known = [capacity.id for capacity in problem.rules.capacities]
    for need in alternative.needs:
        place = f"alternatives.{alternative.id}.needs.{need.capacity}"
        yield from unknown_ids(place, [need.capacity], known, "a capacity")
        yield from _amount(place, need.amount)


def _budgets(problem: DecisionProblem) -> Iterator[Finding]:
    organisations = [organisation.id for organisation in problem.organisations]
    for budget in problem.rules.budgets:
        place = f"rules.budgets.{budget.payer}"
        yield from unknown_ids(place, [budget.payer], organisations, "an organisation")
        if budget.euros < 0:
            yield Finding(place=place, found=str(budget.euros), allowed="whole euros, 0 or more")
        if budget.carry_over and budget.year is None:
            yield Finding(
                place=f"{place}.carry_over",
                found="carry_over without a year",
                allowed="a budget of one year, of which the rest goes to the next",
            )


def _minimums(problem: DecisionProblem) -> Iterator[Finding]:
    rules = problem.rules
    tasks = [task.id for task in problem.tasks]
    areas = [area.id for area in problem.areas]
    measures = _measures(problem)
    for task_minimum in rules.task_minimums:
        place = f"rules.task_minimums.{task_minimum.task}"
        yield from unknown_ids(place, [task_minimum.task], tasks, "a task")
        if not math.isfinite(task_minimum.points):
            yield Finding(place=place, found=str(task_minimum.points), allowed="a finite number")
    for area_minimum in rules.area_minimums:
        place = f"rules.area_minimums.{area_minimum.area}"
        yield from unknown_ids(place, [area_minimum.area], areas, "an area")
        if area_minimum.measures < 0:
            yield Finding(place=place, found=str(area_minimum.measures), allowed="0 or more")
    yield from unknown_ids("rules.must_include", rules.must_include, measures, "a measure")
    yield from unknown_ids("rules.must_exclude", rules.must_exclude, measures, "a measure")


def _earmarks(problem: DecisionProblem) -> Iterator[Finding]:
    groups: dict[tuple[str, int | None], list[Earmark]] = {}
    for earmark in problem.rules.earmarks:
        place = f"rules.earmarks.{earmark.payer}"
        groups.setdefault((earmark.payer, earmark.year), []).append(earmark)
        match earmark.purpose:
            case Purpose.TASK:
                known = [task.id for task in problem.tasks]
            case Purpose.THEME:
                known = [theme.id for theme in problem.tree.themes]
            case Purpose.AREA:
                known = [area.id for area in problem.areas]
        yield from unknown_ids(place, [earmark.of], known, _a(earmark.purpose))
        if earmark.euros < 0:
            yield Finding(place=place, found=str(earmark.euros), allowed="whole euros, 0 or more")
    for (payer, year), earmarks in groups.items():
        yield from _earmarks_of_budget(problem, payer, year, earmarks)


def _earmarks_of_budget(
    problem: DecisionProblem, payer: str, year: int | None, earmarks: list[Earmark]
) -> Iterator[Finding]:
    place = f"rules.earmarks.{payer}"
    of_payer = [budget for budget in problem.rules.budgets if budget.payer == payer]
    same = [budget for budget in of_payer if budget.year == year]
    when = "all years" if year is None else str(year)
    if not same:
        yield Finding(
            place=place, found=f"no budget of {payer} for {when}", allowed="a part of a budget"
        )
        return
    total, room = sum(earmark.euros for earmark in earmarks), min(b.euros for b in same)
    if total > room:
        yield Finding(place=place, found=str(total), allowed=f"at most the budget: {room}")
    if len(earmarks) > MOST_EARMARKS:
        yield Finding(
            place=place, found=f"{len(earmarks)} earmarks", allowed=f"at most {MOST_EARMARKS}"
        )
    purposes = Counter((earmark.purpose, earmark.of) for earmark in earmarks)
    for (purpose, of), times in purposes.items():
        if times > 1:
            found = f"{purpose.value} {of} {times} times"
            yield Finding(place=place, found=found, allowed="once per budget")
    if year is not None and any(budget.carry_over for budget in of_payer):
        yield Finding(
            place=place,
            found="an earmark of one year beside budgets that are carried over",
            allowed="an earmark of the budget for all years",
        )


def _capacities(problem: DecisionProblem) -> Iterator[Finding]:
    for capacity in problem.rules.capacities:
        place = f"capacities.{capacity.id}"
        yield from _amount(f"{place}.amount", capacity.amount)
        for year, times in Counter(item.year for item in capacity.years).items():
            if times > 1:
                yield Finding(place=f"{place}.years", found=f"{year} {times} times", allowed="once")
        for item in capacity.years:
            yield from _amount(f"{place}.years.{item.year}", item.amount)


def _counts(problem: DecisionProblem) -> Iterator[Finding]:
    measures = _measures(problem)
    for number, count in enumerate(problem.rules.counts, start=1):
        place = f"rules.counts.{number}"
        yield from unknown_ids(f"{place}.measures", count.measures, measures, "a measure")
        if len(set(count.measures)) < len(count.measures):
            yield Finding(
                place=f"{place}.measures", found="a measure twice", allowed="each one once"
            )
        most = len(count.measures) if count.most is None else count.most
        if not 0 <= count.least <= most:
            yield Finding(
                place=place,
                found=f"least {count.least}, most {most}",
                allowed="0 <= least <= most",
            )


def _limits(problem: DecisionProblem) -> Iterator[Finding]:
    seen = Counter((limit.on, limit.of) for limit in problem.rules.limits)
    for (on, of), times in seen.items():
        if times > 1:
            yield Finding(
                place=f"rules.limits.{on.value}.{of}", found=f"{times} times", allowed="once"
            )
    for limit in problem.rules.limits:
        place = f"rules.limits.{limit.on.value}.{limit.of}"
        known, noun = _limited(problem, limit)
        yield from unknown_ids(place, [limit.of], known, noun)
        sides = [side for side in (limit.least, limit.most) if side is not None]
        if not sides:
            yield Finding(place=place, found="neither least nor most", allowed="one, or both")
        for side in sides:
            yield from _amount(place, side)
        if len(sides) == 2 and sides[0] > sides[1]:
            found = f"least {sides[0]:g}, most {sides[1]:g}"
            yield Finding(place=place, found=found, allowed="least <= most")


def _limited(problem: DecisionProblem, limit: Limit) -> tuple[list[str], str]:
    match limit.on:
        case LimitOn.TASK_POINTS:
            return [task.id for task in problem.tasks], "a task"
        case LimitOn.THEME_POINTS:
            return [theme.id for theme in problem.tree.themes], "a theme"
        case LimitOn.GROUP_POINTS:
            return [group.id for group in problem.stakeholders], "a group"
        case LimitOn.AREA_POINTS | LimitOn.AREA_MEASURES | LimitOn.AREA_EUROS:
            return [area.id for area in problem.areas], "an area"
        case LimitOn.LEAD_MEASURES | LimitOn.LEAD_EUROS | LimitOn.PAYER_EUROS:
            return [organisation.id for organisation in problem.organisations], "an organisation"


def _spread(problem: DecisionProblem) -> Iterator[Finding]:
    for of, times in Counter(spread.of for spread in problem.rules.spread).items():
        if times > 1:
            yield Finding(place=f"rules.spread.{of.value}", found=f"{times} times", allowed="once")
    for spread in problem.rules.spread:
        place = f"rules.spread.{spread.of.value}"
        if spread.of is SpreadOf.POINTS:
            yield from _amount(place, spread.most)
        elif not 0 <= spread.most <= 1:
            yield Finding(place=place, found=f"{spread.most:g}", allowed="a share from 0 to 1")
        else:
            yield from _amount(place, spread.most)


def _amount(place: str, amount: float) -> Iterator[Finding]:
    """Yield a finding for an amount that cannot be counted in whole units as it is written."""
    fits = math.isfinite(amount) and abs(amount) <= LARGEST_AMOUNT
    if not fits or (Fraction(repr(amount)) * 10**MOST_DECIMALS).denominator != 1:
        yield Finding(
            place=place,
            found=f"{amount:g}",
            allowed=f"a number with at most {MOST_DECIMALS} decimals, up to {LARGEST_AMOUNT:,.0f}",
        )


def _measures(problem: DecisionProblem) -> list[str]:
    return [a.id for a in problem.alternatives if not a.is_null]


def _a(purpose: Purpose) -> str:
    return f"{'an' if purpose is Purpose.AREA else 'a'} {purpose.value}"
