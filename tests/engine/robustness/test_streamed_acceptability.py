from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from bw_mcda.engine.robustness.streamed_acceptability import BLOCK, streamed_acceptability
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between
from simple_scenario import simple_scenario

PLAN = AnalysisPlan(draws=1, horizon=0.0, seed=6)
TABLE = [[1, 0], [0, 1], [0.6, 0.6]]


def test_it_agrees_with_the_exact_answer_within_its_own_error():
    # Two criteria, any weights: integrated by hand.
    found = streamed_acceptability(simple_scenario(TABLE, plan=PLAN), 20 * BLOCK)
    exact = np.array([[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0]])
    assert np.all(np.abs(found.acceptability - exact) <= 4 * found.standard_error + 1e-12)
    assert found.central_weights == pytest.approx(
        np.array([[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]]), abs=0.005
    )
    assert (found.draws, found.weights) == (20 * BLOCK, "any")


@pytest.mark.parametrize("around", [True, False])
def test_more_draws_add_to_those_there_were(around):
    table = [[0.3, Between(0, 1)], [Between(0.1, 0.9), 0.5], [0.5, 0.5]]
    scenario = simple_scenario(table, plan=PLAN)
    weights = scenario.problem.stakeholders[0].weights if around else None
    sizes = [100, BLOCK, BLOCK + 100, 2 * BLOCK]
    counts = [
        found.acceptability * found.draws
        for found in (streamed_acceptability(scenario, n, weights) for n in sizes)
    ]
    for n, (fewer, more) in zip(sizes, pairwise(counts), strict=False):
        added = np.round(more - fewer)
        assert np.all(added >= 0)
        assert fewer.sum() == pytest.approx(3 * n)


def test_values_vary_with_the_draw():
    # First when x > 0.5 with x uniform on (0, 1).
    scenario = simple_scenario([[0.5], [Between(0, 1)]], plan=PLAN)
    found = streamed_acceptability(scenario, 3 * BLOCK)
    assert abs(found.acceptability[1, 0] - 0.5) <= 4 * found.standard_error[1, 0]


def test_progress_is_told_block_by_block():
    told = []
    scenario = simple_scenario(TABLE, plan=PLAN)
    streamed_acceptability(scenario, BLOCK + 10, on_progress=lambda *done: told.append(done))
    assert told == [(BLOCK, BLOCK + 10), (BLOCK + 10, BLOCK + 10)]


def test_no_draws_is_refused():
    with pytest.raises(ValueError, match="draws: got 0; allowed: 1 or more"):
        streamed_acceptability(simple_scenario(TABLE, plan=PLAN), 0)
