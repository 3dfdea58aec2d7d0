"""This file holds the laws every ranking method of the catalogue keeps, and the exceptions."""

import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.catalogue import METHODS, scores_by
from bw_mcda.engine.ranking.method import InputScale
from bw_mcda.engine.ranking.places import places

EXCEPTIONS = tomllib.loads(
    (Path(__file__).parent / "exceptions_to_laws.toml").read_text(encoding="utf-8")
)
EXCEPTED = {
    law: {exception["method"] for exception in exceptions} for law, exceptions in EXCEPTIONS.items()
}
FIXED = [method.id for method in METHODS.values() if not method.rank_reversal]
REVERSING = [method.id for method in METHODS.values() if method.rank_reversal]
SCALED_AGAIN = [method.id for method in METHODS.values() if method.scale is InputScale.RAW]
IN_ADDITIVE_ORDER = [method.id for method in METHODS.values() if method.additive_order]

laws = settings(max_examples=40, deadline=None)
every_method = pytest.mark.parametrize("method", METHODS)


@st.composite
def decisions(draw, at_least=1):
    """Return values in steps of 0.05 and shares, some of them 0; equal rows and columns happen."""
    n_alternatives = draw(st.integers(at_least, 6))
    n_criteria = draw(st.integers(1, 5))
    steps = draw(
        st.lists(
            st.lists(st.integers(0, 20), min_size=n_criteria, max_size=n_criteria),
            min_size=n_alternatives,
            max_size=n_alternatives,
        )
    )
    points = draw(st.lists(st.integers(0, 10), min_size=n_criteria, max_size=n_criteria))
    assume(sum(points))
    return np.array(steps) / 20, np.array(points) / sum(points)


def places_by(method, values, shares):
    scores = scores_by(method, values, shares)
    return places(scores, higher_is_better=METHODS[method].higher_is_better)[0]


@pytest.mark.parametrize("method", sorted(set(METHODS) - EXCEPTED["nowhere_worse"]))
@laws
@given(decision=decisions(at_least=2))
def test_nowhere_worse_is_never_lower(method, decision):
    values, shares = decision
    values[1] = np.minimum(values[0], values[1])

    found = places_by(method, values, shares)

    assert found[0] <= found[1]


def test_the_records_say_which_methods_do_not_keep_dominance():
    does_not = {method.id for method in METHODS.values() if not method.keeps_dominance}

    assert does_not == EXCEPTED["nowhere_worse"]


@pytest.mark.parametrize(
    "exception", EXCEPTIONS["nowhere_worse"], ids=lambda exception: exception["method"]
)
def test_an_exception_to_nowhere_worse_is_one(exception):
    values, points = np.array(exception["values"]), np.array(exception["points"], dtype=float)

    found = places_by(exception["method"], values, points / points.sum())

    assert exception["reason"]
    assert (values[0] >= values[1]).all()
    assert found[0] > found[1]


@every_method
@laws
@given(decision=decisions())
def test_what_is_best_everywhere_is_first(method, decision):
    values, shares = decision
    values[0] = values.max(axis=0)

    assert places_by(method, values, shares)[0] == 1


@every_method
@laws
@given(decision=decisions(at_least=2), data=st.data())
def test_the_order_in_which_alternatives_are_listed_changes_nothing(method, decision, data):
    values, shares = decision
    order = data.draw(st.permutations(range(len(values))))

    found = places_by(method, values, shares)

    assert places_by(method, values[order], shares) == tuple(found[a] for a in order)


@every_method
@laws
@given(decision=decisions(), data=st.data())
def test_the_order_in_which_criteria_are_listed_changes_nothing(method, decision, data):
    values, shares = decision
    order = data.draw(st.permutations(range(len(shares))))

    assert places_by(method, values[:, order], shares[order]) == places_by(method, values, shares)


@every_method
@laws
@given(decision=decisions(at_least=2))
def test_equal_alternatives_share_a_place(method, decision):
    values, shares = decision
    values[1] = values[0]

    found = places_by(method, values, shares)

    assert found[0] == found[1]


@every_method
@laws
@given(decision=decisions(), extra=st.lists(st.integers(0, 20), min_size=6, max_size=6))
def test_a_criterion_without_weight_changes_no_score(method, decision, extra):
    values, shares = decision
    column = np.array(extra[: len(values)]) / 20

    with_extra = scores_by(method, np.column_stack([values, column]), np.append(shares, 0.0))

    assert with_extra.tolist() == scores_by(method, values, shares).tolist()


@every_method
@laws
@given(decision=decisions(), noise=st.integers(-3, 3))
def test_rounding_noise_makes_no_difference(method, decision, noise):
    values, shares = decision
    noisy = values.copy()
    noisy[0] += noise * 2.0**-53

    assert places_by(method, noisy, shares) == places_by(method, values, shares)


@every_method
@laws
@given(decision=decisions())
def test_every_score_is_a_number_and_the_same_every_time(method, decision):
    values, shares = decision

    scores = scores_by(method, values, shares)

    assert scores.shape == (len(values),)
    assert np.isfinite(scores).all()
    assert scores.tobytes() == scores_by(method, values, shares).tobytes()


@pytest.mark.parametrize("method", sorted(set(METHODS) - EXCEPTED["more_weight_where_best"]))
@laws
@given(decision=decisions(at_least=2), criterion=st.integers(0, 4), step=st.integers(1, 9))
def test_more_weight_where_an_alternative_is_best_never_lowers_it(
    method, decision, criterion, step
):
    values, shares = decision
    criterion %= len(shares)
    values[0, criterion] = values[:, criterion].max()
    shifted = shares * (1 - step / 10)
    shifted[criterion] += step / 10

    before, after = places_by(method, values, shares), places_by(method, values, shifted)

    assert after[0] <= before[0]


@pytest.mark.parametrize(
    "exception", EXCEPTIONS["more_weight_where_best"], ids=lambda exception: exception["method"]
)
def test_an_exception_to_more_weight_where_best_is_one(exception):
    values, chosen = np.array(exception["values"]), exception["alternative"]
    points = np.array(exception["points"], dtype=float)
    grown = int(np.argmax(points[1] - points[0]))

    before, after = (places_by(exception["method"], values, row / row.sum()) for row in points)

    assert exception["reason"]
    assert values[chosen, grown] == values[:, grown].max()
    assert after[chosen] > before[chosen]


@pytest.mark.parametrize("method", sorted(set(METHODS) - EXCEPTED["all_groups_agree"]))
@laws
@given(decision=decisions(at_least=2), data=st.data())
def test_what_every_group_puts_higher_stays_higher_with_their_mean_weights(method, decision, data):
    values, shares = decision
    points = data.draw(
        st.lists(st.integers(0, 10), min_size=len(shares), max_size=len(shares)).filter(any)
    )
    other_shares = np.array(points) / sum(points)

    one, other, mean = (
        places_by(method, values, weights)
        for weights in (shares, other_shares, (shares + other_shares) / 2)
    )

    agreed = [
        (high, low)
        for high in range(len(values))
        for low in range(len(values))
        if one[high] < one[low] and other[high] < other[low]
    ]
    assert all(mean[high] < mean[low] for high, low in agreed)


@pytest.mark.parametrize(
    "exception", EXCEPTIONS["all_groups_agree"], ids=lambda exception: exception["method"]
)
def test_an_exception_to_all_groups_agree_is_one(exception):
    values, (high, low) = np.array(exception["values"]), exception["pair"]
    one, other = (np.array(points) / sum(points) for points in exception["points"])

    for shares in (one, other):
        found = places_by(exception["method"], values, shares)
        assert found[high] < found[low]

    with_mean = places_by(exception["method"], values, (one + other) / 2)
    assert with_mean[high] >= with_mean[low]
    assert exception["reason"]


@pytest.mark.parametrize("method", sorted(set(METHODS) - EXCEPTED["same_added"]))
@laws
@given(decision=decisions(), criterion=st.integers(0, 4), added=st.integers(0, 20))
def test_what_everybody_gets_on_a_criterion_changes_no_place(method, decision, criterion, added):
    values, shares = decision
    values = values / 2
    more = values.copy()
    more[:, criterion % len(shares)] += added / 40

    assert places_by(method, more, shares) == places_by(method, values, shares)


@pytest.mark.parametrize(
    "exception", EXCEPTIONS["same_added"], ids=lambda exception: exception["method"]
)
def test_an_exception_to_same_added_is_one(exception):
    values, points = np.array(exception["values"]), np.array(exception["points"], dtype=float)
    more = values.copy()
    more[:, exception["criterion"]] += exception["added"]
    shares = points / points.sum()

    assert exception["reason"]
    assert places_by(exception["method"], more, shares) != places_by(
        exception["method"], values, shares
    )


@pytest.mark.parametrize("method", sorted(set(SCALED_AGAIN) - EXCEPTED["other_unit"]))
@laws
@given(decision=decisions(), criterion=st.integers(0, 4))
def test_a_method_that_scales_again_does_not_hang_on_the_unit(method, decision, criterion):
    values, shares = decision
    half = values.copy()
    half[:, criterion % len(shares)] /= 2

    assert scores_by(method, half, shares) == pytest.approx(scores_by(method, values, shares))


@pytest.mark.parametrize(
    "exception", EXCEPTIONS["other_unit"], ids=lambda exception: exception["method"]
)
def test_an_exception_to_other_unit_is_one(exception):
    values, points = np.array(exception["values"]), np.array(exception["points"], dtype=float)
    other = values.copy()
    other[:, exception["criterion"]] *= exception["times"]
    shares = points / points.sum()

    assert exception["reason"]
    assert places_by(exception["method"], other, shares) != places_by(
        exception["method"], values, shares
    )


@pytest.mark.parametrize("method", FIXED)
@laws
@given(decision=decisions(at_least=2), data=st.data())
def test_without_rank_reversal_those_who_stay_keep_their_order(method, decision, data):
    values, shares = decision
    gone = data.draw(st.integers(0, len(values) - 1))

    assert places_by(method, np.delete(values, gone, axis=0), shares) == _without(
        places_by(method, values, shares), gone
    )


@pytest.mark.parametrize("method", REVERSING)
def test_a_method_said_to_reverse_ranks_does_so_on_some_table(method):
    rng = np.random.default_rng(1)
    tables = (rng.integers(0, 21, (4, 3)) / 20 for _ in range(300))
    shares = np.array([0.5, 0.3, 0.2])

    assert any(
        places_by(method, np.delete(values, 0, axis=0), shares)
        != _without(places_by(method, values, shares), 0)
        for values in tables
    )


@pytest.mark.parametrize("method", IN_ADDITIVE_ORDER)
@laws
@given(decision=decisions())
def test_a_method_in_additive_order_ranks_as_the_weighted_sum(method, decision):
    values, shares = decision

    assert places_by(method, values, shares) == places_by("additive", values, shares)


@pytest.mark.parametrize("method", sorted(set(METHODS) - set(IN_ADDITIVE_ORDER)))
def test_a_method_not_in_additive_order_differs_from_it_on_some_table(method):
    rng = np.random.default_rng(2)
    tables = (rng.integers(0, 21, (4, 3)) / 20 for _ in range(300))
    shares = np.array([0.5, 0.3, 0.2])

    assert any(
        places_by(method, values, shares) != places_by("additive", values, shares)
        for values in tables
    )


def _without(found, gone):
    kept = [place for a, place in enumerate(found) if a != gone]
    return tuple(1 + sum(other < place for other in kept) for place in kept)


DEGENERATE = {
    "one alternative": ([[0.2, 0.7]], [0.5, 0.5]),
    "one alternative with nothing": ([[0.0, 0.0]], [0.5, 0.5]),
    "one alternative, one criterion": ([[0.4]], [1.0]),
    "two alternatives": ([[0.2, 0.7], [0.9, 0.1]], [0.5, 0.5]),
    "all equal": ([[0.3, 0.6]] * 4, [0.4, 0.6]),
    "all at the worst anchor": ([[0.0, 0.0]] * 3, [0.4, 0.6]),
    "all at the best anchor": ([[1.0, 1.0]] * 3, [0.4, 0.6]),
    "a criterion that does not differ": ([[0.3, 0.5], [0.8, 0.5], [0.1, 0.5]], [0.5, 0.5]),
    "a criterion nobody scores on": ([[0.3, 0.0], [0.8, 0.0], [0.1, 0.0]], [0.5, 0.5]),
    "differences only where no weight is": ([[0.3, 0.5], [0.8, 0.5]], [0.0, 1.0]),
    "a tie in every sum and every maximum": ([[1.0, 0.0], [0.0, 1.0]], [0.5, 0.5]),
    "hardly any weight": ([[0.3, 0.5], [0.8, 0.4]], [1e-12, 1.0 - 1e-12]),
}


@every_method
@pytest.mark.parametrize("name", DEGENERATE)
def test_a_table_without_differences_or_company_still_gives_numbers(method, name):
    values, shares = (np.array(part, dtype=float) for part in DEGENERATE[name])

    assert np.isfinite(scores_by(method, values, shares)).all()


@every_method
@pytest.mark.parametrize("name", [name for name in DEGENERATE if name.startswith("all ")])
def test_equal_alternatives_are_all_first(method, name):
    values, shares = (np.array(part, dtype=float) for part in DEGENERATE[name])

    assert set(places_by(method, values, shares)) == {1}
