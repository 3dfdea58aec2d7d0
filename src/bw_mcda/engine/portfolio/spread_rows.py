"""This file holds how evenly a package is spread over areas, as linear rows over measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import permutations
from typing import assert_never

from bw_mcda.engine.portfolio.exact_decimals import as_written, whole_together
from bw_mcda.engine.portfolio.limit_rows import euros_in, points_row
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense
from bw_mcda.engine.portfolio.package_scores import PackageScores
from bw_mcda.engine.portfolio.package_variables import measure_variable, score_form
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.portfolio_rules import AreaSpread, SpreadOf
from bw_mcda.results.portfolio import Rule, RuleKind


def spread_rows(
    spread: Iterable[AreaSpread],
    problem: DecisionProblem,
    measures: Iterable[Alternative],
    scores: PackageScores,
) -> Iterator[LinearRow]:
    """Yield the rows that keep a package from going to one area.

    Formula: ``E_a <= s * sum over areas of E`` (euros, or value), or ``V_a - V_b <= d`` for every
    two areas (points).

    In words: no area gets more than this share of the money (or of the value); or no area is more
    than so many points ahead of another.
    """
    measures = tuple(measures)
    areas = [area.id for area in problem.areas]
    for rule in spread:
        match rule.of:
            case SpreadOf.EUROS:
                for area in areas:
                    yield _euros_row(rule, area, measures)
            case SpreadOf.VALUE:
                yield from _value_rows(rule, scores)
            case SpreadOf.POINTS:
                yield from _difference_rows(rule, scores)
            case _:
                assert_never(rule.of)


def _euros_row(rule: AreaSpread, area: str, measures: tuple[Alternative, ...]) -> LinearRow:
    share = as_written(rule.most)
    over = [euros_in(m, area) - share * (m.total_cost if m.areas else 0) for m in measures]
    factors, _ = whole_together(over)
    return LinearRow(
        name=f"spread.euros.{area}",
        coefficients=tuple(
            (measure_variable(m.id), factor)
            for m, factor in zip(measures, factors, strict=True)
            if factor
        ),
        sense=Sense.AT_MOST,
        right_side=0,
        rule=Rule(kind=RuleKind.AREA_SHARE, subjects=(rule.of.value, area), limit=float(rule.most)),
    )


def _value_rows(rule: AreaSpread, scores: PackageScores) -> Iterator[LinearRow]:
    """Yield ``G_a - s * sum over areas of G <= 0`` with G what an area's gain adds to the value."""
    if not scores.area_shares:
        raise ValueError("a rule about value in areas needs values per area")
    forms = {share.name: dict(score_form(share).coefficients) for share in scores.area_shares}
    (share, whole), _ = whole_together((as_written(rule.most), Fraction(1)))
    for area, own in forms.items():
        total: dict[str, int] = {name: whole * factor for name, factor in own.items()}
        for form in forms.values():
            for name, factor in form.items():
                total[name] = total.get(name, 0) - share * factor
        yield LinearRow(
            name=f"spread.value.{area}",
            coefficients=_not_zero(total),
            sense=Sense.AT_MOST,
            right_side=whole * (len(total) // 2 + 1),
            rule=Rule(
                kind=RuleKind.AREA_SHARE, subjects=(rule.of.value, area), limit=float(rule.most)
            ),
        )


def _difference_rows(rule: AreaSpread, scores: PackageScores) -> Iterator[LinearRow]:
    if not scores.areas:
        raise ValueError("a rule about points in areas needs values per area")
    forms = {area.name: dict(score_form(area).coefficients) for area in scores.areas}
    for first, second in permutations(forms, 2):
        ahead = dict(forms[first])
        for name, factor in forms[second].items():
            ahead[name] = ahead.get(name, 0) - factor
        name = f"spread.points.{first}.{second}"
        yield points_row(
            name,
            LinearForm(name=name, coefficients=_not_zero(ahead)),
            Sense.AT_MOST,
            as_written(rule.most),
            Rule(
                kind=RuleKind.AREA_DIFFERENCE,
                subjects=(rule.of.value, first, second),
                limit=float(rule.most),
            ),
        )


def _not_zero(factors: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((name, factor) for name, factor in factors.items() if factor)
