"""This file holds the format of what a package can be best in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from bw_mcda.scenario_files.file_part import FilePart, Number

Compared = Literal["tasks", "areas", "groups"]
Draws = Annotated[int, Field(ge=1, le=1000)]


class BalancedPart(FilePart):
    """The weakest as high as possible, then the next weakest, and so on."""

    goal: Literal["balanced"]
    """Which goal this is."""
    over: Compared
    """Whose scores are compared: tasks, areas or groups."""


class OrderedAveragePart(FilePart):
    """The highest average in which the weakest scores count most."""

    goal: Literal["ordered_average"]
    """Which goal this is."""
    evenness: Annotated[Number, Field(ge=0, le=1)]
    """From 0 (all count the same) to 1 (only the weakest counts)."""
    over: Compared = "tasks"
    """Whose scores are compared: tasks, areas or groups."""


class ReferencePointPart(FilePart):
    """As close as possible to points per task that people ask for, or as far above them."""

    goal: Literal["reference_point"]
    """Which goal this is."""
    points: dict[str, Number]
    """Points asked for per task id; 0 for a task that is left out."""


class TargetsPart(FilePart):
    """As little as possible short of targets; more than a target counts for nothing."""

    goal: Literal["targets"]
    """Which goal this is."""
    points: Annotated[dict[str, Number], Field(min_length=1)]
    """Target per task id."""
    shortfall: Literal["sum", "worst"] = "sum"
    """Whether all that is missing counts first, or the task that misses most."""


class LeastRegretPart(FilePart):
    """The largest regret as small as possible."""

    goal: Literal["least_regret"]
    """Which goal this is."""
    of: Literal["groups", "draws"] = "groups"
    """Whether groups, or draws of weights, would regret."""
    draws: Draws = 100
    """Number of draws, 1 to 1000."""


class MostRobustPart(FilePart):
    """Nearly the best in as many draws of weights as possible."""

    goal: Literal["most_robust"]
    """Which goal this is."""
    within: Annotated[Number, Field(ge=0, le=1)] = 0.02
    """How far below the best is still nearly the best: a share of it."""
    draws: Draws = 100
    """Number of draws, 1 to 1000."""


class CheapestPart(FilePart):
    """The fewest euros with which all rules are kept."""

    goal: Literal["cheapest"]
    """Which goal this is."""


def _goal_kind(value: object) -> str | None:
    if isinstance(value, str):
        return "<name>"
    kind = value.get("goal") if isinstance(value, dict) else getattr(value, "goal", None)
    return f"<{kind}>" if isinstance(kind, str) else None


GoalPart = Annotated[
    Annotated[Literal["most_value", "balanced"], Tag("<name>")]
    | Annotated[BalancedPart, Tag("<balanced>")]
    | Annotated[OrderedAveragePart, Tag("<ordered_average>")]
    | Annotated[ReferencePointPart, Tag("<reference_point>")]
    | Annotated[TargetsPart, Tag("<targets>")]
    | Annotated[LeastRegretPart, Tag("<least_regret>")]
    | Annotated[MostRobustPart, Tag("<most_robust>")]
    | Annotated[CheapestPart, Tag("<cheapest>")],
    Discriminator(_goal_kind),
]
"""What a package can be best in."""
