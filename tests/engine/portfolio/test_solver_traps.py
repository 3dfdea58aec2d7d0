"""This file holds every known trap of PuLP and the solvers, each shown to be closed."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pulp
import pytest

from bw_mcda.engine.portfolio import solve as door
from bw_mcda.engine.portfolio.audit import AuditError, audited_package
from bw_mcda.engine.portfolio.compile_to_pulp import compile_to_pulp
from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.package_model import package_model, score_form
from bw_mcda.engine.portfolio.solve import Solution, SolverError, SolverSettings, set_option, solve
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.results.portfolio import SolveStatus

EXACT = SolverSettings()
SOLVERS = ["HiGHS", "CBC"]


@pytest.fixture(params=SOLVERS)
def solver(request, monkeypatch):
    """Leave only one of the two solvers there."""
    if request.param == "CBC":
        if not door.cbc_is_there():
            pytest.skip("no CBC program on this machine")
        monkeypatch.setattr(door, "highs_is_there", lambda: False)
    else:
        monkeypatch.setattr(door, "cbc_is_there", lambda: False)
    return request.param


def knapsack(n=3, capacity=4, *, rows=(), seed=None):
    """Return a knapsack: worth 5, 4, 3 and weight 2, 3, 1, or many items drawn at random."""
    worth, weight = [5, 4, 3], [2, 3, 1]
    if seed is not None:
        rng = np.random.default_rng(seed)
        weight = rng.integers(1_000, 2_000, n)
        worth = weight + rng.integers(-30, 30, n)
        capacity = int(weight.sum() // 2)
    names = [f"x{i}" for i in range(n)]
    return LinearModel(
        variables=tuple(Variable(name=name, whole=True) for name in names),
        rows=(
            LinearRow(
                name="weight",
                coefficients=tuple(zip(names, map(int, weight), strict=True)),
                sense=Sense.AT_MOST,
                right_side=int(capacity),
            ),
            *rows,
        ),
        maximise=LinearForm(
            name="worth", coefficients=tuple(zip(names, map(int, worth), strict=True))
        ),
    )


def at_least(right_side, *factors):
    return LinearRow(
        name="at_least",
        coefficients=tuple((f"x{i}", factor) for i, factor in enumerate(factors)),
        sense=Sense.AT_LEAST,
        right_side=right_side,
    )


def test_both_solvers_give_the_optimum_with_its_bound(solver):
    solution = solve(knapsack(), EXACT)
    assert solution.status == "optimal"
    assert {name: round(value) for name, value in solution.values.items()} == {
        "x0": 1,
        "x1": 0,
        "x2": 1,
    }
    assert solution.objective == pytest.approx(8)
    assert solution.bound == pytest.approx(8, abs=0.5)
    assert solution.solver.startswith(solver)


def test_a_floor_one_unit_above_what_a_measure_brings_loses_no_other_package(solver):
    """With factors divided by a power of ten HiGHS 1.16.0 says 5 million is the best."""
    names = ("x0", "x1", "x2", "both")
    rows = (
        ({"both": 1, "x0": -1}, Sense.AT_MOST, 0),
        ({"both": 1, "x1": -1}, Sense.AT_MOST, 0),
        ({"both": 1, "x0": -1, "x1": -1}, Sense.AT_LEAST, -1),
        ({"x0": 1, "x1": 2, "x2": 3}, Sense.AT_MOST, 4),
        (
            {"x0": 12_000_000, "x1": 16_000_000, "x2": 5_000_000, "both": 8_000_000},
            Sense.AT_LEAST,
            5_000_001,
        ),
    )
    model = LinearModel(
        variables=tuple(Variable(name=name, high=1, whole=name != "both") for name in names),
        rows=tuple(
            LinearRow(
                name=f"row{k}", coefficients=tuple(row.items()), sense=sense, right_side=right
            )
            for k, (row, sense, right) in enumerate(rows)
        ),
        maximise=LinearForm(
            name="value",
            coefficients=(("x0", -15_000_000), ("x1", 10_000_000), ("x2", 20_000_000)),
        ),
    )
    solution = solve(model, EXACT)
    assert solution.status == "optimal"
    assert solution.objective == pytest.approx(10_000_000, abs=1e-3)


def test_at_a_time_limit_the_status_is_never_optimal_and_the_bound_stands_above(solver):
    model = knapsack(n=2_000, seed=1)
    many = tuple(
        LinearRow(
            name=f"row{k}",
            coefficients=tuple((f"x{i}", (i * (k + 7)) % 97 + 1) for i in range(2_000)),
            sense=Sense.AT_MOST,
            right_side=24_000 + k,
        )
        for k in range(15)
    )
    solution = solve(model.with_rows(*many), SolverSettings(time_limit=0.05))
    assert solution.status == "stopped"
    assert solution.bound > solution.objective


def test_values_are_read_only_when_there_is_a_solution(solver):
    solution = solve(knapsack(rows=(at_least(4, 1, 1, 1),)), EXACT)
    assert solution.status == "infeasible"
    assert solution.values is None
    assert solution.objective == -math.inf


def test_a_gap_that_was_allowed_shows_in_the_bound():
    solution = solve(knapsack(n=60, seed=3), SolverSettings(relative_gap=0.2))
    exact = solve(knapsack(n=60, seed=3), EXACT)
    assert solution.objective <= exact.objective <= solution.bound


def test_a_problem_without_bounds_is_refused_because_highs_would_call_it_infeasible():
    model = LinearModel(
        variables=(Variable(name="x", high=math.inf, whole=True),),
        rows=(),
        maximise=LinearForm(name="x", coefficients=(("x", 1),)),
    )
    with pytest.raises(ValueError, match="x: needs finite bounds"):
        compile_to_pulp(model)


def test_two_variables_or_rows_of_one_name_are_refused_because_highs_would_take_both():
    twice = (Variable(name="x"), Variable(name="x"))
    with pytest.raises(ValueError, match="two variables are called x"):
        compile_to_pulp(LinearModel(variables=twice, rows=()))
    row = at_least(0, 1)
    with pytest.raises(ValueError, match="two rows are called at_least"):
        compile_to_pulp(knapsack(rows=(row, row)))


def test_the_problem_is_a_minimisation_because_signs_are_wrong_in_a_maximisation():
    assert compile_to_pulp(knapsack()).sense == pulp.LpMinimize


@pytest.mark.parametrize(("name", "value"), [("mip_rel_gpa", 0.1), ("threads", "many")])
def test_an_option_that_highs_does_not_know_is_an_error(name, value):
    problem = compile_to_pulp(knapsack())
    pulp.HiGHS(msg=False).createAndConfigureSolver(problem)
    with pytest.raises(SolverError, match=f"HiGHS does not take {name}"):
        set_option(problem.solverModel, name, value)


@pytest.mark.parametrize("name", ["kSolutionLimit", "kTimeLimit", "kIterationLimit", "kInterrupt"])
def test_every_limit_of_highs_is_a_search_that_stopped(name):
    assert door._status_of_highs(name) == "stopped"


def test_when_highs_says_nothing_useful_cbc_is_asked(monkeypatch):
    if not door.cbc_is_there():
        pytest.skip("no CBC program on this machine")
    monkeypatch.setattr(door, "_status_of_highs", lambda name: None)
    assert solve(knapsack(), EXACT).solver == "CBC"


def test_without_any_solver_that_is_said(monkeypatch):
    monkeypatch.setattr(door, "highs_is_there", lambda: False)
    monkeypatch.setattr(door, "cbc_is_there", lambda: False)
    with pytest.raises(SolverError, match="needed is highspy, or a cbc program"):
        solve(knapsack(), EXACT)


def test_an_empty_row_counts_although_a_solver_may_forget_it(solver):
    impossible = LinearRow(name="none", coefficients=(), sense=Sense.AT_LEAST, right_side=1)
    harmless = LinearRow(name="some", coefficients=(), sense=Sense.AT_LEAST, right_side=0)
    assert solve(knapsack(rows=(impossible,)), EXACT).status == "infeasible"
    assert solve(knapsack(rows=(harmless,)), EXACT).status == "optimal"


def test_a_variable_that_nothing_uses_has_a_value_too(solver):
    model = knapsack()
    idle = LinearModel(
        variables=(*model.variables, Variable(name="idle", whole=True)),
        rows=model.rows,
        maximise=model.maximise,
    )
    assert solve(idle, EXACT).values["idle"] == 0
    nothing = LinearModel(variables=(Variable(name="idle", whole=True),), rows=())
    assert solve(nothing, EXACT).values == {"idle": 0}


def test_money_and_points_in_one_problem_are_both_exact(solver):
    millions = LinearRow(
        name="money",
        coefficients=(("x0", 19_999_999), ("x1", 1), ("x2", 20_000_000)),
        sense=Sense.AT_MOST,
        right_side=19_999_999,
    )
    model = LinearModel(
        variables=knapsack().variables,
        rows=(millions,),
        maximise=LinearForm(
            name="points", coefficients=(("x0", 50_000_000), ("x1", 50_000_001), ("x2", 1))
        ),
    )
    values = {name: round(value) for name, value in solve(model, EXACT).values.items()}
    assert values == {"x0": 0, "x1": 1, "x2": 0}


def test_a_constant_in_what_is_maximised_is_in_the_objective_and_the_bound(solver):
    """HiGHS leaves it out, and PuLP says it with another sign."""
    model = replace(knapsack(), maximise=replace(knapsack().maximise, constant=-1_000))
    plain, shifted = solve(knapsack(), EXACT), solve(model, EXACT)
    assert shifted.objective == pytest.approx(plain.objective - 1_000)
    assert shifted.bound == pytest.approx(plain.bound - 1_000)


@pytest.mark.parametrize(("seconds", "status"), [(0.0, "infeasible"), (9.0, "stopped")])
def test_cbc_is_believed_to_find_nothing_only_within_its_time(monkeypatch, seconds, status):
    """Out of time while it prepares a problem, CBC calls the problem infeasible."""
    if not door.cbc_is_there():
        pytest.skip("no CBC program on this machine")
    now = iter([100.0, 100.0 + seconds])
    monkeypatch.setattr(door, "time", SimpleNamespace(monotonic=lambda: next(now)))
    too_much = LinearRow(
        name="all", coefficients=(("x0", 1), ("x1", 1)), sense=Sense.AT_LEAST, right_side=3
    )
    settings = SolverSettings(only="CBC", time_limit=5.0)
    assert solve(knapsack(rows=(too_much,)), settings).status == status


def test_cbc_knows_every_option_it_is_given():
    """PuLP passes any option on, and CBC goes on without one it does not know."""
    if not door.cbc_is_there():
        pytest.skip("no CBC program on this machine")
    asked = ["-primalTolerance", "1e-9", "-integerTolerance", "1e-9", "-quit"]
    told = subprocess.run([door._cbc_path(), *asked], capture_output=True, text=True, check=True)
    assert "No match" not in told.stdout
    wrong = [door._cbc_path(), "-primalTolerence", "1e-9", "-quit"]
    assert "No match" in subprocess.run(wrong, capture_output=True, text=True, check=False).stdout


def test_what_reaches_a_solver_has_plain_names_whatever_the_labels_say(enumeration):
    decided = enumeration.decision([[0.1], [0.2]], rules=PortfolioRules(must_include=("m0",)))
    odd = decided.with_measure("m0", label=enumeration.label("Zoët – wáter [x] >= 3"))
    problem = compile_to_pulp(package_model(odd.problem, odd.scores))
    names = [*(v.name for v in problem.variables()), *(c.name for c in problem.constraints())]
    assert names
    assert all(name.isascii() and " " not in name for name in names)


def test_the_same_model_gives_the_same_answer_twice(solver):
    model = knapsack(30, seed=7)
    assert solve(model, EXACT) == solve(model, EXACT)


def test_highs_leaves_no_banner_on_standard_output():
    program = (
        "from bw_mcda.engine.portfolio.linear_row import *\n"
        "from bw_mcda.engine.portfolio.solve import *\n"
        "x = Variable(name='x', whole=True)\n"
        "goal = LinearForm(name='x', coefficients=(('x', 1),))\n"
        "answer = solve(LinearModel(variables=(x,), rows=(), maximise=goal), SolverSettings())\n"
        "print(answer.objective)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "1.0\n"


def audit(enumeration, values, objective, floor=0):
    decided = enumeration.decision(
        [[0.2], [0.3]],
        costs=[{("state", 2026): 1}, {("state", 2026): 1}],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=1),)),
    )
    scores = decided.scores
    level = Level(name="value", forms=(score_form(scores.value),))
    solution = Solution(
        status=SolveStatus.OPTIMAL,
        values=values,
        objective=objective,
        bound=math.inf,
        solver="a test",
    )
    rows = package_model(decided.problem, scores).rows
    return audited_package(solution, rows, [(level, floor)], level, scores)


def test_a_value_just_under_1_is_rounded_and_recomputed(enumeration):
    assert audit(enumeration, {"x.m0": 0.9999999, "x.m1": 1e-8}, 20e6) == ("m0",)


@pytest.mark.parametrize(
    ("values", "objective", "floor", "message"),
    [
        ({"x.m0": 0.5, "x.m1": 0.0}, 10e6, 0, "m0: the solver says 0.5, neither in nor out"),
        ({"x.m0": 1.0, "x.m1": 1.0}, 50e6, 0, "the solver's package breaks budget.state.all_years"),
        (
            {"x.m0": 1.0, "x.m1": 0.0},
            21e6,
            0,
            "the solver says 21000000.0, its package is worth 20000000",
        ),
        (
            {"x.m0": 1.0, "x.m1": 0.0},
            19e6,
            0,
            "the solver says 19000000.0, its package is worth 20000000",
        ),
        ({"x.m0": 1.0, "x.m1": 0.0}, 20e6, 20_000_001, "the solver's package loses value"),
    ],
)
def test_an_answer_that_does_not_survive_recomputation_is_an_error(
    enumeration, values, objective, floor, message
):
    with pytest.raises(AuditError, match=message):
        audit(enumeration, values, objective, floor=floor)


def test_every_solution_of_a_search_is_audited(enumeration, package_of, monkeypatch):
    from bw_mcda.engine.portfolio import search

    def cheat(model, settings):
        honest = solve(model, settings)
        return SimpleNamespace(
            status=honest.status,
            values=honest.values and dict.fromkeys(honest.values, 1.0),
            objective=honest.objective,
            bound=honest.bound,
            solver=honest.solver,
        )

    decided = enumeration.decision([[0.2], [0.3]]).with_measure("m0", excludes=("m1",))
    monkeypatch.setattr(search, "solve", cheat)
    with pytest.raises(AuditError, match=r"breaks excludes\.m0\.m1"):
        package_of(decided, PackageGoal.MOST_VALUE)
