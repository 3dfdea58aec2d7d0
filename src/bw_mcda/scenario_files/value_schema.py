"""This file holds how the file format writes value functions; the docstrings are its manual."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Discriminator, Field, Tag

from bw_mcda.scenario_files.file_part import STRICT, Number


class ValuePart(BaseModel):
    """A value function in the file."""

    model_config = STRICT


class AnswersPart(ValuePart):
    """What people answered when they were asked for the shape of the value function."""

    question: Literal["halving", "points"]
    """halving: which level lies halfway in value? points: how many points is a level worth?"""
    points: list[Annotated[list[Number], Field(min_length=2, max_length=2)]]
    """Pairs of level and points; worst has 0 points and best 100."""


class PiecewisePart(ValuePart):
    """A value function of straight lines between points."""

    piecewise: list[Annotated[list[Number], Field(min_length=2, max_length=2)]]
    """Pairs of performance and value in rising order of performance; 0 at worst and 1 at best."""


class ExponentialPart(ValuePart):
    """A value function that bends."""

    exponential: Number
    """Above 0 the first steps are worth most, below 0 the last; from -20 to 20 and not 0."""


class SShape(ValuePart):
    """An S: slow, fast, slow."""

    middle: Number
    """Level around which value rises fastest."""
    steepness: Number
    """Above 0, at most 50; 5 is a gentle S and 15 a steep one."""


class SShapePart(ValuePart):
    """A value function in the shape of an S."""

    s_shape: SShape
    """Where the S is steepest, and how steep it is there."""


class Saturation(ValuePart):
    """A level that is enough."""

    enough: Number
    """Level from which on the value is 1."""
    curvature: Number = 0.0
    """How the rise to it bends, as with exponential; 0 is straight."""


class SaturatingPart(ValuePart):
    """A value function for which enough is enough."""

    saturating: Saturation
    """The level that is enough, and how value rises to it."""


class ThresholdPart(ValuePart):
    """All or nothing."""

    threshold: Number
    """Level from which on the value is 1; before it the value is 0."""


class ValueClasses(ValuePart):
    """Ordered classes of a measured level."""

    bounds: list[Number]
    """Levels at which a better class starts, from the worst side to the best."""
    values: list[Number] = []
    """Value from each bound on, the last one 1; leave out when only the order is known."""


class ValueClassesPart(ValuePart):
    """A value function that jumps from class to class."""

    classes: ValueClasses
    """Where the classes start and what they are worth."""


class OrdinalPart(ValuePart):
    """Levels of which only the order means something."""

    ordinal: int
    """Number of levels; 5 for -- - 0 + ++."""


VALUE_KINDS = (
    "piecewise",
    "exponential",
    "s_shape",
    "saturating",
    "threshold",
    "classes",
    "ordinal",
)


def _value_kind(value: object) -> str | None:
    if isinstance(value, str):
        return "<linear>"
    if isinstance(value, dict):
        kinds = [kind for kind in VALUE_KINDS if kind in value]
        return f"<{kinds[0]}>" if len(kinds) == 1 else None
    return None


Value = Annotated[
    Annotated[Literal["linear"], Tag("<linear>")]
    | Annotated[PiecewisePart, Tag("<piecewise>")]
    | Annotated[ExponentialPart, Tag("<exponential>")]
    | Annotated[SShapePart, Tag("<s_shape>")]
    | Annotated[SaturatingPart, Tag("<saturating>")]
    | Annotated[ThresholdPart, Tag("<threshold>")]
    | Annotated[ValueClassesPart, Tag("<classes>")]
    | Annotated[OrdinalPart, Tag("<ordinal>")],
    Discriminator(_value_kind),
]
"""How a performance becomes a value between 0 (worst) and 1 (best)."""
