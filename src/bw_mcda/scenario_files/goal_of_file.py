"""This file holds goals of packages in a file: read, written, also in one cell of a workbook."""

from __future__ import annotations

from typing import Any, assert_never

from bw_mcda.problem.package_goal import (
    AnyGoal,
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    Over,
    PackageGoal,
    ReferencePoint,
    RegretOf,
    Shortfall,
    Targets,
)
from bw_mcda.scenario_files.goal_schema import (
    BalancedPart,
    CheapestPart,
    GoalPart,
    LeastRegretPart,
    MostRobustPart,
    OrderedAveragePart,
    ReferencePointPart,
    TargetsPart,
)
from bw_mcda.scenario_files.number_text import text_of_number, whole_or_fraction
from bw_mcda.scenario_files.plain_content import Content, number


def goal_of_part(part: GoalPart) -> AnyGoal:  # noqa: PLR0911  (one case per goal)
    """Return the goal that a file describes."""
    match part:
        case BalancedPart():
            return BalancedOver(over=Over(part.over))
        case OrderedAveragePart():
            return OrderedAverage(evenness=float(part.evenness), over=Over(part.over))
        case ReferencePointPart():
            return ReferencePoint(points=_points(part.points))
        case TargetsPart():
            return Targets(points=_points(part.points), shortfall=Shortfall(part.shortfall))
        case LeastRegretPart():
            return LeastRegret(of=RegretOf(part.of), draws=part.draws)
        case MostRobustPart():
            return MostRobust(within=float(part.within), draws=part.draws)
        case CheapestPart():
            return Cheapest()
        case str():
            return PackageGoal(part)
        case _:
            assert_never(part)


def goal_content(goal: AnyGoal) -> str | Content:  # noqa: PLR0911  (one case per goal)
    """Return a goal as the content of a file."""
    match goal:
        case PackageGoal():
            return goal.value
        case BalancedOver(over=over):
            return {"goal": "balanced", "over": over.value}
        case OrderedAverage(evenness=evenness, over=over):
            shape = {"evenness": number(evenness), "over": over.value}
            return {"goal": "ordered_average", **shape}
        case ReferencePoint(points=points):
            return {"goal": "reference_point", "points": _numbers(points)}
        case Targets(points=points, shortfall=shortfall):
            content = {"goal": "targets", "points": _numbers(points)}
            return content | {"shortfall": shortfall.value}
        case LeastRegret(of=of, draws=draws):
            return {"goal": "least_regret", "of": of.value, "draws": draws}
        case MostRobust(within=within, draws=draws):
            return {"goal": "most_robust", "within": number(within), "draws": draws}
        case Cheapest():
            return {"goal": "cheapest"}
        case _:
            assert_never(goal)


def text_of_goal(content: str | Content) -> str:
    """Return a goal as words in a cell: ``targets points.living=40 shortfall=sum``."""
    if isinstance(content, str):
        return content
    words = [str(content["goal"])]
    for key, value in content.items():
        if isinstance(value, dict):
            words += [f"{key}.{name}={_word(part)}" for name, part in value.items()]
        elif key != "goal":
            words.append(f"{key}={_word(value)}")
    return " ".join(words)


def goal_of_text(text: str) -> str | Content:
    """Return the content that words in a cell stand for."""
    name, *settings = text.split()
    if not settings and name in set(PackageGoal):
        return name
    content: Content = {"goal": name}
    if name in {"reference_point", "targets"}:
        content["points"] = {}
    for setting in settings:
        key, _, word = setting.partition("=")
        value = whole_or_fraction(word, decimal_comma=False)
        part, _, inner = key.partition(".")
        if inner:
            content.setdefault(part, {})[inner] = word if value is None else value
        else:
            content[key] = word if value is None else value
    return content


def _points(points: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple((task, float(value)) for task, value in points.items())


def _numbers(points: tuple[tuple[str, float], ...]) -> dict[str, float]:
    return {task: number(value) for task, value in points}


def _word(value: Any) -> str:  # noqa: ANN401  (a number or a word of the format)
    return text_of_number(value) if isinstance(value, int | float) else str(value)
