"""This file holds how the rules of a file become the rules of a decision."""

from __future__ import annotations

from collections.abc import Mapping

from bw_mcda.problem.capacity import Capacity, CapacityKind, CapacityYear, Need
from bw_mcda.problem.execution import SizeRange, StartWindow
from bw_mcda.problem.label import Label
from bw_mcda.problem.portfolio_rules import (
    AreaMinimum,
    AreaSpread,
    Budget,
    Earmark,
    Limit,
    LimitOn,
    NotWorse,
    PortfolioRules,
    Purpose,
    SetCount,
    SpreadOf,
    TaskMinimum,
)
from bw_mcda.scenario_files.file_part import TwoLanguages
from bw_mcda.scenario_files.rules_schema import (
    CapacityPart,
    NeedPart,
    RulesPart,
    SizePart,
    StartPart,
)


def rules_of(part: RulesPart, capacities: Mapping[str, CapacityPart]) -> PortfolioRules:
    """Return the rules that a file describes."""
    return PortfolioRules(
        budgets=tuple(
            Budget(
                payer=budget.payer,
                euros=budget.euros,
                year=budget.year,
                carry_over=budget.carry_over,
            )
            for budget in part.budgets
        ),
        task_minimums=tuple(
            TaskMinimum(task=task, points=float(points)) for task, points in part.tasks.items()
        ),
        area_minimums=tuple(
            AreaMinimum(area=area, measures=measures) for area, measures in part.areas.items()
        ),
        must_include=tuple(part.must_include),
        must_exclude=tuple(part.must_exclude),
        earmarks=tuple(
            Earmark(
                payer=earmark.payer,
                euros=earmark.euros,
                purpose=Purpose(earmark.purpose),
                of=earmark.of,
                year=earmark.year,
            )
            for earmark in part.earmarks
        ),
        capacities=tuple(_capacity(id_, capacity) for id_, capacity in capacities.items()),
        counts=tuple(
            SetCount(measures=tuple(count.measures), least=count.least, most=count.most)
            for count in part.counts
        ),
        limits=tuple(
            Limit(
                on=LimitOn(limit.on),
                of=limit.of,
                least=None if limit.least is None else float(limit.least),
                most=None if limit.most is None else float(limit.most),
            )
            for limit in part.limits
        ),
        not_worse=tuple(NotWorse(what) for what in part.not_worse),
        spread=tuple(
            AreaSpread(of=SpreadOf(spread.of), most=float(spread.most)) for spread in part.spread
        ),
    )


def need_of(part: NeedPart) -> Need:
    """Return what an alternative needs of a capacity."""
    return Need(
        capacity=part.capacity, amount=float(part.amount), source=part.source, year=part.year
    )


def start_of(part: StartPart | None) -> StartWindow | None:
    """Return the years in which an alternative can start, where they are given."""
    return None if part is None else StartWindow(first=part.first, last=part.last)


def size_of(part: SizePart | None) -> SizeRange | None:
    """Return the parts of an alternative that can be carried out, where they are given."""
    if part is None:
        return None
    return SizeRange(least=float(part.least), most=float(part.most), step=float(part.step))


def label(text: str | TwoLanguages) -> Label:
    """Return a text of the file as a label."""
    if isinstance(text, str):
        return Label(nl=text)
    return Label(nl=text.nl, en=text.en)


def _capacity(id_: str, part: CapacityPart) -> Capacity:
    return Capacity(
        id=id_,
        label=label(part.label),
        unit=label(part.unit),
        amount=float(part.amount),
        kind=CapacityKind(part.kind),
        years=tuple(CapacityYear(year=y.year, amount=float(y.amount)) for y in part.years),
    )
