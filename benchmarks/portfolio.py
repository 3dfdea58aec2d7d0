"""This file holds the time of exact fronts and certified sets beside other ways to find them.

Peers: PyAugmecon and pymoo (see portfolio_peers.py), and an augmented epsilon-constraint loop in
PuLP and HiGHS, written here after Mavrotas & Florios (2013, Applied Mathematics and Computation
219, 9652-9669) with their bypass and early exit. All exact ways find the same points before any
time is told. CPU seconds, so that a busy machine does not matter; one thread each.

    python benchmarks/portfolio.py --install    makes .venv-bench-portfolio for the peers
    python benchmarks/portfolio.py [--long] [folder with instances as JSON: C, A, b]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import venv
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pulp
from portfolio_peers import PACKAGES, nsga2, processor_time, pyaugmecon

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "engine" / "portfolio"))
from enumeration import decision

from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.engine.portfolio.certified_set import covering
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.pareto_front import non_dominated
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum

REPOSITORY = Path(__file__).parents[1]
PLACE = REPOSITORY / ".venv-bench-portfolio"
PYTHON = PLACE / "bin" / "python"
SMALL = ((2, 1, 30), (2, 2, 30), (3, 1, 20), (3, 3, 16), (4, 1, 15))
"""Objectives, budgets and items of the instances that are made here."""
MOST_OBJECTIVES = 3
"""With more than these the exact peers take minutes, also on the smallest instance."""
IN_FOLDER = ("momkp_2kp50", "mobkp_random_3D_20_1", "voptlib_2KP50-11")
LONG = ("momkp_2kp100", "momkp_3kp40")
"""Instances of which the peers take minutes."""
PUBLISHED = """\
-- MOA.jl, as published (Dowson, Gandibleux & Kof 2025, arXiv:2507.05501; their machine), knapsacks
   with one budget: 2 objectives, 200 items, 317 points: 196 to 199 s and 637 to 640 solves by
   HiGHS, 16 s by Gurobi; 4 objectives, 50 items, 1409, 1892 and 1579 points: 321, 577 and 350 s by
   Gurobi. Their instances are not here; one drawn like the first, on this machine:"""


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
    start = processor_time()
    answer = work()
    return answer, processor_time() - start


def compare(name, worth, costs, room, *, loop=True):
    model, forms = model_of(worth, costs, room)
    own, own_time = cpu(lambda: non_dominated(model, forms, time_limit=600))
    print(f"{name}: {len(own.points)} points, {own_time:.2f} s ({own.solves} zones, {own.solver})")
    expected = set(own.points)

    def told(peer, points, taken, solves):
        assert points == expected, f"{name}: {peer} finds {len(points)} points"
        print(
            f"  {peer:<22}{taken:8.2f} s ({solves} solves): {taken / own_time:7.1f} times as long"
        )

    if loop:
        how = {"time_limit": 3600, "grow_for": 0, "list_zones": False}
        solved, taken = cpu(lambda: non_dominated(model, forms, **how))
        told("own, every zone solved", set(solved.points), taken, solved.solves)
        peer = Augmecon(worth, costs, room)
        points, taken = cpu(peer.front)
        told("AUGMECON loop in PuLP", points, taken, peer.solves)
    if find_spec("pyaugmecon") and len(worth) <= MOST_OBJECTIVES:
        heights = np.array(own.points)[:, 1:]
        lowest, steps = heights.min(axis=0).tolist(), int(np.ptp(heights, axis=0).max()) + 1
        (points, solves), taken = cpu(lambda: pyaugmecon(worth, costs, room, lowest, steps))
        told("PyAugmecon 1.0.8", points, taken, solves)
    if find_spec("pymoo"):
        found, taken = cpu(lambda: nsga2(worth, costs, room))
        kept = len(found & expected)
        print(
            f"  pymoo NSGA-II         {taken:8.2f} s: {len(found)} packages, {kept} of them not"
            f" beaten: {kept / len(expected):.0%} of all"
        )


def like_published():
    """Time a knapsack drawn like those of Tamby & Vanderpooten: whole numbers up to 1000."""
    rng = np.random.default_rng(200)
    worth, costs = rng.integers(1, 1001, (2, 200)), rng.integers(1, 1001, (1, 200))
    found, taken = cpu(
        lambda: non_dominated(*model_of(worth, costs, costs.sum(axis=1) // 2), time_limit=300)
    )
    print(f"   {len(found.points)} points, {taken:.2f} s ({found.solves} zones, {found.solver})")


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
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(arguments[0]) if arguments else None
    model, forms = model_of(*made(2, 1, 8)[1:])
    non_dominated(model, forms, time_limit=60, list_zones=False)  # loads the solver
    for peer in ("pyaugmecon", "pymoo"):
        if find_spec(peer):
            import_module(peer)  # so that no time is told for loading it
        else:
            print(f"{peer} is not installed, so left out: --install gives it an environment")
    for size in SMALL:
        compare(*made(*size), loop=size[0] <= MOST_OBJECTIVES)
    for name in IN_FOLDER if folder else ():
        compare(*read(folder / f"{name}.json"))
    for name in LONG if folder and "--long" in sys.argv else ():
        compare(*read(folder / f"{name}.json"), loop=False)
    print(PUBLISHED)
    like_published()
    certified(*made(3, 3, 40))
    if folder:
        certified(*read(folder / "momkp_3kp40.json"))
    large()


def install():
    venv.create(PLACE, with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)


if __name__ == "__main__":
    if "--install" in sys.argv:
        install()
    if PYTHON.exists() and Path(sys.prefix) != PLACE:
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src")}
        os.execve(PYTHON, [str(PYTHON), __file__, *sys.argv[1:]], environment)
    main()
