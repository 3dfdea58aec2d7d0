"""This file holds published packages that ``best_package`` must find again."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.engine.portfolio.robust_packages import robust_packages
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules
from bw_mcda.problem.weights import Weights


@pytest.fixture(scope="module")
def probe(published):
    return published("probe")


@pytest.fixture(scope="module")
def projects(probe, enumeration):
    """Return the twelve projects of PROBE; a department is an area that a project touches."""
    return enumeration.decision(
        [[score / 100 for score in project["scores"]] for project in probe["projects"]],
        costs=[{("fund", 2012): round(p["cost"] * 1_000_000)} for p in probe["projects"]],
        areas=[[project["department"]] for project in probe["projects"]],
        points=probe["weights"],
        rules=PortfolioRules(
            budgets=(Budget(payer="fund", euros=round(probe["budget"] * 1_000_000)),)
        ),
    )


def names_in(portfolio, things):
    return [things[int(name.removeprefix("m"))]["name"] for name in portfolio.alternatives]


def asked(decided, goal):
    return best_package(decided.problem, decided.values, decided.weights, goal)


def test_probe_gives_each_project_its_published_benefit(probe, projects):
    gains = projects.scores.value.gains.values()
    assert [gain / 1e6 for gain in gains] == [project["benefit"] for project in probe["projects"]]


def test_probe_chooses_the_published_optimum(probe, projects):
    portfolio = asked(projects, PackageGoal.MOST_VALUE)
    assert names_in(portfolio, probe["projects"]) == probe["optimum"]["projects"]
    assert portfolio.value == probe["optimum"]["benefit"]
    assert portfolio.total_cost == probe["optimum"]["cost"] * 1_000_000
    assert portfolio.status == "optimal"


def test_probe_pays_the_published_price_for_one_project_per_department(probe, projects):
    each = tuple(AreaMinimum(area=area, measures=1) for area in "abcd")
    balanced = projects.with_rules(replace(projects.problem.rules, area_minimums=each))
    portfolio = asked(balanced, PackageGoal.MOST_VALUE)
    expected = probe["one_per_department"]
    assert names_in(portfolio, probe["projects"]) == expected["projects"]
    assert portfolio.value == expected["benefit"]
    assert portfolio.total_cost == expected["cost"] * 1_000_000
    price = asked(projects, PackageGoal.MOST_VALUE).value - portfolio.value
    assert price == pytest.approx(expected["price_of_balance"], abs=1e-9)


def corners_of_a_box(low, high):
    """Return the corners of all weights between two bounds that add up to 1."""
    corners = set()
    for free in range(len(low)):
        others = [place for place in range(len(low)) if place != free]
        for ends in product(*[(low[place], high[place]) for place in others]):
            left = 1 - sum(ends)
            if low[free] - 1e-12 <= left <= high[free] + 1e-12:
                corner = dict(zip(others, ends, strict=True)) | {free: left}
                corners.add(tuple(round(corner[place], 12) for place in range(len(low))))
    return sorted(corners)


def test_probe_finds_the_one_published_competitor(probe, projects):
    each = tuple(AreaMinimum(area=area, measures=1) for area in "abcd")
    decided = projects.with_rules(replace(projects.problem.rules, area_minimums=each))
    unsure = probe["scores_uncertain_by"] / 100
    moved = np.vstack([np.zeros((1, 4)), np.full((12, 4), unsure)])
    values = replace(
        decided.values, low=decided.values.expected - moved, high=decided.values.expected + moved
    )
    corners = [
        Weights.from_points(dict(zip(values.criteria, corner, strict=True)))
        for corner in corners_of_a_box(probe["weights_lowest"], probe["weights_highest"])
    ]
    robust = robust_packages(decided.problem, values, corners)
    # A competitor may not cost more than the package it competes with.
    most = probe["one_per_department"]["cost"] + 1e-9
    members = [[probe["projects"][int(m[1:])] for m in p] for p in robust.packages]
    names = [[m["name"] for m in p] for p in members if sum(m["cost"] for m in p) <= most]
    assert sorted(names) == [
        probe["one_per_department"]["projects"],
        probe["competitor"]["projects"],
    ]


def test_the_inheritance_is_divided_so_that_the_worst_off_is_best_off(published, enumeration):
    case = published("leximin")["inheritance"]
    people = range(len(case["people"]))
    gains, excludes = [], {}
    for thing in case["things"]:
        shares = [f"m{len(gains) + person}" for person in people]
        for person in people:
            excludes[shares[person]] = tuple(shares[:person])
            gains.append([thing["worth"][person] / 100 * (p == person) for p in people])
    decided = enumeration.decision(gains)
    for share, others in excludes.items():
        decided = decided.with_measure(share, excludes=others)
    portfolio = asked(decided, PackageGoal.BALANCED)
    assert [score.points for score in portfolio.task_scores] == case["balanced"]


def test_the_picnic_pleases_who_is_pleased_least(published, enumeration):
    case = published("leximin")["picnic"]
    decided = enumeration.decision(
        [[worth / 100 for worth in thing["worth"]] for thing in case["things"]],
        costs=[{("bag", 2026): thing["weight"]} for thing in case["things"]],
        rules=PortfolioRules(budgets=(Budget(payer="bag", euros=case["capacity"]),)),
    )
    balanced = asked(decided, PackageGoal.BALANCED)
    assert names_in(balanced, case["things"]) == case["balanced"]
    assert sorted(score.points for score in balanced.task_scores) == case["balanced_sorted"]
    most = asked(decided, PackageGoal.MOST_VALUE)
    assert [score.points for score in most.task_scores] == case["most_value"]
