"""This file holds the step from a linear model to PuLP; nothing else builds PuLP objects."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from pathlib import Path

import pulp

from bw_mcda.engine.portfolio.linear_row import LinearModel, LinearRow, Sense


def _power_of_two(largest: int) -> int:
    """Return the power of two that brings ``largest`` between 8 and 16, or 1."""
    return 1 << max(largest.bit_length() - 4, 0)


def _power_of_ten(largest: int) -> int:
    """Return the power of ten that brings ``largest`` between 1 and 10."""
    return int(10 ** (len(str(largest)) - 1))


def compile_to_pulp(
    model: LinearModel, power: Callable[[int], int] = _power_of_two
) -> pulp.LpProblem:
    """Return ``model`` as a PuLP problem.

    Always a minimisation of minus the objective: PuLP 3.3.2 flips signs of what HiGHS says of a
    maximisation. Every row and the objective are divided by a ``power`` of their largest factor, so
    that a solver's absolute tolerances mean the same for euros as for points. It is a power of two,
    so that every factor stays exact: where half a million and one had become 0.5000001, HiGHS
    1.16.0 lost the best package before its search began.

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
    scale = _scale((factor for _, factor in model.maximise.coefficients), power)
    problem.setObjective(
        pulp.LpAffineExpression(
            [(variables[name], -factor / scale) for name, factor in model.maximise.coefficients]
        )
    )
    for row in model.rows:
        problem.addConstraint(_constraint(row, variables, power), row.name)
    return problem


def objective_scale(model: LinearModel) -> int:
    """Return by what the objective is divided on its way to a solver."""
    return _scale((factor for _, factor in model.maximise.coefficients), _power_of_two)


def row_scale(row: LinearRow) -> int:
    """Return by what a row is divided on its way to a solver."""
    return _scale((factor for _, factor in row.coefficients), _power_of_two)


def write_lp(model: LinearModel, path: Path) -> None:
    """Write a model as a readable ``.lp`` file, in powers of ten."""
    compile_to_pulp(model, _power_of_ten).writeLP(str(path))


def _constraint(
    row: LinearRow, variables: dict[str, pulp.LpVariable], power: Callable[[int], int]
) -> pulp.LpConstraint:
    scale = _scale((factor for _, factor in row.coefficients), power)
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


def _scale(factors: Iterable[int], power: Callable[[int], int]) -> int:
    largest = max((abs(factor) for factor in factors), default=0)
    return power(largest) if largest else 1


def _refuse_doubles(noun: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"two {noun}s are called {name}")
        seen.add(name)
