from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.readiness import cautions
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.changed_ranges import weight_reviews
from bw_mcda.engine.weighting.weight_cautions import weight_cautions
from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.criterion import ExponentialValue
from bw_mcda.problem.finding import ScenarioError, Severity
from bw_mcda.problem.weighing.answers import BestWorst, DirectPoints, Pairwise, PerTheme, SwingOrder
from bw_mcda.problem.weights import Weights
from simple_scenario import numeric, simple_scenario


def asked(scenario, **ranges):
    """Return ``scenario`` in which the first group weighed these ranges."""
    first, *others = scenario.problem.stakeholders
    on = tuple(AskedRange(criterion=c, worst=low, best=high) for c, (low, high) in ranges.items())
    groups = (replace(first, asked_on=on), *others)
    return replace(scenario, problem=replace(scenario.problem, stakeholders=groups))


def scenario_of(points, *criteria):
    return simple_scenario(
        [[0] * len(criteria), [1] * len(criteria)],
        criteria=list(criteria),
        groups={"people": points},
    )


def test_a_range_twice_as_long_makes_a_criterion_twice_as_heavy_beside_the_others():
    scenario = scenario_of([50, 50], numeric("noise", 0, 20), numeric("green", 0, 10))
    (review,) = weight_reviews(asked(scenario, noise=(0, 10)).problem)
    assert review.stakeholder == "people"
    (changed,) = review.changed
    assert changed.factor == 2
    assert changed.share == 0.5
    assert changed.proposed == pytest.approx(2 / 3)
    assert changed.is_linear
    assert review.proposal.shares == pytest.approx({"noise": 2 / 3, "green": 1 / 3})
    assert dict(review.proposal.points) == {"noise": 100, "green": 50}
    assert review.to_frame().loc["noise", "proposed"] == pytest.approx(2 / 3)


@settings(deadline=None)
@given(
    st.floats(1, 100),
    st.floats(1, 100),
    st.floats(0.1, 10),
    st.floats(0.1, 10),
)
def test_the_proposal_leaves_what_one_unit_is_worth_beside_another_as_it_was(p, q, r, s):
    scenario = scenario_of([p, q], numeric("noise", 0, r), numeric("green", 5, 5 - s))
    (review,) = weight_reviews(asked(scenario, noise=(0, 1.5), green=(6, 3)).problem)
    shares = review.proposal.shares
    assert (shares["noise"] / r) / (shares["green"] / s) == pytest.approx((p / 1.5) / (q / 3))


def test_a_range_that_only_moved_is_told_although_the_weight_stays():
    scenario = scenario_of([30, 70], numeric("noise", 5, 15), numeric("green", 0, 10))
    (review,) = weight_reviews(asked(scenario, noise=(0, 10)).problem)
    assert review.changed[0].factor == 1
    assert review.changed[0].proposed == pytest.approx(0.3)


def test_the_same_range_asks_for_no_review():
    scenario = scenario_of([30, 70], numeric("noise", 0, 10), numeric("green", 0, 10))
    assert weight_reviews(scenario.problem) == ()
    assert weight_reviews(asked(scenario, noise=(0, 10 + 1e-12)).problem) == ()


def test_a_bent_value_function_makes_the_proposal_an_estimate():
    bent = replace(numeric("noise", 0, 10), value_function=ExponentialValue(2.0))
    (review,) = weight_reviews(asked(scenario_of([1], bent), noise=(0, 5)).problem)
    assert not review.changed[0].is_linear


def test_new_weights_are_for_the_range_as_it_is_now():
    scenario = scenario_of([30, 70], numeric("noise", 0, 20), numeric("green", 0, 10))
    old = asked(scenario, noise=(0, 10))
    same = old.with_weights({"people": old.problem.stakeholders[0].weights})
    assert same == old
    new = old.with_weights({"people": Weights.from_points({"noise": 10, "green": 20})})
    assert new.problem.stakeholders[0].asked_on == ()


@pytest.mark.parametrize(
    ("ranges", "told"),
    [
        (
            {"noise": (10, 0)},
            "stakeholders.people.asked_on.noise: got from 10 to 0; allowed: finite numbers, best above worst",
        ),
        (
            {"noise": (0, float("inf"))},
            "stakeholders.people.asked_on.noise: got from 0 to inf; allowed: finite numbers, best above worst",
        ),
        (
            {"nois": (0, 1)},
            "stakeholders.people.asked_on: got 'nois'; allowed: the id of a criterion with a numeric scale: noise",
        ),
    ],
)
def test_a_range_that_cannot_have_been_weighed_is_told(ranges, told):
    with pytest.raises(ScenarioError) as refused:
        asked(scenario_of([1], numeric("noise", 0, 20)), **ranges)
    assert [str(finding) for finding in refused.value.findings] == [told]


def test_a_range_that_was_given_twice_is_told():
    scenario = scenario_of([1], numeric("noise", 0, 20))
    (group,) = scenario.problem.stakeholders
    twice = (AskedRange(criterion="noise", worst=0, best=10),) * 2
    with pytest.raises(
        ScenarioError, match="got this criterion again; allowed: each criterion once"
    ):
        replace(
            scenario,
            problem=replace(scenario.problem, stakeholders=(replace(group, asked_on=twice),)),
        )


def with_answer(answer):
    scenario = simple_scenario([[0] * 3, [1] * 3], groups={"people": [1, 1, 1]})
    return scenario.with_weights({"people": Weights(answer=answer)})


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            Pairwise(judgements=(("c0", "c1", 3.0), ("c1", "c2", 3.0), ("c2", "c0", 2.0))),
            [
                "stakeholders.people.weights: got answers that contradict each other: consistency ratio 0.86; allowed: at most 0.10"
            ],
        ),
        (
            BestWorst(
                best="c0",
                worst="c2",
                best_over=(("c1", 3.0), ("c2", 4.0)),
                over_worst=(("c1", 3.0),),
            ),
            [
                "stakeholders.people.weights: got answers that contradict each other: consistency ratio 0.42; allowed: at most 0.11; most of it comes from c0 against c1"
            ],
        ),
        (Pairwise(judgements=(("c0", "c1", 2.0), ("c1", "c2", 2.0), ("c0", "c2", 4.0))), []),
        (SwingOrder(order=(("c0",), ("c1",), ("c2",))), []),
        (
            DirectPoints(points=(("c0", 1.0), ("c1", 2.0), ("c2", 3.0))),
            [
                "stakeholders.people.weights: got points for importance as such; allowed: swing points: people give these with the step from worst to best before them"
            ],
        ),
        (
            PerTheme(
                between=DirectPoints(points=(("theme", 10.0),)),
                within=(
                    (
                        "theme",
                        Pairwise(
                            judgements=(("c0", "c1", 3.0), ("c1", "c2", 3.0), ("c2", "c0", 2.0))
                        ),
                    ),
                ),
            ),
            [
                "stakeholders.people.weights.within.theme: got answers that contradict each other: consistency ratio 0.86; allowed: at most 0.10",
                "stakeholders.people.weights: got points for importance as such; allowed: swing points: people give these with the step from worst to best before them",
            ],
        ),
    ],
)
def test_answers_that_contradict_themselves_or_suit_less_are_told(answer, told):
    found = tuple(weight_cautions(with_answer(answer).problem))
    assert all(finding.severity is Severity.CAUTION for finding in found)
    assert [str(finding) for finding in found] == told


def test_the_cautions_of_a_scenario_tell_that_weights_should_be_looked_at_again():
    scenario = scenario_of([50, 50], numeric("noise", 0, 20), numeric("green", 0, 10))
    scenario = asked(scenario, noise=(0, 10))
    (found,) = (f for f in cautions(scenario, value_table(scenario)) if f.code == "ranges_changed")
    assert found.about == ("people", "noise")
    assert (
        str(found)
        == "stakeholders.people.weights.noise: got a weight for the step from 0 to 10; allowed: one for 0 to 20; the same judgement would give a share of 0.667 instead of 0.500"
    )
