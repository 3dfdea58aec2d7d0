from __future__ import annotations

import pytest

from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.problem.alternative import Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.label import Label
from simple_scenario import change, numeric, simple_scenario

AREAS = (
    Area(id="large", label=Label(nl="groot"), inhabitants=300, source="made up"),
    Area(id="small", label=Label(nl="klein"), inhabitants=100, source="made up"),
)


def gains(first_areas=("large", "small"), second_areas=("large", "small"), path=EffectPath()):
    together = Synergy(other="a2", criterion="c0", change=-2.0, source="made up")
    scenario = simple_scenario(
        [[10.0], [change(-1)], [change(-1)]],
        criteria=[numeric("c0", 10, 0)],
        areas=AREAS,
        alternatives={
            1: {"strengthens": (together,), "areas": first_areas},
            2: {"areas": second_areas, "effect_path": path},
        },
        plan=AnalysisPlan(draws=10, horizon=5.0),
    )
    return synergy_gains(scenario)


def test_an_extra_change_for_the_better_is_worth_its_share_of_the_way():
    (gain,) = gains()
    assert (gain.first, gain.second, gain.criterion) == ("a1", "a2", "c0")
    assert gain.value == pytest.approx(0.2)


def test_it_counts_only_where_both_are():
    assert gains(second_areas=("small",))[0].value == pytest.approx(0.05)
    assert gains(("large",), ("small",))[0].value == 0


def test_it_has_come_as_far_as_the_slower_of_the_two():
    assert gains(path=EffectPath(ramp_up=10))[0].value == pytest.approx(0.1)
