from __future__ import annotations

import pandas as pd
import pytest

from bw_mcda import AnalysisPlan, ScenarioError, analyse, scenario_from_frame
from bw_mcda.problem.performance import Between, Exact, Level, Triangular, Unknown

TABLE = pd.DataFrame(
    {
        "New homes": [0, 120, (40, 80)],
        "CO2": [100, (80, 90, 110), "?"],
        "nature": ["0", "-", "++"],
    },
    index=["nothing", "build", "renovate"],
)
ANCHORS = {"New homes": (0, 200), "CO2": (120, 60)}


def made(table=TABLE, **more):
    return scenario_from_frame(table, **{"null": "nothing", "anchors": ANCHORS, **more})


def test_five_lines_make_a_scenario_that_can_be_analysed():
    scenario = made(
        weights={"New homes": 100, "CO2": 50, "nature": 50}, plan=AnalysisPlan(draws=100, horizon=0)
    )
    analysis = analyse(scenario)
    assert analysis.ranking.score_of("nothing") == pytest.approx(100 * (0 + 0.25 / 3 + 0.5 / 4))


def test_every_kind_of_cell_is_read_as_what_it_says():
    table = made().problem.performances
    assert table["build", "new_homes", "area"].performance == Exact(120)
    assert table["renovate", "new_homes", "area"].performance == Between(40, 80)
    assert table["build", "co2", "area"].performance == Triangular(80, 90, 110)
    assert isinstance(table["renovate", "co2", "area"].performance, Unknown)
    assert table["renovate", "nature", "area"].performance == Level(4)


def test_weights_may_be_given_per_group_and_costs_per_row():
    groups = {
        "Residents": {"New homes": 100, "CO2": 0, "nature": 0},
        "Farmers": {"New homes": 0, "CO2": 0, "nature": 100},
    }
    problem = made(weights=groups, costs={"build": 5_000}).problem
    assert [group.id for group in problem.stakeholders] == ["residents", "farmers"]
    assert problem.alternatives[1].total_cost == 5_000


def test_everything_that_cannot_be_read_is_told_at_once():
    table = TABLE.astype(object)
    table.loc["build", "New homes"] = "many"
    table.loc["nothing", "nature"] = 3
    with pytest.raises(ScenarioError) as refused:
        made(table, null="zero", anchors={"CO2": (120, 60), "noise": (1, 2)}, costs={"x": 1})
    assert [str(finding) for finding in refused.value.findings] == [
        "null: got 'zero'; allowed: one of: nothing, build, renovate",
        "anchors: got 'noise'; allowed: one of: New homes, CO2, nature",
        "costs: got 'x'; allowed: one of: nothing, build, renovate",
        "anchors.New homes: got nothing; allowed: (worst, best)",
        "row nothing, column nature: got 3; allowed: a number, (low, high), (low, likely, high), -- - 0 + ++, or ?",
        "row build, column New homes: got 'many'; allowed: a number, (low, high), (low, likely, high), -- - 0 + ++, or ?",
    ]


def test_a_missing_number_is_never_taken_for_something():
    table = TABLE.astype(object)
    table.loc["build", "New homes"] = float("nan")
    with pytest.raises(ScenarioError, match="row build, column New homes: got nan"):
        made(table)


def test_weights_for_a_column_that_is_not_there_are_refused():
    with pytest.raises(ScenarioError, match="noise"):
        made(weights={"New homes": 1, "CO2": 1, "nature": 1, "noise": 1})
