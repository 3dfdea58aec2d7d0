"""This file holds what a ranking method says about itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.results.read_only import FloatArray


class InputScale(StrEnum):
    """What a method does with the values it gets."""

    UTILITIES = "utilities"
    """Takes values from 0 (worst anchor) to 1 (best) as they are: weights keep their meaning."""
    RAW = "raw"
    """Scales every criterion again by what the alternatives happen to score on it.

    The method was made for measurements and cannot be had without that step. A swing weight then no
    longer says what the step from worst to best anchor is worth: a second opinion, never a first.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a method was published. ``doi`` is empty when there is none."""

    author: str
    year: int
    doi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to score alternatives, and what it assumes.

    ``scores`` takes values, shape (alternatives, criteria), higher is better on each criterion, and
    the shares of the criteria, all above 0; it returns one score per alternative. Its name and
    one sentence on how it works are texts: ``methods.<id>`` and ``methods.<id>_how``.

    ``preparation`` says what happens to the values before the method itself starts.
    ``compensatory``: a gain on one criterion makes up for any loss on another.
    ``rank_reversal``: taking one alternative away can change the order of those that stay.
    ``additive_order``: on fixed anchors the order is always that of the weighted sum, so agreement
    with it says nothing about how robust the order is.
    ``all_equal`` is the score of everybody when no alternative differs from another and the formula
    would divide nothing by nothing; None where the formula has an answer.
    ``many_scores`` takes the shares of many draws at once: table (alternatives, criteria) or
    (alternatives, criteria, draws), shares (criteria, draws) in which some may be 0, and returns
    (alternatives, draws). None for a method that has no such form.
    ``keeps_dominance``: what is nowhere worse never ends lower.
    ``reads_thresholds``: both forms take the thresholds of the criteria as a third argument.
    """

    id: str
    scores: Callable[..., FloatArray]
    scale: InputScale
    preparation: str
    compensatory: bool
    rank_reversal: bool
    source: Source
    higher_is_better: bool = True
    additive_order: bool = False
    all_equal: float | None = None
    many_scores: Callable[..., FloatArray] | None = None
    keeps_dominance: bool = True
    reads_thresholds: bool = False
