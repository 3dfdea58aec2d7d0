"""This file holds every published case an answer on weights is checked on."""

from __future__ import annotations

import json
import typing
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.ranking.objective_weights import OBJECTIVE_METHODS, objective_shares
from bw_mcda.engine.weighting.consistency import answer_consistency
from bw_mcda.engine.weighting.open_weights import draw_open_weights
from bw_mcda.problem.weighing import answers
from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    FlatAnswer,
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
from bw_mcda.problem.weighing.best_worst_shares import best_worst_shares
from bw_mcda.problem.weighing.openness import share_ranges
from bw_mcda.problem.weighing.pairwise_shares import principal_eigenvector
from bw_mcda.problem.weighing.ratio_bounds import ratio_bounds
from bw_mcda.problem.weighing.shares import shares_of

CASES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("*.json"))
}


def by_answer(kind):
    return pytest.mark.parametrize(
        "case",
        [
            pytest.param(case, id=name)
            for name, case in CASES.items()
            # A whole hierarchy of matrices has a test of its own.
            if case.get("answer") == kind and "alternatives" not in case
        ],
    )


def pairwise(judgements, rule="eigenvector"):
    return Pairwise(judgements=tuple(map(tuple, judgements)), rule=PairwiseRule(rule))


def test_no_kind_of_answer_goes_without_a_published_case():
    kinds = {kind.__name__ for kind in (*typing.get_args(FlatAnswer), PerTheme)}
    assert {case["answer"] for case in CASES.values() if "answer" in case} == kinds
    assert all(hasattr(answers, kind) for kind in kinds)
    rules = {c["rule"] for c in CASES.values() if c.get("answer") == "Pairwise"}
    assert rules == {rule.value for rule in PairwiseRule}
    assert set(CASES["ranked_closed_forms"]["shares"]) == {rule.value for rule in RankRule}


def test_no_objective_weights_go_without_a_published_case():
    assert {c["objective"] for c in CASES.values() if "objective" in c} == set(OBJECTIVE_METHODS)
    assert all(case["source"] for case in CASES.values())


@by_answer("Pairwise")
def test_judgements_in_pairs_give_the_printed_weights(case):
    answer = pairwise(case["judgements"], case["rule"])
    shares = shares_of(answer)
    if case.get("rows_product"):
        # The geometric mean of each row of the reciprocal matrix, by hand.
        rows = dict.fromkeys(shares, 1.0)
        for one, other, times in case["judgements"]:
            rows[one] *= times
            rows[other] /= times
        means = {id_: product ** (1 / len(rows)) for id_, product in rows.items()}
        total = sum(means.values())
        case = {**case, "shares": {id_: mean / total for id_, mean in means.items()}}
    assert shares == pytest.approx(case["shares"], abs=case["tolerance"])
    if "consistency_ratio" in case:
        (found,) = answer_consistency(answer)
        assert found.ratio == pytest.approx(case["consistency_ratio"], abs=case["tolerance"])


def test_a_hierarchy_of_matrices_gives_the_printed_scores():
    case = CASES["pairwise_papathanasiou_ploskas_2018"]
    criteria = case["criteria"]
    answer = pairwise(
        [(f"c{i}", f"c{j}", criteria[i][j]) for i in range(4) for j in range(4) if i < j]
    )
    shares = shares_of(answer)
    local = [
        principal_eigenvector(np.array(matrix, dtype=float))[0] for matrix in case["alternatives"]
    ]
    scores = sum(shares[f"c{c}"] * vector for c, vector in enumerate(local))
    assert scores == pytest.approx(case["scores"], abs=case["tolerance"])


@by_answer("PerTheme")
def test_judgements_per_theme_give_the_printed_weights(case):
    within = {
        theme: [(f"{theme}.{one}", f"{theme}.{other}", times) for one, other, times in judged]
        for theme, judged in case["within"].items()
    }
    answer = PerTheme(
        between=pairwise(case["between"]),
        within=tuple((theme, pairwise(judged)) for theme, judged in within.items()),
    )
    found = dict.fromkeys(case["shares"], 0.0)
    for id_, share in shares_of(answer).items():
        found[id_.partition(".")[2]] += share
    assert found == pytest.approx(case["shares"], abs=case["tolerance"])


@by_answer("BestWorst")
def test_best_and_worst_give_the_printed_weights_and_misfit(case):
    answer = BestWorst(
        best=case["best"],
        worst=case["worst"],
        best_over=tuple(case["best_over"].items()),
        over_worst=tuple(case["over_worst"].items()),
    )
    shares, misfit = best_worst_shares(answer)
    assert shares == pytest.approx(case["shares"], abs=case["tolerance"])
    assert misfit == pytest.approx(case["misfit"], abs=case["tolerance"])


@by_answer("RankedShares")
def test_a_rank_gives_the_shares_of_the_closed_forms(case):
    order = tuple((id_,) for id_ in "abcd")
    for rule, shares in case["shares"].items():
        answer = RankedShares(order=order, rule=RankRule(rule), exponent=case["exponent"])
        assert list(shares_of(answer).values()) == pytest.approx(shares, abs=case["tolerance"])


@pytest.mark.parametrize("kind", [SwingPoints, DirectPoints])
def test_points_give_the_printed_weights(kind):
    (case,) = (c for c in CASES.values() if c.get("answer") == kind.__name__)
    answer = kind(points=tuple((f"c{i}", points) for i, points in enumerate(case["points"])))
    assert list(shares_of(answer).values()) == pytest.approx(case["shares"], abs=case["tolerance"])


@by_answer("SwingOrder")
def test_an_order_gives_the_printed_centroid_and_so_do_its_draws(case):
    answer = SwingOrder(order=tuple((id_,) for id_ in case["order"]))
    shares = list(shares_of(answer).values())
    assert shares == pytest.approx(case["shares"], abs=case["tolerance"])
    drawn = draw_open_weights(ratio_bounds(answer), 100_000, np.random.default_rng(2))
    error = drawn.weights.std(axis=1) / np.sqrt(100_000)
    assert np.all(np.abs(drawn.weights.mean(axis=1) - shares) < 4 * error)


@by_answer("SwingRange")
def test_points_with_doubt_give_the_extreme_shares(case):
    answer = SwingRange(ranges=tuple((id_, *map(float, r)) for id_, r in case["ranges"].items()))
    ranges = share_ranges(answer)
    for end, side in enumerate(("least", "greatest")):
        found = {id_: pair[end] for id_, pair in ranges.items()}
        assert found == pytest.approx(case[side], abs=case["tolerance"])


@by_answer("SwingRatios")
def test_exact_ratios_give_the_printed_weights(case):
    answer = SwingRatios(ratios=tuple(map(tuple, case["ratios"])))
    assert shares_of(answer) == pytest.approx(case["shares"], abs=case["tolerance"])


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=name) for name, c in CASES.items() if "objective" in c]
)
def test_objective_weights_are_the_printed_ones(case):
    table = np.array(case["matrix"], dtype=float)
    costs = case.get("costs")
    printed = case["shares"]
    if "shares_with_costs" in case:
        respected = objective_shares(case["objective"], table, costs)
        assert respected == pytest.approx(case["shares_with_costs"], abs=case["tolerance"])
        costs = None
    found = objective_shares(case["objective"], table, costs)
    assert found == pytest.approx(printed, abs=case["tolerance"])
