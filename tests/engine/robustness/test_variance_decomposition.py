from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.robustness.variance_decomposition import variance_decompositions
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between, Level
from bw_mcda.results.variance_decomposition import InputGroup, Outcome
from simple_scenario import numeric, ordinal, simple_scenario


def plan(**more):
    return AnalysisPlan(**{"draws": 4000, "horizon": 0.0, "seed": 3, **more})


def decomposed(table, plan_, criteria=(), methods=None, weights=()):
    scenario = simple_scenario(table, plan=plan_, criteria=criteria, weights=weights)
    first, lead = variance_decompositions(
        scenario, scenario.problem.stakeholders[0].weights, methods
    )
    assert (first.outcome, lead.outcome) == (Outcome.WHO_IS_FIRST, Outcome.LEAD)
    return first, lead


def shares(found):
    return {share.group: share for share in found.groups}


def test_when_only_weights_vary_all_uncertainty_is_theirs():
    for found in decomposed([[0, 0], [1, 0], [0, 0.9]], plan()):
        (share,) = found.groups
        assert share.group is InputGroup.WEIGHTS
        assert share.first == pytest.approx(1, abs=4 * share.first_error + 1e-12)
        assert share.total == pytest.approx(1, abs=4 * share.total_error)


def test_when_only_performances_vary_all_uncertainty_is_theirs():
    table = [[0.5, 0.5], [Between(0, 1), 0.5]]
    for found in decomposed(table, plan(weight_spread=1.0)):
        (share,) = found.groups
        assert share.group is InputGroup.PERFORMANCES
        assert share.first == pytest.approx(1, abs=1e-12)


def test_the_lead_over_one_rival_has_the_variance_of_its_closed_form():
    # Equal fixed weights: lead = 100 * (x - 0.3) / 2 with x uniform on (0, 1).
    _, lead = decomposed([[0.3, 0.5], [Between(0, 1), 0.5]], plan(weight_spread=1.0, draws=20_000))
    assert lead.leader == "a1"
    assert lead.variance == pytest.approx(50**2 / 12, rel=0.02)


def test_who_is_first_varies_as_often_as_two_draws_differ():
    # First when x > 0.5: p = 1/2, so a variance of p (1 - p) for each of the two.
    first, _ = decomposed([[0.5, 0.5], [Between(0, 1), 0.5]], plan(weight_spread=1.0, draws=20_000))
    assert first.variance == pytest.approx(0.5, abs=0.01)


def test_value_shapes_count_apart_from_performances():
    criteria = (numeric("c0"), ordinal("c1"))
    table = [[0.5, Level(2)], [Between(0.4, 0.6), Level(2)], [0.6, Level(1)]]
    first, lead = decomposed(table, plan(weight_spread=1.0), criteria)
    assert set(shares(first)) == {InputGroup.PERFORMANCES, InputGroup.VALUE_SHAPES}
    only_shapes = [[0.5, Level(2)], [0.45, Level(3)]]
    for found in decomposed(only_shapes, plan(weight_spread=1.0), criteria):
        assert set(shares(found)) == {InputGroup.VALUE_SHAPES}
    assert 0.5 < sum(share.first for share in lead.groups) < 1.1


def test_the_method_counts_for_who_is_first_and_not_for_the_lead():
    # The product puts a 0 last, the sum does not.
    table = [[0.3, 0.3], [1.0, 0.0]]
    first, lead = decomposed(table, plan(weight_spread=1.0), methods=["additive", "wpm"])
    (share,) = first.groups
    assert share.group is InputGroup.METHODS
    assert share.first == pytest.approx(1, abs=1e-12)
    assert lead.groups == ()


def test_without_any_doubt_there_is_nothing_to_divide():
    for found in decomposed([[0.5, 0.2], [0.7, 0.3]], plan(weight_spread=1.0)):
        assert (found.groups, found.variance, found.heaviest) == ((), 0.0, None)


def test_a_first_place_that_never_changes_has_no_uncertainty_though_the_lead_has():
    first, lead = decomposed([[0.1, 0.2], [0.9, 0.8]], plan())
    assert (first.groups, first.variance) == ((), 0.0)
    assert lead.heaviest.group is InputGroup.WEIGHTS


def test_parts_alone_never_exceed_the_whole_and_frames_hold_them():
    table = [[0.5, Between(0.2, 0.8), 0.4], [Between(0.2, 0.9), 0.5, 0.6], [0.6, 0.3, 0.7]]
    first, lead = decomposed(table, plan(methods=("additive", "topsis", "vikor")))
    assert set(shares(first)) == {InputGroup.WEIGHTS, InputGroup.PERFORMANCES, InputGroup.METHODS}
    for found in (first, lead):
        slack = 4 * max(share.first_error for share in found.groups)
        assert sum(share.first for share in found.groups) <= 1 + slack
        assert all(share.total >= share.first - slack for share in found.groups)
        assert found.to_frame().loc["weights", "total"] == shares(found)[InputGroup.WEIGHTS].total


def test_equal_seeds_give_equal_results():
    table = [[0.5, Between(0.2, 0.8)], [Between(0.2, 0.9), 0.5]]
    assert decomposed(table, plan(draws=500)) == decomposed(table, plan(draws=500))
    assert np.isfinite(decomposed(table, plan(draws=500))[0].variance)
