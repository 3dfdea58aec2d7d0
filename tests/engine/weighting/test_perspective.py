from __future__ import annotations

import pytest

from bw_mcda.engine.weighting.perspective import weights_of
from simple_scenario import simple_scenario

PROBLEM = simple_scenario(
    [[0, 0], [1, 1]], groups={"many_points": [100, 100], "few_points": [0, 5]}
).problem


def test_together_every_group_counts_once_however_many_points_it_gave():
    assert weights_of(PROBLEM, "together").shares == pytest.approx({"c0": 0.25, "c1": 0.75})


def test_a_group_keeps_its_own_weights():
    assert weights_of(PROBLEM, "few_points").shares == {"c0": 0, "c1": 1}


def test_an_unknown_perspective_names_those_that_exist():
    message = "perspective: got 'nobody'; allowed: together, many_points, few_points"
    with pytest.raises(ValueError, match=message):
        weights_of(PROBLEM, "nobody")
