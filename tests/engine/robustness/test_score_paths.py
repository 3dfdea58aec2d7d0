from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.robustness.score_paths import score_paths
from bw_mcda.engine.scoring.value_table import value_tables
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.effect_path import EffectPath
from simple_scenario import simple_scenario


@pytest.fixture
def scenario():
    return simple_scenario(
        [[0.0], [1.0], [0.5]],
        alternatives={
            1: {"effect_path": EffectPath(delay=1.3, ramp_up=2, decay=0.1)},
            2: {"effect_path": EffectPath(delay=2)},
        },
    )


def test_scores_are_those_of_the_ranking_at_each_horizon(scenario):
    weights = weights_of(scenario.problem, "together")
    paths = score_paths(scenario, weights, 6.0)
    away = np.array([h for h in paths.horizons if h != 2.0])
    for horizon, table in zip(away, value_tables(scenario, away.tolist()), strict=True):
        column = paths.scores[:, list(paths.horizons).index(horizon)]
        assert column == pytest.approx(additive_ranking(table, weights).scores)


def test_corners_are_there_and_a_jump_stands_there_twice(scenario):
    paths = score_paths(scenario, weights_of(scenario.problem, "together"), 6.0)
    assert {0.0, 0.25, 1.3, 3.3, 6.0} <= set(paths.horizons)
    before, after = np.flatnonzero(paths.horizons == 2.0)
    assert paths.scores[2, [before, after]] == pytest.approx([0, 50])
    assert np.all(np.diff(paths.horizons) >= 0)
    assert paths.to_frame().shape == (len(paths.horizons), 3)
