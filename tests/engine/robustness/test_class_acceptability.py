"""This file holds what must be true of the shares of draws in each class."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.sorting import sorted_in_classes
from bw_mcda.engine.robustness.class_acceptability import class_acceptability
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable
from simple_scenario import numeric, simple_scenario

CRITERIA = (
    replace(numeric("c0"), thresholds=Thresholds(veto=0.3)),
    replace(numeric("c1"), classes=ClassBounds(discuss=0.2, do=0.5)),
    replace(numeric("c2"), thresholds=Thresholds(indifference=0.1, preference=0.1, veto=0.6)),
)
ALTERNATIVES = 4


def problem():
    rows = [[0.5] * len(CRITERIA)] * ALTERNATIVES
    return simple_scenario(rows, criteria=list(CRITERIA)).problem


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 999), varies=st.booleans(), majority=st.sampled_from([0.5, 0.75, 1.0]))
def test_shares_count_the_classes_of_every_draw_sorted_on_its_own(seed, varies, majority):
    rng = np.random.default_rng(seed)
    n = 12
    certain = rng.integers(0, 21, (ALTERNATIVES, 3)) / 20
    varying = ((0, 1), (2, 0)) if varies else ()
    drawn = rng.integers(0, 21, (len(varying), n)) / 20
    weights = rng.integers(0, 4, (3, n)).astype(float)
    weights[0, weights.sum(axis=0) == 0] = 1
    weights /= weights.sum(axis=0)
    values = ValueDraws(certain=certain, varying=varying, draws=np.zeros((0, n)))
    values = replace(values, draws=drawn)
    draws = Draws(values=values, noise=weights, any_weights=weights, seed=seed)

    found = class_acceptability(problem(), draws, weights, "any", majority)

    counts = np.zeros((2, ALTERNATIVES, 3))
    for draw in range(n):
        table = values.at(draw)
        one = sorted_in_classes(
            ValueTable(
                alternatives=found.alternatives,
                criteria=("c0", "c1", "c2"),
                expected=table,
                low=table,
                high=table,
                unknown=np.zeros(table.shape),
            ),
            Weights.from_points({f"c{c}": 100 * weights[c, draw] for c in range(3)}),
            CRITERIA,
            majority,
        )
        for rule, classes in enumerate((one.cautious, one.generous)):
            for a, number in enumerate(classes):
                counts[rule, a, number] += 1 / n
    assert found.cautious == pytest.approx(counts[0])
    assert found.generous == pytest.approx(counts[1])
    assert found.cautious.sum(axis=1) == pytest.approx(1)


def test_the_frame_holds_the_shares_of_both_rules():
    values = ValueDraws(
        certain=np.full((ALTERNATIVES, 3), 0.9), varying=(), draws=np.zeros((0, 50))
    )
    weights = np.full((3, 50), 1 / 3)
    draws = Draws(values=values, noise=weights, any_weights=weights, seed=1)

    found = class_acceptability(problem(), draws, weights, "any", 0.75)

    assert found.to_frame().loc["a1"].to_dict() == {
        "cautious_do_not": 0,
        "cautious_discuss": 0,
        "cautious_do": 1,
        "generous_do_not": 0,
        "generous_discuss": 0,
        "generous_do": 1,
    }
    assert (found.standard_error == 0).all()
