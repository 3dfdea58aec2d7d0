from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.coherence.overlaps import overlaps
from bw_mcda.engine.coherence.public_figures import PAIRS
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.criterion import CriterionKind, Direction, MkbaPart
from bw_mcda.problem.label import Label
from bw_mcda.results.coherence import OverlapKind
from simple_scenario import numeric, ordinal, simple_scenario

APART = [[0.1, 0.9, 0.4], [0.2, 0.1, 0.4], [0.3, 0.5, 0.9]]


def found(*changes, table=APART, weights=(), names=("c0", "c1", "c2")):
    criteria = [
        replace(numeric(name), **change)
        for name, change in zip(names, changes or ({},) * len(names), strict=True)
    ]
    scenario = simple_scenario(table, criteria=criteria, weights=weights)
    problem = scenario.problem
    weighted = frozenset(
        id_ for id_, share in problem.stakeholders[0].weights.shares.items() if share > 0
    )
    return [
        (own.kind, own.criteria)
        for own in overlaps(problem.criteria, weighted, value_table(scenario), "a0")
    ]


def test_criteria_that_have_nothing_to_do_with_each_other_are_not_told():
    assert found() == []


def test_one_indicator_or_name_or_measurement_twice_is_told_whatever_the_capitals():
    same = {"indicator": "01_KL_OK_30"}
    assert found(same, {}, {"indicator": " 01_kl_ok_30"}) == [
        (OverlapKind.SAME_INDICATOR, ("c0", "c2"))
    ]
    named = {"label": Label(nl="Natuur  dichtbij")}
    assert found({}, named, {"label": Label(nl="natuur dichtbij")}) == [
        (OverlapKind.SAME_NAME, ("c1", "c2"))
    ]
    source = {"source": "CBS 2022"}
    assert found(source, source, {}) == [(OverlapKind.SAME_MEASUREMENT, ("c0", "c1"))]
    assert found(source, {**source, "unit": Label(nl="km")}, {}) == []
    assert found(source, {**source, "best": 2.0}, {}) == []


def test_judgements_in_one_scale_from_one_source_are_no_double_counting():
    criteria = [replace(ordinal(f"c{c}"), source="werkgroep") for c in range(2)]
    scenario = simple_scenario([[0.5, 0.5], [0.5, 0.5]])
    weighted = frozenset({"c0", "c1"})
    assert overlaps(criteria, weighted, value_table(scenario), "a0") == ()


def test_a_pair_is_told_once_by_its_strongest_reason():
    same = {"indicator": "x", "label": Label(nl="y"), "source": "z"}
    assert found(same, same, {}) == [(OverlapKind.SAME_INDICATOR, ("c0", "c1"))]


def test_a_criterion_without_weight_counts_nothing_twice():
    same = {"indicator": "x"}
    assert found(same, same, {}, weights=[1, 0, 1]) == []


def test_a_balance_beside_what_it_already_counts_is_told():
    balance, inside = {"mkba": MkbaPart.BALANCE}, {"mkba": MkbaPart.INSIDE}
    assert found(inside, balance, inside) == [
        (OverlapKind.INSIDE_MKBA, ("c1", "c0")),
        (OverlapKind.INSIDE_MKBA, ("c1", "c2")),
    ]
    assert found(inside, {}, inside) == []


def test_a_means_beside_a_goal_that_it_serves_is_told():
    means = {"kind": CriterionKind.MEANS, "serves": ("c2",)}
    assert found({}, means, {}) == [(OverlapKind.MEANS_AND_GOAL, ("c2", "c1"))]
    assert found({}, means, {}, weights=[1, 1, 0]) == []


def test_measures_in_the_same_order_are_told():
    rising = np.linspace(0.1, 0.9, 6)
    table = np.column_stack([[0, *rising], [0, *rising**2], [0, *rising[::-1]]])
    assert found(table=table.tolist()) == [(OverlapKind.MOVES_TOGETHER, ("c0", "c1"))]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "-".join(pair.codes))
def test_public_figures_that_move_together_are_told_when_both_are_better_at_once(pair):
    first, second = ({"indicator": code} for code in pair.codes)
    told = [(OverlapKind.MOVES_TOGETHER_IN_FIGURES, ("c0", "c1"))]
    turned = {"direction": Direction.MINIMISE, "worst": 1.0, "best": 0.0}
    assert found(first, second, {}) == (told if pair.correlation > 0 else [])
    assert found(first, {**second, **turned}, {}) == (told if pair.correlation < 0 else [])
    assert found({**first, **turned}, {**second, **turned}, {}) == (
        told if pair.correlation > 0 else []
    )


def test_income_and_debt_are_a_trade_off_and_no_double_counting():
    # Places with high incomes have high mortgages: less debt is better, and there is more of it.
    debt = {
        "indicator": "18_FIN_32",
        "direction": Direction.MINIMISE,
        "worst": 1.0,
        "best": 0.0,
    }
    assert found({"indicator": "01_KL_H_36"}, debt, {}) == []


def test_every_pair_of_figures_is_strong_and_rests_on_many_municipalities():
    assert all(0.8 <= abs(pair.correlation) <= 1 for pair in PAIRS)
    assert all(pair.municipalities >= 100 for pair in PAIRS)
    assert len({frozenset(pair.codes) for pair in PAIRS}) == len(PAIRS)
