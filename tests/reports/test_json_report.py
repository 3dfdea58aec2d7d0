from __future__ import annotations

import json

import numpy as np
import pytest

from bw_mcda.reports.json_report import analysis_as_json


@pytest.fixture(scope="module")
def data(analysis):
    return json.loads(analysis_as_json(analysis))


def test_the_keys_are_those_that_were_promised(data):
    assert list(data) == [
        "format",
        "scenario",
        "perspective",
        "weights",
        "stakeholders",
        "values",
        "ranking",
        "second_opinions",
        "by_stakeholder",
        "robustness",
        "portfolios",
        "rule_repairs",
        "schedules",
        "requirements",
        "coherence",
        "doubt",
        "together",
        "puzzle",
        "working",
        "sharing",
        "learning",
        "findings",
        "made_with",
    ]
    assert list(data["ranking"]) == [
        "method",
        "order",
        "ties",
        "higher_is_better",
        "alternatives",
    ]
    assert list(data["ranking"]["alternatives"]["buffer"]) == [
        "place",
        "score",
        "low",
        "high",
        "contributions",
    ]
    assert list(data["values"]["buffer"]["water"]) == ["expected", "low", "high", "unknown"]
    assert list(data["robustness"]) == ["around", "any"]
    assert list(data["robustness"]["any"]) == ["draws", "seed", "alternatives"]
    assert list(data["robustness"]["any"]["alternatives"]["buffer"]) == [
        "acceptability",
        "mean_score",
        "better_than",
        "central_weights",
    ]
    assert list(data["portfolios"][0]) == [
        "goal",
        "status",
        "chosen",
        "left_out",
        "task_scores",
        "spending",
        "binding_rules",
        "clashing_rules",
        "value",
        "objective",
        "bound",
        "gap",
        "solver",
        "unit",
        "second_key",
        "total_cost",
    ]
    assert list(data["portfolios"][0]["left_out"][0]) == [
        "alternative",
        "reason",
        "loss",
        "displaced",
        "clashing_rules",
        "unit",
    ]
    assert list(data["made_with"]) == ["fingerprint", "seed", "versions"]


def test_the_manual_names_every_key(data):
    from bw_mcda.reports import json_report

    for key in (*data, "room"):
        assert f"\n{key} " in json_report.__doc__


def test_numbers_are_those_of_the_analysis(data, analysis):
    ranking = analysis.ranking
    for name in ranking.alternatives:
        told = data["ranking"]["alternatives"][name]
        assert told["score"] == ranking.score_of(name)
        assert sum(told["contributions"].values()) == pytest.approx(told["score"])
        shares = data["robustness"]["around"]["alternatives"][name]["acceptability"]
        assert sum(shares) == pytest.approx(1)
    np.testing.assert_allclose(sum(data["weights"].values()), 1)


def test_what_was_never_first_has_no_central_weights(data, analysis):
    around = analysis.around_weights
    for a, name in enumerate(around.alternatives):
        told = data["robustness"]["around"]["alternatives"][name]["central_weights"]
        assert (told is None) == bool(np.isnan(around.central_weights[a]).any())


def test_equal_analyses_give_equal_bytes(small, made):
    one, other = (analysis_as_json(made.analysis_of(small.small_scenario())) for _ in range(2))
    assert one == other
    assert one.isascii()
    assert one.endswith("}\n")


def test_the_room_is_there_only_after_a_session(analysis, record, data):
    assert "room" not in data
    room = json.loads(analysis_as_json(analysis, record))["room"]
    assert room["number"] == 5
    assert room["choices"][0]["alternatives"] == ["buffer"]
    assert room["notes"][0]["text"] == "Denk aan de boeren"


def test_numbers_that_do_not_exist_are_null(small, made):
    from dataclasses import replace

    open_ended = replace(made.MOST_VALUE, bound=float("inf"), gap=float("nan"))
    text = analysis_as_json(made.analysis_of(small.small_scenario(), (open_ended,)))
    portfolio = json.loads(text)["portfolios"][0]
    assert (portfolio["bound"], portfolio["gap"]) == (None, None)
    assert "NaN" not in text
    assert "Infinity" not in text


def test_text_of_users_stays_text(wicked):
    data = json.loads(analysis_as_json(wicked))
    assert data["scenario"]["label"]["nl"].startswith("=HYPERLINK")
