"""This file holds the rules a package of alternatives must keep to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The most a payer can spend, in whole euros; over all years together when ``year`` is None."""

    payer: str
    euros: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMinimum:
    """A package must bring this task at least ``points`` (0 is today, 100 is the goal)."""

    task: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaMinimum:
    """A package must hold at least ``measures`` alternatives that touch this area."""

    area: str
    measures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRules:
    """All rules beside what alternatives themselves require, exclude and strengthen."""

    budgets: tuple[Budget, ...] = ()
    task_minimums: tuple[TaskMinimum, ...] = ()
    area_minimums: tuple[AreaMinimum, ...] = ()
    must_include: tuple[str, ...] = ()
    must_exclude: tuple[str, ...] = ()
