"""This file holds what it means to belong in the package whatever the weights are."""

from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.portfolio.core_index import core_index
from bw_mcda.engine.weighting.weight_draws import any_weights, weights_around
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum
from bw_mcda.problem.weights import Weights


def index_of(decided, goal=PackageGoal.MOST_VALUE, **options):
    return core_index(
        decided.problem,
        decided.values,
        decided.weights,
        goal,
        synergies=decided.synergies,
        **options,
    )


@pytest.fixture
def six(enumeration):
    """Return six measures of which some are good for one criterion and some for the other."""
    return enumeration.decision(
        [
            [0.4, 0.4, 0.3],
            [0.3, 0.0, 0.1],
            [0.0, 0.3, 0.2],
            [0.2, 0.1, 0.0],
            [-0.1, -0.1, 0.0],
            [0.1, 0.2, 0.3],
        ],
        costs=[{("state", 2026): euros} for euros in (4, 5, 5, 4, 2, 5)],
        points=[3, 2, 1],
        synergies=[(1, 3, 0, 0.1)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=9),)),
    )


@pytest.mark.parametrize("goal", PackageGoal)
@pytest.mark.parametrize("spread", [None, 1.5])
def test_shares_are_those_of_trying_all_packages_for_every_draw(enumeration, six, spread, goal):
    index = index_of(six, goal, spread=spread, draws=60, seed=9)
    rng = np.random.default_rng(9)
    if spread is None:
        drawn = any_weights(3, 60, rng)
    else:
        drawn = weights_around(np.array([3, 2, 1]) / 6, spread, rng.standard_normal((3, 60)))
    packages = list(enumeration.all_packages(six.measures))
    best = []
    for shares in drawn.T:
        points = dict(zip(six.values.criteria, shares.tolist(), strict=True))
        with_draw = enumeration.Decision(
            problem=six.problem,
            values=six.values,
            weights=Weights.from_points(points),
            synergies=six.synergies,
        )
        best.append(enumeration.best_of(with_draw, goal, packages))
    expected = [np.mean([measure in package for package in best]) for measure in six.measures]
    assert index.share == pytest.approx(expected, abs=1e-12)
    assert dict(index.packages) == {package: best.count(package) for package in best}
    assert index.draws == index.draws_asked == 60


def test_a_measure_that_is_good_for_all_is_core_and_one_that_is_bad_for_all_is_exterior(six):
    index = index_of(six, spread=None, draws=40)
    assert index.belonging("m0") == "core"
    assert index.belonging("m4") == "exterior"
    assert index.belonging("m1") == index.belonging("m2") == "borderline"


def test_the_share_is_the_exact_one_within_its_own_error(enumeration):
    decided = enumeration.decision([[0.3, 0.0], [0.0, 0.1]]).with_measure("m0", excludes=("m1",))
    index = index_of(decided, spread=None, draws=400, seed=2)
    exact = 3 / 4  # m0 is best when 0.3 w > 0.1 (1 - w), and w is uniform
    assert abs(index.share[0] - exact) < 4 * index.standard_error[0]


def test_a_share_of_one_is_not_called_certain(six):
    index = index_of(six, draws=60)
    assert index.largest_unseen_share == pytest.approx(3 / 60)


def test_draws_without_any_package_are_told_and_not_counted(enumeration):
    rules = PortfolioRules(task_minimums=(TaskMinimum(task="both", points=50),))
    decided = enumeration.decision([[0.8, 0.1]], tasks={"both": (0, 1)}, rules=rules)
    index = index_of(decided, spread=None, draws=50)
    assert 0 < index.draws_without_package < 50
    assert index.draws + index.draws_without_package == 50
    assert index.belonging("m0") == "core"


def test_without_time_nothing_is_claimed(six):
    index = index_of(six, draws=50, time_limit=0.0)
    assert index.draws == 0
    assert index.packages == ()
    assert index.largest_unseen_share == 1


def test_equal_seeds_give_equal_shares_and_a_table_shows_them(six):
    first, second = (index_of(six, draws=30, seed=5) for _ in range(2))
    assert first.packages == second.packages
    frame = first.to_frame()
    assert list(frame.index) == list(six.measures)
    assert frame["share"].tolist() == second.share.tolist()
    assert frame.loc["m0", "belonging"] == "core"
