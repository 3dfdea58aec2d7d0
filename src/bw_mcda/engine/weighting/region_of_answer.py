"""This file holds the step from what people answered to the weights that are still possible."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.weighting.weight_region import WeightRegion
from bw_mcda.problem.weighing.answers import FlatAnswer, PerTheme
from bw_mcda.problem.weighing.ratio_bounds import ratio_bounds
from bw_mcda.problem.weighing.shares import shares_of
from bw_mcda.problem.weights import Weights
from bw_mcda.results.read_only import FloatArray


def region_of_answer(weights: Weights, criteria: tuple[str, ...]) -> WeightRegion:
    """Return all weights that keep to what was answered, as limits on shares.

    An answer of exact weights leaves one point. Per theme, the answer between themes limits sums
    of shares and the answer within a theme limits their ratios, so that all limits stay linear.
    """
    answer = weights.answer
    place = {criterion: np.eye(len(criteria))[c] for c, criterion in enumerate(criteria)}
    if isinstance(answer, PerTheme):
        sums = {
            theme: np.sum([place[id_] for id_ in shares_of(part)], axis=0)
            for theme, part in answer.within
        }
        rows = _rows(answer.between, sums)
        for _, part in answer.within:
            rows += _rows(part, place)
    else:
        rows = _rows(answer, place)
    return WeightRegion(
        criteria=criteria,
        rows=np.array(rows).reshape(len(rows), len(criteria)),
        limits=np.zeros(len(rows)),
    )


def _rows(answer: FlatAnswer, place: dict[str, FloatArray]) -> list[FloatArray]:
    """Return rows that are at most 0; ``place`` says which shares stand for an id."""
    bounds = ratio_bounds(answer)
    if bounds is None:
        shares = shares_of(answer)
        return _fixed([(place[id_], share) for id_, share in shares.items()])
    rows: list[FloatArray] = []
    blocks: list[FloatArray] = []
    for shape in bounds.shapes.T:
        own = [(place[id_], float(s)) for id_, s in zip(bounds.ids, shape, strict=True) if s > 0]
        rows += _fixed(own)
        blocks.append(np.sum([unit for unit, _ in own], axis=0))
    weightless = [id_ for id_, row in zip(bounds.ids, bounds.shapes, strict=True) if not row.any()]
    rows += [place[id_] for id_ in weightless]
    rows += [
        blocks[i] - most * blocks[j]
        for (i, j), most in np.ndenumerate(bounds.most)
        if i != j and np.isfinite(most)
    ]
    return rows


def _fixed(parts: list[tuple[FloatArray, float]]) -> list[FloatArray]:
    """Return rows that keep ``parts`` in proportion."""
    heaviest, most = max(parts, key=lambda part: part[1])
    rows = [share * heaviest - most * unit for unit, share in parts if unit is not heaviest]
    return rows + [-row for row in rows]
