"""This file holds what a package's scores mean."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.package_model import score_form, values_of

VALUES = st.lists(st.floats(-1, 1), min_size=3, max_size=3)


@settings(max_examples=50, deadline=None)
@given(
    gains=st.lists(VALUES, min_size=1, max_size=4),
    null_values=st.lists(st.floats(0, 0.9), min_size=3, max_size=3),
    points=st.lists(st.integers(1, 100), min_size=3, max_size=3),
    extra=st.floats(-1, 1),
)
def test_scores_are_the_weighted_gains_over_the_null_alternative(
    enumeration, gains, null_values, points, extra
):
    pairs = [(0, len(gains) - 1, 1, extra)] if len(gains) > 1 else []
    decided = enumeration.decision(
        gains,
        null_values=null_values,
        points=points,
        synergies=pairs,
        tasks={"both": (0, 1), "last": (2,)},
    )
    shares = [p / sum(points) for p in points]
    names = decided.measures
    for package in chain.from_iterable(combinations(names, k) for k in range(len(names) + 1)):
        total = [sum(gains[names.index(m)][c] for m in package) for c in range(3)]
        if pairs and {names[0], names[-1]} <= set(package):
            total[1] += extra
        value = 100 * sum(s * g for s, g in zip(shares, total, strict=True))
        assert decided.scores.value.of(package) / 1e6 == pytest.approx(value, abs=1e-5)
        both, last = decided.scores.tasks
        room = sum(shares[c] * (1 - null_values[c]) for c in (0, 1))
        gain = sum(shares[c] * total[c] for c in (0, 1))
        assert both.of(package) / 1e6 == pytest.approx(100 * gain / room, abs=1e-5)
        assert last.of(package) / 1e6 == pytest.approx(
            100 * total[2] / (1 - null_values[2]), abs=1e-5
        )


def test_a_task_is_100_when_all_its_criteria_reach_their_best_anchor(enumeration):
    decided = enumeration.decision(
        [[0.75, 0.4]], null_values=[0.25, 0.6], points=[80, 20], tasks={"t": (0, 1)}
    )
    assert decided.scores.tasks[0].of(("m0",)) == 100_000_000


def test_criteria_of_a_task_count_equally_when_nobody_gives_them_weight(enumeration):
    decided = enumeration.decision([[0.4, 0.2, 0.3]], points=[0, 0, 1], tasks={"t": (0, 1)})
    assert decided.scores.tasks[0].of(("m0",)) == 30_000_000


def test_a_task_that_is_solved_already_can_only_lose_part_of_its_range(enumeration):
    decided = enumeration.decision([[-0.3]], null_values=[1.0])
    assert decided.scores.tasks[0].of(("m0",)) == -30_000_000


def test_pairs_with_the_null_alternative_count_for_nothing(enumeration):
    from dataclasses import replace

    from bw_mcda.engine.scoring.synergy import SynergyGain

    gain = SynergyGain(first="nothing", second="m0", criterion="c0", value=0.5)
    decided = replace(enumeration.decision([[0.1]]), synergies=(gain,))
    assert decided.scores.pairs == ()


def test_two_entries_for_one_pair_add_up_in_either_direction(enumeration):
    decided = enumeration.decision([[0.1], [0.1]], synergies=[(0, 1, 0, 0.2), (1, 0, 0, 0.1)])
    assert decided.scores.value.pair_gains == {("m0", "m1"): 30_000_000}


@settings(max_examples=50, deadline=None)
@given(scores=st.lists(st.integers(-50, 50), min_size=1, max_size=6))
def test_sums_of_the_lowest_order_packages_as_their_sorted_scores_do(enumeration, scores):
    decided = enumeration.decision([[score / 100 for score in scores]])
    forms = tuple(score_form(task) for task in decided.scores.tasks)
    sums = [
        Level(name="", forms=forms, lowest=k).at(values_of(("m0",), ()))
        for k in range(1, len(forms) + 1)
    ]
    steps = [b - a for a, b in zip([0, *sums], sums, strict=False)]
    assert steps == [score * 1_000_000 for score in sorted(scores)]
