"""This file holds the promise that what may be best stays, and what is beaten goes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.robust_packages import robust_packages
from bw_mcda.engine.portfolio.score_intervals import never_beaten
from bw_mcda.engine.portfolio.settling import settling_of
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum
from bw_mcda.problem.weights import Weights
from bw_mcda.results.core_index import Belonging

CORNERS = ((1, 0, 0), (1, 2, 1), (0, 1, 4))


def corners_of(decided, corners=CORNERS):
    return [
        Weights.from_points(dict(zip(decided.values.criteria, map(float, points), strict=False)))
        for points in corners
    ]


def robust_of(decided, corners=CORNERS, **options):
    return robust_packages(
        decided.problem,
        decided.values,
        corners_of(decided, corners),
        synergies=decided.synergies,
        **options,
    )


def worth_by_trying_all(enumeration, decided):
    """Return every kept package with its value for each corner, in units."""
    seen = [replace(decided, weights=weights) for weights in corners_of(decided)]
    return {
        package: tuple(each.scores.value.of(package) for each in seen)
        for package in enumeration.kept_packages(decided)
    }


def unbeaten_by_trying_all(worth):
    return {
        package
        for package, own in worth.items()
        if not any(
            other != own and all(o >= w for o, w in zip(other, own, strict=True))
            for other in worth.values()
        )
    }


TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)


@settings(max_examples=30, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=3, max_size=3), min_size=2, max_size=6),
    euros=st.integers(0, 8),
    list_up_to=st.sampled_from([0, 16]),
)
@example(gains=[[-0.15, 0.0, 0.15], [0.1, 0.0, 0.2], [0.2, 0.25, 0.0]], euros=4, list_up_to=0)
def test_packages_shares_and_losses_agree_with_enumeration(enumeration, gains, euros, list_up_to):
    decided = enumeration.decision(
        gains,
        costs=[{("state", 2026): 1 + a % 3} for a in range(len(gains))],
        synergies=[(0, 1, 2, 0.1)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    )
    worth = worth_by_trying_all(enumeration, decided)
    expected = unbeaten_by_trying_all(worth)
    robust = robust_of(decided, list_up_to=list_up_to)
    assert robust.status == "optimal"
    assert set(robust.packages) == expected
    assert len(robust.packages) == len(expected)
    for found in robust.measures:
        inside = sum(found.measure in package for package in expected)
        assert found.packages == inside
        assert robust.share(found.measure) == inside / len(expected)
        names = {0: "exterior", len(expected): "core"}
        assert found.belonging == names.get(inside, "borderline")
        best = np.array(list(worth.values())).max(axis=0)
        for loss, is_in in ((found.loss_out, False), (found.loss_in, True)):
            allowed = [own for package, own in worth.items() if (found.measure in package) is is_in]
            if not allowed:
                assert loss == (float("inf"), float("inf"))
                continue
            losses = (best - np.array(allowed).max(axis=0)) / 1e6
            assert loss == pytest.approx((losses.min(), losses.max()))


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000), n=st.integers(1, 5), corners=st.integers(1, 3), wide=st.booleans()
)
def test_a_package_goes_only_when_one_other_beats_it_whatever_the_scores(seed, n, corners, wide):
    rng = np.random.default_rng(seed)
    inside = (np.arange(2**n)[:, None] >> np.arange(n) & 1).astype(bool)
    inside = inside[rng.random(len(inside)) < 0.8]
    low = rng.integers(-4, 5, (n, corners))
    high = low + (rng.integers(0, 4, (n, corners)) if wide else 0)
    extra = rng.integers(-1, 2, (len(inside), corners))
    expected = []
    for place, own in enumerate(inside):
        beaten = False
        for rival, other in enumerate(inside):
            gains = [
                extra[rival] - extra[place] + low[other & ~own].sum(0) - high[own & ~other].sum(0),
                extra[rival] - extra[place] + high[other & ~own].sum(0) - low[own & ~other].sum(0),
            ]
            beaten |= bool((gains[0] >= 0).all() and (gains[1] > 0).any())
        if not beaten:
            expected.append(place)
    assert never_beaten(inside, extra, low, high).tolist() == expected


def test_the_best_package_of_every_mix_of_corners_is_there(enumeration):
    rng = np.random.default_rng(6)
    decided = enumeration.decision(
        rng.integers(-10, 41, (8, 3)) / 100,
        costs=[{("state", 2026): int(rng.integers(1, 9))} for _ in range(8)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=18),)),
    )
    worth = worth_by_trying_all(enumeration, decided)
    robust = robust_of(decided)
    for mix in rng.dirichlet(np.ones(3), 50):
        best = max(worth, key=lambda package: np.dot(worth[package], mix))
        assert best in robust.packages


def test_what_nobody_knows_may_be_anything_unless_told_otherwise(enumeration):
    decided = enumeration.decision([[0.3, 0.3, 0.3], [0.2, 0.2, 0.2]])
    decided = decided.with_measure("m0", excludes=("m1",))
    unknown = replace(
        decided.values,
        low=decided.values.expected - np.array([[0] * 3, [0.2] * 3, [0] * 3]),
        high=decided.values.expected + np.array([[0] * 3, [0.1] * 3, [0] * 3]),
    )
    decided = replace(decided, values=unknown)
    open_ended = robust_of(decided)
    assert open_ended.packages == (("m0",), ("m1",))
    assert open_ended.unknowns_counted
    expected = robust_of(decided, count_unknowns=False)
    assert expected.packages == (("m0",),)
    assert not expected.unknowns_counted


def test_a_border_case_is_settled_by_the_weight_it_hangs_on(enumeration):
    decided = enumeration.decision([[0.3, 0.0, 0.0], [0.0, 0.1, 0.1]])
    decided = decided.with_measure("m0", excludes=("m1",))
    robust = robust_of(decided, ((1, 0, 0), (0, 1, 1)))
    first, second = robust.measures
    # In when 0.3 w > 0.1 (1 - w), which is at a quarter.
    assert first.settling.criterion == "c0"
    assert first.settling.above
    assert first.settling.threshold == pytest.approx(0.25, abs=0.01)
    assert first.settling.share_right == 1
    assert second.settling.share_right == 1
    assert robust.to_frame().loc["m0", "share"] == 0.5
    assert robust.that_are(Belonging.BORDERLINE) == ("m0", "m1")


def test_no_weight_settles_what_never_changes_or_hangs_on_chance():
    weights = np.random.default_rng(1).dirichlet([1, 1], 10)
    assert settling_of(("a", "b"), weights, np.ones(10, dtype=bool)) is None
    assert settling_of(("a",), np.full((4, 1), 0.5), np.array([True, False, True, False])) is None


@pytest.mark.parametrize("list_up_to", [0, 16])
def test_rules_that_clash_are_named_and_corners_are_needed(enumeration, list_up_to):
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=90),))
    decided = enumeration.decision([[0.1, 0.1, 0.1]], rules=never)
    robust = robust_of(decided, list_up_to=list_up_to)
    assert (robust.status, robust.packages) == ("infeasible", ())
    assert [rule.subjects for rule in robust.clashing_rules] == [("t0",)]
    assert robust.share("m0") == 0
    with pytest.raises(KeyError):
        robust.share("m9")
    with pytest.raises(ValueError, match="need weights: give corners, or stakeholders"):
        robust_of(decided, ())


def test_without_time_nothing_is_claimed(enumeration):
    robust = robust_of(enumeration.decision([[0.1, 0.1, 0.1]]), list_up_to=0, time_limit=0.0)
    assert (robust.status, robust.packages) == ("stopped", ())
    assert robust.measures[0].loss_out is None
