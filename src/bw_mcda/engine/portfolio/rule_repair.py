"""This file holds the search for the smallest changes of rules with which some package will do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from bw_mcda.engine.portfolio.exact_decimals import as_written
from bw_mcda.engine.portfolio.levels import Level
from bw_mcda.engine.portfolio.limit_rows import euros_in
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, in_points
from bw_mcda.engine.portfolio.package_variables import values_of
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Rule, RuleKind, SolveStatus
from bw_mcda.results.rule_repair import RuleChange, RuleRepair, RuleRepairs
from bw_mcda.results.value_table import ValueTable

HARD = frozenset(
    {RuleKind.REQUIRES, RuleKind.REQUIRES_ONE_OF, RuleKind.EXCLUDES, RuleKind.VERSIONS}
)
"""What measures are to each other is no wish: it does not give way."""

WHOLE = 100 * UNITS_PER_POINT
"""Units of a rule's whole size, in which shares of different rules are compared."""


def repair_packages(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    must_include: Iterable[str] = (),
    must_exclude: Iterable[str] = (),
    count: int = 3,
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> RuleRepairs:
    """Return the smallest changes of the rules with which a package keeps to them.

    Formula: ``lexmin (sum over c of u_c, sum over c of s_c / size_c)``, with s_c >= 0 by how much a
    package breaks rule c and u_c = 1 when s_c > 0, over packages that keep to what measures require
    and exclude; then the package with most value. For every next repair, ``sum over c in S of u_c
    <= |S| - 1`` for each set S of rules that an earlier one changes. Elastic programming (Brown &
    Graves 1975; Chinneck 2008, Feasibility and Infeasibility in Optimization).

    In words: touch as few wishes as possible, and those as little as possible. Then once more, with
    other wishes.

    Parameters
    ----------
    count
        How many repairs to look for at most.
    time_limit
        Seconds; what is found and proven by then is there.

    Returns
    -------
    RuleRepairs
        Empty when the rules can be kept as they are.
    """
    question = package_question(
        problem, values, weights, synergies, must_include=must_include, must_exclude=must_exclude
    )
    finder = package_finder(question, time_limit=time_limit, list_up_to=list_up_to)
    search = _Search(problem=problem, question=question, wishes=_wishes(question))
    found: list[RuleRepair] = []
    status = SolveStatus.OPTIMAL
    try:
        while len(found) < count and (package := search.next(finder, found)) is not None:
            repair = search.repair(package)
            if not repair.changes:
                break
            found.append(repair)
    except StoppedError:
        status = SolveStatus.STOPPED
    return RuleRepairs(repairs=tuple(found), status=status, solver=finder.solver)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """A rule that may give way: kept when ``slack`` is 0 or more; ``size`` is its whole size."""

    row: LinearRow
    rule: Rule
    slack: LinearForm
    size: int

    def shares(self) -> LinearForm:
        """Return the slack as a share of the size, in units."""
        return replace(
            self.slack,
            coefficients=tuple(
                (n, round(f * WHOLE / self.size)) for n, f in self.slack.coefficients
            ),
            constant=round(self.slack.constant * WHOLE / self.size),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    problem: DecisionProblem
    question: PackageQuestion
    wishes: tuple[_Wish, ...]

    def next(self, finder: PackageFinder, found: Iterable[RuleRepair]) -> Package | None:
        """Return the package that asks for the smallest changes, others than were found."""
        if not self.wishes:
            return None
        kept = tuple(wish.slack for wish in self.wishes)
        shares = tuple(wish.shares() for wish in self.wishes)
        levels = (
            Level(name="wishes_kept", forms=kept, counted=True, of="wishes"),
            Level(name="given_way", forms=shares, lowest=len(shares), cap=0, of="wishes"),
            *self.question.choice,
        )
        floors = tuple(
            (self._one_of(repair, f"other_than_{number}"), 1)
            for number, repair in enumerate(found, start=1)
        )
        rules = tuple(wish.rule for wish in self.wishes)
        return finder.best(levels, without=rules, floors=floors)

    def _one_of(self, repair: RuleRepair, name: str) -> Level:
        changed = {change.rule for change in repair.changes}
        forms = tuple(wish.slack for wish in self.wishes if wish.rule in changed)
        return Level(name=name, forms=forms, counted=True, of=name)

    def repair(self, package: Package) -> RuleRepair:
        """Return by how much a package breaks the rules, exactly."""
        values = values_of(package, self.question.scores.pairs)
        broken = [(wish, -wish.slack.at(values)) for wish in self.wishes]
        return RuleRepair(
            changes=tuple(
                RuleChange(
                    rule=wish.rule,
                    amount=float(self._amount(wish, units, package)),
                    share=units / wish.size,
                )
                for wish, units in broken
                if units > 0
            ),
            package=package,
            value=in_points(self.question.scores.value.of(package)),
            euros=sum(self.question.costs[measure] for measure in package),
        )

    def _amount(self, wish: _Wish, units: int, package: Package) -> Fraction:
        if wish.rule.kind is RuleKind.AREA_SHARE:
            return self._share_of_area(wish.rule, package) - as_written(wish.rule.limit)
        return Fraction(units, wish.row.units)

    def _share_of_area(self, rule: Rule, package: Package) -> Fraction:
        """Return which share an area gets of the euros or the value of a package."""
        what, area = rule.subjects
        if what == "euros":
            members = [a for a in self.problem.alternatives if a.id in package]
            areas = [each.id for each in self.problem.areas]
            gets = {a: sum((euros_in(m, a) for m in members), Fraction(0)) for a in areas}
        else:
            scores = self.question.scores.area_shares
            gets = {score.name: Fraction(score.of(package)) for score in scores}
        total = sum(gets.values(), Fraction(0))
        return gets[area] / total if total else Fraction(0)


def _wishes(question: PackageQuestion) -> tuple[_Wish, ...]:
    wishes = []
    for number, row in enumerate(question.model.rows):
        if row.rule is None or row.rule.kind in HARD:
            continue
        # A measure that must be in is an equation; one that must be out is at most 0.
        at_least = row.sense is Sense.AT_LEAST or row.rule.kind is RuleKind.MUST_INCLUDE
        sign = 1 if at_least else -1
        slack = LinearForm(
            name=f"wish_{number}",
            coefficients=tuple((name, sign * factor) for name, factor in row.coefficients),
            constant=-sign * row.right_side,
        )
        wishes.append(_Wish(row=row, rule=row.rule, slack=slack, size=_size(row, row.rule)))
    return tuple(wishes)


def _size(row: LinearRow, rule: Rule) -> int:
    """Return the whole size of a rule, in the units of its row."""
    factors = [abs(factor) for _, factor in row.coefficients]
    if row.units == UNITS_PER_POINT:
        return 100 * UNITS_PER_POINT
    match rule.kind:
        case (
            RuleKind.MUST_INCLUDE
            | RuleKind.MUST_EXCLUDE
            | RuleKind.COUNT_LEAST
            | RuleKind.COUNT_MOST
            | RuleKind.AREA_MINIMUM
        ):
            return max(1, len(factors))
        case RuleKind.AREA_SHARE:
            return max(1, sum(factors))
        case _:
            return abs(row.right_side) or max(1, sum(factors))
