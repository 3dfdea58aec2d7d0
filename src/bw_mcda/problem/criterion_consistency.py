"""This file holds the rules that criteria keep: anchors, links, limits, thresholds."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bw_mcda.problem.criterion import Anchors, Criterion, CriterionKind, Direction
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.value_answers_consistency import value_answer_findings
from bw_mcda.problem.value_function_consistency import value_function_findings


def criterion_findings(problem: DecisionProblem) -> Iterator[Finding]:
    """Yield every error in the anchors, value functions, links, limits and thresholds."""
    goals = [c.id for c in problem.criteria if c.kind is CriterionKind.GOAL]
    for criterion in problem.criteria:
        yield from _serves(criterion, goals)
        wrong = list(_anchors(criterion))
        yield from wrong
        if math.isfinite(criterion.worst) and math.isfinite(criterion.best):
            yield from _limit(criterion)
            if criterion.worst != criterion.best:
                yield from value_function_findings(criterion)
                if criterion.answers is not None:
                    yield from value_answer_findings(criterion, criterion.answers)
            yield from _thresholds(f"criteria.{criterion.id}", criterion)


def _anchors(criterion: Criterion) -> Iterator[Finding]:
    place = f"criteria.{criterion.id}.anchors"
    if not (math.isfinite(criterion.worst) and math.isfinite(criterion.best)):
        yield Finding(
            place=place,
            found=f"worst {criterion.worst}, best {criterion.best}",
            allowed="two finite numbers",
        )
        return
    upward = criterion.best > criterion.worst
    if criterion.best == criterion.worst or upward != (criterion.direction is Direction.MAXIMISE):
        order = "below" if criterion.direction is Direction.MAXIMISE else "above"
        yield Finding(
            place=place,
            found=f"worst {criterion.worst:g}, best {criterion.best:g}",
            allowed=f"worst {order} best, because the direction is {criterion.direction.value}",
        )
    if criterion.anchors is Anchors.LOCAL and criterion.is_ordinal:
        yield Finding(
            place=place,
            found="local",
            allowed="fixed: levels of which only the order is known have a first and a last one",
        )


def _serves(criterion: Criterion, goals: list[str]) -> Iterator[Finding]:
    place = f"criteria.{criterion.id}.serves"
    if criterion.serves and criterion.kind is not CriterionKind.MEANS:
        yield Finding(
            place=place,
            found=f"goals, on a criterion of kind {criterion.kind.value}",
            allowed="goals on a criterion of kind means only",
        )
    for goal in criterion.serves:
        if goal not in goals:
            yield Finding(
                place=place,
                found=repr(goal),
                allowed=f"the id of a goal: {', '.join(goals) or 'there is none'}",
            )


def _limit(criterion: Criterion) -> Iterator[Finding]:
    limit = criterion.limit
    if limit is None:
        return
    place = f"criteria.{criterion.id}.limit"
    if criterion.kind is not CriterionKind.CONSTRAINT:
        yield Finding(
            place=place,
            found=f"{limit:g}, on a criterion of kind {criterion.kind.value}",
            allowed="a limit on a criterion of kind constraint only",
        )
    low, high = sorted((criterion.worst, criterion.best))
    if not low <= limit <= high:
        yield Finding(
            place=place,
            found=f"{limit:g}",
            allowed=f"a level within the anchors, {low:g} to {high:g}",
        )
    elif criterion.is_ordinal and limit != int(limit):
        yield Finding(place=place, found=f"{limit:g}", allowed="a whole step, counted from 0")


def _thresholds(place: str, criterion: Criterion) -> Iterator[Finding]:
    own, classes = criterion.thresholds, criterion.classes
    if not 0 <= own.indifference <= own.preference <= 1:
        yield Finding(
            place=f"{place}.thresholds",
            found=f"indifference {own.indifference:g}, preference {own.preference:g}",
            allowed="shares of the scale, 0 to 1, indifference not above preference",
        )
    if own.veto is not None and not own.preference < own.veto <= 1:
        yield Finding(
            place=f"{place}.thresholds.veto",
            found=f"{own.veto:g}",
            allowed=f"above preference ({own.preference:g}), at most 1; or nothing",
        )
    if not 0 < own.inflection <= 1:
        yield Finding(
            place=f"{place}.thresholds.inflection",
            found=f"{own.inflection:g}",
            allowed="above 0, at most 1",
        )
    if not 0 <= classes.discuss < classes.do <= 1:
        yield Finding(
            place=f"{place}.classes",
            found=f"discuss {classes.discuss:g}, do {classes.do:g}",
            allowed="values from 0 to 1, discuss below do",
        )
