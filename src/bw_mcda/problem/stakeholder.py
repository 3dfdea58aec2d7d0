"""This file holds the groups of people with a stake (belanghebbenden)."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.label import Label
from bw_mcda.problem.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder:
    """A group and the weights it starts from; ``source`` says where these weights come from.

    ``asked_on`` holds the ranges it weighed, for criteria whose range is another one by now.
    """

    id: str
    label: Label
    weights: Weights
    source: str
    asked_on: tuple[AskedRange, ...] = ()
