"""This file holds a way to make a scenario out of a plain table, for tests of the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import Criterion, Direction, LinearValue, OrdinalValue, ValueFunction
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import (
    Assessment,
    Confidence,
    CountsFrom,
    Evidence,
    Exact,
    Performance,
    PerformanceTable,
)
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.weights import Weights

STRAIGHT = LinearValue()
MADE_UP = Evidence(source="made up", year=2026, confidence=Confidence.D)
ONE_AREA = (Area(id="g0", label=Label(nl="g0"), inhabitants=100, source="made up"),)


def numeric(
    id_: str, worst: float = 0.0, best: float = 1.0, shape: ValueFunction = STRAIGHT
) -> Criterion:
    direction = Direction.MAXIMISE if best > worst else Direction.MINIMISE
    return Criterion(
        id=id_,
        label=Label(nl=id_),
        unit=Label(nl="punten"),
        direction=direction,
        worst=worst,
        best=best,
        value_function=shape,
    )


def ordinal(id_: str, steps: int = 5, direction: Direction = Direction.MAXIMISE) -> Criterion:
    worst, best = (0.0, steps - 1.0) if direction is Direction.MAXIMISE else (steps - 1.0, 0.0)
    return Criterion(
        id=id_,
        label=Label(nl=id_),
        unit=Label(nl="oordeel"),
        direction=direction,
        worst=worst,
        best=best,
        value_function=OrdinalValue(steps),
    )


def assessed(performance: Performance | float | Assessment) -> Assessment:
    """Read a number as an exact level and leave what is complete as it is."""
    if isinstance(performance, Assessment):
        return performance
    if isinstance(performance, int | float):
        performance = Exact(float(performance))
    return Assessment(performance=performance, counts_from=CountsFrom.LEVEL, evidence=MADE_UP)


def change(performance: Performance | float) -> Assessment:
    """Read a number as a change from the null alternative."""
    if isinstance(performance, int | float):
        performance = Exact(float(performance))
    return Assessment(performance=performance, counts_from=CountsFrom.CHANGE, evidence=MADE_UP)


def simple_scenario(
    table: Sequence[Sequence[object]],
    *,
    criteria: Sequence[Criterion] = (),
    weights: Sequence[float] = (),
    groups: Mapping[str, Sequence[float]] | None = None,
    areas: Sequence[Area] = ONE_AREA,
    alternatives: Mapping[int, Mapping[str, object]] | None = None,
    plan: AnalysisPlan = AnalysisPlan(draws=2_000, horizon=0.0),
    **more: object,
) -> Scenario:
    """Make a scenario: row 0 is the null alternative, columns are criteria.

    A cell is a number, a performance, an assessment, or a list of these with one per area.
    ``alternatives`` gives more about the alternative of a row; ``more`` goes to the problem.
    """
    criteria = tuple(criteria) or tuple(numeric(f"c{c}") for c in range(len(table[0])))
    groups = groups or {"all": weights or [1.0] * len(criteria)}
    cells = {}
    for a, row in enumerate(table):
        for criterion, cell in zip(criteria, row, strict=True):
            per_area = cell if isinstance(cell, list) else [cell] * len(areas)
            for area, performance in zip(areas, per_area, strict=True):
                cells[f"a{a}", criterion.id, area.id] = assessed(performance)
    about = alternatives or {}
    touched = tuple(area.id for area in areas)
    problem = DecisionProblem(
        id="simple",
        label=Label(nl="simpel"),
        question=Label(nl="Wat doen we?"),
        start_year=2026,
        areas=tuple(areas),
        organisations=more.pop("organisations", ()),
        tasks=more.pop("tasks", ()),
        tree=CriteriaTree(
            themes=(
                Theme(
                    id="theme",
                    label=Label(nl="thema"),
                    dimension=Dimension.HERE_AND_NOW,
                    criteria=criteria,
                ),
            )
        ),
        alternatives=tuple(
            Alternative(
                id=f"a{a}",
                label=Label(nl=f"a{a}"),
                summary=Label(nl=f"a{a}"),
                **{"areas": touched, "is_null": a == 0, **about.get(a, {})},
            )
            for a in range(len(table))
        ),
        performances=PerformanceTable(cells=cells),
        stakeholders=tuple(
            Stakeholder(
                id=group,
                label=Label(nl=group),
                weights=Weights.from_points(
                    {c.id: point for c, point in zip(criteria, points, strict=True)}
                ),
                source="made up",
            )
            for group, points in groups.items()
        ),
        **more,
    )
    return Scenario(problem=problem, plan=plan)
