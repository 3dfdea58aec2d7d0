"""This file holds the step from a linear model to PuLP; nothing else builds PuLP objects."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import pulp

from bw_mcda.engine.portfolio.linear_row import LinearModel, LinearRow, Sense


def compile_to_pulp(model: LinearModel) -> pulp.LpProblem:
    """Return ``model`` as a PuLP problem.

    Always a minimisation of minus the objective: PuLP 3.3.2 flips signs of what HiGHS says of a
    maximisation. Every row and the objective are divided by a power of ten, so that a solver's
    absolute tolerances mean the same for euros as for points.

    Raises
    ------
    ValueError
        When a name stands for two variables or two rows (HiGHS would take both without a word), or
        a variable has no finite bounds (an unbounded problem would be called infeasible).
    """
    _refuse_doubles("variable", (variable.name for variable in model.variables))
    _refuse_doubles("row", (row.name for row in model.rows))
    problem = pulp.LpProblem("package", pulp.LpMinimize)
    variables: dict[str, pulp.LpVariable] = {}
    for variable in model.variables:
        if not (math.isfinite(variable.low) and math.isfinite(variable.high)):
            raise ValueError(f"{variable.name}: needs finite bounds")
        category = "Integer" if variable.whole else "Continuous"
        variables[variable.name] = problem.add_variable(
            variable.name, variable.low, variable.high, cat=category
        )
    scale = objective_scale(model)
    problem.setObjective(
        pulp.LpAffineExpression(
            [(variables[name], -factor / scale) for name, factor in model.maximise.coefficients]
        )
    )
    for row in model.rows:
        problem.addConstraint(_constraint(row, variables), row.name)
    return problem


def objective_scale(model: LinearModel) -> int:
    """Return by what the objective is divided on its way to a solver."""
    return _scale(factor for _, factor in model.maximise.coefficients)


def row_scale(row: LinearRow) -> int:
    """Return by what a row is divided on its way to a solver."""
    return _scale(factor for _, factor in row.coefficients)


def write_lp(model: LinearModel, path: Path) -> None:
    """Write a model as a readable ``.lp`` file."""
    compile_to_pulp(model).writeLP(str(path))


def _constraint(row: LinearRow, variables: dict[str, pulp.LpVariable]) -> pulp.LpConstraint:
    scale = row_scale(row)
    left = pulp.LpAffineExpression(
        [(variables[name], factor / scale) for name, factor in row.coefficients]
    )
    right = row.right_side / scale
    match row.sense:
        case Sense.AT_MOST:
            return left <= right
        case Sense.AT_LEAST:
            return left >= right
        case Sense.EQUAL:
            return left == right


def _scale(factors: Iterable[int]) -> int:
    """Return the power of ten that brings the largest factor between 1 and 10."""
    largest = max((abs(factor) for factor in factors), default=0)
    return int(10 ** (len(str(largest)) - 1)) if largest else 1


def _refuse_doubles(noun: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"two {noun}s are called {name}")
        seen.add(name)
