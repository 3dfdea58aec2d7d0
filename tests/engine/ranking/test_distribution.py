from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.distribution import distribution
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.analysis_plan import AnalysisPlan, AreaRule
from bw_mcda.problem.area import Area
from bw_mcda.problem.label import Label
from bw_mcda.results.distribution import DistributionView
from simple_scenario import simple_scenario

AREAS = tuple(
    Area(id=name, label=Label(nl=name), inhabitants=people, source="made up")
    for name, people in (("large", 600), ("middle", 300), ("small", 100))
)
PLAN = AnalysisPlan(draws=10, horizon=0.0)


def spread(table, plan=PLAN, aversion=None):
    scenario = simple_scenario(table, areas=AREAS, plan=plan)
    weights = weights_of(scenario.problem, "together")
    return distribution(scenario, value_table(scenario), weights, aversion)


TABLE = [
    [[0.4, 0.4, 0.1]],
    [[0.9, 0.5, 0.1]],  # most for most people, nothing for the small area
    [[0.5, 0.5, 0.5]],  # the same for all
]


def test_scores_per_area_are_weighted_by_hand():
    found = spread(TABLE)
    assert found.scores == pytest.approx(np.array([[40, 90, 50], [40, 50, 50], [10, 10, 50]]))
    assert found.mean == pytest.approx([37, 70, 50])
    assert found.gini[2] == pytest.approx(0)
    assert found.inhabitants == (600, 300, 100)
    assert found.worst_off == (("small",), ("small",), ("large", "middle", "small"))


def test_each_view_ranks_by_what_it_counts():
    found = spread(TABLE, aversion=3.0)
    first = {
        view: [a for a in ranking.alternatives if ranking.place_of(a) == 1]
        for view, ranking in found.rankings
    }
    assert first == {
        DistributionView.INHABITANTS: ["a1"],
        DistributionView.AREAS: ["a1", "a2"],
        DistributionView.WORST_OFF: ["a2"],
        DistributionView.ATKINSON: ["a2"],
        DistributionView.GINI: ["a1"],
    }
    assert found.ranking_by(DistributionView.WORST_OFF).scores == pytest.approx([10, 10, 50])
    gini_score = found.ranking_by(DistributionView.GINI).scores
    assert gini_score == pytest.approx(found.mean * (1 - found.gini))
    assert found.moved(DistributionView.WORST_OFF) == (("a2", 2, 1), ("a0", 3, 2), ("a1", 1, 2))
    assert found.moved(DistributionView.INHABITANTS) == ()


tables = st.lists(
    st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=2, max_size=2),
    min_size=2,
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(tables)
def test_without_aversion_all_that_counts_is_the_mean(table):
    found = spread(table, aversion=0.0)
    assert found.equal_equivalent == pytest.approx(found.mean)
    assert found.atkinson == pytest.approx(np.zeros(len(table)), abs=1e-12)
    assert (
        found.ranking_by(DistributionView.ATKINSON).places
        == found.ranking_by(DistributionView.INHABITANTS).places
    )


@settings(max_examples=40, deadline=None)
@given(tables)
def test_the_mean_over_inhabitants_is_the_additive_score_whatever_the_rule_for_areas(table):
    scenario = simple_scenario(table, areas=AREAS, plan=PLAN)
    weights = weights_of(scenario.problem, "together")
    by_people = additive_ranking(value_table(scenario), weights)
    equal = replace(PLAN, area_rule=AreaRule.EQUAL)
    found = spread(table, plan=equal)
    assert found.mean == pytest.approx(by_people.scores, abs=1e-9)
    by_area = additive_ranking(value_table(replace(scenario, plan=equal)), weights)
    assert found.ranking_by(DistributionView.AREAS).scores == pytest.approx(by_area.scores)


@settings(max_examples=40, deadline=None)
@given(tables)
def test_an_alternative_that_is_better_in_every_area_never_stands_lower(table):
    table = [*table, [[min(1.0, x + 0.1) for x in cell] for cell in table[-1]]]
    found = spread(table, aversion=1.5)
    better, worse = f"a{len(table) - 1}", f"a{len(table) - 2}"
    for view in (v for v in DistributionView if v is not DistributionView.GINI):
        ranking = found.ranking_by(view)
        assert ranking.place_of(better) <= ranking.place_of(worse)


def test_the_aversion_is_that_of_the_plan():
    assert spread(TABLE).aversion == 1.0
    assert spread(TABLE, plan=replace(PLAN, inequality_aversion=2.0)).aversion == 2.0


def test_values_without_areas_are_refused_with_what_is_needed():
    scenario = simple_scenario(TABLE, areas=AREAS, plan=PLAN)
    values = replace(value_table(scenario), by_area=None)
    message = "values: got none per area; allowed: the value table of a scenario"
    with pytest.raises(ValueError, match=message):
        distribution(scenario, values, weights_of(scenario.problem, "together"))


def test_the_frame_has_scores_measures_and_places():
    frame = spread(TABLE).to_frame()
    assert frame.loc["a1", ("score", "large")] == pytest.approx(90)
    assert frame.loc["a2", ("place", "worst_off")] == 1
    assert frame.loc["a2", ("inequality", "gini")] == pytest.approx(0)
