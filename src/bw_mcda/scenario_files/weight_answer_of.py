"""This file holds how the answer of a group in a file becomes the answer of a stakeholder."""

from __future__ import annotations

from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    FlatAnswer,
    Order,
    Pairwise,
    PairwiseRule,
    PerTheme,
    RankedShares,
    RankRule,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
    WeightAnswer,
)
from bw_mcda.scenario_files.weight_schema import AnswerPart, GroupAnswerPart, PerThemePart


def weight_answer_of(part: GroupAnswerPart, tree: CriteriaTree) -> WeightAnswer:
    """Return the answer; swing points in the order of the criteria, foreign ids last."""
    if part.per_theme is not None:
        return _per_theme(part.per_theme, tree)
    if part.swing is not None:
        known = [criterion.id for criterion in tree.criteria if criterion.id in part.swing]
        foreign = [criterion for criterion in part.swing if criterion not in known]
        return SwingPoints(points=tuple((c, float(part.swing[c])) for c in (*known, *foreign)))
    return _flat(part)


def _per_theme(part: PerThemePart, tree: CriteriaTree) -> PerTheme:
    within = {theme: _flat(answer) for theme, answer in part.within.items()}
    for theme in tree.themes:
        if theme.id not in within and len(theme.criteria) == 1:
            within[theme.id] = SwingPoints(points=((theme.criteria[0].id, 100.0),))
    return PerTheme(between=_flat(part.between), within=tuple(within.items()))


def _flat(part: AnswerPart) -> FlatAnswer:  # noqa: PLR0911  (one case per key)
    match part:
        case AnswerPart(swing=dict() as points):
            return SwingPoints(points=_floats(points))
        case AnswerPart(points=dict() as points):
            return DirectPoints(points=_floats(points))
        case AnswerPart(swing_order=list() as order):
            return SwingOrder(order=_order(order))
        case AnswerPart(swing_range=dict() as ranges):
            return SwingRange(
                ranges=tuple((id_, float(low), float(high)) for id_, (low, high) in ranges.items())
            )
        case AnswerPart(swing_ratios=list() as ratios):
            return SwingRatios(
                ratios=tuple((r.first, r.second, float(r.low), float(r.high)) for r in ratios)
            )
        case AnswerPart(rank=rank) if rank is not None:
            return RankedShares(
                order=_order(rank.order),
                rule=RankRule(rank.method),
                exponent=float(rank.exponent),
            )
        case AnswerPart(pairwise=pairwise) if pairwise is not None:
            judged = ((j.heavier, j.lighter, float(j.times)) for j in pairwise.judgements)
            return Pairwise(judgements=tuple(judged), rule=PairwiseRule(pairwise.method))
        case AnswerPart(best_worst=both) if both is not None:
            return BestWorst(
                best=both.best,
                worst=both.worst,
                best_over=_floats(both.best_over),
                over_worst=_floats(both.over_worst),
            )
        case _:
            message = "a part that was checked has an answer"
            raise AssertionError(message)


def _order(places: list[str | list[str]]) -> Order:
    return tuple((place,) if isinstance(place, str) else tuple(place) for place in places)


def _floats(numbers: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple((id_, float(number)) for id_, number in numbers.items())
