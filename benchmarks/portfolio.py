"""This file holds the time of exact fronts and certified sets beside an AUGMECON loop.

The peer is an augmented epsilon-constraint loop in PuLP and HiGHS, written here after Mavrotas &
Florios (2013, Applied Mathematics and Computation 219, 9652-9669) with their bypass and early exit:
PyAugmecon 2 asks for Python 3.12 and PyAugmecon 1 for Gurobi. Both find the same points before any
time is told. CPU seconds, so that a busy machine does not matter; one thread each.

    python benchmarks/portfolio.py [folder with instances as JSON: C, A, b, sense, expected.points]
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import pulp

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "engine" / "portfolio"))
from enumeration import decision

from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.engine.portfolio.certified_set import covering
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.pareto_front import non_dominated
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum

SMALL = ((2, 1, 30), (2, 2, 30), (3, 1, 20), (3, 3, 16), (4, 1, 15))
"""Objectives, budgets and items of the instances that are made here."""
IN_FOLDER = ("momkp_2kp50", "mobkp_random_3D_20_1", "voptlib_2KP50-11")


def made(objectives, budgets, items):
    rng = np.random.default_rng(objectives * 1000 + budgets * 100 + items)
    worth = rng.integers(1, 60, (objectives, items))
    costs = rng.integers(1, 60, (budgets, items))
    name = f"{objectives} objectives, {budgets} budgets, {items} items"
    return name, worth, costs, costs.sum(axis=1) // 2


def read(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    return path.stem, np.array(case["C"]), np.array(case["A"]), np.array(case["b"])


def model_of(worth, costs, room):
    names = [f"x{place}" for place in range(worth.shape[1])]
    rows = tuple(
        LinearRow(
            name=f"row{number}",
            coefficients=tuple(zip(names, map(int, cost), strict=True)),
            sense=Sense.AT_MOST,
            right_side=int(limit),
        )
        for number, (cost, limit) in enumerate(zip(costs, room, strict=True))
    )
    forms = tuple(
        LinearForm(name=f"f{k}", coefficients=tuple(zip(names, map(int, row), strict=True)))
        for k, row in enumerate(worth)
    )
    variables = tuple(Variable(name=name, whole=True) for name in names)
    return LinearModel(variables=variables, rows=rows), forms


class Augmecon:
    """An augmented epsilon-constraint loop over whole steps, with bypass and early exit."""

    def __init__(self, worth, costs, room):
        self.worth, self.solves = worth, 0
        self.problem = pulp.LpProblem("peer", pulp.LpMaximize)
        items = range(worth.shape[1])
        self.x = [self.problem.add_variable(f"x{i}", cat="Binary") for i in items]
        self.slack = [self.problem.add_variable(f"s{k}", 0) for k in range(1, len(worth))]
        for cost, limit in zip(costs, room, strict=True):
            self.problem += self._sum(cost) <= int(limit)
        self.ranges = self._payoffs()
        for k, slack in enumerate(self.slack, start=1):
            self.problem += self._sum(worth[k]) - slack == 0, f"floor{k}"
        spread = [max(1, high - low) for low, high in self.ranges]
        extra = [(s, 1e-3 * 10**-k / spread[k]) for k, s in enumerate(self.slack)]
        self.problem.setObjective(self._sum(worth[0]) + pulp.LpAffineExpression(extra))

    def _sum(self, factors):
        return pulp.LpAffineExpression([(x, int(f)) for x, f in zip(self.x, factors, strict=True)])

    def _payoffs(self):
        """Return from 0 (the true lowest is not known) to the best, for all but the first."""
        highest = []
        for row in self.worth[1:]:
            self.problem.setObjective(self._sum(row))
            self._solve()
            highest.append(round(pulp.value(self.problem.objective)))
        return [(0, high) for high in highest]

    def _solve(self):
        self.solves += 1
        self.problem.solve(pulp.HiGHS(msg=False, threads=1, gapRel=0))
        return self.problem.sol_status == pulp.LpSolutionOptimal

    def front(self):
        points = set()
        self._level(len(self.slack), points)
        return unbeaten(points)

    def _level(self, k, points):
        """Go through the grid of objective k, the innermost being the second objective."""
        if k == 0:
            if not self._solve():
                return None
            chosen = np.array([round(x.value()) for x in self.x])
            point = tuple(int(v) for v in self.worth @ chosen)
            points.add(point)
            return point
        low, high = self.ranges[k - 1]
        floor, least = low, None
        while floor <= high:
            self.problem.get_constraint_by_name(f"floor{k}").changeRHS(floor)
            found = self._level(k - 1, points)
            if found is None:
                break  # nothing reaches this high: nothing reaches higher
            # What was found reaches further than was asked: those steps can be passed by.
            floor = found[k] + 1
            least = found if least is None else tuple(map(min, least, found))
        self.problem.get_constraint_by_name(f"floor{k}").changeRHS(low)
        return least


def unbeaten(points):
    return {
        p
        for p in points
        if not any(q != p and all(a >= b for a, b in zip(q, p, strict=True)) for q in points)
    }


def cpu(work):
    start = time.process_time()
    answer = work()
    return answer, time.process_time() - start


def compare(name, worth, costs, room):
    model, forms = model_of(worth, costs, room)
    own, own_time = cpu(lambda: non_dominated(model, forms, time_limit=600))
    solved, solved_time = cpu(lambda: non_dominated(model, forms, time_limit=600, grow_for=0))
    peer = Augmecon(worth, costs, room)
    peer_points, peer_time = cpu(peer.front)
    assert set(own.points) == set(solved.points) == peer_points, name
    print(
        f"{name:36s} {len(own.points):5d} points  own {own_time:7.2f} s ({own.solves} solves)"
        f"  solver only {solved_time:7.2f} s ({solved.solves})"
        f"  AUGMECON {peer_time:7.2f} s ({peer.solves})"
        f"  ratio {peer_time / own_time:6.1f} and {peer_time / solved_time:5.1f}"
    )


def certified(name, worth, costs, room):
    model, forms = model_of(worth, costs, room)
    scale = np.maximum(worth.sum(axis=1) // 4, 1)
    start = time.process_time()
    for found in covering(model, forms, scale, most=20, time_limit=60):
        if len(found.points) == 20:
            break
    taken = time.process_time() - start
    print(
        f"certified set on {name}: {len(found.points)} points in {taken:.2f} s, gap {found.gap:.2f}"
    )


def large(measures=500, rules=30):
    """Time one package of many measures under many rules, with the gap that was proven."""
    rng = np.random.default_rng(7)
    payers = [f"payer{n}" for n in range(rules - 5)]
    costs = [
        {(str(payer), 2026): int(rng.integers(10, 200) * 1000)}
        for payer in rng.choice(payers, measures)
    ]
    per_payer = {p: sum(c.get((p, 2026), 0) for c in costs) for p in payers}
    problem = decision(
        (rng.integers(-5, 30, (measures, 5)) / 3000).tolist(),
        costs=costs,
        rules=PortfolioRules(
            budgets=tuple(Budget(payer=p, euros=euros // 3) for p, euros in per_payer.items()),
            task_minimums=tuple(TaskMinimum(task=f"t{n}", points=10) for n in range(5)),
        ),
    )
    start = time.process_time()
    found = best_package(
        problem.problem,
        problem.values,
        problem.weights,
        PackageGoal.MOST_VALUE,
        relative_gap=0.01,
        time_limit=25,
    )
    taken = time.process_time() - start
    print(
        f"{measures} measures, {rules} rules: {found.status.value}, gap {found.gap:.4f}, "
        f"{taken:.1f} s with every explanation that fitted in the time"
    )


def main():
    compare(*made(2, 1, 8))  # the first solve of a process loads the solver
    print("-- exact fronts: the ratio is AUGMECON's time to ours, and to ours by solver only")
    for size in SMALL:
        compare(*made(*size))
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for name in IN_FOLDER if folder else ():
        compare(*read(folder / f"{name}.json"))
    certified(*made(3, 3, 40))
    if folder:
        certified(*read(folder / "momkp_3kp40.json"))
    large()


if __name__ == "__main__":
    main()
