from __future__ import annotations

import shutil

import openpyxl
import pytest

from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    Pairwise,
    PairwiseRule,
    PerTheme,
    RankedShares,
    RankRule,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
)
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.scenario_files.write_scenario import write_scenario

SWING = "swing: {visitors: 100, atmosphere: 60, heat: 20}"
WRITTEN = [
    (
        "points: {visitors: 1, heat: 2, atmosphere: 3}",
        DirectPoints(points=(("visitors", 1.0), ("heat", 2.0), ("atmosphere", 3.0))),
    ),
    (
        "swing_order: [heat, [visitors, atmosphere]]",
        SwingOrder(order=(("heat",), ("visitors", "atmosphere"))),
    ),
    (
        "swing_range: {heat: [100, 100], visitors: [20, 40.5], atmosphere: [0, 10]}",
        SwingRange(
            ranges=(("heat", 100.0, 100.0), ("visitors", 20.0, 40.5), ("atmosphere", 0.0, 10.0))
        ),
    ),
    (
        "swing_ratios: [{first: heat, second: visitors, low: 1, high: 3}, {first: heat, second: atmosphere, low: 2, high: 2}]",
        SwingRatios(ratios=(("heat", "visitors", 1.0, 3.0), ("heat", "atmosphere", 2.0, 2.0))),
    ),
    (
        "rank: {order: [heat, visitors, atmosphere]}",
        RankedShares(order=(("heat",), ("visitors",), ("atmosphere",))),
    ),
    (
        "rank: {order: [heat, visitors, atmosphere], method: exponent, exponent: 1.5}",
        RankedShares(
            order=(("heat",), ("visitors",), ("atmosphere",)), rule=RankRule.EXPONENT, exponent=1.5
        ),
    ),
    (
        "pairwise: {judgements: [{heavier: heat, lighter: visitors, times: 3}, {heavier: visitors, lighter: atmosphere, times: 2}], method: geometric_mean}",
        Pairwise(
            judgements=(("heat", "visitors", 3.0), ("visitors", "atmosphere", 2.0)),
            rule=PairwiseRule.GEOMETRIC_MEAN,
        ),
    ),
    (
        "best_worst: {best: heat, worst: visitors, best_over: {visitors: 8, atmosphere: 2}, over_worst: {atmosphere: 4}}",
        BestWorst(
            best="heat",
            worst="visitors",
            best_over=(("visitors", 8.0), ("atmosphere", 2.0)),
            over_worst=(("atmosphere", 4.0),),
        ),
    ),
    (
        "per_theme: {between: {swing: {community: 100, environment: 50}}, within: {community: {swing_order: [atmosphere, visitors]}}}",
        PerTheme(
            between=SwingPoints(points=(("community", 100.0), ("environment", 50.0))),
            within=(
                ("community", SwingOrder(order=(("atmosphere",), ("visitors",)))),
                ("environment", SwingPoints(points=(("heat", 100.0),))),
            ),
        ),
    ),
]


@pytest.fixture
def folder(repository, tmp_path):
    return shutil.copytree(repository / "scenarios" / "minimal", tmp_path / "scenario")


def with_answer(folder, answer):
    path = folder / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    assert SWING in text
    path.write_text(text.replace(SWING, answer), encoding="utf-8")
    return folder


def findings(path):
    with pytest.raises(ScenarioError) as refused:
        read_scenario(path)
    return [str(finding) for finding in refused.value.findings]


@pytest.mark.parametrize(("written", "answer"), WRITTEN)
def test_an_answer_is_read_as_it_was_written_and_survives_a_workbook(
    folder, tmp_path, written, answer
):
    scenario = read_scenario(with_answer(folder, written))
    assert scenario.problem.stakeholders[1].weights.answer == answer
    write_scenario(scenario, tmp_path / "book.xlsx")
    assert read_scenario(tmp_path / "book.xlsx") == scenario


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            f"{SWING}\n    swing_order: [heat, visitors, atmosphere]",
            "stakeholders.shopkeepers (line 119): got swing, swing_order; allowed: exactly one of swing, swing_order, swing_range, swing_ratios, points, rank, pairwise, best_worst, per_theme",
        ),
        (
            "",
            "stakeholders.shopkeepers (line 119): got no answer; allowed: exactly one of swing, swing_order, swing_range, swing_ratios, points, rank, pairwise, best_worst, per_theme",
        ),
        (
            "swing_order: [heat, 3]",
            "stakeholders.shopkeepers.swing_order.2 (line 122): got 3; allowed: an id, or a list of ids",
        ),
        (
            "swing_range: {heat: 100, visitors: [1], atmosphere: [1, 2]}",
            "stakeholders.shopkeepers.swing_range.heat (line 122): got 100; allowed: a list",
        ),
        (
            "swing_range: {heat: 100, visitors: [1], atmosphere: [1, 2]}",
            "stakeholders.shopkeepers.swing_range.visitors (line 122): got a list; allowed: a pair [low, high]",
        ),
        (
            "rank: {order: [heat], method: roc}",
            "stakeholders.shopkeepers.rank.method (line 122): got 'roc'; allowed: centroid, sum, reciprocal or exponent",
        ),
        (
            "pairwise: {judgements: [{heavier: heat, lighter: visitors, time: 3}]}",
            "stakeholders.shopkeepers.pairwise.judgements.1.time (line 122): got the key 'time' (did you mean times?); allowed: heavier, lighter, times",
        ),
        (
            "best_worst: {best: heat, worst: visitors, best_over: {visitors: 8, atmosphere: 2}}",
            "stakeholders.shopkeepers.weights.over_worst.atmosphere: got no number; allowed: one of each",
        ),
        (
            "per_theme: {between: {swing: {community: 100}}, within: {}}",
            "stakeholders.shopkeepers.weights.between.environment: got no points; allowed: 0 to 100 points",
        ),
        (
            "per_theme: {between: {swing_order: [community, environment]}}",
            "stakeholders.shopkeepers.weights.within.community: got no answer; allowed: one of each",
        ),
        (
            "swing_ratios: [{first: heat, second: visitors, low: 2, high: 3}, {first: visitors, second: atmosphere, low: 1, high: 1}, {first: heat, second: atmosphere, low: 1, high: 1.5}]",
            "stakeholders.shopkeepers.weights: got heat over atmosphere 1 to 1.5; allowed: what the pairs before it leave: 2 to 3",
        ),
    ],
)
def test_a_mistake_in_an_answer_is_told_with_what_may_stand_there(folder, written, told):
    assert told in findings(with_answer(folder, written))


@pytest.fixture
def book(folder, tmp_path):
    path = tmp_path / "book.xlsx"
    best_worst = WRITTEN[7][0]
    write_scenario(read_scenario(with_answer(folder, best_worst)), path)
    return path


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("A2", "winkels", "Antwoorden: got 'winkels'; allowed: one of: residents, shopkeepers"),
        (
            "C2",
            "ahp",
            "Antwoorden!C2: got 'ahp'; allowed: one of: swing, volgorde van stappen, swing van tot, verhouding van tot, punten, rangorde, paren, beste en slechtste",
        ),
        (
            "C3",
            "punten",
            "Antwoorden!C3: got 'punten'; allowed: one question per group and theme: beste en slechtste",
        ),
        ("F2", "veel", "Antwoorden!F2: got 'veel'; allowed: a number"),
        ("F3", None, "got nothing; allowed: a number"),
        (
            "D4",
            "visitors",
            "Antwoorden!D4: got visitors against visitors; allowed: heat before it, or atmosphere after",
        ),
        (
            "E2",
            "heat",
            "Antwoorden!D2: got 0 never under 'tegenover', 1 never under 'wat'; allowed: the best before all others, and all others before the worst",
        ),
        ("D1", "watte", "Antwoorden row 1: got the column 'watte' (did you mean wat?)"),
    ],
)
def test_a_mistake_in_the_sheet_of_answers_is_told_with_its_cell(book, cell, value, told):
    workbook = openpyxl.load_workbook(book)
    workbook["Antwoorden"][cell] = value
    workbook.save(book)
    assert any(told in finding for finding in findings(book)), findings(book)


def test_a_workbook_with_swing_points_only_has_no_sheet_of_other_answers(folder, tmp_path):
    write_scenario(read_scenario(folder), tmp_path / "plain.xlsx")
    assert "Antwoorden" not in openpyxl.load_workbook(tmp_path / "plain.xlsx").sheetnames


def test_a_column_without_points_says_nothing_beside_another_answer(book):
    workbook = openpyxl.load_workbook(book)
    workbook["Gewichten"]["C1"] = "shopkeepers"
    workbook.save(book)
    assert isinstance(read_scenario(book).problem.stakeholders[1].weights.answer, BestWorst)


def test_an_id_that_gets_points_twice_is_told(folder, tmp_path):
    path = tmp_path / "book.xlsx"
    write_scenario(read_scenario(with_answer(folder, WRITTEN[0][0])), path)
    workbook = openpyxl.load_workbook(path)
    workbook["Antwoorden"]["D3"] = "visitors"
    workbook.save(path)
    assert "Antwoorden!D3: got 'visitors' again; allowed: each id once" in findings(path)
