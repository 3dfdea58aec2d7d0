"""This file holds an answer on weights as the content of a file."""

from __future__ import annotations

from typing import Any, assert_never

from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    FlatAnswer,
    Order,
    Pairwise,
    PerTheme,
    RankedShares,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
    WeightAnswer,
)
from bw_mcda.scenario_files.plain_content import number


def weight_content(answer: WeightAnswer) -> dict[str, Any]:
    """Return the one key of the format that holds ``answer``."""
    if isinstance(answer, PerTheme):
        within = {theme: _flat(part) for theme, part in answer.within}
        return {"per_theme": {"between": _flat(answer.between), "within": within}}
    return _flat(answer)


def _flat(answer: FlatAnswer) -> dict[str, Any]:  # noqa: PLR0911  (one case per member)
    match answer:
        case SwingPoints(points=points):
            return {"swing": _numbers(points)}
        case DirectPoints(points=points):
            return {"points": _numbers(points)}
        case SwingOrder(order=order):
            return {"swing_order": _order(order)}
        case SwingRange(ranges=ranges):
            return {"swing_range": {id_: [number(low), number(high)] for id_, low, high in ranges}}
        case SwingRatios(ratios=ratios):
            keys = ("first", "second", "low", "high")
            parts = [(one, other, number(low), number(high)) for one, other, low, high in ratios]
            return {"swing_ratios": [dict(zip(keys, part, strict=True)) for part in parts]}
        case RankedShares(order=order, rule=rule, exponent=exponent):
            power = {} if exponent == 1 else {"exponent": number(exponent)}
            return {"rank": {"order": _order(order), "method": rule.value, **power}}
        case Pairwise(judgements=judgements, rule=rule):
            parts_ = [
                {"heavier": one, "lighter": other, "times": number(times)}
                for one, other, times in judgements
            ]
            return {"pairwise": {"judgements": parts_, "method": rule.value}}
        case BestWorst(best=best, worst=worst, best_over=best_over, over_worst=over_worst):
            return {
                "best_worst": {
                    "best": best,
                    "worst": worst,
                    "best_over": _numbers(best_over),
                    "over_worst": _numbers(over_worst),
                }
            }
        case _:
            assert_never(answer)


def _order(order: Order) -> list[Any]:
    return [place[0] if len(place) == 1 else list(place) for place in order]


def _numbers(pairs: tuple[tuple[str, float], ...]) -> dict[str, float]:
    return {id_: number(value) for id_, value in pairs}
