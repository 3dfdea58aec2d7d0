from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.problem.weighing.answer_findings import answer_findings
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
from bw_mcda.problem.weighing.openness import is_open, share_ranges
from bw_mcda.problem.weighing.shares import shares_of
from bw_mcda.problem.weights import Weights
from weight_answers import answers, best_worst, flat_answers

THEMES = {"t": ("a", "b", "c"), "u": ("d",), "v": ("e", "f")}
IDS = ("a", "b", "c", "d", "e")


@settings(deadline=None)
@given(answers(THEMES))
def test_every_answer_gives_each_criterion_one_share_and_all_together_1(answer):
    assert list(answer_findings("x", answer, THEMES)) == []
    shares = shares_of(answer)
    assert sorted(shares) == list("abcdef")
    assert all(share >= 0 for share in shares.values())
    assert sum(shares.values()) == pytest.approx(1)


@settings(deadline=None)
@given(answers(THEMES))
def test_the_share_lies_in_the_range_of_shares_that_the_answer_allows(answer):
    shares, ranges = shares_of(answer), share_ranges(answer)
    for id_, (least, greatest) in ranges.items():
        assert least - 1e-9 <= shares[id_] <= greatest + 1e-9
    widths = [greatest - least for least, greatest in ranges.values()]
    assert is_open(answer) or max(widths) < 1e-7


@settings(deadline=None)
@given(answers(THEMES))
def test_the_points_on_the_screen_give_the_same_shares_as_the_answer(answer):
    weights = Weights(answer=answer)
    again = Weights.from_points(dict(weights.points))
    assert all(0 <= value <= 100 + 1e-9 for _, value in weights.points)
    assert again.shares == pytest.approx(weights.shares)


@settings(deadline=None)
@given(flat_answers(IDS), st.permutations(IDS))
def test_a_share_does_not_hang_on_what_an_id_is_called(answer, names):
    """Renaming every id in the answer renames the shares and changes nothing else."""
    new = dict(zip(IDS, names, strict=True))

    def renamed(thing):
        if isinstance(thing, str):
            return new.get(thing, thing)
        if isinstance(thing, tuple):
            return tuple(renamed(item) for item in thing)
        return thing

    fields = {name: renamed(getattr(answer, name)) for name in type(answer).__slots__}
    fields |= {
        name: getattr(answer, name)
        for name in ("rule", "exponent")
        if name in type(answer).__slots__
    }
    found = shares_of(type(answer)(**fields))
    assert found == pytest.approx({new[i]: s for i, s in shares_of(answer).items()}, abs=1e-6)


@settings(deadline=None)
@given(st.integers(1, 12), st.randoms(use_true_random=False))
def test_a_complete_order_gets_the_rank_order_centroid(n, random):
    ids = [f"c{i}" for i in range(n)]
    random.shuffle(ids)
    order = tuple((id_,) for id_ in ids)
    assert shares_of(SwingOrder(order=order)) == pytest.approx(
        shares_of(RankedShares(order=order, rule=RankRule.CENTROID))
    )


@settings(deadline=None)
@given(st.lists(st.floats(0.1, 100), min_size=2, max_size=6))
def test_pairs_that_agree_with_each_other_give_back_the_weights_they_were_made_from(weights):
    ids = [f"c{i}" for i in range(len(weights))]
    total = sum(weights)
    judged = tuple(
        (a, b, weights[i] / weights[j])
        for i, a in enumerate(ids)
        for j, b in enumerate(ids)
        if i < j
    )
    for rule in PairwiseRule:
        # A chain of judgements without any other pair says the same as all of them.
        for some in (judged, tuple(j for j in judged if int(j[1][1:]) - int(j[0][1:]) == 1)):
            found = shares_of(Pairwise(judgements=some, rule=rule))
            assert [found[id_] for id_ in ids] == pytest.approx([w / total for w in weights])


@settings(deadline=None)
@given(best_worst(IDS))
def test_no_weights_fit_a_best_worst_answer_better_than_those_found(answer):
    """A shift of weight between any two criteria never lowers the greatest misfit."""
    from bw_mcda.problem.weighing.best_worst_shares import best_worst_shares

    shares, off = best_worst_shares(answer)
    assert _misfit(answer, shares) == pytest.approx(off, abs=1e-8)
    rng = np.random.default_rng(0)
    for _ in range(200):
        shift = rng.dirichlet(np.ones(len(shares)))
        step = rng.choice([1e-4, 1e-2, 0.3])
        moved = {
            id_: (1 - step) * share + step * other
            for (id_, share), other in zip(shares.items(), shift, strict=True)
        }
        assert _misfit(answer, moved) >= off - 1e-9


def _misfit(answer, shares):
    return max(
        *(abs(shares[answer.best] - n * shares[id_]) for id_, n in answer.best_over),
        *(abs(shares[id_] - n * shares[answer.worst]) for id_, n in answer.over_worst),
        0.0,
    )


@pytest.mark.parametrize(
    ("answer", "shares"),
    [
        (SwingPoints(points=(("a", 100.0), ("b", 60.0))), [0.625, 0.375]),
        (DirectPoints(points=(("a", 1.0), ("b", 3.0))), [0.25, 0.75]),
        (SwingOrder(order=(("a", "b"),)), [0.5, 0.5]),
        (SwingRange(ranges=(("a", 100.0, 100.0), ("b", 0.0, 0.0))), [1, 0]),
        (SwingRatios(ratios=(("a", "b", 3.0, 3.0),)), [0.75, 0.25]),
        (RankedShares(order=(("a",), ("b",)), rule=RankRule.SUM), [2 / 3, 1 / 3]),
        (RankedShares(order=(("b",), ("a",)), rule=RankRule.EXPONENT, exponent=2), [0.2, 0.8]),
        (Pairwise(judgements=(("a", "b", 4.0),)), [0.8, 0.2]),
        (BestWorst(best="b", worst="a", best_over=(("a", 4.0),), over_worst=()), [0.2, 0.8]),
    ],
)
def test_two_criteria_by_hand(answer, shares):
    found = shares_of(answer)
    assert [found["a"], found["b"]] == pytest.approx(shares)
    assert not is_open(answer)


def test_per_theme_multiplies_the_share_of_the_theme_and_of_the_criterion_in_it():
    answer = PerTheme(
        between=SwingPoints(points=(("t", 100.0), ("u", 100.0), ("v", 50.0))),
        within=(
            ("t", SwingOrder(order=(("a",), ("b",), ("c",)))),
            ("u", SwingOrder(order=(("d",),))),
            ("v", SwingRange(ranges=(("e", 100.0, 100.0), ("f", 50.0, 100.0)))),
        ),
    )
    shares = shares_of(answer)
    assert shares["a"] == pytest.approx(0.4 * 11 / 18)
    assert shares["d"] == pytest.approx(0.4)
    ranges = share_ranges(answer)
    assert ranges["a"] == pytest.approx((0.4 / 3, 0.4))
    assert ranges["f"] == pytest.approx((0.2 / 3, 0.1))
    assert is_open(answer)
