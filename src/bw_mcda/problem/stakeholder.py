"""This file holds the groups of people with a stake (belanghebbenden)."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.label import Label
from bw_mcda.problem.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder:
    """A group and the weights it starts from; ``source`` says where these weights come from."""

    id: str
    label: Label
    weights: Weights
    source: str
