from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.results.portfolio import Chosen, LeftOut, Portfolio, Reason, SolveStatus, Spending
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.value_table import ValueTable


def ranking(**more):
    about = {
        "method": "additive",
        "alternatives": ("a", "b", "c"),
        "criteria": ("x", "y"),
        "scores": np.array([3.0, 7.0, 7.0]),
        "places": (3, 1, 1),
        "ties": (("b", "c"),),
        "contributions": np.array([[1.0, 2.0], [3.0, 4.0], [7.0, 0.0]]),
    }
    return Ranking(**{**about, **more})


def acceptability():
    return RankAcceptability(
        alternatives=("a", "b", "c"),
        criteria=("x",),
        acceptability=np.array([[0.5, 0.3, 0.2], [0.5, 0.25, 0.25], [0.0, 0.45, 0.55]]),
        central_weights=np.array([[1.0], [1.0], [np.nan]]),
        central_error=np.zeros((3, 1)),
        pairwise=np.array([[0.0, 0.5, 0.92], [0.5, 0.0, 0.9], [0.08, 0.1, 0.0]]),
        mean_scores=np.array([60.0, 61.0, 20.0]),
        draws=100,
        seed=1,
        weights="any",
    )


def test_a_result_refuses_to_be_written_to_and_keeps_no_hold_of_what_it_was_made_from():
    scores = np.array([3.0, 7.0, 7.0])
    result = ranking(scores=scores)
    scores[0] = 99
    assert result.scores[0] == 3
    with pytest.raises(ValueError, match="read-only"):
        result.scores[0] = 99


def test_a_ranking_says_order_place_and_score_and_keeps_ties():
    result = ranking()
    assert result.in_order == ("b", "c", "a")
    assert (result.place_of("c"), result.place_of("a"), result.score_of("c")) == (1, 3, 7.0)
    frame = result.to_frame()
    assert list(frame.index) == ["b", "c", "a"]
    assert list(frame.columns) == ["place", "score", "x", "y"]


def test_a_ranking_without_contributions_has_a_frame_too():
    assert list(ranking(contributions=None).to_frame().columns) == ["place", "score"]


def test_the_share_in_the_top_is_that_of_its_places_together():
    result = acceptability()
    assert result.share_in_top("b", 2) == pytest.approx(0.75)
    assert result.share_in_top("c", 1) == 0
    assert result.standard_error[0, 0] == pytest.approx(0.05)


def test_two_are_alike_when_neither_beats_the_other_often_enough():
    result = acceptability()
    assert result.indistinguishable() == (("a", "b"), ("b", "c"))
    assert result.indistinguishable(0.95) == (("a", "b"), ("a", "c"), ("b", "c"))
    assert result.indistinguishable(0.4) == ()


def test_a_value_table_has_a_frame_by_alternative_and_criterion():
    half = np.full((2, 1), 0.5)
    table = ValueTable(
        alternatives=("a", "b"),
        criteria=("x",),
        expected=half,
        low=half,
        high=half,
        unknown=half * 0,
    )
    assert table.to_frame().loc["b", "x"] == 0.5


def test_a_package_tells_what_it_holds_costs_and_leaves_out():
    package = Portfolio(
        goal="most_value",
        status=SolveStatus.OPTIMAL,
        chosen=(Chosen(alternative="a", gain=4.0, cost_of_leaving_out=3.0),),
        left_out=(LeftOut(alternative="b", reason=Reason.DISPLACES, loss=1.0, displaced=("a",)),),
        task_scores=(),
        spending=(
            Spending(payer="city", year=2026, euros=60, budget=None),
            Spending(payer="city", year=2027, euros=40, budget=None),
            Spending(payer="city", year=None, euros=100, budget=120),
        ),
        binding_rules=(),
        clashing_rules=(),
        value=4.0,
        objective=4.0,
        bound=4.0,
        gap=0.0,
        solver="none",
    )
    assert package.alternatives == ("a",)
    assert package.total_cost == 100
    assert package.to_frame()["chosen"].to_dict() == {"a": True, "b": False}
    assert package.to_frame()["loss_if_changed"].to_dict() == {"a": 3.0, "b": 1.0}
