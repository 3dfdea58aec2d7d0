"""This file holds the search for solutions by what they reach on several forms at once."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.portfolio.audit import AuditError
from bw_mcda.engine.portfolio.linear_row import (
    LinearForm,
    LinearModel,
    LinearRow,
    Sense,
    Variable,
)
from bw_mcda.engine.portfolio.search_zones import Points
from bw_mcda.engine.portfolio.solve import Solution, SolverSettings, solve
from bw_mcda.results.portfolio import SolveStatus

Flags = NDArray[np.bool_]
ONE_SOLVE_UP_TO = 1e10
"""The largest augmented objective of which a solver still tells one unit from the next."""
LEAD = "lead"
"""The variable that says how far a solution is ahead of a corner."""
LEAD_FIRST = 1000
"""A lead of one scale counts as this many times a scale on every form in the sum."""


class PointSearch:
    """One model and its forms, asked again and again."""

    def __init__(
        self, *, model: LinearModel, forms: tuple[LinearForm, ...], deadline: float
    ) -> None:
        self.model, self.forms, self.deadline = model, forms, deadline
        self.solves, self.solver = 0, ""

    def reach(self) -> tuple[Points, Points]:
        """Return per form the lowest and highest sum of its coefficients, rules left aside."""
        factors = [[factor for _, factor in form.coefficients] for form in self.forms]
        lowest = [sum(min(factor, 0) for factor in row) for row in factors]
        highest = [sum(max(factor, 0) for factor in row) for row in factors]
        return np.array(lowest, dtype=np.int64), np.array(highest, dtype=np.int64)

    def above(self, corner: Points) -> list[LinearRow]:
        """Return that every form is above ``corner``, where that asks anything."""
        lowest, _ = self.reach()
        return [
            floor_row(form, int(bound) + 1)
            for form, bound, least in zip(self.forms, corner, lowest, strict=True)
            if bound >= least
        ]

    def highest_above(
        self, corner: Points, direction: int
    ) -> tuple[SolveStatus, dict[str, int] | None]:
        """Return the highest solution in one direction that is above ``corner`` in the others.

        Formula: ``max f_k + rho * sum of the others`` with rho so small that f_k always counts
        first. Where that asks for more digits than a solver has: f_k first, then the sum.
        """
        lowest, highest = self.reach()
        rows = self.above(np.where(np.arange(len(corner)) == direction, lowest - 1, corner))
        first, total = self.forms[direction], _weighted_sum(self.forms)
        spread = int((highest - lowest).sum()) + 1
        if spread * int(np.abs([lowest, highest]).max()) <= ONE_SOLVE_UP_TO:
            together = _weighted_sum((total, first), (1, spread))
            return self._best(together, rows)
        status, reached = self._best(first, rows)
        if reached is None:
            return status, None
        return self._best(total, [*rows, floor_row(first, first.at(reached))])

    def furthest_above(
        self, corner: Points, scale: Points, counted: Flags, rows: Iterable[LinearRow] = ()
    ) -> tuple[SolveStatus, dict[str, int] | None, float]:
        """Return the solution furthest ahead of ``corner``, and how far any can be ahead.

        Formula: ``max s + rho * sum over k of f_k`` with ``f_k >= corner_k + scale_k * s`` for the
        counted k (augmented Chebyshev: Steuer & Choo 1983, Mathematical Programming 26, 326-344).

        In words: ahead on every counted form by as much as possible, and then as much as possible
        in sum, so that nothing beats the answer. How far any solution can be ahead is told in units
        of scale and is never too low; it is infinite when no form is counted.

        Parameters
        ----------
        corner, scale
            Shape (forms,); scale is above 0.
        counted
            Which forms count, shape (forms,).
        rows
            What the solution must keep to as well.
        """
        rows, total = tuple(rows), _weighted_sum(self.forms)
        if not counted.any():
            return *self._best(total, rows), math.inf
        lowest, highest = self.reach()
        weight = LEAD_FIRST * int(scale.sum())
        ends = [(end - corner)[counted] / scale[counted] for end in (lowest, highest)]
        lead = Variable(name=LEAD, low=float(ends[0].min()), high=float(ends[1].max()))
        ahead = tuple(
            LinearRow(
                name=f"ahead.{number}",
                coefficients=(*form.coefficients, (LEAD, -int(step))),
                sense=Sense.AT_LEAST,
                right_side=int(height),
            )
            for number, (form, height, step) in enumerate(
                zip(self.forms, corner, scale, strict=True)
            )
            if counted[number]
        )
        model = replace(
            self.model.with_rows(*rows, *ahead),
            variables=(*self.model.variables, lead),
            maximise=_weighted_sum(
                (total, LinearForm(name=LEAD, coefficients=((LEAD, 1),))), (1, weight)
            ),
        )
        answer = self._asked(model)
        if answer.status is not SolveStatus.OPTIMAL or answer.values is None:
            return answer.status, None, math.inf
        reached = self._with_lead(rows, answer, corner, scale, counted, weight)
        most = (answer.bound - float(self._least_sum(rows))) / weight
        largest = weight * max(abs(lead.low), abs(lead.high)) + float(np.abs(highest).sum())
        if largest > ONE_SOLVE_UP_TO:
            floors = {row.name: row for row in rows} | {
                row.name: row for row in (floor_row(f, f.at(reached)) for f in self.forms)
            }
            status, better = self._best(total, floors.values())
            if better is None:
                return status, None, math.inf
            reached = better
        return SolveStatus.OPTIMAL, reached, most

    def another_at(
        self, point: Iterable[int], known: Iterable[Mapping[str, int]]
    ) -> tuple[SolveStatus, dict[str, int] | None]:
        """Return a solution as high as ``point`` on every form that is none of ``known``."""
        rows = [floor_row(form, height) for form, height in zip(self.forms, point, strict=True)]
        names = [variable.name for variable in self.model.variables if variable.whole]
        for number, solution in enumerate(known):
            inside = [name for name in names if solution.get(name, 0)]
            rows.append(
                LinearRow(
                    name=f"another.{number}",
                    coefficients=tuple((name, -1 if name in inside else 1) for name in names),
                    sense=Sense.AT_LEAST,
                    right_side=1 - len(inside),
                )
            )
        return self._best(_weighted_sum(self.forms), rows)

    def _least_sum(self, rows: Iterable[LinearRow]) -> int:
        """Return what the forms add up to at least in a solution that keeps to ``rows``."""
        lowest, _ = self.reach()
        floors = {row.coefficients: row.right_side for row in rows if row.sense is Sense.AT_LEAST}
        return sum(
            max(int(least), floors.get(form.coefficients, int(least)))
            for form, least in zip(self.forms, lowest, strict=True)
        )

    def _with_lead(  # noqa: PLR0913  (an audit needs all that was asked)
        self,
        rows: tuple[LinearRow, ...],
        answer: Solution,
        corner: Points,
        scale: Points,
        counted: Flags,
        weight: int,
    ) -> dict[str, int]:
        """Return whole values after checking every row, and the lead, exactly."""
        values = {name: value for name, value in (answer.values or {}).items() if name != LEAD}
        plain = replace(self.model.with_rows(*rows), maximise=_weighted_sum(self.forms))
        reached = _kept(plain, values)
        lead = min(
            Fraction(form.at(reached) - int(height), int(step))
            for form, height, step, counts in zip(self.forms, corner, scale, counted, strict=True)
            if counts
        )
        exact = float(weight * lead + plain.maximise.at(reached))
        if abs(exact - answer.objective) > max(1.0, 1e-7 * abs(exact)):
            raise AuditError(f"the solver says {answer.objective}, its answer is worth {exact}")
        return reached

    def _best(
        self, form: LinearForm, rows: Iterable[LinearRow]
    ) -> tuple[SolveStatus, dict[str, int] | None]:
        step = replace(self.model.with_rows(*rows), maximise=form)
        answer = self._asked(step)
        if answer.status is not SolveStatus.OPTIMAL or answer.values is None:
            return answer.status, None
        return answer.status, _audited(step, answer.values, answer.objective)

    def _asked(self, model: LinearModel) -> Solution:
        left = max(0.0, self.deadline - time.monotonic())
        answer = solve(model, SolverSettings(time_limit=left, restarts=False))
        self.solves += 1
        self.solver = answer.solver
        return answer


def _audited(model: LinearModel, values: Mapping[str, float], objective: float) -> dict[str, int]:
    """Return whole values after checking every row and the objective exactly."""
    rounded = _kept(model, values)
    exact = model.maximise.at(rounded)
    if abs(exact - objective) > max(1.0, 1e-9 * abs(exact)):
        raise AuditError(f"the solver says {objective}, its answer is worth {exact}")
    return rounded


def _kept(model: LinearModel, values: Mapping[str, float]) -> dict[str, int]:
    rounded = {name: round(value) for name, value in values.items()}
    broken = [row.name for row in model.rows if not row.holds(rounded)]
    if broken:
        raise AuditError(f"the solver's answer breaks {', '.join(broken)}")
    return rounded


def floor_row(form: LinearForm, height: int) -> LinearRow:
    """Return that a form is at least ``height``."""
    return LinearRow(
        name=f"above.{form.name}",
        coefficients=form.coefficients,
        sense=Sense.AT_LEAST,
        right_side=height,
    )


def _weighted_sum(forms: Iterable[LinearForm], weights: Iterable[int] | None = None) -> LinearForm:
    forms = tuple(forms)
    total: dict[str, int] = {}
    for form, weight in zip(forms, weights or (1,) * len(forms), strict=True):
        for name, factor in form.coefficients:
            total[name] = total.get(name, 0) + weight * factor
    return LinearForm(name="sum", coefficients=tuple((n, f) for n, f in total.items() if f))
