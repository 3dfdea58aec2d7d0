"""This file holds the step from a linear model to a solver's answer, with every known trap closed.

What PuLP 3.3.2 and the solvers get wrong, and what is done about it here:

- PuLP says "Optimal" at a time limit: statuses are read from HiGHS itself, for CBC from
  ``sol_status``. "Integer infeasible" of CBC reaches ``status`` only.
- "Optimal" at a gap: the bound that was proven goes with every answer.
- Options that do not exist are ignored without a word: each one is set and checked here.
- CBC that is out of time before it began says infeasible: that is believed only within the time.
- Values are left in variables when there is no solution: they are read only when there is one.
- A node or solution limit makes PuLP stumble over HiGHS's status: PuLP's translation is not used.
- HiGHS prints a banner the first time it is made, whatever it was told: that once is muffled.
- A variable that no row and no objective uses is not in PuLP's problem: it gets its lower bound.
- An empty row is no row to CBC: it is checked before any solver runs.
- 0/1 values come back as 0.9999999: readers round, and ``audit`` recomputes everything.
"""

from __future__ import annotations

import math
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

import pulp

from bw_mcda.engine.portfolio.compile_to_pulp import compile_to_pulp, objective_scale, row_scale
from bw_mcda.engine.portfolio.linear_row import LinearModel
from bw_mcda.results.portfolio import SolveStatus

CBC = "CBC"
"""What the second solver is called."""

EXACT_GAP = 1e-6
"""A relative gap this small or smaller asks for proof to the last unit."""

TOLERANCE = 1e-9
"""Rows are scaled to coefficients below 10, where one unit of score is 1e-7 or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SolverSettings:
    """How far to search: a relative gap (0 is a full proof) and seconds.

    Without ``restarts`` HiGHS is often faster on knapsack-like models that are solved many times.
    ``only`` CBC: no other solver is asked.
    """

    relative_gap: float = 0.0
    time_limit: float = 20.0
    restarts: bool = True
    only: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A solver's answer: ``values`` is None when no solution was found.

    ``objective`` and ``bound`` are in the model's own units; no solution lies above ``bound``.
    """

    status: SolveStatus
    values: Mapping[str, float] | None
    objective: float
    bound: float
    solver: str


class SolverError(RuntimeError):
    """No solver is there, or the one there is gave no usable answer."""


def solve(model: LinearModel, settings: SolverSettings) -> Solution:
    """Return the best solution of ``model`` by HiGHS, or by CBC where HiGHS is not or fails.

    Raises
    ------
    SolverError
        When neither gives an answer.
    """
    if any(not row.coefficients and not row.holds({}) for row in model.rows):
        return _nothing(SolveStatus.INFEASIBLE, "adding up")
    model = replace(model, rows=tuple(row for row in model.rows if row.coefficients))
    if settings.time_limit <= 0:
        return _nothing(SolveStatus.STOPPED, "no time", bound=math.inf)
    used = {name for row in model.rows for name, _ in row.coefficients}
    used |= {name for name, _ in model.maximise.coefficients}
    idle = {
        variable.name: variable.low for variable in model.variables if variable.name not in used
    }
    if not used:
        constant = float(model.maximise.constant)
        return Solution(
            status=SolveStatus.OPTIMAL,
            values=idle,
            objective=constant,
            bound=constant,
            solver="adding up",
        )
    solution = _solve_with_any(compile_to_pulp(model), objective_scale(model), settings)
    constant = model.maximise.constant
    solution = replace(
        solution, objective=solution.objective + constant, bound=solution.bound + constant
    )
    if solution.values is None:
        return solution
    return replace(solution, values={**idle, **solution.values})


class Relaxation:
    """A model kept in HiGHS, to be asked for prices again and again with other right-hand sides.

    All rows are at most their right-hand side and have coefficients; no variable is whole.
    """

    def __init__(self, model: LinearModel) -> None:
        problem = compile_to_pulp(model)
        with _muffled_first_time():
            solver = pulp.HiGHS(msg=False)
            solver.createAndConfigureSolver(problem)
        self._highs = problem.solverModel
        # Without presolve the last basis is where the next question starts.
        for name, value in {"threads": 1, "random_seed": 0, "presolve": "off"}.items():
            set_option(self._highs, name, value)
        solver.buildSolverModel(problem)
        self._scales = [row_scale(row) for row in model.rows]
        self._objective_scale = objective_scale(model)

    def prices(self, right_sides: Sequence[int]) -> list[float] | None:
        """Return a price of 0 or more for one unit of each row, then 1 for the objective.

        Where nothing keeps to the rows: weights of the rows with which their sum cannot be kept
        to, then 0. None when the solver knows neither. Only hints: floats, and PuLP has mistaken
        their signs before (it does so when it maximises), so whoever asks must check what follows.
        """
        for place, (right, scale) in enumerate(zip(right_sides, self._scales, strict=True)):
            self._highs.changeRowBounds(place, -math.inf, right / scale)
        self._highs.run()
        match _status_of_highs(self._highs.getModelStatus().name):
            case SolveStatus.OPTIMAL:
                raw, of_objective = self._highs.getSolution().row_dual, 1.0
            case SolveStatus.INFEASIBLE:
                _, known, raw = self._highs.getDualRay()
                of_objective = 0.0
                if not known:
                    return None
            case _:
                return None
        scale = self._objective_scale if of_objective else 1
        found = [abs(price) * scale / row for price, row in zip(raw, self._scales, strict=True)]
        return [*found, of_objective]


def _solve_with_any(problem: pulp.LpProblem, scale: int, settings: SolverSettings) -> Solution:
    if settings.only != CBC and highs_is_there():
        solution = _solve_with_highs(problem, scale, settings)
        if solution is not None:
            return solution
    if cbc_is_there():
        return _solve_with_cbc(problem, scale, settings)
    raise SolverError("no solver gives an answer: needed is highspy, or a cbc program")


def highs_is_there() -> bool:
    """Tell whether HiGHS can be used in this process."""
    return bool(pulp.HiGHS(msg=False).available())


def cbc_is_there() -> bool:
    """Tell whether a CBC program can be started."""
    return bool(_cbc_path()) and bool(pulp.COIN_CMD(path=_cbc_path(), msg=False).available())


def _solve_with_highs(
    problem: pulp.LpProblem, scale: int, settings: SolverSettings
) -> Solution | None:
    """Return what HiGHS found; None when it ended in a state that says nothing."""
    with _muffled_first_time():
        solver = pulp.HiGHS(msg=False)
        solver.createAndConfigureSolver(problem)
    highs = problem.solverModel
    for name, value in _highs_options(scale, settings).items():
        set_option(highs, name, value)
    solver.buildSolverModel(problem)
    solver.callSolver(problem)
    status = _status_of_highs(highs.getModelStatus().name)
    if status is None:
        return None
    name = _highs_name()
    if status is SolveStatus.INFEASIBLE:
        return _nothing(status, name)
    info = highs.getInfo()
    found = highs.getSolution()
    bound = -info.mip_dual_bound * scale
    # 2 is HiGHS's "feasible"; anything else are numbers that keep to no rule.
    if not found.value_valid or info.primal_solution_status != 2:
        if status is SolveStatus.OPTIMAL:
            return None
        return Solution(status=status, values=None, objective=-math.inf, bound=bound, solver=name)
    columns = found.col_value
    return Solution(
        status=status,
        values={variable.name: columns[variable.index] for variable in problem.variables()},
        objective=-info.objective_function_value * scale,
        bound=bound,
        solver=name,
    )


@cache
def _highs_name() -> str:
    return f"HiGHS {version('highspy')}"


def _nothing(status: SolveStatus, solver: str, bound: float = -math.inf) -> Solution:
    return Solution(status=status, values=None, objective=-math.inf, bound=bound, solver=solver)


def _highs_options(scale: int, settings: SolverSettings) -> dict[str, object]:
    exact = settings.relative_gap <= EXACT_GAP
    return {
        "threads": 1,
        "random_seed": 0,
        "time_limit": max(float(settings.time_limit), 0.0),
        "mip_allow_restart": settings.restarts,
        "mip_rel_gap": 0.0 if exact else settings.relative_gap,
        "mip_abs_gap": 0.4 / scale,  # less than one unit: equal means equal
        "mip_feasibility_tolerance": TOLERANCE,
        "primal_feasibility_tolerance": TOLERANCE,
    }


def set_option(highs: object, name: str, value: object) -> None:
    """Set an option of HiGHS; a name or value it does not know is an error, not silence."""
    answer = highs.setOptionValue(name, value)  # type: ignore[attr-defined]
    if answer.name != "kOk":
        raise SolverError(f"HiGHS does not take {name} = {value!r}")


def _status_of_highs(name: str) -> SolveStatus | None:
    match name:
        case "kOptimal":
            return SolveStatus.OPTIMAL
        # Every variable has bounds, so a problem that is one of the two is infeasible.
        case "kInfeasible" | "kUnboundedOrInfeasible":
            return SolveStatus.INFEASIBLE
        case "kTimeLimit" | "kIterationLimit" | "kSolutionLimit" | "kInterrupt":
            return SolveStatus.STOPPED
        case _:
            return None


def _solve_with_cbc(problem: pulp.LpProblem, scale: int, settings: SolverSettings) -> Solution:
    """Return what CBC found, from ``sol_status`` alone: ``status`` says Optimal too easily."""
    exact = settings.relative_gap <= EXACT_GAP
    gap = 0.0 if exact else settings.relative_gap
    # No number of threads: asked for one, CBC takes its parallel road, and sometimes waits for
    # itself until the time is up.
    solver = pulp.COIN_CMD(
        path=_cbc_path(),
        msg=False,
        timeLimit=max(float(settings.time_limit), 0.01),
        gapRel=gap,
        gapAbs=0.4 / scale,
        options=[f"primalTolerance {TOLERANCE}", f"integerTolerance {TOLERANCE}"],
    )
    begun = time.monotonic()
    try:
        problem.solve(solver)
    except pulp.PulpSolverError as error:
        raise SolverError(f"CBC gives no answer: {error}") from error
    values, objective = None, -math.inf
    if problem.sol_status in {pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible}:
        values = {
            variable.name: float(variable.value())
            for variable in problem.variables()
            if variable.name != "__dummy"  # PuLP's own, where there is nothing to maximise
        }
        objective = -float(pulp.value(problem.objective) or 0.0) * scale
    status = _status_of_cbc(problem)
    # Out of time while it prepares the problem, CBC calls it infeasible.
    if status is SolveStatus.INFEASIBLE and time.monotonic() - begun >= settings.time_limit:
        status = SolveStatus.STOPPED
    # CBC writes no bound to its solution file: what its own gap allows, or nothing known.
    bound = objective + gap * abs(objective) if status is SolveStatus.OPTIMAL else math.inf
    if status is SolveStatus.INFEASIBLE:
        bound = -math.inf
    return Solution(status=status, values=values, objective=objective, bound=bound, solver=CBC)


def _status_of_cbc(problem: pulp.LpProblem) -> SolveStatus:
    if problem.sol_status == pulp.LpSolutionOptimal:
        return SolveStatus.OPTIMAL
    # "Integer infeasible" reaches only `status`; "Infeasible" reaches both.
    without = problem.sol_status != pulp.LpSolutionIntegerFeasible
    if without and problem.status in {pulp.LpStatusInfeasible, pulp.LpStatusUnbounded}:
        return SolveStatus.INFEASIBLE
    return SolveStatus.STOPPED


def _cbc_path() -> str:
    """Return the CBC that PuLP 3 brings along, or the one on the search path."""
    bundled = getattr(pulp, "PULP_CBC_CMD", None)
    if bundled is not None:
        return str(bundled.pulp_cbc_path)
    return str(pulp.COIN_CMD(msg=False).path)


_BANNER = threading.Lock()
_banner_is_past = threading.Event()


@contextmanager
def _muffled_first_time() -> Iterator[None]:
    """Send what C code prints to nowhere, the first time only: HiGHS then shows its banner.

    Otherwise the banner stands before the JSON of ``bw-mcda portfolio --json``.
    """
    if _banner_is_past.is_set():
        yield
        return
    with _BANNER:
        sys.stdout.flush()
        kept = os.dup(1)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        try:
            yield
        finally:
            os.dup2(kept, 1)
            os.close(kept)
            os.close(nowhere)
            _banner_is_past.set()
