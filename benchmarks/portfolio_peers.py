"""This file holds two other Python packages that look for fronts, asked the same as bw_mcda.

PyAugmecon 1.0.8 is the last release for Python 3.11; 2.x asks for 3.12. It is written for Gurobi,
so it gets HiGHS here through Pyomo, on one thread and without a gap. pymoo's NSGA-II is a
heuristic: what counts is how many of its packages are not beaten. Both need an older numpy, so they
get an environment of their own: `python benchmarks/portfolio.py --install`.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import numpy as np

PACKAGES = ("PyAugmecon==1.0.8", "pymoo==0.6.2", "highspy==1.16.0", "PuLP==3.3.2")
GENERATIONS, POPULATION = 300, 100


def processor_time():
    """Return the seconds of this process and of those it waited for."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(one)[:2]) for one in whose)


@contextmanager
def elsewhere():
    """Work in a folder that goes away, and print nothing: PyAugmecon does much of both."""
    sys.stdout.flush()
    here, kept = Path.cwd(), os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.dup2(nowhere, 1)
        try:
            yield
        finally:
            sys.stdout.flush()
            os.dup2(kept, 1)
            os.close(kept)
            os.close(nowhere)
            os.chdir(here)


def pyaugmecon(worth, costs, room, lowest, steps):
    """Return the points of PyAugmecon, and how often it solved.

    It is told the lowest height of each objective but the first, and a grid with a step for every
    whole number: without these its points would not be all.
    """
    import pyomo.environ as pyo
    from pyaugmecon import PyAugmecon

    @pyo.SolverFactory.register("highs_on_one_thread")
    class HighsOnOneThread:
        def __init__(self, **_):
            self.options = {}

        def solve(self, model):
            solver = pyo.SolverFactory("appsi_highs")
            solver.options.update({"threads": 1, "mip_rel_gap": 0.0})
            answer = solver.solve(model, load_solutions=False)
            if answer.solver.termination_condition == pyo.TerminationCondition.optimal:
                solver.load_vars()
            return answer

    model = pyo.ConcreteModel()
    model.x = pyo.Var(range(worth.shape[1]), within=pyo.Binary)

    def total(factors):
        return sum(int(factor) * model.x[i] for i, factor in enumerate(factors))

    model.obj_list, model.rules = pyo.ObjectiveList(), pyo.ConstraintList()
    for number, row in enumerate(worth, start=1):
        model.obj_list.add(expr=total(row), sense=pyo.maximize)
        model.obj_list[number].deactivate()
    for cost, limit in zip(costs, room, strict=True):
        model.rules.add(total(cost) <= int(limit))
    options = {
        "grid_points": steps,
        "nadir_points": lowest,
        "solver_name": "highs_on_one_thread",
        "cpu_count": 1,
        "output_excel": False,
    }
    with elsewhere():
        peer = PyAugmecon(model, options, {})
        peer.solve()
    points = {tuple(round(v) for v in point) for point in peer.get_pareto_solutions()}
    return points, peer.model.models_solved.value()


def nsga2(worth, costs, room):
    """Return the points that NSGA-II ends with."""
    from pymoo.algorithms.moo.nsga2 import NSGA2
    from pymoo.core.problem import Problem
    from pymoo.operators.crossover.pntx import TwoPointCrossover
    from pymoo.operators.mutation.bitflip import BitflipMutation
    from pymoo.operators.sampling.rnd import BinaryRandomSampling
    from pymoo.optimize import minimize

    class Packages(Problem):
        def __init__(self):
            sizes = {"n_obj": len(worth), "n_ieq_constr": len(costs)}
            super().__init__(n_var=worth.shape[1], xl=0, xu=1, vtype=bool, **sizes)

        def _evaluate(self, x, out, *_, **__):
            out["F"], out["G"] = -(x @ worth.T), x @ costs.T - room

    algorithm = NSGA2(
        pop_size=POPULATION,
        sampling=BinaryRandomSampling(),
        crossover=TwoPointCrossover(),
        mutation=BitflipMutation(),
        eliminate_duplicates=True,
    )
    found = minimize(Packages(), algorithm, ("n_gen", GENERATIONS), seed=1)
    reached = np.atleast_2d(found.F) if found.F is not None else np.empty((0, len(worth)))
    return {tuple(int(-v) for v in point) for point in reached}
