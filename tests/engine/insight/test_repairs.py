from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.repairs import leaves_weight, repaired
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.results.repair import Repair, RepairKind
from simple_scenario import simple_scenario

laws = settings(max_examples=40, deadline=None)
points = st.lists(st.integers(1, 9), min_size=4, max_size=4)
TABLE = [[0.1, 0.2, 0.3, 0.4], [0.4, 0.3, 0.2, 0.1]]


def scenario_of(*groups):
    return simple_scenario(TABLE, groups={f"s{s}": own for s, own in enumerate(groups)})


def repair(kind, *criteria, **more):
    return Repair(kind=kind, code="moves_together", about=criteria, criteria=criteria, **more)


def shares(scenario):
    return [list(group.weights.shares.values()) for group in scenario.problem.stakeholders]


@laws
@given(points, points, st.sampled_from([RepairKind.MERGE, RepairKind.SPLIT_WEIGHT]))
def test_two_that_are_one_weigh_as_the_heaviest_and_the_others_keep_their_proportions(
    one, other, kind
):
    scenario = scenario_of(one, other)
    after = shares(repaired(scenario, repair(kind, "c1", "c2")))
    for own, given_points in zip(after, (one, other), strict=True):
        heaviest = max(given_points[1], given_points[2])
        total = given_points[0] + heaviest + given_points[3]
        assert own[1] + own[2] == pytest.approx(heaviest / total)
        assert own[0] == pytest.approx(given_points[0] / total)
        assert own[3] == pytest.approx(given_points[3] / total)
        if kind is RepairKind.MERGE:
            assert own[2] == 0
        else:
            assert own[1] / own[2] == pytest.approx(given_points[1] / given_points[2])


@laws
@given(points)
def test_what_is_dropped_has_no_weight_and_its_effects_stay(own):
    scenario = scenario_of(own)
    after = repaired(scenario, repair(RepairKind.DROP, "c1"))
    rest = own[0] + own[2] + own[3]
    assert shares(after)[0] == pytest.approx([own[0] / rest, 0, own[2] / rest, own[3] / rest])
    assert after.problem.performances == scenario.problem.performances
    assert after.problem.tree == scenario.problem.tree


@pytest.mark.parametrize("kind", list(RepairKind))
def test_the_scenario_itself_does_not_change(kind):
    scenario = scenario_of([1, 2, 3, 4])
    before = scenario.fingerprint
    after = repaired(scenario, repair(kind, "c1", "c2", reason="omdat"))
    assert scenario.fingerprint == before
    assert after.fingerprint != before


def test_accepting_changes_no_weight_and_keeps_the_last_reason():
    scenario = scenario_of([1, 2, 3, 4])
    once = repaired(scenario, repair(RepairKind.ACCEPT, "c1", "c2", reason="eerst"))
    twice = repaired(once, repair(RepairKind.ACCEPT, "c1", "c2", reason="later"))
    assert shares(twice) == shares(scenario)
    assert [own.reason for own in twice.provenance.accepted] == ["later"]
    with pytest.raises(ScenarioError):
        repaired(scenario, repair(RepairKind.ACCEPT, "c1", "c2"))


def test_a_repair_that_leaves_no_weight_is_refused_and_known_beforehand():
    scenario = scenario_of([1, 1, 1, 1], [0, 5, 0, 0])
    drop = repair(RepairKind.DROP, "c1")
    assert not leaves_weight(scenario, drop)
    assert leaves_weight(scenario, repair(RepairKind.DROP, "c0"))
    with pytest.raises(ValueError, match="s1: this repair leaves no weight at all"):
        repaired(scenario, drop)


def test_splitting_the_weight_of_two_without_any_leaves_them_without():
    after = repaired(scenario_of([1, 0, 0, 1]), repair(RepairKind.SPLIT_WEIGHT, "c1", "c2"))
    assert shares(after) == [[0.5, 0, 0, 0.5]]


@pytest.mark.parametrize(
    "wrong",
    [
        repair(RepairKind.MERGE, "c1"),
        repair(RepairKind.MERGE, "c1", "c1"),
        repair(RepairKind.DROP),
        repair(RepairKind.DROP, "c9"),
    ],
)
def test_a_repair_of_nothing_or_of_what_is_not_there_is_refused(wrong):
    with pytest.raises(ValueError, match=r"criteria: got .* allowed: [12] or more of c0, c1"):
        repaired(scenario_of([1, 1, 1, 1]), wrong)
