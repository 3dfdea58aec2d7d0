"""This file holds how far an answer leaves weights open."""

from __future__ import annotations

from bw_mcda.problem.weighing.answers import FlatAnswer, PerTheme, WeightAnswer
from bw_mcda.problem.weighing.ratio_bounds import ratio_bounds
from bw_mcda.problem.weighing.shares import shares_of


def is_open(answer: WeightAnswer) -> bool:
    """Return whether more than one set of weights keeps to ``answer``."""
    return any(_is_open(part) for part in parts_of(answer))


def share_ranges(answer: WeightAnswer) -> dict[str, tuple[float, float]]:
    """Return the least and the greatest share per id, exact.

    Per theme the ranges of the two levels are multiplied: the levels are answered apart.
    """
    if not isinstance(answer, PerTheme):
        return _ranges(answer)
    themes = _ranges(answer.between)
    return {
        id_: (themes[theme][0] * least, themes[theme][1] * greatest)
        for theme, part in answer.within
        for id_, (least, greatest) in _ranges(part).items()
    }


def parts_of(answer: WeightAnswer) -> tuple[FlatAnswer, ...]:
    """Return the answer itself, or the answers of which it consists."""
    if isinstance(answer, PerTheme):
        return (answer.between, *(part for _, part in answer.within))
    return (answer,)


def _is_open(answer: FlatAnswer) -> bool:
    bounds = ratio_bounds(answer)
    return bounds is not None and bounds.is_open


def _ranges(answer: FlatAnswer) -> dict[str, tuple[float, float]]:
    bounds = ratio_bounds(answer)
    if bounds is not None:
        return bounds.ranges
    return {id_: (share, share) for id_, share in shares_of(answer).items()}
