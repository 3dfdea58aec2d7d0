"""This file holds the format of the rules in ``scenario.yaml``, with what they count."""

from __future__ import annotations

from typing import Literal

from bw_mcda.scenario_files.file_part import FilePart, Filled, Number, Text


class BudgetPart(FilePart):
    """The most a payer can spend."""

    payer: str
    """Id of the organisation that pays."""
    euros: int
    """Whole euros, 0 or more."""
    year: int | None = None
    """Calendar year; the budget is for all years together when left out."""
    carry_over: bool = False
    """True when what is left of the year goes to the payer's next year with a budget."""


class EarmarkPart(FilePart):
    """A part of a payer's budget that may be spent on one purpose only."""

    payer: str
    """Id of the organisation that pays."""
    euros: int
    """Whole euros, 0 or more."""
    purpose: Literal["task", "theme", "area"]
    """Whether it is for measures of a task, of a theme (by their tasks) or in an area."""
    of: str
    """Id of the task, theme or area."""
    year: int | None = None
    """Calendar year of the budget it is a part of; left out when that is for all years."""


class CapacityYearPart(FilePart):
    """What a capacity has in one year."""

    year: int
    """Calendar year."""
    amount: Number
    """Of a stock: what is added. Of a yearly capacity: what this year has."""


class CapacityPart(FilePart):
    """Something there is a limited amount of: land, nitrogen space, staff."""

    label: Text
    """Name of the capacity."""
    unit: Text
    """Unit of the amounts, such as ``hectare`` or ``fte``."""
    amount: Number
    """Of a stock: what is there from the start. Of a yearly capacity: what every year has."""
    kind: Literal["stock", "yearly"] = "stock"
    """Whether what is used stays used (stock: land) or is there again next year (yearly: staff)."""
    years: list[CapacityYearPart] = []
    """Years that differ."""


class NeedPart(FilePart):
    """What an alternative needs of a capacity."""

    capacity: str
    """Id of the capacity."""
    amount: Number
    """Amount in the unit of the capacity; below 0 it makes room."""
    source: Filled
    """Where the amount comes from."""
    year: int | None = None
    """Calendar year; from the start (of a yearly capacity: every year) when left out."""


class StartPart(FilePart):
    """The years in which an alternative can start."""

    first: int
    """First calendar year."""
    last: int
    """Last calendar year."""


class SizePart(FilePart):
    """The parts of an alternative that can be carried out."""

    least: Number
    """Smallest part; 0.5 is half of what is described."""
    most: Number = 1.0
    """Largest part; 1 is all of what is described."""
    step: Number = 0.1
    """Step from one part to the next."""


class CountPart(FilePart):
    """How many of a set of alternatives may be chosen."""

    measures: list[str]
    """Ids of the alternatives."""
    least: int = 0
    """At least so many."""
    most: int | None = None
    """At most so many; no most when left out."""


class LimitPart(FilePart):
    """The least and the most of something that a package may have."""

    on: Literal[
        "task_points",
        "theme_points",
        "area_points",
        "group_points",
        "area_measures",
        "area_euros",
        "lead_measures",
        "lead_euros",
        "payer_euros",
    ]
    """What is counted: points of a task, theme, area or group; measures or euros in an area;
    measures or euros of the alternatives that an organisation leads; euros that it pays."""
    of: str
    """Id of the task, theme, area, group or organisation."""
    least: Number | None = None
    """At least so much."""
    most: Number | None = None
    """At most so much."""


class SpreadPart(FilePart):
    """How far a package may lean to one area."""

    of: Literal["euros", "value", "points"]
    """euros or value: no area gets a larger share; points: no area is further ahead of another."""
    most: Number
    """A share from 0 to 1, or points."""


class RulesPart(FilePart):
    """The rules a package of alternatives keeps to."""

    budgets: list[BudgetPart] = []
    """The most that payers can spend."""
    tasks: dict[str, Number] = {}
    """Least points per task id: 0 is today, 100 is the goal."""
    areas: dict[str, int] = {}
    """Least number of alternatives per area id that touch the area."""
    must_include: list[str] = []
    """Ids of alternatives that are in every package."""
    must_exclude: list[str] = []
    """Ids of alternatives that are in no package."""
    earmarks: list[EarmarkPart] = []
    """Parts of budgets that may be spent on one purpose only."""
    counts: list[CountPart] = []
    """How many of a set of alternatives may be chosen."""
    limits: list[LimitPart] = []
    """Least and most of points, measures and euros."""
    not_worse: list[Literal["themes", "areas", "groups"]] = []
    """What may not become worse than when nothing is done."""
    spread: list[SpreadPart] = []
    """How far a package may lean to one area."""
