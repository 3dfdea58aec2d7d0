"""This file holds minimums for parts of a decision, maximums too, as linear rows over measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never

from bw_mcda.engine.portfolio.exact_decimals import as_written, whole_together
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense
from bw_mcda.engine.portfolio.money_rows import cost_to
from bw_mcda.engine.portfolio.package_scores import (
    UNITS_PER_POINT,
    PackageScore,
    PackageScores,
)
from bw_mcda.engine.portfolio.package_variables import measure_variable, score_form
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.portfolio_rules import Limit, LimitOn, NotWorse
from bw_mcda.results.portfolio import Rule, RuleKind

Sides = tuple[tuple[RuleKind, Sense, float | None], ...]


def limit_rows(
    limits: Iterable[Limit], measures: Iterable[Alternative], scores: PackageScores
) -> Iterator[LinearRow]:
    """Yield ``least <= what is counted <= most`` for every limit.

    In words: the package has at least, and at most, so much of it. Of a sum of points that were
    rounded to units each, half a unit per part is given back.
    """
    measures = tuple(measures)
    for limit in limits:
        sides: Sides = (
            (RuleKind.LIMIT_LEAST, Sense.AT_LEAST, limit.least),
            (RuleKind.LIMIT_MOST, Sense.AT_MOST, limit.most),
        )
        for kind, sense, side in sides:
            if side is None:
                continue
            subjects = (limit.on.value, limit.of)
            name = f"{kind.value}.{limit.on.value}.{limit.of}"
            rule = Rule(kind=kind, subjects=subjects, limit=float(side))
            score = _score(limit, scores)
            if score is not None:
                yield points_row(name, score_form(score), sense, as_written(side), rule)
            else:
                yield _counted_row(name, _counted(limit, measures), sense, as_written(side), rule)


def not_worse_rows(not_worse: Iterable[NotWorse], scores: PackageScores) -> Iterator[LinearRow]:
    """Yield ``points >= 0`` for every theme, area or group.

    In words: none of them is worse off than when nothing is done.
    """
    for what in dict.fromkeys(not_worse):
        for score in _scores_of(what, scores):
            rule = Rule(kind=RuleKind.NOT_WORSE, subjects=(what.value, score.name))
            name = f"not_worse.{what.value}.{score.name}"
            yield points_row(name, score_form(score), Sense.AT_LEAST, Fraction(0), rule)


def points_row(
    name: str, form: LinearForm, sense: Sense, points: Fraction, rule: Rule
) -> LinearRow:
    """Return a row about points; each rounded part of the sum gives half a unit back."""
    rounding = len(form.coefficients) // 2 + 1
    units = round(points * UNITS_PER_POINT)
    return LinearRow(
        name=name,
        coefficients=form.coefficients,
        sense=sense,
        right_side=units - rounding if sense is Sense.AT_LEAST else units + rounding,
        rule=rule,
        units=UNITS_PER_POINT,
    )


def _score(limit: Limit, scores: PackageScores) -> PackageScore | None:
    """Return the score that a limit on points is about; None when it is about no points."""
    match limit.on:
        case LimitOn.TASK_POINTS:
            known = scores.tasks
        case LimitOn.THEME_POINTS:
            known = scores.themes
        case LimitOn.AREA_POINTS:
            known = _known_areas(scores)
        case LimitOn.GROUP_POINTS:
            known = scores.groups
        case _:
            return None
    return next(score for score in known if score.name == limit.of)


def _counted(limit: Limit, measures: tuple[Alternative, ...]) -> dict[str, Fraction]:
    """Return by how much each measure counts for a limit on measures or euros."""
    of = limit.of
    match limit.on:
        case LimitOn.AREA_MEASURES:
            return {m.id: Fraction(of in m.areas) for m in measures}
        case LimitOn.AREA_EUROS:
            return {m.id: euros_in(m, of) for m in measures}
        case LimitOn.LEAD_MEASURES:
            return {m.id: Fraction(m.lead == of) for m in measures}
        case LimitOn.LEAD_EUROS:
            return {m.id: Fraction(m.total_cost) * (m.lead == of) for m in measures}
        case LimitOn.PAYER_EUROS:
            return {m.id: Fraction(cost_to(m, of, None)) for m in measures}
        case _:
            raise ValueError(f"{limit.on} counts points")


def euros_in(measure: Alternative, area: str) -> Fraction:
    """Return what is spent on a measure in an area: an even part for each area it touches."""
    if area not in measure.areas:
        return Fraction(0)
    return Fraction(measure.total_cost, len(measure.areas))


def _counted_row(
    name: str, counted: dict[str, Fraction], sense: Sense, side: Fraction, rule: Rule
) -> LinearRow:
    (right_side, *factors), units = whole_together((side, *counted.values()))
    return LinearRow(
        name=name,
        coefficients=tuple(
            (measure_variable(measure), factor)
            for measure, factor in zip(counted, factors, strict=True)
            if factor
        ),
        sense=sense,
        right_side=right_side,
        rule=rule,
        units=units,
    )


def _scores_of(what: NotWorse, scores: PackageScores) -> tuple[PackageScore, ...]:
    match what:
        case NotWorse.THEMES:
            return scores.themes
        case NotWorse.AREAS:
            return _known_areas(scores)
        case NotWorse.GROUPS:
            return scores.groups
        case _:
            assert_never(what)


def _known_areas(scores: PackageScores) -> tuple[PackageScore, ...]:
    if not scores.areas:
        raise ValueError("a rule about points in areas needs values per area")
    return scores.areas
