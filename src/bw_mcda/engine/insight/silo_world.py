"""This file holds how packages are chosen when tasks decide, or pay, apart from one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import PackageFinder
from bw_mcda.engine.portfolio.package_model import cost_to, measure_variable, score_form
from bw_mcda.engine.portfolio.package_question import PackageQuestion
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.results.portfolio import Rule, RuleKind

ABOUT_THE_WHOLE = frozenset(
    {
        RuleKind.TASK_MINIMUM,
        RuleKind.AREA_MINIMUM,
        RuleKind.COUNT_LEAST,
        RuleKind.LIMIT_LEAST,
        RuleKind.LIMIT_MOST,
        RuleKind.NOT_WORSE,
        RuleKind.AREA_SHARE,
        RuleKind.AREA_DIFFERENCE,
    }
)
"""Kinds of rule that no sector can keep to by looking at its own measures and money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectors:
    """The tasks that have measures of their own; a measure belongs to the first task it names."""

    names: tuple[str, ...]
    of_measure: Mapping[str, str]

    def members(self, sector: str) -> tuple[str, ...]:
        """Return the measures of a sector."""
        return tuple(name for name, owner in self.of_measure.items() if owner == sector)


def sectors_of(problem: DecisionProblem) -> Sectors:
    """Return which task every measure belongs to; measures that name no task belong to none."""
    known = {task.id for task in problem.tasks}
    of_measure = {}
    for alternative in problem.alternatives:
        named = [task for task in alternative.tasks if task in known]
        if named and not alternative.is_null:
            of_measure[alternative.id] = named[0]
    owners = set(of_measure.values())
    return Sectors(
        names=tuple(task.id for task in problem.tasks if task.id in owners),
        of_measure=of_measure,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Purse:
    """All money of the payers that have a budget, and the part of it that each sector has.

    ``asked`` are the euros that a measure asks of those payers; ``euros`` is None when no payer has
    a budget: then there is no money to divide.
    """

    euros: int | None
    asked: Mapping[str, int]
    parts: Mapping[str, int]


def purse_of(
    problem: DecisionProblem, sectors: Sectors, parts: Mapping[str, int] | None = None
) -> Purse:
    """Return the purse; by default a sector's part is its share of all that is asked of it.

    A payer with a budget over all years counts with that one, another with those of its years.
    """
    totals = {budget.payer: budget for budget in problem.rules.budgets if budget.year is None}
    counted = [b for b in problem.rules.budgets if b.year is None or b.payer not in totals]
    asked = {
        alternative.id: sum(cost_to(alternative, b.payer, b.year) for b in counted)
        for alternative in problem.alternatives
    }
    if not counted:
        return Purse(euros=None, asked=asked, parts={})
    euros = sum(budget.euros for budget in counted)
    if parts is None:
        all_asked = sum(asked.values())
        parts = {
            name: euros * sum(asked[m] for m in sectors.members(name)) // all_asked
            for name in sectors.names
            if all_asked
        }
    return Purse(euros=euros, asked=asked, parts=parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiloWorld:
    """A question with its sectors and the money of each."""

    question: PackageQuestion
    sectors: Sectors
    purse: Purse

    def alone(self, finder: PackageFinder, sector: str) -> Package:
        """Return what a sector chooses that looks at its own task, measures and money only."""
        task = next(task for task in self.question.scores.tasks if task.name == sector)
        levels = (
            Level(name=f"alone.{sector}", forms=(score_form(task),)),
            *self.question.most_value.tie_breaks,
        )
        return self._of(finder, frozenset({sector}), levels)

    def together(self, finder: PackageFinder, coalition: frozenset[str]) -> Package:
        """Return what some sectors choose that look at the whole and pool their money."""
        return self._of(finder, coalition, self.question.choice)

    def fitting(self, finder: PackageFinder, packages: Iterable[Package]) -> Package:
        """Return as much of the union of packages as can be carried out together.

        In words: what was chosen apart may exclude one another or ask too much of one payer. Then
        the most measures that fit stay, and of those the ones with most value.
        """
        chosen = {measure for package in packages for measure in package}
        rows = [_out(m) for m in self.question.scores.measures if m not in chosen]
        count = LinearForm(
            name="count",
            coefficients=tuple((measure_variable(m), 1) for m in self.question.scores.measures),
        )
        levels = (Level(name="count", forms=(count,)), *self.question.choice)
        return finder.best(levels, without=self._set_aside(frozenset()), rows=rows) or ()

    def own_money(self, finder: PackageFinder, apart: frozenset[str]) -> Package | None:
        """Return the best package when the measures of sectors ``apart`` are paid by their own.

        All rules hold; the other sectors share what is left. None when no package keeps to that.
        """
        if self.purse.euros is None:
            return finder.best(self.question.choice)
        rows = [self._purse_row({name}, self.purse.parts.get(name, 0)) for name in sorted(apart)]
        left = self.purse.euros - sum(row.right_side for row in rows)
        others = {None, *self.sectors.names} - apart
        return finder.best(self.question.choice, rows=[*rows, self._purse_row(others, left)])

    def broken_rules(self, package: Package) -> tuple[Rule, ...]:
        """Return the rules of the whole that a package breaks."""
        rows = broken_rows(package, self.question.model.rows, self.question.scores)
        return tuple(dict.fromkeys(row.rule for row in rows if row.rule is not None))

    def _of(
        self, finder: PackageFinder, coalition: frozenset[str], levels: Iterable[Level]
    ) -> Package:
        """Return the best package of a coalition's own measures and money."""
        rows = [
            _out(measure)
            for measure in self.question.scores.measures
            if self.sectors.of_measure.get(measure) not in coalition
        ]
        if self.purse.euros is not None:
            money = sum(self.purse.parts.get(sector, 0) for sector in coalition)
            rows.append(self._purse_row(coalition, money))
        return finder.best(levels, without=self._set_aside(coalition), rows=rows) or ()

    def _set_aside(self, coalition: frozenset[str]) -> tuple[Rule, ...]:
        """Return the rules that a coalition does not keep to: those about the whole."""
        return tuple(
            rule
            for rule in self.question.model.rules
            if rule.kind in ABOUT_THE_WHOLE
            or (
                rule.kind is RuleKind.MUST_INCLUDE
                and not {self.sectors.of_measure.get(name) for name in rule.subjects} <= coalition
            )
        )

    def _purse_row(self, group: Iterable[str | None], euros: int) -> LinearRow:
        """Return that what the measures of a group ask stays within its money."""
        owners = set(group)
        return LinearRow(
            name=f"purse.{'.'.join(sorted(str(owner) for owner in owners))}",
            coefficients=tuple(
                (measure_variable(measure), self.purse.asked[measure])
                for measure in self.question.scores.measures
                if self.sectors.of_measure.get(measure) in owners and self.purse.asked[measure]
            ),
            sense=Sense.AT_MOST,
            right_side=euros,
        )


def _out(measure: str) -> LinearRow:
    return LinearRow(
        name=f"out.{measure}",
        coefficients=((measure_variable(measure), 1),),
        sense=Sense.AT_MOST,
        right_side=0,
    )
