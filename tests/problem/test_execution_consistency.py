from __future__ import annotations

import pytest

from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.execution import SizeRange, StartWindow
from bw_mcda.problem.finding import ScenarioError
from simple_scenario import simple_scenario


def found(**about):
    with pytest.raises(ScenarioError) as refused:
        simple_scenario(
            [[0.1], [0.2], [0.3]],
            alternatives={1: about, 2: {"start": StartWindow(first=2028, last=2029)}},
        )
    return [str(finding) for finding in refused.value.findings]


@pytest.mark.parametrize(
    ("about", "messages"),
    [
        (
            {"start": StartWindow(first=2025, last=2027)},
            [
                "alternatives.a1.start: got 2025 to 2027; "
                "allowed: years from 2026 on, the first one first"
            ],
        ),
        (
            {"size": SizeRange(least=0.5, most=0.4)},
            [
                "alternatives.a1.size: got 0.5 to 0.4 by 0.1; "
                "allowed: 0.001 <= least <= most <= 10, by a step of 0.001 or more"
            ],
        ),
        (
            {"size": SizeRange(least=0.01, step=0.01)},
            ["alternatives.a1: got 100 starts and sizes; allowed: 60 at most"],
        ),
        (
            {"requires": ("a2",)},
            [
                "alternatives.a1.start: got a start in 2026, and a2 from 2028 on; "
                "allowed: what is required can start as early"
            ],
        ),
        (
            {"requires_one_of": (("a9",), ())},
            [
                "alternatives.a1.requires_one_of: got 'a9'; "
                "allowed: the id of an alternative: a0, a2",
                "alternatives.a1.requires_one_of: got none; allowed: at least one alternative",
            ],
        ),
        (
            {"effect_path": EffectPath(size=0)},
            ["alternatives.a1.effect_path.size: got 0; allowed: above 0, up to 10"],
        ),
    ],
)
def test_starts_and_sizes_that_cannot_be_are_told(about, messages):
    assert found(**about) == messages


def test_the_largest_size_is_always_there_and_a_tenth_is_a_tenth():
    assert SizeRange(least=0.1, most=0.35, step=0.1).sizes == (0.1, 0.2, 0.3, 0.35)
    assert SizeRange(least=0.7).sizes == (0.7, 0.8, 0.9, 1.0)
    assert StartWindow(first=2026, last=2028).years == (2026, 2027, 2028)
