from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.weighting.region_of_answer import region_of_answer
from bw_mcda.engine.weighting.weight_draws_for import weight_draws_for
from bw_mcda.problem.weighing.answers import (
    DirectPoints,
    PerTheme,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
)
from bw_mcda.problem.weights import Weights

CRITERIA = ("a", "b", "c", "d")
ORDER = SwingOrder(order=(("b",), ("a", "c"), ("d",)))
RANGE = SwingRange(ranges=(("a", 100, 100), ("b", 50, 80), ("c", 10, 40), ("d", 0, 0)))
RATIOS = SwingRatios(ratios=(("a", "b", 2, 3), ("b", "c", 1, 4), ("c", "d", 0.5, 0.5)))
THEMES = PerTheme(
    between=SwingOrder(order=(("one",), ("two",))),
    within=(
        ("one", SwingPoints(points=(("a", 100.0), ("b", 50.0)))),
        ("two", SwingOrder(order=(("c",), ("d",)))),
    ),
)
EXACT = DirectPoints(points=(("a", 10.0), ("b", 0.0), ("c", 40.0), ("d", 50.0)))


@pytest.mark.parametrize("answer", [ORDER, RANGE, RATIOS, THEMES, EXACT])
def test_all_weights_that_are_drawn_from_an_answer_lie_in_its_region(answer):
    weights = Weights(answer=answer)
    region = region_of_answer(weights, CRITERIA)
    # A spread of 1: what was answered exactly stays so.
    rng = np.random.default_rng(1)
    drawn = weight_draws_for(weights, CRITERIA, 1.0, rng.standard_normal((4, 300)), rng)
    assert all(region.holds(shares) for shares in drawn.T)


@pytest.mark.parametrize(
    ("answer", "outside"),
    [
        (ORDER, [0.3, 0.25, 0.3, 0.15]),
        (ORDER, [0.2, 0.5, 0.25, 0.05]),
        (RANGE, [0.4, 0.4, 0.2, 0.0]),
        (RANGE, [0.5, 0.3, 0.1, 0.1]),
        (RATIOS, [0.6, 0.1, 0.1, 0.2]),
        (THEMES, [0.2, 0.2, 0.4, 0.2]),
        (THEMES, [0.2, 0.1, 0.4, 0.3]),
        (EXACT, [0.11, 0.0, 0.39, 0.5]),
    ],
)
def test_weights_that_break_what_was_answered_lie_outside(answer, outside):
    region = region_of_answer(Weights(answer=answer), CRITERIA)
    assert not region.holds(np.array(outside))
