from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.problem.area import Area
from bw_mcda.problem.capacity import Capacity, CapacityYear, Need
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.portfolio_rules import (
    AreaSpread,
    Budget,
    Earmark,
    Limit,
    LimitOn,
    PortfolioRules,
    Purpose,
    SetCount,
    SpreadOf,
)
from simple_scenario import simple_scenario

STATE = Budget(payer="state", euros=100)
YEAR = replace(STATE, year=2026)


def land(**changes):
    parts = {"id": "land", "label": Label(nl="grond"), "unit": Label(nl="ha"), "amount": 1.0}
    return Capacity(**{**parts, **changes})


def earmark(**changes):
    parts = {"payer": "state", "euros": 10, "purpose": Purpose.AREA, "of": "g0"}
    return Earmark(**{**parts, **changes})


def found(rules, **about):
    with pytest.raises(ScenarioError) as refused:
        simple_scenario(
            [[0.1], [0.2], [0.3]],
            organisations=(Organisation(id="state", label=Label(nl="Rijk")),),
            areas=(Area(id="g0", label=Label(nl="g0"), inhabitants=1, source="made up"),),
            rules=rules,
            alternatives={1: about},
        )
    return [str(finding) for finding in refused.value.findings]


@pytest.mark.parametrize(
    ("rules", "messages"),
    [
        (
            {"budgets": (replace(STATE, carry_over=True),)},
            [
                "rules.budgets.state.carry_over: got carry_over without a year; "
                "allowed: a budget of one year, of which the rest goes to the next"
            ],
        ),
        (
            {"earmarks": (earmark(),)},
            [
                "rules.earmarks.state: got no budget of state for all years; allowed: a part of a budget"
            ],
        ),
        (
            {"budgets": (STATE,), "earmarks": (earmark(of="g9", euros=-1),)},
            [
                "rules.earmarks.state: got 'g9'; allowed: the id of an area: g0",
                "rules.earmarks.state: got -1; allowed: whole euros, 0 or more",
            ],
        ),
        (
            {"budgets": (STATE,), "earmarks": (earmark(euros=60), earmark(euros=60))},
            [
                "rules.earmarks.state: got 120; allowed: at most the budget: 100",
                "rules.earmarks.state: got area g0 2 times; allowed: once per budget",
            ],
        ),
        (
            {"budgets": (replace(YEAR, carry_over=True),), "earmarks": (earmark(year=2026),)},
            [
                "rules.earmarks.state: got an earmark of one year beside budgets that are carried "
                "over; allowed: an earmark of the budget for all years"
            ],
        ),
        (
            {"capacities": (land(amount=0.1234567),)},
            [
                "capacities.land.amount: got 0.123457; "
                "allowed: a number with at most 6 decimals, up to 1,000,000,000"
            ],
        ),
        (
            {
                "capacities": (
                    land(years=tuple(CapacityYear(year=2026, amount=a) for a in (1.0, 2e9))),
                )
            },
            [
                "capacities.land.years: got 2026 2 times; allowed: once",
                "capacities.land.years.2026: got 2e+09; "
                "allowed: a number with at most 6 decimals, up to 1,000,000,000",
            ],
        ),
        (
            {"counts": (SetCount(measures=("a1", "a9", "a1"), least=2, most=1),)},
            [
                "rules.counts.1.measures: got 'a9'; allowed: the id of a measure: a1, a2",
                "rules.counts.1.measures: got a measure twice; allowed: each one once",
                "rules.counts.1: got least 2, most 1; allowed: 0 <= least <= most",
            ],
        ),
        (
            {"limits": (Limit(on=LimitOn.LEAD_EUROS, of="town"),)},
            [
                "rules.limits.lead_euros.town: got 'town'; allowed: the id of an organisation: state",
                "rules.limits.lead_euros.town: got neither least nor most; allowed: one, or both",
            ],
        ),
        (
            {"limits": (Limit(on=LimitOn.GROUP_POINTS, of="all", least=3, most=2),) * 2},
            [
                "rules.limits.group_points.all: got 2 times; allowed: once",
                "rules.limits.group_points.all: got least 3, most 2; allowed: least <= most",
                "rules.limits.group_points.all: got least 3, most 2; allowed: least <= most",
            ],
        ),
        (
            {"spread": (AreaSpread(of=SpreadOf.EUROS, most=1.2),) * 2},
            [
                "rules.spread.euros: got 2 times; allowed: once",
                "rules.spread.euros: got 1.2; allowed: a share from 0 to 1",
                "rules.spread.euros: got 1.2; allowed: a share from 0 to 1",
            ],
        ),
    ],
)
def test_rules_that_cannot_mean_anything_are_told(rules, messages):
    assert found(PortfolioRules(**rules)) == messages


def test_a_need_is_of_a_capacity_that_there_is():
    need = Need(capacity="sea", amount=float("nan"), source="made up")
    assert found(PortfolioRules(capacities=(land(),)), needs=(need,)) == [
        "alternatives.a1.needs.sea: got 'sea'; allowed: the id of a capacity: land",
        "alternatives.a1.needs.sea: got nan; "
        "allowed: a number with at most 6 decimals, up to 1,000,000,000",
    ]
