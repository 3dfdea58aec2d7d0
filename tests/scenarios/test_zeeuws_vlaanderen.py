"""This file holds what the worked example of Zeeuws-Vlaanderen shows."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from bw_mcda.problem.criteria_tree import Dimension
from bw_mcda.problem.criterion import CriterionKind, LinearValue, OrdinalValue
from bw_mcda.problem.performance import (
    Between,
    CountsFrom,
    Exact,
    Normal,
    Triangular,
    Unknown,
)

FOLDER = Path(__file__).parents[2] / "scenarios" / "zeeuws-vlaanderen"
BUDGET = 20_000_000
YEARS = {2026, 2027, 2028, 2029}
CLEARLY_DIFFERENT = 0.2


@pytest.fixture(scope="session")
def problem(zeeuws_vlaanderen):
    return zeeuws_vlaanderen.problem


@pytest.fixture(scope="session")
def measures(problem):
    return [alternative for alternative in problem.alternatives if not alternative.is_null]


def test_about_fourteen_measures_stand_beside_doing_nothing(measures):
    assert 13 <= len(measures) <= 15


def test_it_is_about_terneuzen_hulst_and_sluis(problem):
    assert [area.label.nl for area in problem.areas] == ["Terneuzen", "Hulst", "Sluis"]


def test_twelve_to_sixteen_criteria_cover_here_and_now_later_and_elsewhere(problem):
    assert 12 <= len(problem.criteria) <= 16
    assert {theme.dimension for theme in problem.tree.themes} == set(Dimension)


def test_at_least_three_criteria_are_only_qualitative(problem):
    assert sum(criterion.is_ordinal for criterion in problem.criteria) >= 3


def test_at_least_three_performances_are_unknown_and_each_says_why(problem):
    unknown = {
        (alternative, criterion): assessment.performance.reason
        for (alternative, criterion, _), assessment in problem.performances.cells.items()
        if isinstance(assessment.performance, Unknown)
    }
    assert len(unknown) >= 3
    assert all(len(reason) > 20 for reason in unknown.values())


def test_a_missing_public_figure_stays_unknown(problem):
    null = problem.null_alternative.id
    assert isinstance(problem.performances[null, "trust", "sluis"].performance, Unknown)


def test_figures_are_exact_ranges_likely_values_and_normal_distributions(problem):
    kinds = {type(cell.performance) for cell in problem.performances.cells.values()}
    assert {Exact, Between, Triangular, Normal} <= kinds


def test_some_value_functions_bend(problem):
    bent = [
        c for c in problem.criteria if not isinstance(c.value_function, LinearValue | OrdinalValue)
    ]
    assert len({type(criterion.value_function) for criterion in bent}) == 2


def test_payers_are_three_municipalities_and_four_others_over_four_years(problem, measures):
    costs = [cost for measure in measures for cost in measure.costs]
    assert {cost.payer for cost in costs} == {o.id for o in problem.organisations}
    assert len(problem.organisations) == 7
    assert {cost.year for cost in costs} == YEARS


def test_everything_costs_about_twice_the_twenty_million_there_is(problem, measures):
    budgets = [budget for budget in problem.rules.budgets if budget.year is None]
    assert sum(budget.euros for budget in budgets) == BUDGET
    assert {budget.payer for budget in budgets} == {o.id for o in problem.organisations}
    assert 1.9 * BUDGET <= sum(measure.total_cost for measure in measures) <= 2.3 * BUDGET


def test_there_is_a_budget_for_a_single_year_and_a_minimum_per_task_and_area(problem):
    assert any(budget.year is not None for budget in problem.rules.budgets)
    assert problem.rules.task_minimums
    assert {minimum.area for minimum in problem.rules.area_minimums} == {
        a.id for a in problem.areas
    }


def test_every_task_is_served_and_every_measure_serves_a_task(problem, measures):
    assert 5 <= len(problem.tasks) <= 6
    assert {task for measure in measures for task in measure.tasks} == {t.id for t in problem.tasks}
    assert all(measure.tasks and measure.lead for measure in measures)


def test_measures_need_exclude_strengthen_and_weaken_each_other(problem, measures):
    criteria = {criterion.id: criterion for criterion in problem.criteria}
    signs = {
        synergy.change * (criteria[synergy.criterion].best - criteria[synergy.criterion].worst) > 0
        for measure in measures
        for synergy in measure.strengthens
    }
    assert signs == {True, False}
    assert any(measure.requires for measure in measures)
    assert any(measure.excludes for measure in measures)


def test_effects_come_late_and_fade(measures):
    assert any(measure.effect_path.delay >= 2 for measure in measures)
    assert any(measure.effect_path.decay >= 0.04 for measure in measures)


def test_for_some_inhabitants_effects_differ_and_all_of_that_is_called_fictitious(problem):
    groups = {group.id for group in problem.population_groups}
    assert (
        groups == {key[0] for key in problem.performances.of_groups} == {"over_65", "without_car"}
    )
    told = [cell.evidence.source for cell in problem.performances.of_groups.values()]
    told += [group.source for group in problem.population_groups]
    assert [source for source in told if not source.startswith("fictief")] == []


def test_six_groups_hold_clearly_different_weights(problem):
    groups = problem.stakeholders
    assert len(groups) == 6
    for one, other in combinations(groups, 2):
        left, right = one.weights.shares, other.weights.shares
        apart = sum(abs(left[criterion] - right[criterion]) for criterion in left) / 2
        assert apart >= CLEARLY_DIFFERENT, (one.id, other.id, apart)


def test_the_most_wanted_step_of_every_group_has_100_points(problem):
    for stakeholder in problem.stakeholders:
        assert max(points for _, points in stakeholder.weights.points) == 100


def test_no_measure_claims_more_than_half_the_way_on_a_survey_figure(problem):
    """Loneliness, health and trust move slowly: no programme turns a whole region around."""
    for criterion in problem.criteria:
        if criterion.id not in {"loneliness", "perceived_health", "trust"}:
            continue
        limit = abs(criterion.best - criterion.worst) / 2
        for (_, name, _), cell in problem.performances.cells.items():
            if name == criterion.id and cell.counts_from is CountsFrom.CHANGE:
                assert _largest(cell.performance) <= limit


def test_the_means_that_is_weighted_on_purpose_is_explained_in_the_readme(problem):
    means = [criterion for criterion in problem.criteria if criterion.kind is CriterionKind.MEANS]
    assert len(means) == 1
    assert means[0].label.nl in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_all_methods_are_asked_for_with_the_additive_one_first(zeeuws_vlaanderen):
    plan = zeeuws_vlaanderen.plan
    assert plan.methods == (
        "additive",
        "topsis",
        "vikor",
        "promethee_ii",
        "spotis",
        "marcos",
        "copras",
        "edas",
        "waspas",
    )
    assert (plan.draws, plan.horizon) == (10_000, 10.0)


def _largest(performance):
    match performance:
        case Exact(value):
            return abs(value)
        case Between(low, high):
            return max(abs(low), abs(high))
        case Triangular(low, _, high):
            return max(abs(low), abs(high))
        case _:
            return 0.0
