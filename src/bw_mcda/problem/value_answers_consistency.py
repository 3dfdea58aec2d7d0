"""This file holds the rules that answers about a value function keep."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.value_answers import ValueAnswers

FULL = 100
"""Points at the best anchor."""


def value_answer_findings(criterion: Criterion, answers: ValueAnswers) -> Iterator[Finding]:
    """Yield every error in ``answers``: levels and points off the scale, or turning back.

    The criterion has two different, finite anchors.
    """
    place = f"criteria.{criterion.id}.answers"
    if criterion.is_ordinal:
        yield Finding(
            place=place,
            found="answers on an ordinal criterion",
            allowed="answers on a criterion with a numeric scale",
        )
        return
    if not answers.points_at:
        yield Finding(place=place, found="none", allowed="at least one level with its points")
    low, high = sorted((criterion.worst, criterion.best))
    sound = True
    for level, points in answers.points_at:
        if not low <= level <= high:
            sound = False
            yield Finding(
                place=place,
                found=f"the level {level:g}",
                allowed=f"a level within the anchors, {low:g} to {high:g}",
            )
        if not 0 <= points <= FULL:
            sound = False
            yield Finding(place=place, found=f"{points:g} points", allowed="0 to 100 points")
    if sound and all(math.isfinite(level) for level, _ in answers.points_at):
        yield from _order(place, criterion, answers)


def _order(place: str, criterion: Criterion, answers: ValueAnswers) -> Iterator[Finding]:
    rising = sorted(answers.points_at, key=lambda answer: answer[0])
    if criterion.best < criterion.worst:
        rising.reverse()
    ends = [(criterion.worst, 0.0), *rising, (criterion.best, float(FULL))]
    for (level, points), (other, more) in pairwise(ends):
        if level == other and points != more:
            yield Finding(
                place=place,
                found=f"{points:g} and {more:g} points at {level:g}",
                allowed="one answer per level; worst has 0 points and best 100",
            )
        elif points > more:
            yield Finding(
                place=place,
                found=f"{points:g} points at {level:g} and {more:g} at {other:g}",
                allowed="no fewer points nearer to the best anchor",
            )
