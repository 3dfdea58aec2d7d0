from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.robustness.curve_pieces import NARROWEST, curve_pieces
from bw_mcda.engine.robustness.pair_timeline import SHORTEST_LEVEL, bracketed_root, pair_timeline
from bw_mcda.engine.robustness.swap_points import swap_points, swaps_of_curves
from bw_mcda.engine.scoring.cells import cells_of
from bw_mcda.engine.scoring.score_curve import ScoreCurve
from bw_mcda.engine.scoring.value_table import value_tables
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.criterion import (
    ClassesValue,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    PiecewiseValue,
    SaturatingValue,
)
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.performance import Between, Exact, Unknown
from bw_mcda.results.swap_points import Lead, SwapKind
from simple_scenario import numeric, simple_scenario

UNTIL = 40.0


def curve(path, *points):
    """Make a straight curve through (share, score) points from share 0 to share 1."""
    kinks, scores = np.array(points or ((0.0, 0.0), (1.0, 1.0))).T
    return ScoreCurve(path=EffectPath(**path), kinks=kinks, straight=scores, bent=())


def swaps(*curves, until=UNTIL):
    return swaps_of_curves(curves, tuple(f"a{n}" for n in range(len(curves))), until)


def horizons(result):
    return [point.horizon for point in result.points]


paths = st.builds(
    EffectPath,
    delay=st.sampled_from([0.0, 0.5, 1.0, 2.0]) | st.floats(0, 20),
    ramp_up=st.sampled_from([0.0, 1.0, 5.0]) | st.floats(0.01, 20),
    decay=st.sampled_from([0.0, 0.1]) | st.floats(0.001, 0.9),
)


@st.composite
def straight_curves(draw):
    corners = draw(st.sets(st.floats(0.05, 0.95), max_size=3))
    kinks = np.array([0.0, *sorted(corners), 1.0])
    scores = np.array([draw(st.integers(-50, 50)) for _ in kinks], dtype=float)
    scores[0] = 0.0
    return ScoreCurve(path=draw(paths), kinks=kinks, straight=scores, bent=())


def order_of(points, pair, at):
    """Return who is above at a moment, by what the points of a pair say."""
    for point in points:
        if at < point.horizon:
            return point.above_before
        if at < point.level_until:
            return None
    return points[-1].above_after


@settings(max_examples=150, deadline=None)
@given(st.lists(straight_curves(), min_size=2, max_size=4), st.integers(0, 10**6))
def test_between_two_swaps_the_order_is_the_one_that_is_told(curves, seed):
    found = swaps(*curves)
    assert found.closed_form
    moments = np.sort(np.random.default_rng(seed).uniform(0, UNTIL, 300))
    scores = np.array([one.at(moments) for one in curves])
    for a in range(len(curves)):
        for b in range(a + 1, len(curves)):
            pair = (f"a{a}", f"a{b}")
            points = found.of_pair(*pair)
            difference = scores[a] - scores[b]
            clear = np.abs(difference) > 1e-6
            above = np.where(difference > 0, pair[0], pair[1])[clear]
            if not points:
                assert len(set(above)) <= 1
                continue
            told = [order_of(points, pair, at) for at in moments[clear]]
            assert list(above) == told


STEEP = curve({"decay": 0.1}, (0, 0), (0.95, 1), (np.nextafter(0.95, 1), -1), (1, 0))


@settings(max_examples=100, deadline=None)
@given(st.lists(straight_curves(), min_size=2, max_size=4))
@example([curve({}, (0, 0), (1, 0)), STEEP])
def test_at_a_swap_the_scores_are_equal_unless_an_effect_jumps(curves):
    """A score may also fall so steeply that it is equal only in between two moments next to it."""
    for point in swaps(*curves).points:
        one, other = (curves[int(name[1:])] for name in point.pair)
        around = point.horizon + NARROWEST * np.array([-1.0, 0.0, 1.0])
        before, at, after = one.at(around) - other.at(around)
        starts = {each.path.delay for each in (one, other)}
        if point.kind is SwapKind.JUMPS:
            assert point.horizon in starts
            assert before * at < 0
        elif min(abs(before), abs(at), abs(after)) > 1e-6:
            assert before * after < 0
            assert np.abs(np.array([*starts]) - point.horizon).min() > NARROWEST


@settings(max_examples=100, deadline=None)
@given(straight_curves(), straight_curves())
@example(
    curve({"delay": 11.0}, (0, 0), (1, 1)),
    curve({"decay": 0.875}, (0, 0), (0.5, 1), (0.625, 0), (0.75, 0), (1, 0)),
)
def test_the_search_in_steps_finds_what_the_closed_form_finds(one, other):
    """When scores become level is known to `SHORTEST_LEVEL`; when they cross, far better."""
    exact, searched = (
        [point for point in swaps(*curves).points if point.turns]
        for curves in ((one, other), (searchable(one), searchable(other)))
    )
    assert [point.above_after for point in searched] == [point.above_after for point in exact]
    for found, expected in zip(searched, exact, strict=True):
        within = SHORTEST_LEVEL if SwapKind.LEVEL in {found.kind, expected.kind} else 1e-7
        assert found.horizon == pytest.approx(expected.horizon, abs=within)


def searchable(straight):
    """Return the same curve with a cell that counts for nothing: it has to be searched."""
    scenario = simple_scenario([[0.5], [0.6]])
    cell = next(iter(cells_of(scenario.problem, scenario.plan)))[2][0]
    return replace(straight, bent=((0.0, cell),))


@settings(max_examples=60, deadline=None)
@given(st.lists(straight_curves(), min_size=2, max_size=4), st.integers(0, 10**6))
@example([curve({}, (0, 0), (1, 0)), curve({"ramp_up": 5.0, "decay": 0.75}, (0, 0), (1, -1))], 0)
@example(
    [
        curve({}, (0, 0), (1, 0)),
        curve({"delay": 0.5, "decay": 0.75}, (0, 0), (0.5, -1), (1, 0)),
    ],
    0,
)
def test_who_leads_has_the_highest_score(curves, seed):
    leads = swaps(*curves).leads
    assert (leads[0].start, leads[-1].end) == (0.0, UNTIL)
    for one, other in pairwise(leads):
        assert one.end == other.start
        assert one.first != other.first
    for lead, share in zip(
        leads, np.random.default_rng(seed).uniform(0.01, 0.99, 99), strict=False
    ):
        at = np.array([lead.start + share * (lead.end - lead.start)])
        scores = np.array([one.at(at)[0] for one in curves])
        assert scores[[int(name[1:]) for name in lead.first]] == pytest.approx(
            scores.max(), abs=1e-6
        )


shapes = st.sampled_from(
    [
        LinearValue(),
        ExponentialValue(2.0),
        PiecewiseValue(((0.0, 0.0), (0.4, 0.8), (1.0, 1.0))),
        SaturatingValue(0.6),
        SaturatingValue(0.6, 1.5),
        LogisticValue(0.4, 9.0),
        ClassesValue((0.3, 0.7), (0.6, 1.0)),
        ClassesValue((0.5,)),
    ]
)
performances = st.one_of(
    st.floats(-0.2, 1.2).map(Exact),
    st.tuples(st.floats(-0.2, 0.8), st.floats(0.1, 0.6)).map(lambda t: Between(t[0], t[0] + t[1])),
    st.just(Unknown("no study")),
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(performances, min_size=2, max_size=2), min_size=3, max_size=3),
    st.lists(shapes, min_size=2, max_size=2),
    st.lists(paths, min_size=2, max_size=2),
    st.integers(0, 10**6),
)
@example(  # two uncertain levels, the own one with a small share: no staircase
    [
        [Exact(0.0), Between(0.25, 0.625)],
        [Exact(0.0), Exact(0.0)],
        [Exact(0.0), Unknown("no study")],
    ],
    [LinearValue(), ClassesValue((0.5,))],
    [EffectPath(), EffectPath(ramp_up=1.0)],
    0,
)
@example(  # a sharp dip where the last possible level leaves a class
    [
        [Exact(0.1953125), Exact(0.375)],
        [Unknown("no study"), Between(0.0, 0.15625)],
        [Unknown("no study"), Exact(0.375)],
    ],
    [ClassesValue((0.5,)), SaturatingValue(0.6, 1.5)],
    [
        EffectPath(delay=0.5, ramp_up=5.5625, decay=0.6875),
        EffectPath(delay=0.5, ramp_up=5.0, decay=0.6875),
    ],
    0,
)
@example(  # a change too small to divide by
    [[Exact(0.0), Exact(0.0)], [Exact(0.0), Exact(0.0)], [Exact(0.0), Exact(2e-311)]],
    [LinearValue(), LinearValue()],
    [EffectPath(), EffectPath()],
    0,
)
def test_the_leaders_are_those_of_the_ranking_at_each_horizon(table, forms, two_paths, seed):
    scenario = simple_scenario(
        table,
        criteria=[numeric(f"c{c}", shape=form) for c, form in enumerate(forms)],
        alternatives={a: {"effect_path": path} for a, path in enumerate(two_paths, start=1)},
    )
    weights = weights_of(scenario.problem, "together")
    found = swap_points(scenario, weights)
    shares = np.random.default_rng(seed).uniform(0.01, 0.99, len(found.leads))
    at = [
        lead.start + s * (lead.end - lead.start)
        for lead, s in zip(found.leads, shares, strict=True)
    ]
    for lead, values in zip(found.leads, value_tables(scenario, at), strict=True):
        ranking = additive_ranking(values, weights)
        for name in lead.first:
            assert ranking.score_of(name) == pytest.approx(ranking.scores.max(), abs=1e-6)


def test_two_straight_rises_cross_where_the_lines_do():
    quick = curve({"ramp_up": 2.0}, (0, 0), (1, 10))  # 5 a year, then 10
    slow = curve({"delay": 1.0, "ramp_up": 9.0}, (0, 0), (1, 30))  # from year 1: 30/9 a year
    found = swaps(quick, slow)
    assert horizons(found) == pytest.approx([4.0], abs=1e-12)
    point = found.points[0]
    assert (point.above_before, point.above_after, point.kind) == ("a0", "a1", SwapKind.CROSSES)
    assert [lead.first for lead in found.leads] == [("a0",), ("a1",)]


def test_a_fading_effect_meets_a_lasting_one_at_a_logarithm():
    fading = curve({"decay": 0.1}, (0, 0), (1, 10))
    lasting = curve({"delay": 0.0}, (0, 0), (1, 4))
    assert horizons(swaps(fading, lasting)) == pytest.approx([np.log(0.4) / np.log(0.9)], abs=1e-10)


def test_two_fading_effects_meet_where_their_ratio_is_that_of_their_sizes():
    one, other = curve({"decay": 0.2}, (0, 0), (1, 9)), curve({"decay": 0.1}, (0, 0), (1, 3))
    assert horizons(swaps(one, other)) == pytest.approx(
        [np.log(1 / 3) / np.log(0.8 / 0.9)], abs=1e-10
    )


def test_two_swaps_inside_one_piece_are_both_found():
    high = curve({"decay": 0.3}, (0, 0), (1, 10))
    bowl = curve({"decay": 0.02}, (0, -40), (1, 9.5))
    found = swaps(high, bowl)
    exact = np.array([point.horizon for point in found.points])
    difference = high.at(exact) - bowl.at(exact)
    assert difference == pytest.approx(0 * exact, abs=1e-9)
    dense = np.linspace(1e-9, UNTIL, 400_001)
    signs = np.sign(high.at(dense) - bowl.at(dense))
    assert len(exact) == np.count_nonzero(np.diff(signs)) == 2


def test_scores_that_only_touch_are_told_as_a_touch_and_change_nothing():
    # 10 * 0.5^t - (c + 8 * 0.9^t) is lowest at t*, where c makes it exactly 0.
    p, q = np.log(0.5), np.log(0.9)
    turn = np.log(8 * q / (10 * p)) / (p - q)
    c = 10 * np.exp(p * turn) - 8 * np.exp(q * turn)
    one = curve({"decay": 0.5}, (0, 0), (1, 10))
    other = curve({"decay": 0.1}, (0, c), (1, 8 + c))
    found = swaps(one, other)
    [point] = found.points
    assert point.kind is SwapKind.TOUCHES
    assert not point.turns
    assert point.horizon == pytest.approx(turn, abs=1e-9)
    [searched] = swaps(searchable(one), searchable(other)).points
    assert searched.kind is SwapKind.TOUCHES
    assert searched.horizon == pytest.approx(turn, abs=1e-3)


def test_an_effect_without_a_rise_jumps_over_another():
    found = swaps(curve({"delay": 3.0}, (0, 0), (1, 10)), curve({}, (0, 0), (1, 4)))
    [point] = found.points
    assert (point.horizon, point.kind) == (3.0, SwapKind.JUMPS)
    assert (point.above_before, point.above_after) == ("a1", "a0")


def test_a_level_that_enters_another_class_jumps_at_the_moment_it_does():
    criteria = [numeric("c0", shape=ClassesValue((0.5,))), numeric("c1")]
    scenario = simple_scenario(
        [[0.0, 0.0], [1.0, 0.0], [0.0, 0.6]],
        criteria=criteria,
        alternatives={1: {"effect_path": EffectPath(ramp_up=8)}},
    )
    [point] = swap_points(scenario, weights_of(scenario.problem, "together")).of_pair("a1", "a2")
    assert point.kind is SwapKind.JUMPS
    assert (point.above_before, point.above_after) == ("a2", "a1")
    assert point.horizon == pytest.approx(4.0, abs=1e-7)


def test_scores_that_stay_level_for_a_while_say_until_when():
    capped = curve({"ramp_up": 4.0}, (0, 0), (0.5, 10), (1, 10))  # 10 from year 2 on
    other = curve({"delay": 1.0, "ramp_up": 4.0}, (0, 0), (0.5, 10), (0.75, 10), (1, 12))
    [point] = swaps(capped, other).points
    assert point.kind is SwapKind.LEVEL
    assert (point.horizon, point.level_until) == pytest.approx((3.0, 4.0))


def test_before_any_effect_all_lead_together():
    found = swaps(curve({"delay": 2.0}), curve({"delay": 5.0}, (0, 0), (1, 2)), until=10.0)
    assert found.leads == (
        Lead(start=0.0, end=2.0, first=("a0", "a1")),
        Lead(start=2.0, end=5.0, first=("a0",)),
        Lead(start=5.0, end=10.0, first=("a1",)),
    )


def test_a_difference_that_fades_away_is_level_from_when_nobody_sees_it():
    lasting, fading = curve({}, (0, 0), (1, 0)), curve({"decay": 0.75}, (0, 0), (1, -1))
    gone = np.log(1e-9) / np.log(0.25)
    alone, together = swaps(lasting, fading).leads
    assert (alone.first, together.first) == (("a0",), ("a0", "a1"))
    assert alone.end == together.start == pytest.approx(gone, abs=1e-9)
    later = curve({"delay": 20.0}, (0, 0), (1, -1))
    [point] = swaps(later, fading).of_pair("a0", "a1")
    assert point.kind is SwapKind.LEVEL
    assert (point.horizon, point.level_until) == pytest.approx((gone, 20.0), abs=1e-6)


def test_without_a_last_year_the_longest_that_the_plan_names_is_taken():
    scenario = simple_scenario([[0.5], [0.6]])
    weights = weights_of(scenario.problem, "together")
    assert swap_points(scenario, weights).until == 30.0
    assert swap_points(scenario, weights, until=3.0).until == 3.0


def test_the_frame_has_a_row_per_point_and_may_be_empty():
    found = swaps(curve({"delay": 3.0}, (0, 0), (1, 10)), curve({}, (0, 0), (1, 4)))
    frame = found.to_frame()
    assert frame.loc[("a0", "a1"), "horizon"] == 3.0
    assert swaps(curve({})).to_frame().empty


@pytest.mark.parametrize(
    ("function", "low", "high", "root"),
    [
        (lambda x: x**3 - 2, 0.0, 2.0, 2 ** (1 / 3)),
        (lambda x: np.exp(-x) - 0.01, 0.0, 50.0, np.log(100)),
        (lambda x: (x - 1) ** 9, 0.0, 3.0, 1.0),
        (lambda x: -1.0 if x < np.pi else 1.0, 0.0, 4.0, np.pi),
        (lambda x: x, -1.0, 5.0, 0.0),
    ],
)
def test_a_root_between_two_signs_is_found_also_at_a_flat_spot_and_at_a_jump(
    function, low, high, root
):
    flat = 1e-3 if root == 1.0 else 1e-9
    assert bracketed_root(function, low, high) == pytest.approx(root, abs=flat)


def test_a_timeline_runs_from_0_to_the_end_without_a_hole():
    pieces = curve_pieces((curve({"delay": 1.0}), curve({"ramp_up": 9.0}, (0, 0), (1, 3))), UNTIL)
    timeline = pair_timeline(pieces, 0, 1)
    assert (timeline[0].start, timeline[-1].end) == (0.0, UNTIL)
    assert all(one.end == other.start for one, other in pairwise(timeline))
