"""This file holds published complete fronts that must come out point for point."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.pareto_front import every_solution, non_dominated

# Instances whose files may not travel with this project are read where a colleague put them.
BESIDE = Path(__file__).resolve().parents[4] / "shared" / "cases" / "portfolio"
IN_BESIDE = [
    "ks14_KP_p3_n10_1",
    "ks14_KP_p4_n10_1",
    "ks14_AP_p3_n5_1",
    "voptlib_2KP50-11",
    "momkp_2kp50",
    "mobkp_random_3D_20_1",
    "mobkp_random_2D_50_1",
    "mobkp_random_3D_30_1",
    "mobkp_random_4D_20_1",
    "mobkp_random_5D_10_1",
    "mobkp_random_5D_20_1",
    "mobkp_random_6D_10_1",
    "mobkp_negative_3D_20_1_-0.450000",
    "voptgeneric_ukp20",
    "momkp_4kp50",
    "momkp_2kp100",
    "momkp_3kp40",
    "mobkp_random_2D_100_1",
    "mobkp_random_3D_40_1",
    "mobkp_negative_2D_50_1_-0.800000",
]


def model_of(worth, rows, sign=1):
    names = [f"x{i}" for i in range(len(worth[0]))]
    model = LinearModel(
        variables=tuple(Variable(name=name, whole=True) for name in names),
        rows=tuple(
            LinearRow(
                name=f"row{number}",
                coefficients=tuple((n, int(w)) for n, w in zip(names, weight, strict=True) if w),
                sense=sense,
                right_side=int(right_side),
            )
            for number, (weight, sense, right_side) in enumerate(rows)
        ),
    )
    forms = tuple(
        LinearForm(
            name=f"f{number}",
            coefficients=tuple((n, sign * int(w)) for n, w in zip(names, row, strict=True)),
        )
        for number, row in enumerate(worth)
    )
    return model, forms


def assert_published(model, forms, points, **options):
    found = non_dominated(model, forms, time_limit=120, **options)
    assert found.status == "optimal"
    assert sorted(found.points) == sorted(tuple(point) for point in points)
    return found


@pytest.mark.parametrize("name", ["ukp20", "random_5d_10_1"])
@pytest.mark.parametrize("grow_for", [0, 60], ids=["solved", "grown"])
def test_a_published_front_comes_out_point_for_point(published, name, grow_for):
    case = published("fronts")[name]
    rows = [(case["weight"], Sense.AT_MOST, case["capacity"])]
    found = assert_published(*model_of(case["worth"], rows), case["points"], grow_for=grow_for)
    assert (found.solves > 0) == (grow_for == 0)


@pytest.mark.parametrize("name", IN_BESIDE)
def test_a_front_that_lies_beside_the_project_comes_out_point_for_point(name):
    path = BESIDE / f"{name}.json"
    if not path.is_file():
        pytest.skip("this instance is not on this machine")
    case = json.loads(path.read_text(encoding="utf-8"))
    sign = 1 if case["sense"] == "max" else -1
    rows = [
        *((row, Sense.AT_MOST, b) for row, b in zip(case["A"], case["b"], strict=True)),
        *(
            (row, Sense.EQUAL, b)
            for row, b in zip(case.get("A_eq", ()), case.get("b_eq", ()), strict=True)
        ),
    ]
    points = [[sign * value for value in point] for point in case["expected"]["points"]]
    assert_published(*model_of(case["C"], rows, sign), points)


def test_the_published_core_of_a_knapsack_comes_out_of_its_complete_solution_set():
    """vOptLib 2KP50-11: 44 solutions for 43 points; 0 items always, 31 never, 19 sometimes in."""
    path = BESIDE / "voptlib_2KP50-11.json"
    if not path.is_file():
        pytest.skip("this instance is not on this machine")
    case = json.loads(path.read_text(encoding="utf-8"))
    rows = [(row, Sense.AT_MOST, b) for row, b in zip(case["A"], case["b"], strict=True)]
    model, forms = model_of(case["C"], rows)
    found = every_solution(model, forms, time_limit=120)
    assert found.status == "optimal"
    assert (len(found.values), len(set(found.points))) == (44, 43)
    counts = [sum(bool(s[v.name]) for s in found.values) for v in model.variables]
    assert (counts.count(44), counts.count(0)) == (0, 31)


def test_every_solution_at_a_point_is_found_and_no_other():
    model, forms = model_of([[2, 2, 1, 3], [1, 1, 3, 0]], [([1, 1, 1, 2], Sense.AT_MOST, 2)])
    found = every_solution(model, forms, time_limit=60)
    chosen = sorted(tuple(name for name, value in s.items() if value) for s in found.values)
    assert chosen == [("x0", "x1"), ("x0", "x2"), ("x1", "x2")]
    assert sorted(found.points) == [(3, 4), (3, 4), (4, 2)]
