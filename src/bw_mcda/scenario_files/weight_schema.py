"""This file holds how the file format writes answers on weights; the docstrings are its manual."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from bw_mcda.scenario_files.file_part import STRICT, Filled, Number

QUESTIONS = (
    "swing",
    "swing_order",
    "swing_range",
    "swing_ratios",
    "points",
    "rank",
    "pairwise",
    "best_worst",
)
"""The keys of which an answer has exactly one; a group may answer ``per_theme`` instead."""


class WeighingPart(BaseModel):
    """A part of an answer in the file."""

    model_config = STRICT


def _place_kind(value: object) -> str | None:
    if isinstance(value, str):
        return "<id>"
    return "<ids>" if isinstance(value, list) else None


Place = Annotated[
    Annotated[Filled, Tag("<id>")] | Annotated[list[Filled], Tag("<ids>")],
    Discriminator(_place_kind),
]
"""An id, or several ids that weigh the same."""


class RatioPart(WeighingPart):
    """How many times as heavy one id is as another, between bounds."""

    first: str
    """Id of a criterion (or theme)."""
    second: str
    """Id of the one it is compared with."""
    low: Number
    """The first is at least so many times as heavy as the second; above 0."""
    high: Number
    """The first is at most so many times as heavy as the second."""


class RankPart(WeighingPart):
    """An order, and the rule that turns places into weights."""

    order: list[Place]
    """Ids from the heaviest to the lightest; ``[a, b]`` in one place when they weigh the same."""
    method: Literal["centroid", "sum", "reciprocal", "exponent"] = "centroid"
    """The rule: ``centroid`` (ROC), ``sum``, ``reciprocal`` or ``exponent``."""
    exponent: Number = 1.0
    """For ``exponent``: 0 makes all equal, 1 is ``sum``, more makes the first heavier; up to 10."""


class JudgementPart(WeighingPart):
    """A judgement on one pair."""

    heavier: str
    """Id of the heavier one."""
    lighter: str
    """Id of the lighter one."""
    times: Number
    """How many times as heavy, 1 to 9."""


class PairwisePart(WeighingPart):
    """Judgements in pairs (AHP)."""

    judgements: list[JudgementPart]
    """The judgements; not every pair needs one, but every id stands in at least one."""
    method: Literal["eigenvector", "geometric_mean"] = "eigenvector"
    """How judgements become weights: ``eigenvector`` (Saaty) or ``geometric_mean``."""


class BestWorstPart(WeighingPart):
    """Everything compared with the heaviest and with the lightest (best-worst method)."""

    best: str
    """Id of the heaviest."""
    worst: str
    """Id of the lightest."""
    best_over: dict[str, Number]
    """How many times (1 to 9) the heaviest is as heavy as each other id."""
    over_worst: dict[str, Number] = {}
    """How many times (1 to 9) each id between the two is as heavy as the lightest."""


class AnswerPart(WeighingPart):
    """One answer to what weighs how much: exactly one of these keys."""

    swing: dict[str, Number] | None = None
    """Points (0 to 100) per criterion id for the step from worst to best; the most wanted 100."""
    swing_order: list[Place] | None = None
    """Ids from the most wanted step to the least, ``[a, b]`` in one place when equal; how much
    heavier each is stays open."""
    swing_range: dict[str, Annotated[list[Number], Field(min_length=2, max_length=2)]] | None = None
    """Per criterion id the lowest and the highest points (0 to 100) for the step."""
    swing_ratios: list[RatioPart] | None = None
    """How many times as heavy one step is as another, between bounds."""
    points: dict[str, Number] | None = None
    """Points (0 to 100) for importance as such; less suitable, because people then do not look at
    the step."""
    rank: RankPart | None = None
    """An order, and a rule that turns places into weights."""
    pairwise: PairwisePart | None = None
    """Judgements in pairs (AHP)."""
    best_worst: BestWorstPart | None = None
    """Everything compared with the heaviest and with the lightest."""

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        given = [key for key in type(self).model_fields if key in _ANSWERS]
        given = [key for key in given if getattr(self, key) is not None]
        if len(given) != 1:
            allowed = [key for key in type(self).model_fields if key in _ANSWERS]
            facts = {"found": ", ".join(given) or "no answer", "allowed": ", ".join(allowed)}
            raise PydanticCustomError("one_answer", "exactly one of {allowed}", facts)
        return self


class PerThemePart(WeighingPart):
    """Themes weighed against each other, and the criteria within each theme."""

    between: AnswerPart
    """The answer on the themes, by theme id."""
    within: dict[str, AnswerPart] = {}
    """The answer on the criteria of each theme; a theme of one criterion needs none."""


class AskedRangePart(WeighingPart):
    """The step a group weighed, where the criterion has another range by now."""

    criterion: str
    """Id of the criterion."""
    worst: Number
    """Where the step began, in the unit of the criterion."""
    best: Number
    """Where the step ended."""


class GroupAnswerPart(AnswerPart):
    """The answer of a group: on all criteria at once, or per theme."""

    per_theme: PerThemePart | None = None
    """Themes weighed against each other, and the criteria within each theme."""
    asked_on: list[AskedRangePart] = []
    """The steps it weighed, only for criteria whose range is another one by now: the weights should
    be looked at again."""


_ANSWERS = frozenset({*QUESTIONS, "per_theme"})
