"""This file holds the levels of a goal: what is made as high as it can be, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT
from bw_mcda.results.portfolio import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The sum of the ``lowest`` lowest of ``forms``, as large as possible.

    With ``cap`` a form counts for no more than that. With ``ranks`` (worst first, never rising) it
    is the sum of rank weight times the form of that rank. When ``counted`` it is the number of
    forms of 0 or more. ``of`` keeps the variables of levels over different forms apart. ``units``
    are how many make one of ``unit``.
    """

    name: str
    forms: tuple[LinearForm, ...]
    lowest: int = 1
    cap: int | None = None
    ranks: tuple[int, ...] = ()
    counted: bool = False
    of: str = ""
    unit: Unit = Unit.POINTS
    units: int = UNITS_PER_POINT

    def at(self, values: Mapping[str, int]) -> int:
        """Return the exact height of this level."""
        return self.of_heights([form.at(values) for form in self.forms])

    def of_heights(self, heights: Iterable[int]) -> int:
        """Return the height of this level for heights of its forms."""
        if self.counted:
            return sum(height >= 0 for height in heights)
        capped = heights if self.cap is None else [min(self.cap, height) for height in heights]
        lowest = sorted(capped)
        if self.ranks:
            return sum(rank * height for rank, height in zip(self.ranks, lowest, strict=True))
        return sum(lowest[: self.lowest])

    def of_many(self, heights: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the heights for forms of shape (forms, packages)."""
        total: NDArray[np.int64]
        if self.counted:
            total = (heights >= 0).sum(axis=0)
            return total
        if self.cap is not None:
            heights = np.minimum(heights, self.cap)
        if self.ranks:
            total = np.array(self.ranks) @ np.sort(heights, axis=0)
            return total
        if self.lowest < len(self.forms):
            heights = np.sort(heights, axis=0)[: self.lowest]
        total = heights.sum(axis=0)
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledLevel:
    """A level as one linear form, with the variables and rows that make the form mean the level."""

    form: LinearForm
    variables: tuple[Variable, ...] = ()
    rows: tuple[LinearRow, ...] = ()


def as_objective(level: Level, variables: tuple[Variable, ...]) -> CompiledLevel:
    """Return a level as a form to maximise.

    One form, or all of them: their sum. The k lowest of p: ``max k*r - sum over t of d_t`` with
    ``d_t >= r - f_t``, ``d_t >= 0``, and ``r <= cap`` when there is one. In words: set a bar r and
    pay for every score that stays under it; the best bar is the k-th lowest score, and what then
    remains is the sum of the k lowest.

    With rank weights ``w_1 >= w_2 >= ...``: ``max sum over k of (w_k - w_k+1) * L_k`` with L_k the
    sum of the k lowest (Ogryczak & Śliwiński 2003, European Journal of Operational Research 148,
    80-91). Counted: ``max sum over t of u_t`` with ``f_t >= -M_t * (1 - u_t)``, u_t 0 or 1.
    """
    if level.counted:
        return _counted(level, variables)
    if level.ranks:
        return _ranked(level, variables)
    return _lowest(level, level.lowest, variables)


def as_floor(level: Level, variables: tuple[Variable, ...], height: int) -> CompiledLevel:
    """Return a level as rows that keep it at ``height`` or higher.

    The lowest of several needs no bar: every form is at least ``height``.
    """
    if level.lowest == 1 and not (level.ranks or level.counted):
        if level.cap is not None and height > level.cap:
            raise ValueError(f"{level.name} cannot be above its cap")
        rows = tuple(
            LinearRow(
                name=f"floor.{level.name}.{form.name}",
                coefficients=form.coefficients,
                sense=Sense.AT_LEAST,
                right_side=height - form.constant,
            )
            for form in level.forms
        )
        return CompiledLevel(form=LinearForm(name=level.name, coefficients=()), rows=rows)
    compiled = as_objective(level, variables)
    floor = LinearRow(
        name=f"floor.{level.name}",
        coefficients=compiled.form.coefficients,
        sense=Sense.AT_LEAST,
        right_side=height - compiled.form.constant,
    )
    return CompiledLevel(
        form=compiled.form, variables=compiled.variables, rows=(*compiled.rows, floor)
    )


def _lowest(level: Level, lowest: int, variables: tuple[Variable, ...]) -> CompiledLevel:
    if lowest == len(level.forms) and level.cap is None:
        return CompiledLevel(form=_sum_of(level.name, level.forms))
    mark = f"{level.of}." if level.of else ""
    low, high = _reach(level, variables)
    bar = Variable(name=f"r.{mark}{lowest}", low=low, high=high)
    if lowest == 1:
        rows = tuple(_bar_row(f"bar.{mark}{lowest}", form, bar) for form in level.forms)
        form = LinearForm(name=level.name, coefficients=((bar.name, UNITS_PER_POINT),))
        return CompiledLevel(form=form, variables=(bar,), rows=rows)
    shortfalls = tuple(
        Variable(name=f"d.{mark}{lowest}.{form.name}", high=max(0.0, high - low))
        for form in level.forms
    )
    form = LinearForm(
        name=level.name,
        coefficients=(
            (bar.name, lowest * UNITS_PER_POINT),
            *((shortfall.name, -UNITS_PER_POINT) for shortfall in shortfalls),
        ),
    )
    rows = tuple(
        _bar_row(f"bar.{mark}{lowest}", form, bar, shortfall)
        for form, shortfall in zip(level.forms, shortfalls, strict=True)
    )
    return CompiledLevel(form=form, variables=(bar, *shortfalls), rows=rows)


def _ranked(level: Level, variables: tuple[Variable, ...]) -> CompiledLevel:
    """Return the sum of (w_k - w_k+1) times the sum of the k lowest."""
    parts: list[CompiledLevel] = []
    scaled: list[LinearForm] = []
    for k, (weight, below) in enumerate(
        zip(level.ranks, (*level.ranks[1:], 0), strict=True), start=1
    ):
        if step := weight - below:
            part = _lowest(level, k, variables)
            parts.append(part)
            scaled.append(
                LinearForm(
                    name=part.form.name,
                    coefficients=tuple((n, step * f) for n, f in part.form.coefficients),
                    constant=step * part.form.constant,
                )
            )
    return CompiledLevel(
        form=_sum_of(level.name, tuple(scaled)),
        variables=tuple(variable for part in parts for variable in part.variables),
        rows=tuple(row for part in parts for row in part.rows),
    )


def _counted(level: Level, variables: tuple[Variable, ...]) -> CompiledLevel:
    """Return how many forms are 0 or more."""
    known = {variable.name: variable for variable in variables}
    mark = f"{level.of}." if level.of else ""
    switches, rows = [], []
    for form in level.forms:
        switch = Variable(name=f"u.{mark}{form.name}", whole=True)
        furthest = max(0, -round(form.ends(known)[0]))
        switches.append(switch)
        rows.append(
            LinearRow(
                name=f"counts.{mark}{form.name}",
                coefficients=(*form.coefficients, (switch.name, -furthest)),
                sense=Sense.AT_LEAST,
                right_side=-furthest - form.constant,
            )
        )
    form = LinearForm(name=level.name, coefficients=tuple((switch.name, 1) for switch in switches))
    return CompiledLevel(form=form, variables=tuple(switches), rows=tuple(rows))


def _bar_row(
    name: str, form: LinearForm, bar: Variable, shortfall: Variable | None = None
) -> LinearRow:
    under = () if shortfall is None else ((shortfall.name, UNITS_PER_POINT),)
    return LinearRow(
        name=f"{name}.{form.name}",
        coefficients=(*form.coefficients, *under, (bar.name, -UNITS_PER_POINT)),
        sense=Sense.AT_LEAST,
        right_side=-form.constant,
    )


def _sum_of(name: str, forms: tuple[LinearForm, ...]) -> LinearForm:
    total: dict[str, int] = {}
    for form in forms:
        for variable, factor in form.coefficients:
            total[variable] = total.get(variable, 0) + factor
    return LinearForm(
        name=name,
        coefficients=tuple((variable, factor) for variable, factor in total.items() if factor),
        constant=sum(form.constant for form in forms),
    )


def _reach(level: Level, variables: tuple[Variable, ...]) -> tuple[float, float]:
    """Return bounds, in points, between which the bar of a level stays."""
    known = {variable.name: variable for variable in variables}
    ends = [form.ends(known) for form in level.forms]
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    if level.cap is not None:
        low, high = min(low, float(level.cap)), float(level.cap)
    return low / UNITS_PER_POINT, high / UNITS_PER_POINT
