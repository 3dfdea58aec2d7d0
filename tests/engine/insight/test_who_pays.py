"""This file holds decisions of which one can say who pays and who gains."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.shapley_values import shapley_values
from bw_mcda.engine.insight.who_pays import who_pays
from bw_mcda.problem.area import Area
from bw_mcda.problem.label import Label
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum
from bw_mcda.results.value_table import AreaValues


def in_areas(decided, gains_by_area):
    """Return a decision of which every measure gains something else in each of two equal areas."""
    null = np.zeros((1, len(decided.values.criteria)))
    expected = np.array([np.vstack([null, gains]) for gains in gains_by_area])
    areas = ("north", "south")
    return replace(
        decided,
        problem=replace(
            decided.problem,
            areas=tuple(
                Area(id=area, label=Label(nl=area), inhabitants=1, source="made up")
                for area in areas
            ),
        ),
        values=replace(
            decided.values,
            expected=expected.mean(axis=0),
            low=expected.mean(axis=0),
            high=expected.mean(axis=0),
            by_area=AreaValues(areas=areas, weights=np.array([0.5, 0.5]), expected=expected),
        ),
    )


def who(decided, package, list_up_to=16, **options):
    return who_pays(
        decided.problem,
        decided.values,
        decided.weights,
        package,
        list_up_to=list_up_to,
        **options,
    )


@pytest.fixture
def neighbours(enumeration):
    """Return two towns: the north pays for what the south enjoys."""
    decided = enumeration.decision(
        [[0.0], [0.0], [0.0]],
        costs=[{("north_town", 2026): 60}, {("south_town", 2026): 20}, {("north_town", 2026): 60}],
        areas=[["north"], ["south"], ["north"]],
    )
    return in_areas(decided, [[[0.1], [0.0], [0.2]], [[0.5], [0.2], [0.0]]])


def test_shares_of_cost_and_benefit_and_what_is_between_them(neighbours):
    found = who(neighbours, ("m0", "m1"))
    north, south = found.partners
    assert (north.organisation, north.serves) == ("north_town", ("north",))
    assert (south.organisation, south.serves) == ("south_town", ("south",))
    assert (north.paid, south.paid) == (60, 20)
    assert (north.benefit, south.benefit) == (pytest.approx(5), pytest.approx(35))
    assert (north.share_of_cost, south.share_of_cost) == (0.75, 0.25)
    assert (north.share_of_benefit, south.share_of_benefit) == (0.125, 0.875)
    assert found.mismatch == pytest.approx(0.625)
    assert (north.by_benefit, south.by_benefit) == (-50, 50)


def test_who_could_do_better_alone_is_found(neighbours):
    north, south = who(neighbours, ("m0", "m1")).partners
    assert north.alone == pytest.approx(10)  # the north could have paid for m2
    assert not north.is_better_off
    assert south.alone == pytest.approx(10)
    assert south.is_better_off
    # v(north) = 10, v(south) = 10, v(both) = 40: each brings about 20.
    assert (north.shapley, south.shapley) == (pytest.approx(20), pytest.approx(20))
    # A point costs 2 euros; the north gains 15 points less than it brings about.
    assert (north.by_shapley, south.by_shapley) == (-30, 30)


@pytest.mark.parametrize("list_up_to", [0, 16])
def test_euros_follow_the_gains_of_each_measure(neighbours, list_up_to):
    found = who(neighbours, ("m0", "m1"), list_up_to)
    assert found.areas == ("north", "south")
    assert found.to_areas.tolist() == [[10, 50, 0], [0, 20, 0]]
    assert found.to_groups.tolist() == [[60], [20]]
    assert found.to_frame().loc["north_town", "paid"] == 60


def test_who_serves_what_can_be_told(neighbours):
    found = who(neighbours, ("m0",), serves={"north_town": ("north", "south")})
    assert found.partners[0].serves == ("north", "south")
    assert found.partners[0].benefit == pytest.approx(30)


def test_a_payer_of_measures_without_an_area_in_common_serves_all(neighbours):
    decided = neighbours.with_measure("m2", areas=("south",))
    assert who(decided, ("m0",)).partners[0].serves == ("north", "south")


def test_budgets_and_rules_about_the_whole_bind_nobody_who_goes_alone(neighbours):
    rules = PortfolioRules(
        budgets=(Budget(payer="north_town", euros=1),),
        task_minimums=(TaskMinimum(task="t0", points=90),),
        must_include=("m1",),
        must_exclude=("m2",),
    )
    north, _ = who(neighbours.with_rules(rules), ("m0", "m1")).partners
    assert north.alone == pytest.approx(5)  # m2 is forbidden for everybody


TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)
PAIRS = st.lists(st.tuples(TWENTIETHS, TWENTIETHS), min_size=3, max_size=4)


@settings(max_examples=25, deadline=None)
@given(gains=PAIRS, list_up_to=st.sampled_from([0, 16]))
def test_worth_of_coalitions_agrees_with_enumeration(enumeration, gains, list_up_to):
    payers = ("a", "b", "c")
    n = len(gains)
    decided = enumeration.decision(
        [[0.0]] * n,
        costs=[{(payers[m % 3], 2026): 2, (payers[(m + 1) % 3], 2026): 1} for m in range(n)],
        areas=[["north", "south"][m % 2 : m % 2 + 1] for m in range(n)],
    )
    decided = in_areas(decided, [[[north] for north, _ in gains], [[south] for _, south in gains]])
    package = tuple(decided.measures[:3])
    served = {"a": ("north",), "b": ("south",), "c": ("north", "south")}
    found = who(decided, package, list_up_to, serves=served)
    paid = {p.organisation: p.paid for p in found.partners}
    assert paid == {"a": 3, "b": 3, "c": 3}

    def benefit(members, measures):
        return sum(
            50 * sum(gains[int(m[1:])][area == "south"] for m in measures)
            for payer in members
            for area in served[payer]
        )

    worth = {frozenset(): 0.0}
    for size in (1, 2):
        for members in combinations(payers, size):
            affordable = [
                p for p in enumeration.all_packages(decided.measures) if 3 * len(p) <= 3 * size
            ]
            worth[frozenset(members)] = max(benefit(members, p) for p in affordable)
    worth[frozenset(payers)] = benefit(payers, package)
    expected = shapley_values(payers, worth)
    for partner in found.partners:
        assert partner.alone == pytest.approx(worth[frozenset({partner.organisation})], abs=1e-4)
        assert partner.shapley == pytest.approx(expected[partner.organisation], abs=1e-4)
    assert sum(p.by_benefit for p in found.partners) == 0
    assert sum(p.by_shapley for p in found.partners) == 0
    assert found.to_areas.sum(axis=1) == pytest.approx([p.paid for p in found.partners])


def test_without_time_values_per_area_or_a_measure_that_is_said(neighbours):
    north, south = who(neighbours, ("m0", "m1"), 0, time_limit=0.0).partners
    assert np.isnan(north.alone)
    assert (south.shapley, south.by_shapley) == (None, None)
    blind = replace(neighbours, values=replace(neighbours.values, by_area=None))
    with pytest.raises(ValueError, match="who gains needs values per area"):
        who(blind, ("m0",))
    with pytest.raises(ValueError, match="no such measure: m9"):
        who(neighbours, ("m9",))
    assert who(neighbours, ()).partners == ()
