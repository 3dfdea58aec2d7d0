"""This file holds the rules a package of alternatives must keep to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.problem.capacity import Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The most a payer can spend, in whole euros; over all years together when ``year`` is None.

    With ``carry_over`` what is left of a year's budget is added to the payer's next year budget.
    """

    payer: str
    euros: int
    year: int | None = None
    carry_over: bool = False


class Purpose(StrEnum):
    """What earmarked money is for."""

    TASK = "task"
    """Measures that serve a task."""
    THEME = "theme"
    """Measures that serve a task with a criterion in the theme."""
    AREA = "area"
    """Measures that touch an area."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earmark:
    """A part of a payer's budget that may be spent on one purpose only.

    ``of`` is the id of the task, theme or area. The payer has a budget for the same ``year``.
    """

    payer: str
    euros: int
    purpose: Purpose
    of: str
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
class SetCount:
    """At least ``least`` and at most ``most`` of these alternatives are in a package."""

    measures: tuple[str, ...]
    least: int = 0
    most: int | None = None


class LimitOn(StrEnum):
    """What a limit counts, and of what."""

    TASK_POINTS = "task_points"
    """Points of a task: 0 is today, 100 is the goal."""
    THEME_POINTS = "theme_points"
    """Points of a theme: 0 is today, 100 is every criterion at its best anchor."""
    AREA_POINTS = "area_points"
    """Weighted gain in one area, in points."""
    GROUP_POINTS = "group_points"
    """Gain by the group's own weights, in points."""
    AREA_MEASURES = "area_measures"
    """Alternatives that touch an area."""
    AREA_EUROS = "area_euros"
    """Euros spent in an area; a measure in several areas is split evenly."""
    LEAD_MEASURES = "lead_measures"
    """Alternatives that an organisation leads."""
    LEAD_EUROS = "lead_euros"
    """Euros, of all payers, of the alternatives that an organisation leads."""
    PAYER_EUROS = "payer_euros"
    """Euros that an organisation pays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The least and the most of something that a package may have.

    ``of`` is the id of the task, theme, area, group or organisation.
    """

    on: LimitOn
    of: str
    least: float | None = None
    most: float | None = None


class NotWorse(StrEnum):
    """What may not become worse than in the null alternative."""

    THEMES = "themes"
    """No theme loses points."""
    AREAS = "areas"
    """No area loses points."""
    GROUPS = "groups"
    """No group loses points by its own weights."""


class SpreadOf(StrEnum):
    """What is spread over areas."""

    EUROS = "euros"
    """The most is a share (0 to 1) of the euros."""
    VALUE = "value"
    """The most is a share (0 to 1) of the value, areas counting as in the plan."""
    POINTS = "points"
    """The most is a difference in points between any two areas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSpread:
    """No area gets more than a share of the money or value, or is further ahead than ``most``."""

    of: SpreadOf
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRules:
    """All rules beside what alternatives themselves require, exclude and strengthen."""

    budgets: tuple[Budget, ...] = ()
    task_minimums: tuple[TaskMinimum, ...] = ()
    area_minimums: tuple[AreaMinimum, ...] = ()
    must_include: tuple[str, ...] = ()
    must_exclude: tuple[str, ...] = ()
    earmarks: tuple[Earmark, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    counts: tuple[SetCount, ...] = ()
    limits: tuple[Limit, ...] = ()
    not_worse: tuple[NotWorse, ...] = ()
    spread: tuple[AreaSpread, ...] = ()
