"""This file holds what can be wrong with an answer about weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from bw_mcda.problem.finding import Finding
from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    FlatAnswer,
    Pairwise,
    PerTheme,
    RankedShares,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
    WeightAnswer,
)
from bw_mcda.problem.weighing.ratio_bounds import NOTHING, TOLERANCE, bounds_of_ratios, log_closure

MOST_TIMES = 9
"""The scale of Saaty 1977 ends here, and that of best-worst too."""
MOST_EXPONENT = 10


def answer_findings(
    place: str, answer: WeightAnswer, themes: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    """Yield every error in an answer about the criteria of ``themes`` (criterion ids per theme)."""
    if not isinstance(answer, PerTheme):
        yield from _flat(place, answer, [c for criteria in themes.values() for c in criteria])
        return
    yield from _flat(f"{place}.between", answer.between, list(themes), "a theme")
    within = [theme for theme, _ in answer.within]
    yield from _ids(f"{place}.within", within, list(themes), "a theme", "no answer")
    for theme, part in answer.within:
        if theme in themes:
            yield from _flat(f"{place}.within.{theme}", part, list(themes[theme]))


def _flat(
    place: str, answer: FlatAnswer, known: list[str], noun: str = "a criterion"
) -> Iterator[Finding]:
    match answer:
        case SwingPoints(points=points) | DirectPoints(points=points):
            ids = [id_ for id_, _ in points]
            yield from _ids(place, ids, known, noun, "no points", "0 to 100 points")
            yield from _points(place, points)
        case SwingRange(ranges=ranges):
            ids = [id_ for id_, _, _ in ranges]
            yield from _ids(place, ids, known, noun, "no points", "from 0 to 100 points")
            yield from _ranges(place, ranges)
        case SwingOrder(order=order):
            yield from _order(place, order, known, noun)
        case RankedShares(order=order, exponent=exponent):
            yield from _order(place, order, known, noun)
            if not 0 <= exponent <= MOST_EXPONENT:
                allowed = f"0 to {MOST_EXPONENT}"
                yield Finding(place=f"{place}.exponent", found=f"{exponent:g}", allowed=allowed)
        case SwingRatios(ratios=ratios):
            pairs = [(one, other) for one, other, _, _ in ratios]
            wrong = [*_pairs(place, pairs, known, noun), *_bounds(place, ratios)]
            yield from wrong or _contradictions(place, ratios)
        case Pairwise(judgements=judgements):
            yield from _pairs(place, [(one, other) for one, other, _ in judgements], known, noun)
            yield from _times(
                place, [(f"{one} over {other}", times) for one, other, times in judgements]
            )
        case BestWorst():
            yield from _best_worst(place, answer, known, noun)
        case _:
            assert_never(answer)


def _order(
    place: str, order: tuple[tuple[str, ...], ...], known: list[str], noun: str
) -> Iterator[Finding]:
    yield from _ids(place, [id_ for ids in order for id_ in ids], known, noun, "no place")
    if not all(order):
        yield Finding(place=place, found="an empty place", allowed="at least one id on each place")


def _ids(
    place: str, ids: list[str], known: list[str], noun: str, none: str, allowed: str = "one of each"
) -> Iterator[Finding]:
    for id_, count in Counter(ids).items():
        if id_ not in known:
            yield Finding(
                place=place,
                found=repr(id_),
                allowed=f"the id of {noun}: {', '.join(known) or 'there is none'}",
            )
        elif count > 1:
            yield Finding(place=f"{place}.{id_}", found=f"this id {count} times", allowed="once")
    for missing in sorted(set(known) - set(ids)):
        yield Finding(place=f"{place}.{missing}", found=none, allowed=allowed)


def _points(place: str, points: Iterable[tuple[str, float]]) -> Iterator[Finding]:
    points = tuple(points)
    for id_, value in points:
        if not 0 <= value <= 100:
            yield Finding(place=f"{place}.{id_}", found=f"{value:g}", allowed="0 to 100 points")
    if not any(value > 0 for _, value in points):
        yield Finding(place=place, found="0 for every criterion", allowed="at least one above 0")


def _ranges(place: str, ranges: tuple[tuple[str, float, float], ...]) -> Iterator[Finding]:
    for id_, low, high in ranges:
        if not 0 <= low <= high <= 100:
            found = f"{low:g} to {high:g}"
            yield Finding(place=f"{place}.{id_}", found=found, allowed="from low to high, 0 to 100")
    if not any(high > NOTHING for _, _, high in ranges):
        yield Finding(place=place, found="0 for every criterion", allowed="at least one above 0")


def _pairs(
    place: str, pairs: list[tuple[str, str]], known: list[str], noun: str
) -> Iterator[Finding]:
    once = dict.fromkeys(id_ for pair in pairs for id_ in pair)
    yield from _ids(place, list(once), known, noun, "in no pair", "in at least one pair")
    for one, other in pairs:
        if one == other:
            found = f"{one} with itself"
            yield Finding(place=place, found=found, allowed=f"two different ids of {noun}")
    for pair, count in Counter(frozenset(pair) for pair in pairs).items():
        if count > 1 and len(pair) > 1:
            found = f"the pair {' and '.join(sorted(pair))} {count} times"
            yield Finding(place=place, found=found, allowed="each pair once")


def _bounds(place: str, ratios: Iterable[tuple[str, str, float, float]]) -> Iterator[Finding]:
    for one, other, low, high in ratios:
        if not (0 < low <= high and math.isfinite(high)):
            found = f"{one} over {other} {low:g} to {high:g}"
            yield Finding(place=place, found=found, allowed="from low to high times, above 0")


def _contradictions(
    place: str, ratios: tuple[tuple[str, str, float, float], ...]
) -> Iterator[Finding]:
    """Yield the ratios that the ones before them make impossible; they are left out after that."""
    ids = tuple(dict.fromkeys(id_ for one, other, _, _ in ratios for id_ in (one, other)))
    kept: list[tuple[str, str, float, float]] = []
    for ratio in ratios:
        one, other, low, high = ratio
        logs = log_closure(ids, bounds_of_ratios(kept))
        i, j = ids.index(one), ids.index(other)
        most, least = math.exp(min(logs[i, j], 700)), math.exp(-min(logs[j, i], 700))
        if low <= most * (1 + TOLERANCE) and high >= least * (1 - TOLERANCE):
            kept.append(ratio)
        else:
            yield Finding(
                place=place,
                found=f"{one} over {other} {low:g} to {high:g}",
                allowed=f"what the pairs before it leave: {least:.3g} to {most:.3g}",
            )


def _times(place: str, times: Iterable[tuple[str, float]]) -> Iterator[Finding]:
    for what, number in times:
        if not 1 <= number <= MOST_TIMES:
            allowed = f"1 to {MOST_TIMES} times, the heavier one first"
            yield Finding(place=place, found=f"{what} {number:g} times", allowed=allowed)


def _best_worst(place: str, answer: BestWorst, known: list[str], noun: str) -> Iterator[Finding]:
    if answer.best == answer.worst:
        allowed = "two different ids"
        yield Finding(place=place, found=f"{answer.best} as best and worst", allowed=allowed)
        return
    others = [id_ for id_, _ in answer.best_over]
    yield from _ids(f"{place}.best_over", [answer.best, *others], known, noun, "no number")
    middle = [id_ for id_, _ in answer.over_worst]
    rest = [answer.best, answer.worst, *middle]
    yield from _ids(f"{place}.over_worst", rest, known, noun, "no number")
    yield from _times(f"{place}.best_over", answer.best_over)
    yield from _times(f"{place}.over_worst", answer.over_worst)
