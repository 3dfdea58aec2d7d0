"""This file holds the search for nearest orders by the solver, for many alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from bw_mcda.engine.insight.kemeny_insertion import nearest_by_insertion
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.solve import Solution, SolverSettings, solve
from bw_mcda.engine.ranking.votes import Counts
from bw_mcda.results.portfolio import SolveStatus

TIME_LIMIT = 20.0
"""Seconds for each of the two searches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestBySolver:
    """One nearest order, or two different ones where there are more; not counted further.

    ``proven`` is false when time ran out: the order is then the best that was found.
    """

    orders: tuple[tuple[int, ...], ...]
    proven: bool


def nearest_by_solver(cost: Counts) -> NearestBySolver:
    """Return an order of least cost, and a second one when it is not the only one.

    Parameters
    ----------
    cost
        Shape (n, n): the cost of the row standing before the column.

    Returns
    -------
    NearestBySolver
        Formula: ``min sum over i < j of cost_ij x_ij + cost_ji (1 - x_ij)`` with
        ``0 <= x_ij + x_jk - x_ik <= 1`` for all i < j < k and x 0 or 1 (Conitzer, Davenport &
        Kalagnanam 2006). In words: decide of every pair who stands before whom, so that no three
        go round in a circle.
    """
    model = order_model(cost)
    found = solve(model, SolverSettings(time_limit=TIME_LIMIT))
    if found.values is None:
        # Time ran out before any order was found.
        return NearestBySolver(orders=(nearest_by_insertion(cost),), proven=False)
    first = _order(found, len(cost))
    if found.status is not SolveStatus.OPTIMAL:
        return NearestBySolver(orders=(first,), proven=False)
    other = solve(
        model.with_rows(*_another(model, cost, first)), SolverSettings(time_limit=TIME_LIMIT)
    )
    orders = (first,) if other.values is None else (first, _order(other, len(cost)))
    return NearestBySolver(orders=orders, proven=other.status is not SolveStatus.STOPPED)


def order_model(cost: Counts) -> LinearModel:
    """Return the linear model whose solutions are orders; the objective leaves out a constant."""
    n = len(cost)
    gains = {_before(i, j): int(cost[j, i] - cost[i, j]) for i, j in combinations(range(n), 2)}
    return LinearModel(
        variables=tuple(Variable(name=name, whole=True) for name in gains),
        rows=tuple(_no_circles(n)),
        maximise=LinearForm(
            name="agreements", coefficients=tuple(item for item in gains.items() if item[1])
        ),
    )


def _no_circles(n: int) -> Iterator[LinearRow]:
    for i, j, k in combinations(range(n), 3):
        circle = ((_before(i, j), 1), (_before(j, k), 1), (_before(i, k), -1))
        name = f"circle.{i}.{j}.{k}"
        yield LinearRow(name=name, coefficients=circle, sense=Sense.AT_MOST, right_side=1)
        yield LinearRow(
            name=f"{name}.back", coefficients=circle, sense=Sense.AT_LEAST, right_side=0
        )


def _another(model: LinearModel, cost: Counts, order: tuple[int, ...]) -> Iterator[LinearRow]:
    """Yield the rows that ask for another order that is as good."""
    place = {a: at for at, a in enumerate(order)}
    pairs = list(combinations(range(len(cost)), 2))
    ahead = {_before(i, j): place[i] < place[j] for i, j in pairs}
    yield LinearRow(
        name="another",
        coefficients=tuple((name, 1 if is_ahead else -1) for name, is_ahead in ahead.items()),
        sense=Sense.AT_MOST,
        right_side=sum(ahead.values()) - 1,
    )
    yield LinearRow(
        name="as_good",
        coefficients=model.maximise.coefficients,
        sense=Sense.AT_LEAST,
        right_side=model.maximise.at({name: int(is_ahead) for name, is_ahead in ahead.items()}),
    )


def _order(solution: Solution, n: int) -> tuple[int, ...]:
    values = solution.values or {}
    n_after = [0] * n
    for i, j in combinations(range(n), 2):
        n_after[i if round(values[_before(i, j)]) else j] += 1
    return tuple(sorted(range(n), key=lambda a: -n_after[a]))


def _before(i: int, j: int) -> str:
    return f"before.{i}.{j}"
